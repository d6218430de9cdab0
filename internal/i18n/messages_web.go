package i18n

var messagesWeb = map[string]Text{
	"web.upload_too_large": {"भेजा हुआ %[1]v एमबी से बड़ा है", "What was sent is larger than %[1]v MB"},
	"web.form_unread":      {"फ़ॉर्म पूरा नहीं पढ़ा जा सका; फिर भेजें", "The form could not be read to its end; send it again"},
}

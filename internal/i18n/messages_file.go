package i18n

var messagesFile = map[string]Text{
	"photo.unknown": {"यह JPEG, PNG या WebP फोटो नहीं है", "This is no JPEG, PNG or WebP picture"},
	"photo.broken":  {"फोटो खराब है और पढ़ी नहीं जा सकी; फिर से भेजें", "The picture is damaged and could not be read; send it again"},
	"photo.pixels":  {"फोटो %[1]v × %[2]v बिंदुओं की है; %[3]v लाख बिंदुओं से बड़ी फोटो नहीं ली जाती", "The picture has %[1]v × %[2]v points; none above %[3]v lakh points is taken"},
	"photo.no_fit":  {"फोटो %[1]v KB में नहीं समाई", "The picture could not be made to fit %[1]v KB"},

	"file.wrong":   {"फ़ाइल नहीं ली गई", "The file was not taken"},
	"file.empty":   {"\"%[1]v\" खाली है", "\"%[1]v\" is empty"},
	"file.large":   {"\"%[1]v\" %[2]v MB से बड़ी है", "\"%[1]v\" is larger than %[2]v MB"},
	"file.refused": {"\"%[1]v\" नहीं ली जा सकती। फोटो (JPEG, PNG, WebP), PDF, Word (docx), Excel (xlsx), txt या csv (UTF-8) भेजें", "\"%[1]v\" cannot be taken. Send a photo (JPEG, PNG, WebP), PDF, Word (docx), Excel (xlsx), txt or csv (UTF-8)"},
	"file.macros":  {"\"%[1]v\" में मैक्रो हैं; बिना मैक्रो के सहेजकर भेजें", "\"%[1]v\" holds macros; save it without them and send that"},
	"file.missing": {"ऐसी कोई फ़ाइल यहाँ नहीं है", "There is no such file here"},
}

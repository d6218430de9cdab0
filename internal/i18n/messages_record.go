package i18n

var messagesRecord = map[string]Text{
	"record.node_range":   {"नोड संख्या %[1]d 0 और %[2]d के बीच होनी चाहिए", "The node number %[1]d must lie between 0 and %[2]d"},
	"record.id_length":    {"पहचान %[1]q में %[2]d अक्षर होने चाहिए", "The id %[1]q must have %[2]d characters"},
	"record.id_letter":    {"पहचान %[1]q में %[2]q नहीं हो सकता", "The id %[1]q cannot hold %[2]q"},
	"record.id_form":      {"पहचान %[1]q सही नहीं है", "The id %[1]q is not right"},
	"record.key_form":     {"संकेत %[1]q इस रूप में नहीं है: d218-06r4g3k1n8q0z", "The reference %[1]q is not of the form d218-06r4g3k1n8q0z"},
	"record.key_district": {"संकेत %[1]q में जिले की संख्या सही नहीं है", "The district in the reference %[1]q is not right"},
}

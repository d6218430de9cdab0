package i18n

var messagesRecord = map[string]Text{
	"record.node_range":   {"नोड संख्या %[1]d 0 और %[2]d के बीच होनी चाहिए", "The node number %[1]d must lie between 0 and %[2]d"},
	"record.id_length":    {"पहचान %[1]q में %[2]d अक्षर होने चाहिए", "The id %[1]q must have %[2]d characters"},
	"record.id_letter":    {"पहचान %[1]q में %[2]q नहीं हो सकता", "The id %[1]q cannot hold %[2]q"},
	"record.id_form":      {"पहचान %[1]q सही नहीं है", "The id %[1]q is not right"},
	"record.key_form":     {"संकेत %[1]q इस रूप में नहीं है: d218-06r4g3k1n8q0z", "The reference %[1]q is not of the form d218-06r4g3k1n8q0z"},
	"record.key_district": {"संकेत %[1]q में जिले की संख्या सही नहीं है", "The district in the reference %[1]q is not right"},

	"record.ref_form":      {"संदर्भ %[1]q इस रूप में नहीं है: matter:d218-06r4g3k1n8q0z", "The reference %[1]q is not of the form matter:d218-06r4g3k1n8q0z"},
	"record.class_unknown": {"वर्ग %[1]q नहीं होता; public, office, restricted या judicial लिखें", "There is no class %[1]q; write public, office, restricted or judicial"},
	"record.mode_unknown":  {"ढंग %[1]q नहीं होता; in_person, delegate या program लिखें", "There is no mode %[1]q; write in_person, delegate or program"},
	"record.number_form":   {"संख्या %[1]q इस रूप में नहीं है: SRN-26-00517-9", "The number %[1]q is not of the form SRN-26-00517-9"},
	"record.number_check":  {"संख्या %[1]q में कोई अंक गलत है; कृपया रसीद से मिलाएँ", "A digit of the number %[1]q is wrong; please compare it with the receipt"},
	"record.json_form":     {"पंक्ति का JSON सही नहीं है: %[1]v", "The JSON is not right: %[1]v"},
	"record.json_float":    {"%[1]s पर %[2]s पूर्ण संख्या नहीं है", "At %[1]s, %[2]s is not a whole number"},
	"record.json_double":   {"%[1]s दो बार आया है", "%[1]s stands twice"},
	"record.json_deep":     {"%[1]s पर संरचना बहुत गहरी है", "At %[1]s the structure is too deep"},
	"record.json_text":     {"%[1]s पर पाठ सही UTF-8 में नहीं है", "At %[1]s the text is not valid UTF-8"},
	"record.value_path":    {"घटना में %[1]s नहीं है", "The event holds no %[1]s"},
	"record.value_digest":  {"घटना में %[1]s का मान उसके सार से मेल नहीं खाता", "In the event the value of %[1]s does not match its digest"},
}

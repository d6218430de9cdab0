package i18n

var messagesAudit = map[string]Text{
	"audit.leaf_form":       {"पर्ण का रूप सही नहीं है", "The leaf is not of the right form"},
	"audit.edge_form":       {"%[1]d पर्णों के वृक्ष का दायाँ किनारा %[2]d बाइट का नहीं हो सकता", "The right edge of a tree of %[1]d leaves cannot have %[2]d bytes"},
	"audit.tile_form":       {"स्तर %[1]d की टाइल %[2]d %[3]d बाइट की नहीं हो सकती", "Tile %[2]d of level %[1]d cannot have %[3]d bytes"},
	"audit.tile_short":      {"स्तर %[1]d की टाइल %[2]d में %[3]d हैश हैं, %[4]d चाहिए", "Tile %[2]d of level %[1]d holds %[3]d hashes, %[4]d are needed"},
	"audit.proof_range":     {"%[1]d संख्या %[2]d पर्णों के वृक्ष में नहीं आती", "The number %[1]d does not lie in a tree of %[2]d leaves"},
	"audit.leaf_unproved":   {"प्रमाण नहीं मिला: पर्ण %[1]d, %[2]d पर्णों के इस वृक्ष में इस रूप में नहीं है", "Not proved: leaf %[1]d does not stand like this in this tree of %[2]d leaves"},
	"audit.growth_unproved": {"प्रमाण नहीं मिला: पहले %[1]d पर्ण बदले गए हैं या %[2]d पर्णों का वृक्ष कोई और है", "Not proved: the first %[1]d leaves were changed, or the tree of %[2]d leaves is another one"},
	"audit.key_name":        {"कुंजी का नाम %[1]q सही नहीं है; रिक्त स्थान और + न रखें", "The name of the key %[1]q is not right; use no space and no +"},
	"audit.key_file":        {"कुंजी फ़ाइल में गुप्त कुंजी की पंक्ति सही नहीं है", "The secret line of the key file is not right"},
	"audit.key_pair":        {"कुंजी फ़ाइल की सार्वजनिक पंक्ति गुप्त कुंजी से मेल नहीं खाती", "The public line of the key file does not match its secret line"},
	"audit.public_key":      {"सार्वजनिक कुंजी सही नहीं है", "The public key is not right"},
	"audit.sign":            {"हस्ताक्षर नहीं हो सका", "Signing failed"},
	"audit.signature":       {"इस पर %[1]s की कुंजी के हस्ताक्षर नहीं हैं, या पाठ बदला गया है", "This is not signed by the key of %[1]s, or the text was changed"},
	"audit.head_form":       {"शीर्ष का रूप सही नहीं है", "The head is not of the right form"},
	"audit.head_district":   {"यह जिला %[1]d का है, %[2]d का नहीं", "This belongs to district %[1]d, not to %[2]d"},
	"audit.rotation_form":   {"कुंजी-परिवर्तन का रूप सही नहीं है", "The key rotation is not of the right form"},
	"audit.rotation_chain":  {"कुंजी-परिवर्तन %[1]d पिछली कुंजी से नहीं जुड़ता", "Key rotation %[1]d does not follow from the key before"},
	"audit.receipt_form":    {"रसीद का रूप सही नहीं है", "The receipt is not of the right form"},
}

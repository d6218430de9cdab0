package i18n

var messagesCommand = map[string]Text{
	"command.address":          {"पता %[1]v मान्य नहीं; HOST:PORT लिखें", "The address %[1]v is not valid; give HOST:PORT"},
	"command.loopback":         {"नमूना केवल इसी मशीन पर चलता है; %[1]v नहीं", "The sample runs on this machine only, not at %[1]v"},
	"command.listen":           {"%[1]v पर सुना नहीं जा सकता; शायद कोई और प्रोग्राम वहाँ है", "Cannot listen at %[1]v; perhaps another program does"},
	"command.key_file":         {"कुंजी-फ़ाइल %[1]v पढ़ी या बनाई नहीं जा सकी", "The key file %[1]v could not be read or made"},
	"command.keys_needed":      {"PostgreSQL के साथ ANUPALAN_KEYS में कुंजी-फ़ाइल का नाम दें", "With PostgreSQL, name the key file in ANUPALAN_KEYS"},
	"command.no_folder":        {"फ़ोल्डर %[1]v नहीं है", "There is no folder %[1]v"},
	"command.server_silent":    {"%[1]v को एक चलते सर्वर ने खोल रखा है, पर उसका सॉकेट %[2]v उत्तर नहीं देता। सर्वर के ही उपयोगकर्ता से चलाएँ, क्षण भर बाद फिर करें, या सर्वर रोककर करें।", "A running server has %[1]v open, but its socket %[2]v does not answer. Run this as the server's own user, try again in a moment, or stop the server first."},
	"command.socket_silent":    {"सर्वर ने उत्तर पूरा नहीं किया; देखें कि काम हुआ या नहीं, फिर दोबारा करें", "The server did not finish its answer; see whether the work was done, then try again"},
	"command.socket_request":   {"सर्वर यह अनुरोध पढ़ नहीं सका; शायद वह दूसरे संस्करण का है", "The server could not read the request; perhaps it is of another version"},
	"command.socket_taken":     {"%[1]v सॉकेट नहीं, कोई और फ़ाइल है; उसे हटाएँ", "%[1]v is no socket but some other file; move it away"},
	"command.passwords_differ": {"दोनों बार एक ही पासवर्ड नहीं लिखा गया", "The two passwords are not the same"},
	"command.file_missing":     {"फ़ाइल %[1]v नहीं मिली", "There is no file %[1]v"},
	"command.file_forbidden":   {"%[1]v तक पहुँच की अनुमति नहीं है", "Access to %[1]v is not permitted"},
	"command.file_failed":      {"फ़ाइल %[1]v का काम नहीं हुआ: %[2]v", "The file %[1]v could not be used: %[2]v"},
	"command.secret_file":      {"फ़ाइल %[1]v पढ़ी नहीं जा सकी", "The file %[1]v could not be read"},
}

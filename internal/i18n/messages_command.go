package i18n

var messagesCommand = map[string]Text{
	"command.address":     {"पता %[1]v मान्य नहीं; HOST:PORT लिखें", "The address %[1]v is not valid; give HOST:PORT"},
	"command.loopback":    {"नमूना केवल इसी मशीन पर चलता है; %[1]v नहीं", "The sample runs on this machine only, not at %[1]v"},
	"command.listen":      {"%[1]v पर सुना नहीं जा सकता; शायद कोई और प्रोग्राम वहाँ है", "Cannot listen at %[1]v; perhaps another program does"},
	"command.key_file":    {"कुंजी-फ़ाइल %[1]v पढ़ी या बनाई नहीं जा सकी", "The key file %[1]v could not be read or made"},
	"command.keys_needed": {"PostgreSQL के साथ ANUPALAN_KEYS में कुंजी-फ़ाइल का नाम दें", "With PostgreSQL, name the key file in ANUPALAN_KEYS"},
	"command.no_folder":   {"फ़ोल्डर %[1]v नहीं है", "There is no folder %[1]v"},
	"command.secret_file": {"फ़ाइल %[1]v पढ़ी नहीं जा सकी", "The file %[1]v could not be read"},
}

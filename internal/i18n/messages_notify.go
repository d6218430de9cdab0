package i18n

var messagesNotify = map[string]Text{
	"notify.smtp_wrong":    {"मेल सर्वर की सेटिंग में त्रुटि है", "The mail server's settings are wrong"},
	"notify.host_missing":  {"मेल सर्वर का नाम लिखें", "Give the name of the mail server"},
	"notify.port_wrong":    {"पोर्ट %[1]v मान्य नहीं; 1 से 65535 के बीच दें", "Port %[1]v is not valid; give one from 1 to 65535"},
	"notify.address_wrong": {"ई-मेल पता \"%[1]v\" मान्य नहीं", "The e-mail address \"%[1]v\" is not valid"},
	"notify.tls_wrong":     {"TLS \"%[1]v\" मान्य नहीं; require, opportunistic या none दें", "TLS \"%[1]v\" is not valid; give require, opportunistic or none"},
	"notify.refused":       {"मेल सर्वर ने संदेश लेने से मना किया (%[1]v)", "The mail server refused the message (%[1]v)"},
	"notify.unreachable":   {"मेल सर्वर से संपर्क नहीं हुआ; फिर प्रयास होगा", "The mail server could not be reached; it will be tried again"},
}

package i18n

var messagesExtract = map[string]Text{}

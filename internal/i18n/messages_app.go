package i18n

var messagesApp = map[string]Text{}

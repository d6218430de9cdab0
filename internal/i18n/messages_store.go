package i18n

var messagesStore = map[string]Text{}

package i18n

var messagesWeb = map[string]Text{}

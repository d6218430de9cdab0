package i18n

var messagesRule = map[string]Text{}

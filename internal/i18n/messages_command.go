package i18n

var messagesCommand = map[string]Text{}

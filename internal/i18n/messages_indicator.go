package i18n

var messagesIndicator = map[string]Text{}

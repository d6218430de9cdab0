package i18n

var messagesLetter = map[string]Text{}

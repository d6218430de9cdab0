package i18n

var messagesIngest = map[string]Text{}

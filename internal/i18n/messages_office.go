package i18n

var messagesOffice = map[string]Text{}

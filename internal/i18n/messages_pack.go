package i18n

var messagesPack = map[string]Text{}

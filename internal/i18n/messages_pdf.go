package i18n

var messagesPdf = map[string]Text{}

package i18n

var messagesMatter = map[string]Text{}

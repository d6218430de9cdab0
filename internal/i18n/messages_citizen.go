package i18n

var messagesCitizen = map[string]Text{}

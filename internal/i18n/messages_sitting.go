package i18n

var messagesSitting = map[string]Text{}

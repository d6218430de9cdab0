package i18n

var messagesAudit = map[string]Text{}

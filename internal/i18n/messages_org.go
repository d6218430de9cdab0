package i18n

var messagesOrg = map[string]Text{}

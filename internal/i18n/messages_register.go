package i18n

var messagesRegister = map[string]Text{}

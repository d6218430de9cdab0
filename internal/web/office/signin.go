package office

import (
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// SignIn is the door: a name and password, then the six figures of the sign-in code if the person has them switched on.
type SignIn struct {
	web.Base
	CodeStep  bool
	SignedOut bool // the reader has just left: drafts on this machine are forgotten
	Form      web.Form
	Demo      []DemoPerson // people of the sample district, only where the program runs as a demonstration
}

// DemoPerson is somebody of the sample district by whom one may look around.
type DemoPerson struct{ Post, User, Password string }

// PasswordForm asks for name and password; next is where the reader was going.
func PasswordForm(l i18n.Lang, user, next string) web.Form {
	return web.Form{
		Action: "/sign-in",
		Hidden: []web.Hidden{{Name: "next", Value: next}},
		Fields: []web.Field{
			{Name: "user", Label: i18n.Text{Hi: "उपयोगकर्ता नाम या मोबाइल", En: "User name or mobile"}.In(l), Value: user, Auto: "username"},
			{Kind: web.SecretField, Name: "password", Label: i18n.Text{Hi: "पासवर्ड", En: "Password"}.In(l), Auto: "current-password"},
		},
		Submit: i18n.Text{Hi: "साइन इन करें", En: "Sign in"}.In(l),
		Head:   i18n.Text{Hi: "साइन इन नहीं हो सका", En: "Could not sign in"}.In(l),
	}
}

// CodeForm asks for the six figures of the authenticator.
func CodeForm(l i18n.Lang, next string) web.Form {
	return web.Form{
		Action: "/sign-in/code",
		Hidden: []web.Hidden{{Name: "next", Value: next}},
		Fields: []web.Field{{
			Kind: web.CodeField, Name: "code", Auto: "one-time-code",
			Label: i18n.Text{Hi: "साइन-इन कोड", En: "Sign-in code"}.In(l),
			Hint:  i18n.Text{Hi: "ऐप में दिखे 6 अंक; फ़ोन पास न हो तो 12 अंकों का आपात कोड", En: "The 6 figures in your app; without your phone, a spare code of 12 figures"}.In(l),
		}},
		Submit: i18n.Text{Hi: "आगे बढ़ें", En: "Go on"}.In(l),
		Head:   i18n.Text{Hi: "कोड सही नहीं है", En: "That code is not right"}.In(l),
	}
}

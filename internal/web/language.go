package web

import (
	"net/http"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/i18n"
)

const langCookie = "lang"

// LangOf gives the language a visitor chose, or Hindi: nobody should have to ask for it. English comes by choice only.
func LangOf(r *http.Request) i18n.Lang {
	if c, err := r.Cookie(langCookie); err == nil {
		return i18n.ParseLang(c.Value)
	}
	return i18n.Hindi
}

// SwitchLang serves "?lang=" on any page: it keeps the choice for a year and shows the same page in that language.
func SwitchLang(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		choice := q.Get("lang")
		if choice == "" || r.Method != http.MethodGet {
			next.ServeHTTP(w, r)
			return
		}
		http.SetCookie(w, &http.Cookie{
			Name: langCookie, Value: i18n.ParseLang(choice).String(), Path: "/",
			MaxAge: int(365 * 24 * time.Hour / time.Second), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		})
		q.Del("lang")
		http.Redirect(w, r, local(r.URL.Path, q.Encode()), http.StatusSeeOther)
	})
}

// local joins a path of this site with a query; a path that a browser could read as another host becomes "/".
func local(path, query string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n") {
		path = "/"
	}
	if query == "" {
		return path
	}
	return path + "?" + query
}

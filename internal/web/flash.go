package web

import (
	"encoding/base64"
	"encoding/json"
	"net/http"

	"github.com/anupalan/anupalan/internal/i18n"
)

const flashCookie = "flash"

// flashed is what crosses from the act to the page after it: a message's key and arguments, never its words.
type flashed struct {
	Key     string   `json:"k"`
	Args    []string `json:"a,omitempty"`
	Undo    string   `json:"u,omitempty"`
	Seconds int      `json:"s,omitempty"`
}

// Flash keeps one message for the next page of this reader; undo, if it is a path, is offered for some seconds beside it.
func (k *Kit) Flash(w http.ResponseWriter, undo string, seconds int, key string, args ...string) {
	body, err := json.Marshal(flashed{Key: key, Args: args, Undo: undo, Seconds: seconds})
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: flashCookie, Value: base64.RawURLEncoding.EncodeToString(body), Path: "/",
		MaxAge: 60, HttpOnly: true, Secure: k.secure, SameSite: http.SameSiteLaxMode,
	})
}

// takeFlash reads the kept message and clears it; whatever is not a known message is nothing.
func (k *Kit) takeFlash(w http.ResponseWriter, r *http.Request, l i18n.Lang) Flash {
	c, err := r.Cookie(flashCookie)
	if err != nil {
		return Flash{}
	}
	http.SetCookie(w, &http.Cookie{Name: flashCookie, Path: "/", MaxAge: -1, HttpOnly: true, Secure: k.secure})
	body, err := base64.RawURLEncoding.DecodeString(c.Value)
	var f flashed
	if err != nil || json.Unmarshal(body, &f) != nil || !i18n.Known(f.Key) {
		return Flash{}
	}
	args := make([]any, len(f.Args))
	for i, a := range f.Args {
		args[i] = a
	}
	out := Flash{Text: i18n.Message(l, f.Key, args...), Seconds: f.Seconds}
	if onSite(f.Undo) {
		out.Undo = f.Undo
	}
	return out
}

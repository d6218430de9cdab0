package apptest

import (
	"bytes"
	"context"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
)

// Officer speaks to the pages over HTTP with a session, as a browser does, in Hindi.
type Officer struct {
	*Env
	Post   string
	Secret string
}

const officerPassword = "नमूना-पासवर्ड-2"

// SignIn goes in as the holder of a post.
func (e *Env) SignIn(post string) *Officer {
	e.T.Helper()
	ctx := context.Background()
	e.Must(e.App.SetPassword(ctx, District, post, officerPassword))
	o := &Officer{Env: e, Post: post}
	o.Again()
	return o
}

// Again signs in anew, once a session has run out.
func (o *Officer) Again() {
	o.T.Helper()
	in, err := o.App.SignIn(context.Background(), app.SignInForm{Login: o.Post, Password: officerPassword, Address: "127.0.0.1"})
	o.Must(err)
	o.Secret = in.Secret
}

// Open reads a page.
func (o *Officer) Open(at string) Answer { return o.send(http.MethodGet, at, "", nil) }

// Submit sends a form as a browser sends one without files.
func (o *Officer) Submit(at string, form url.Values) Answer {
	return o.send(http.MethodPost, at, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

// Upload sends a form with one file.
func (o *Officer) Upload(at string, form url.Values, field, name string, content []byte) Answer {
	o.T.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for key, list := range form {
		for _, v := range list {
			o.Must(w.WriteField(key, v))
		}
	}
	f, err := w.CreateFormFile(field, name)
	o.Must(err)
	_, err = f.Write(content)
	o.Must(err)
	o.Must(w.Close())
	return o.send(http.MethodPost, at, w.FormDataContentType(), &body)
}

func (o *Officer) send(method, at, kind string, body io.Reader) Answer {
	o.T.Helper()
	req, err := http.NewRequest(method, strings.TrimSuffix(o.URL, "/")+at, body)
	o.Must(err)
	req.AddCookie(&http.Cookie{Name: app.SessionCookie, Value: o.Secret})
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	res, err := stay.Do(req)
	o.Must(err)
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	o.Must(err)
	return Answer{res.StatusCode, res.Header, raw}
}

// stay does not follow where a page leads on to.
var stay = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

var (
	hiddenInput = regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)">`)
	tag         = regexp.MustCompile(`(?s)<(script|style|head).*?</(script|style|head)>|<[^>]*>`)
)

// Hidden gives the hidden fields of a page's forms.
func (a Answer) Hidden() url.Values {
	form := url.Values{}
	for _, m := range hiddenInput.FindAllSubmatch(a.Body, -1) {
		form.Add(html.UnescapeString(string(m[1])), html.UnescapeString(string(m[2])))
	}
	return form
}

// Words is what a page says, without its markup.
func (a Answer) Words() string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(string(a.Body), " "))), " ")
}

package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// Render writes a page with a status. The page is made whole before the first byte leaves, so that a fault in a template
// becomes an error page and never half a page.
func (k *Kit) Render(w http.ResponseWriter, r *http.Request, status int, page Page) error {
	return k.write(w, r, status, page, "page")
}

// Part writes one block of a page's template, the answer to a request of htmx.
func (k *Kit) Part(w http.ResponseWriter, r *http.Request, status int, page Page, block string) error {
	return k.write(w, r, status, page, block)
}

// IsPart reports whether a request wants a part of a page.
func IsPart(r *http.Request) bool { return r.Header.Get("HX-Request-Type") == "partial" }

func (k *Kit) write(w http.ResponseWriter, r *http.Request, status int, page Page, block string) error {
	began := k.now()
	b := page.base()
	b.Reader = ReaderOf(r)
	if block == "page" && b.Flash.Text == "" {
		b.Flash = k.takeFlash(w, r, b.Lang)
	}
	set, err := k.engine.lookup(page)
	if err != nil {
		return err
	}
	var body bytes.Buffer
	if err := set.ExecuteTemplate(&body, block, page); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", b.Lang.String())
	h.Add("Vary", "Accept-Encoding, Cookie, HX-Request-Type")
	out := body.Bytes()
	if len(out) > 1200 && takesGzip(r) { // packed where that saves a packet
		if out, err = k.pack(out); err != nil {
			return err
		}
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(out)))
	k.timing(w, r, began)
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(out) // a reader who went away is not our error
	}
	return nil
}

// pack compresses a page. A packer weighs most of a megabyte, so they are used again.
func (k *Kit) pack(body []byte) ([]byte, error) {
	z := k.packers.Get().(*gzip.Writer)
	defer k.packers.Put(z)
	var packed bytes.Buffer
	z.Reset(&packed)
	if _, err := z.Write(body); err != nil {
		return nil, err
	}
	err := z.Close()
	return packed.Bytes(), err
}

type clockKey struct{}

// clock is when the request came, and the named parts of its time.
type clock struct {
	began time.Time
	parts []string
}

func withClock(ctx context.Context, now time.Time) context.Context {
	return context.WithValue(ctx, clockKey{}, &clock{began: now})
}

// Spent adds a named part of the request's time, such as "db", to the Server-Timing header of its answer.
func Spent(ctx context.Context, name string, d time.Duration) {
	if c, ok := ctx.Value(clockKey{}).(*clock); ok {
		c.parts = append(c.parts, fmt.Sprintf("%s;dur=%.1f", name, ms(d)))
	}
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func (k *Kit) timing(w http.ResponseWriter, r *http.Request, began time.Time) {
	now := k.now()
	h := w.Header()
	h.Del("Server-Timing")
	h.Add("Server-Timing", fmt.Sprintf("view;dur=%.1f", ms(now.Sub(began))))
	if c, ok := r.Context().Value(clockKey{}).(*clock); ok {
		for _, p := range c.parts {
			h.Add("Server-Timing", p)
		}
		h.Add("Server-Timing", fmt.Sprintf("total;dur=%.1f", ms(now.Sub(c.began))))
	}
}

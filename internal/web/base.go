package web

import (
	"context"
	"net/http"
	"net/url"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Room is one of the front doors in the navigation; the zero value is none.
type Room uint8

// The rooms, in the order of the navigation.
const (
	NoRoom Room = iota
	RoomToday
	RoomWork
	RoomMatters
	RoomMeetings
	RoomWeekly
	RoomExceptions
	RoomAudit
	RoomOperator
)

// Me is the signed-in person and the post in which the page is seen; a zero Me is a visitor.
type Me struct {
	Person string
	Post   string
	Key    string // of the person; parts the drafts of two people on one machine
}

// SignedIn reports whether somebody is signed in.
func (m Me) SignedIn() bool { return m.Post != "" || m.Person != "" }

// Reader is what a request knows of its reader before any page is chosen; the sign-in middleware fills it.
type Reader struct {
	Lang   i18n.Lang
	Digits bool   // Devanagari digits
	Words  string // key of the word table, the State's; "" is the first table
	Office string // the office whose desk this is, under the wordmark
	Me     Me
	Rooms  []Room
	Path   string // path and query of this page, for the language switch
	Sample bool   // a demonstration, whose clock may be moved
}

// Base is embedded by every page. Render fills Reader and Flash; a handler sets Room and AsOn.
type Base struct {
	Reader
	Room  Room
	AsOn  calendar.Instant
	Flash Flash
}

func (b *Base) base() *Base { return b }

// Page is a pointer to a struct that embeds Base.
type Page interface{ base() *Base }

// Flash is the one line said after an act, with an undo that stands for some seconds if Undo is a path.
type Flash struct {
	Text    string
	Undo    string
	Seconds int
}

// LangHref is this page in the other language.
func (b *Base) LangHref() string {
	u, err := url.ParseRequestURI(b.Path)
	if err != nil {
		u = &url.URL{Path: "/"}
	}
	q := u.Query()
	q.Set("lang", b.Lang.Other().String())
	return u.Path + "?" + q.Encode()
}

type readerKey struct{}

// WithReader keeps what the sign-in middleware learnt of the reader for the pages and for the error funnel.
func WithReader(ctx context.Context, r Reader) context.Context {
	return context.WithValue(ctx, readerKey{}, r)
}

// ReaderOf gives the reader of a request: the one kept by WithReader, or a visitor in the language of the cookie or
// browser. Its Path is always this request's.
func ReaderOf(r *http.Request) Reader {
	reader, ok := r.Context().Value(readerKey{}).(Reader)
	if !ok {
		reader.Lang = LangOf(r)
	}
	reader.Path = r.URL.RequestURI()
	return reader
}

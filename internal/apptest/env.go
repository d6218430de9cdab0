// Package apptest boots the whole program on a fresh database with the sample district
// and a clock that only the test moves, so that a test speaks to it as an officer's
// browser or a program would.
package apptest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
	"github.com/anupalan/anupalan/packs"
)

// District is the sample's LGD code.
const District = 218

// Env is a running program.
type Env struct {
	*program.Program
	T  testing.TB
	DB *store.DB

	mu  sync.Mutex
	now time.Time
}

// Start is a Tuesday in the sample's year, at eleven in the morning.
var Start = time.Date(2026, 2, 24, 11, 0, 0, 0, time.FixedZone("IST", 5*3600+30*60))

// Each boots the program on both engines, each on its own database.
func Each(t *testing.T, test func(e *Env)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) { test(Boot(t, db)) })
}

// EachAt boots on both engines with the clock at another day.
func EachAt(t *testing.T, now time.Time, test func(e *Env)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) { test(BootAt(t, db, now)) })
}

// Boot starts the program on a database and brings the sample district in.
func Boot(t testing.TB, db *store.DB) *Env {
	t.Helper()
	return BootAt(t, db, Start)
}

// BootAt is Boot with the clock at another day.
func BootAt(t testing.TB, db *store.DB, now time.Time) *Env {
	t.Helper()
	return BootWith(t, db, now, packs.FS)
}

// BootWith is BootAt with other systems.
func BootWith(t testing.TB, db *store.DB, now time.Time, systems fs.FS) *Env {
	t.Helper()
	e := &Env{T: t, DB: db, now: now}
	p, err := program.Start(context.Background(), program.Config{DB: db, Packs: systems, Addr: "127.0.0.1:0", Wall: e.Now, Quiet: true})
	if err != nil {
		t.Fatal(err)
	}
	e.Program = p
	t.Cleanup(func() { _ = p.Close() })
	e.bringSample()
	return e
}

func (e *Env) bringSample() {
	e.T.Helper()
	files, err := app.OrgFiles(packs.FS, "sample/saran")
	if err != nil {
		e.T.Fatal(err)
	}
	if _, err := e.App.ImportOrg(context.Background(), app.Actor{District: District, Mode: record.Program}, files); err != nil {
		e.T.Fatal(err)
	}
}

// Now is the test's clock.
func (e *Env) Now() time.Time {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.now
}

// Forward moves the clock and lets everything ring that is due by then.
func (e *Env) Forward(by time.Duration) {
	e.T.Helper()
	e.mu.Lock()
	e.now = e.now.Add(by)
	e.mu.Unlock()
	if err := e.Worker.Once(context.Background()); err != nil {
		e.T.Fatal(err)
	}
}

// Settle lets everything be done that waits: messages, search.
func (e *Env) Settle() { e.Forward(0) }

// As gives a client that speaks to the JSON interface as today's holder of a post.
func (e *Env) As(post string) *Client {
	e.T.Helper()
	token, err := e.App.IssueToken(context.Background(), post, "test", 24*365*time.Hour)
	if err != nil {
		e.T.Fatal(err)
	}
	return &Client{env: e, token: token}
}

// Actor is today's holder of a post, in person.
func (e *Env) Actor(post string) app.Actor {
	e.T.Helper()
	who, err := e.App.ActorOf(context.Background(), District, post)
	if err != nil {
		e.T.Fatal(err)
	}
	return who
}

// Client speaks JSON with a token.
type Client struct {
	env   *Env
	token string
}

// Answer is a response with its body read.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// Object is a JSON object as a test looks at it.
type Object map[string]any

// Get reads an address.
func (c *Client) Get(at string) Answer { return c.do(http.MethodGet, at, nil, "") }

// Post sends an object; key is the Idempotency-Key, if any.
func (c *Client) Post(at string, body any, key string) Answer {
	return c.do(http.MethodPost, at, body, key)
}

func (c *Client) do(method, at string, body any, key string) Answer {
	t := c.env.T
	t.Helper()
	var src io.Reader
	switch b := body.(type) {
	case nil:
	case string:
		src = strings.NewReader(b)
	default:
		raw, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		src = bytes.NewReader(raw)
	}
	req, err := http.NewRequest(method, strings.TrimSuffix(c.env.URL, "/")+at, src)
	if err != nil {
		t.Fatal(err)
	}
	if src != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	req.Header.Set("Accept-Language", "en")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return Answer{res.StatusCode, res.Header, raw}
}

// JSON reads the answer as an object and wants a status.
func (a Answer) JSON(t testing.TB, status int) Object {
	t.Helper()
	if a.Status != status {
		t.Fatalf("status %d, want %d: %s", a.Status, status, a.Body)
	}
	var o Object
	if err := json.Unmarshal(a.Body, &o); err != nil {
		t.Fatalf("%v in %s", err, a.Body)
	}
	return o
}

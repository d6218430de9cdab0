package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/packs"
)

const (
	clients = 8 // keep-alive, in the same process, as the bare measurements had
	shares  = 64
	chair   = "dm_saran"
)

// front is the whole program on the loaded database, spoken to over loopback: tokens,
// routes, the pack's own rules, the engine and the committer.
type front struct {
	l      *load
	p      *program.Program
	client *http.Client
	tokens map[string]string
	owners []string
	shares []string // ids of open shares, one after another of the owners
}

func (l *load) front() (*front, error) {
	p, err := program.Start(l.ctx, program.Config{DB: l.db, Packs: packs.FS, Addr: "127.0.0.1:0", Quiet: true})
	if err != nil {
		return nil, err
	}
	f := &front{l: l, p: p, tokens: map[string]string{}, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 2 * clients}}}
	for _, b := range strings.Fields("amnour garkha ekma marhaura mashrakh sonepur taraiya parsa") {
		f.owners = append(f.owners, "bdo_"+b)
	}
	if err := f.prepare(); err != nil {
		_ = p.Close()
		return nil, err
	}
	return f, nil
}

func (f *front) prepare() error {
	if err := f.bringSample(); err != nil {
		return err
	}
	for _, post := range append([]string{chair}, f.owners...) {
		token, err := f.p.App.IssueToken(f.l.ctx, post, "bench", 24*time.Hour)
		if err != nil {
			return err
		}
		f.tokens[post] = token
	}
	for i := range shares {
		id, err := f.direct(i)
		if err != nil {
			return err
		}
		f.shares = append(f.shares, id)
	}
	return nil
}

func (f *front) bringSample() error {
	files, err := app.OrgFiles(packs.FS, "sample/saran")
	if err != nil {
		return err
	}
	_, err = f.p.App.ImportOrg(f.l.ctx, app.Actor{District: district, Mode: record.Program}, files)
	return err
}

// direct gives a direction to one owner and answers the id of its share.
func (f *front) direct(n int) (string, error) {
	owner := f.owners[n%len(f.owners)]
	var out struct {
		Parts struct {
			Parts []struct {
				ID string `json:"id"`
			} `json:"parts"`
		} `json:"parts"`
	}
	err := f.ask(http.MethodPost, chair, "/api/v1/matters", map[string]any{"ask": "directive", "subject": fmt.Sprintf("वार्ड %d की शेष सूची अपलोड कराएँ", n),
		"owners": []string{owner}, "due": time.Now().AddDate(0, 0, 10+n%20).Format("2006-01-02")}, &out)
	if err != nil || len(out.Parts.Parts) == 0 {
		return "", fmt.Errorf("a direction to %s: %w", owner, err)
	}
	return out.Parts.Parts[0].ID, nil
}

// progress says on a share how far the work has come.
func (f *front) progress(n int) error {
	i := n % len(f.shares)
	return f.ask(http.MethodPost, f.owners[i%len(f.owners)], "/api/v1/matters/"+f.shares[i]+"/acts/progress",
		map[string]any{"fields": map[string]any{"remark": fmt.Sprintf("%d सूचियाँ अपलोड हुईं", n)}}, nil)
}

func (f *front) ask(method, post, at string, in, out any) error {
	var body io.Reader
	if in != nil {
		text, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(text)
	}
	req, err := http.NewRequestWithContext(f.l.ctx, method, strings.TrimSuffix(f.p.URL, "/")+at, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+f.tokens[post])
	if in != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	res, err := f.client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	if res.StatusCode >= 300 {
		return fmt.Errorf("%s %s: %d %s", method, at, res.StatusCode, text)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(text, out)
}

// http measures what a program asks of the whole, 8 clients at once. Its bare side is the
// driver alone at the same rows: acts in commits of four, readings by as many callers.
func (l *load) http(context.Context) ([]Figure, error) {
	f, err := l.front()
	if err != nil {
		return nil, err
	}
	defer f.p.Close()
	n := func() int { return int(l.n.Add(1)) }
	var out []Figure
	for _, s := range []struct {
		name  string
		do    func(int) error
		bare  bareAct
		query string
		args  func(n int) []any
	}{
		{"HTTP: a direction, two matters", func(int) error { _, err := f.direct(n()); return err },
			func(n int) []bareRow { return append(l.bareOpen(n), l.bareOpen(int(l.n.Add(1)))...) }, "", nil},
		{"HTTP: progress on a share", func(int) error { return f.progress(n()) }, l.bareAct, "", nil},
		{"HTTP: list of 25", func(int) error {
			return f.ask(http.MethodGet, chair, "/api/v1/matters?limit=25&holder="+f.owners[n()%len(f.owners)], nil, nil)
		}, nil, `SELECT * FROM matter WHERE district=$1 AND holder=$2 AND phase < 5 ORDER BY due, id LIMIT 26`,
			func(n int) []any { return []any{district, int64(post(n))} }},
		{"HTTP: a matter with its story", func(int) error {
			return f.ask(http.MethodGet, chair, "/api/v1/matters/"+f.shares[n()%len(f.shares)], nil, nil)
		},
			nil, `SELECT * FROM event WHERE district=$1 AND subject=$2 ORDER BY id`, func(n int) []any { return []any{district, int64(spread(l.owed, n).ID)} }},
		{"HTTP: tallies by department", func(int) error { return f.ask(http.MethodGet, chair, "/api/v1/tallies?by=department", nil, nil) },
			nil, `SELECT key, type, phase, sum(n) FROM tally WHERE district=$1 AND grain=1 GROUP BY key, type, phase`, func(int) []any { return []any{district} }},
	} {
		fig, err := f.turn(s.do, s.bare, s.query, s.args)
		fig.Scenario = s.name
		if err != nil {
			return out, fmt.Errorf("%s: %w", s.name, err)
		}
		out = append(out, fig)
	}
	return out, nil
}

func (f *front) turn(do func(int) error, bare bareAct, query string, args func(int) []any) (Figure, error) {
	const likelyGroup = 4 // what eight clients over HTTP come to
	raw, err := f.l.raw()
	if err != nil {
		return Figure{}, err
	}
	defer raw.Close()
	return turns(f.l.options, clients, do, func(length time.Duration, _ Figure) (float64, error) {
		if bare != nil {
			return f.l.bare(likelyGroup, 0, length, bare)
		}
		b, err := measure(clients, length, func(int) error { return drain(f.l.ctx, raw, query, args(int(f.l.n.Add(1)))...) })
		return b.Product, err
	})
}

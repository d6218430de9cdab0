package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/packs"
)

const (
	shares  = 64 // that are acted on
	stories = 16 // that are only read
	said    = 10 // words on each of those
	chair   = "dm_saran"
	reader  = "bdo_dighwara" // whose page is read: 25 matters, however fast the acts are
	owed    = 25
)

// front is the whole program on the loaded database, spoken to over loopback: tokens,
// routes, the pack's own rules, the engine and the committer.
type front struct {
	l      *load
	p      *program.Program
	client *http.Client
	tokens map[string]string
	posts  map[string]record.ID
	desks  map[string]string // secrets of sessions
	owners []string
	shares []string // ids of open shares, one after another of the owners
	told   []string
}

// unhurried lets one sign-in stand for a whole district.
func unhurried() (paces [3]app.Pace) {
	for i := range paces {
		paces[i] = app.Pace{Every: time.Nanosecond, Burst: 1 << 30}
	}
	return paces
}

func (l *load) front(clients int) (*front, error) {
	p, err := program.Start(l.ctx, program.Config{DB: l.db, Packs: packs.FS, Addr: "127.0.0.1:0", Quiet: true, Paces: unhurried()})
	if err != nil {
		return nil, err
	}
	f := &front{l: l, p: p, tokens: map[string]string{}, posts: map[string]record.ID{}, desks: map[string]string{}, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients}}}
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
	for _, post := range append([]string{chair, reader}, f.owners...) {
		if err := f.enter(post); err != nil {
			return err
		}
	}
	for i := range shares + stories {
		id, err := f.direct(f.owners[i%len(f.owners)], i)
		if err != nil {
			return err
		}
		if i < shares {
			f.shares = append(f.shares, id)
		} else {
			f.told = append(f.told, id)
		}
	}
	for i := range owed {
		if _, err := f.direct(reader, i); err != nil {
			return err
		}
	}
	for i := range stories * said {
		if err := f.say(f.told, i); err != nil {
			return err
		}
	}
	return nil
}

// enter makes a token and a session of today's holder of a post.
func (f *front) enter(post string) error {
	const password = "माप के लिए एक लंबा शब्द"
	ctx := f.l.ctx
	who, err := f.p.App.ActorOf(ctx, district, post)
	if err != nil {
		return err
	}
	f.posts[post] = who.Post
	if f.tokens[post], err = f.p.App.IssueToken(ctx, post, "bench", 24*time.Hour); err != nil {
		return err
	}
	if err := f.p.App.SetPassword(ctx, district, post, password); err != nil {
		return err
	}
	in, err := f.p.App.SignIn(ctx, app.SignInForm{Login: post, Password: password, Address: "127.0.0.1"})
	f.desks[post] = in.Secret
	return err
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
func (f *front) direct(owner string, n int) (string, error) {
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

// say tells on one of some shares how far the work has come.
func (f *front) say(of []string, n int) error {
	i := n % len(of)
	return f.ask(http.MethodPost, f.owners[i%len(f.owners)], "/api/v1/matters/"+of[i]+"/acts/progress",
		map[string]any{"fields": map[string]any{"remark": fmt.Sprintf("%d सूचियाँ अपलोड हुईं", n)}}, nil)
}

func (f *front) get(post, at string) error { return f.ask(http.MethodGet, post, at, nil, nil) }

// page reads a page as a browser does and gives the server's own time for it, in milliseconds.
func (f *front) page(post, at string) (float64, error) {
	req, err := http.NewRequestWithContext(f.l.ctx, http.MethodGet, strings.TrimSuffix(f.p.URL, "/")+at, nil)
	if err != nil {
		return 0, err
	}
	req.AddCookie(&http.Cookie{Name: app.SessionCookie, Value: f.desks[post]})
	res, err := f.client.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		return 0, err
	}
	if res.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("%s: %s", at, res.Status)
	}
	for _, t := range res.Header.Values("Server-Timing") {
		if ms, ok := strings.CutPrefix(t, "total;dur="); ok {
			return strconv.ParseFloat(ms, 64)
		}
	}
	return 0, fmt.Errorf("%s: no Server-Timing", at)
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

package apptest

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/extract"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/packs"
)

// Meeting is a sitting of the magistrate's weekly series at which a test works; the
// confidential office keeps it.
type Meeting struct {
	*Env
	Keeper app.Actor
	Series record.Key
	Key    record.Key
}

// Meet founds the weekly series and calls its sitting of a day.
func (e *Env) Meet(day string, members ...string) *Meeting {
	e.T.Helper()
	ctx := context.Background()
	m := &Meeting{Env: e, Keeper: e.Actor("conf_saran")}
	var err error
	m.Series, err = e.App.OpenSeries(ctx, e.Actor("dm_saran"), app.SeriesForm{Name: i18n.Text{Hi: "साप्ताहिक समन्वय", En: "Weekly coordination"},
		Convenor: "conf_saran", Rhythm: "tuesday", Time: "11:00", Members: members})
	e.Must(err)
	m.Key, err = e.App.PlanSitting(ctx, m.Keeper, app.SittingForm{Series: m.Series, Day: day})
	e.Must(err)
	return m
}

// Next calls the next sitting of the same series.
func (m *Meeting) Next(day string) *Meeting {
	m.T.Helper()
	n := *m
	var err error
	n.Key, err = m.App.PlanSitting(context.Background(), m.Keeper, app.SittingForm{Series: m.Series, Day: day})
	m.Must(err)
	return &n
}

// Must ends the test on an error, with all its fields in words.
func (e *Env) Must(err error) {
	e.T.Helper()
	if err != nil {
		e.T.Fatalf("%v", explain(err))
	}
}

// Paste saves a text as the proceedings and gives what was read in it.
func (m *Meeting) Paste(text string) app.ReadingView {
	m.T.Helper()
	m.Must(m.App.SaveProceedings(context.Background(), m.Keeper, m.Key, app.ProceedingsForm{Text: text}))
	return m.Reading()
}

// Reading is the desk as it stands.
func (m *Meeting) Reading() app.ReadingView {
	m.T.Helper()
	v, err := m.App.Reading(context.Background(), m.Keeper, m.Key)
	m.Must(err)
	return v
}

// Accept takes a draft as it was read.
func (m *Meeting) Accept(draft record.ID) {
	m.T.Helper()
	m.Must(m.App.AcceptDraft(context.Background(), m.Keeper, m.Key, draft))
}

// Find gives the one draft whose words hold a piece.
func (m *Meeting) Find(v app.ReadingView, piece string) app.DraftView {
	m.T.Helper()
	var found []app.DraftView
	for _, d := range v.Drafts {
		if strings.Contains(d.Subject, piece) {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		m.T.Fatalf("%d drafts hold %q", len(found), piece)
	}
	return found[0]
}

// Edit changes a draft and accepts it; an empty limit stays as it was read.
func (m *Meeting) Edit(draft record.ID, limit string, owners ...string) {
	m.T.Helper()
	f := app.DraftForm{Owners: owners, Accept: true}
	if limit != "" {
		f.Limit = &limit
	}
	m.Must(m.App.EditDraft(context.Background(), m.Keeper, m.Key, draft, f))
}

// AcceptRest accepts every draft that nobody has decided on.
func (m *Meeting) AcceptRest() {
	m.T.Helper()
	for _, d := range m.Reading().Drafts {
		if d.Status == sitting.Proposed {
			m.Accept(d.ID)
		}
	}
}

// Issue makes matters of the accepted drafts and gives their keys, in the order of the minutes.
func (m *Meeting) Issue() app.IssueResult {
	m.T.Helper()
	r, err := m.App.IssueDirectives(context.Background(), m.Keeper, m.Key)
	m.Must(err)
	return r
}

// Show is a matter as an officer sees it.
func (e *Env) Show(post string, key record.Key) app.View {
	e.T.Helper()
	v, err := e.App.Matter(context.Background(), e.Actor(post), key)
	e.Must(err)
	return v
}

// Shares gives the key of each post's share of a direction, by the post's key.
func Shares(v app.View) map[string]string {
	of := map[string]string{}
	if v.Parts == nil {
		return of
	}
	for _, p := range v.Parts.Parts {
		of[p.Asked.Key] = p.Key.String()
	}
	return of
}

// Text is a file of proceedings.
func Text(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Read reads a text as it would be read in a State, with the names of posts of the packs.
func Read(t testing.TB, state, text string) extract.Result {
	t.Helper()
	var tables extract.Tables
	for name, into := range map[string]*[]byte{"common/designations.csv": &tables.Designations, "common/topics.csv": &tables.Topics} {
		b, err := packs.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		*into = b
	}
	lex, err := extract.NewLexicon(tables)
	if err != nil {
		t.Fatal(err)
	}
	return extract.Read(text, extract.Options{State: state, Lexicon: lex})
}

// Reported finds the facts of a value that a text reports.
func Reported(r *extract.Result, value float64) []extract.Fact {
	return slices.DeleteFunc(slices.Clone(r.Facts), func(f extract.Fact) bool { return f.Value != value && f.Of != value })
}

func explain(err error) string { return i18n.Explain(i18n.English, fault.As(err)) + "\n" + err.Error() }

package app

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/extract"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/sitting"
)

// lexiconOf reads the names of posts once, when a text is first read.
func lexiconOf(fsys fs.FS) func() (*extract.Lexicon, error) {
	return sync.OnceValues(func() (*extract.Lexicon, error) {
		var t extract.Tables
		for name, into := range map[string]*[]byte{"common/designations.csv": &t.Designations, "common/topics.csv": &t.Topics} {
			b, err := fs.ReadFile(fsys, name)
			if err != nil {
				return nil, fault.Wrap(err, fault.Internal, "extract.table", name, err.Error())
			}
			*into = b
		}
		return extract.NewLexicon(t)
	})
}

// extracted reads a text with the words of the district's State, before anything is resolved.
func (a *App) extracted(d *desk, text string) (extract.Result, error) {
	lex, err := a.systems.lexicon()
	if err != nil {
		return extract.Result{}, err
	}
	return extract.Read(text, extract.Options{Date: d.means.Met, State: d.o.state, Lexicon: lex}), nil
}

// readText reads the directives of a text for a district and gives them as drafts, posts
// and days resolved as far as the text decides.
func (a *App) readText(d *desk, text string, revision int32) ([]sitting.Draft, extract.Result, error) {
	res, err := a.extracted(d, text)
	if err != nil {
		return nil, res, err
	}
	drafts := make([]sitting.Draft, 0, len(res.Directives))
	for i := range res.Directives {
		drafts = append(drafts, proposed(text, &res.Directives[i], d.means, revision, d.posts))
	}
	return drafts, res, nil
}

// proposed turns what the reader found into a draft.
func proposed(text string, d *extract.Directive, m sitting.Means, revision int32, posts *sitting.Directory) sitting.Draft {
	out := sitting.Draft{
		Kind: sitting.Reading, Status: sitting.Proposed, Subject: strings.TrimSpace(d.Action), Confidence: int(d.Confidence*100 + 0.5), Revision: revision,
		Limit: limitOf(&d.Deadline, m), When: spans(d.Deadline.Span), Place: 0,
	}
	var said []string
	for _, q := range d.Quote {
		out.Quote = append(out.Quote, spans(q)...)
		said = append(said, q.Of(text))
	}
	out.Said = strings.Join(said, " ")
	if len(out.Quote) > 0 {
		out.Order = int64(out.Quote[0].Start)
	}
	if out.Subject == "" {
		out.Subject = out.Said
	}
	out.Read = out.Subject
	out.Topic = strings.TrimSpace(d.Subject)
	owners(&out, text, d, posts)
	if d.Sanction != extract.NoSanction {
		out.Sanction = d.Sanction.String()
	}
	if t := d.Target; t != nil {
		out.Target = &sitting.Target{Value: strconv.FormatFloat(t.Value, 'f', -1, 64), Unit: t.Unit, Per: t.Per}
		out.Many = spans(t.Span)
	}
	for _, w := range append(slices.Clone(d.Why), d.Deadline.Flags...) {
		if !slices.Contains(out.Why, w.Code) {
			out.Why = append(out.Why, w.Code)
		}
	}
	return out
}

func spans(s extract.Span) []sitting.Span {
	if s.Empty() {
		return nil
	}
	return []sitting.Span{{Start: s.Start, End: s.End}}
}

// owners resolves every owner that the text names; one it only means is open.
func owners(out *sitting.Draft, text string, d *extract.Directive, posts *sitting.Directory) {
	in := sitting.Around{Sentence: out.Said, Heading: headingOver(text, int(out.Order))}
	for _, w := range d.Owners {
		out.Whom = append(out.Whom, spans(w.Span)...)
		in.Before = before(text, w.Span.Start)
		out.Owners = append(out.Owners, posts.Resolve(sitting.Owner{Text: strings.TrimSpace(w.Text), Key: w.Key, All: w.All || d.AllOfKind}, in))
	}
	if len(d.Owners) == 0 && len(d.Keys) > 0 {
		in.Before = ""
		out.Owners = append(out.Owners, posts.Resolve(sitting.Owner{Key: d.Keys[0], All: true}, in))
	}
}

// headingOver gives the heading under which a place of the text stands; empty if none.
func headingOver(text string, at int) string {
	at = max(strings.LastIndexByte(text[:min(at, len(text))], '\n'), 0)
	for at > 0 {
		from := strings.LastIndexByte(text[:at], '\n') + 1
		if line := strings.TrimSpace(text[from:at]); line != "" && heading(line) {
			return line
		}
		at = max(from-1, 0)
	}
	return ""
}

// beforeWords is how many words right before an owner may name the area that is meant.
const beforeWords = 6

// before gives the words right before a place of the text, in its own sentence.
func before(text string, at int) string {
	line := text[:min(max(at, 0), len(text))]
	if i := strings.LastIndexAny(line, "\n।|;"); i >= 0 {
		line = strings.TrimLeft(line[i:], "\n।|;")
	}
	words := strings.Fields(line)
	return strings.Join(words[max(0, len(words)-beforeWords):], " ")
}

// limitOf turns the reader's deadline into a limit; what the text leaves open stays open.
func limitOf(d *extract.Deadline, m sitting.Means) sitting.Limit {
	l := sitting.Limit{Kind: sitting.NoLimit, Text: strings.TrimSpace(d.Text)}
	for _, f := range d.Flags {
		if f.Code == "impossible_date" || f.Code == "range_backwards" {
			l.Wrong = f.Code
		}
	}
	switch d.Kind {
	case extract.OnDate:
		l.Kind, l.To = sitting.OnDate, max(d.Start, d.End)
	case extract.InRange:
		l.Kind, l.From, l.To = sitting.InRange, d.Start, d.End
	case extract.Relative:
		return relative(l, d, m)
	case extract.Recurring:
		l.Kind, l.Every = sitting.Recurring, d.Every
		if said, err := sitting.ParseLimit(l.Text, m); err == nil && said.Kind == sitting.Recurring {
			l.Every = said.Every
		}
	}
	return l
}

// relative: by the next sitting, at once, or counted from this one; "in time" gives no day.
func relative(l sitting.Limit, d *extract.Deadline, m sitting.Means) sitting.Limit {
	said, err := sitting.ParseLimit(l.Text, m)
	switch {
	case err == nil && (said.Kind == sitting.NextTime || said.Kind == sitting.Urgent):
		l.Kind = said.Kind
	case d.End != 0:
		l.Kind, l.To = sitting.Counted, d.End
	}
	return l
}

// usualSpan is the office's limit where no date is said: the setting of the type that
// answers, else a week.
func (o *office) usualSpan(ask string) calendar.Span {
	week := calendar.Span{N: 7, Unit: calendar.Days}
	t := o.types.Answering(ask)
	if t == nil {
		return week
	}
	const name = "default_in"
	if g, ok := o.settings[t.Pack()+"."+name]; ok && !g.Value.Span.IsZero() {
		return g.Value.Span
	}
	if sc := t.Scope(); sc != nil {
		if s := sc.Settings[name]; !s.Value.Span.IsZero() {
			return s.Value.Span
		}
	}
	return week
}

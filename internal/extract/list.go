package extract

import (
	"fmt"
	"io"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// WriteTable writes a result for a person to read at a terminal.
func WriteTable(w io.Writer, l i18n.Lang, id string, res *Result) error {
	p := printer{w: w, lang: l}
	p.line("== %s", id)
	if m := &res.Meeting; m.Date != 0 || m.Chair != "" {
		p.line("%s", strings.Trim(strings.Join([]string{m.Date.In(l), m.Chair, m.Place}, " · "), " ·"))
	}
	for i := range res.Directives {
		p.directive(i+1, &res.Directives[i])
	}
	for _, f := range res.Facts {
		of := ""
		if f.Of != 0 {
			of = fmt.Sprintf(" / %s", number(f.Of))
		}
		p.line("   # %s%s  %s", number(f.Value), of, f.Measure)
	}
	for _, n := range res.Notes {
		p.line("   ! %s", n.Text.In(l))
	}
	return p.err
}

// printer writes lines until one fails.
type printer struct {
	w    io.Writer
	lang i18n.Lang
	err  error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) directive(n int, d *Directive) {
	p.line("%2d. %s", n, d.Action)
	owners := make([]string, 0, len(d.Owners))
	for _, o := range d.Owners {
		owners = append(owners, o.Text)
	}
	parts := []string{strings.Join(owners, "; ") + " [" + strings.Join(d.Keys, " ") + "]"}
	if l := &d.Deadline; l.Kind != NoDeadline {
		s := l.Text
		if l.End != 0 {
			s += " → " + l.End.String()
		}
		parts = append(parts, s)
	}
	if d.Target != nil {
		parts = append(parts, strings.TrimSpace(number(d.Target.Value)+" "+d.Target.Unit))
	}
	if d.Sanction != NoSanction {
		parts = append(parts, d.Sanction.String())
	}
	parts = append(parts, fmt.Sprintf("%d%%", int(d.Confidence*100+0.5)))
	p.line("    %s", strings.Join(parts, " · "))
	for _, w := range d.Why {
		p.line("    ? %s", w.Text.In(p.lang))
	}
}

// number writes a value with Indian grouping, and its decimals if it has any.
func number(v float64) string {
	s := i18n.Number(int64(v), false)
	if frac := v - float64(int64(v)); frac > 0 {
		s += strings.TrimPrefix(fmt.Sprintf("%.2g", frac), "0")
	}
	return s
}

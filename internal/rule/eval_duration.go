package rule

import "github.com/anupalan/anupalan/internal/calendar"

// Resolve gives the span that the duration stands for now, and false when the setting or
// path behind it holds no length. "rung" is resolved by whoever knows the ladder.
func (d Duration) Resolve(f Facts) (calendar.Span, bool) {
	v := Value{}
	switch {
	case d.Literal:
		return d.Span, true
	case d.Setting != "":
		v = f.Setting(d.Setting)
	case d.Path.S != "":
		v = f.Value(d.Path.S)
	}
	return v.Span, v.Kind == Length && !v.Span.IsZero()
}

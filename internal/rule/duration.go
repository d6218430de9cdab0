package rule

import "github.com/anupalan/anupalan/internal/calendar"

// Duration is a length written in a pack: a literal span, a setting's name or a path
// to a duration; exactly one is set. Within "rung" is Rung.
type Duration struct {
	Span    calendar.Span
	Literal bool
	Setting string
	Path    Path
	Rung    bool
	Pos     Pos
}

// IsZero reports that no duration was written.
func (d Duration) IsZero() bool {
	return !d.Literal && d.Setting == "" && d.Path.S == "" && !d.Rung
}

package sitting

import (
	"cmp"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// FigureKind is the kind under which figures lie among the drafts of a sitting.
const FigureKind = "figure"

// Figure is a number reported in the proceedings that is not yet taken down: like a
// directive's draft it has no event, and leaves nothing when it is left out.
type Figure struct {
	ID        record.ID        `json:"-"`
	Status    Status           `json:"status"`
	Order     int64            `json:"order"`
	Quote     Span             `json:"quote"`
	Said      string           `json:"said"`
	Measure   string           `json:"measure"`
	Indicator string           `json:"indicator,omitempty"` // "pack.indicator"; a free measure has none
	Fits      []string         `json:"fits,omitempty"`      // indicators offered, best first
	Place     record.ID        `json:"place"`
	From      calendar.Date    `json:"from,omitempty"`
	To        calendar.Date    `json:"to"`
	AsOn      calendar.Date    `json:"as_on"`
	Value     float64          `json:"value"`
	Of        float64          `json:"of,omitempty"`
	Unit      string           `json:"unit,omitempty"`
	About     bool             `json:"about,omitempty"`
	Nature    string           `json:"nature"` // stock, flow or total
	Touched   []string         `json:"touched,omitempty"`
	Revision  int32            `json:"revision,omitempty"`
	Person    record.ID        `json:"person,omitempty"`
	Post      record.ID        `json:"post,omitempty"`
	At        calendar.Instant `json:"at,omitempty"`
	Version   int32            `json:"-"`
}

// FigureEdit is what a person gives a figure; nil members stay.
type FigureEdit struct {
	Measure   *string
	Indicator *string
	Place     *record.ID
	From, To  *calendar.Date
	Nature    *string
	Version   int32
}

// ByPerson reports whether a person has decided or changed anything about it.
func (f *Figure) ByPerson() bool { return f.Status != Proposed || len(f.Touched) > 0 }

func (f *Figure) touch(field string) {
	if !slices.Contains(f.Touched, field) {
		f.Touched = append(f.Touched, field)
	}
}

// Edit gives a figure what a person says of it.
func (f *Figure) Edit(e FigureEdit) error {
	if e.Version != 0 && e.Version != f.Version {
		return fault.New(fault.Conflict, "sitting.changed")
	}
	wrong := fault.New(fault.Invalid, "sitting.figure_wrong")
	if e.Measure != nil && (clean(*e.Measure) == "" || !sound(*e.Measure)) {
		wrong.With("measure", "sitting.measure_required")
	}
	from, to := f.From, f.To
	if e.From != nil {
		from = *e.From
	}
	if e.To != nil {
		to = *e.To
	}
	if from != 0 && from > to {
		wrong.With("from", "sitting.range_backwards")
	}
	if err := wrong.Any(); err != nil {
		return err
	}
	if e.Measure != nil && clean(*e.Measure) != f.Measure {
		f.Measure = clean(*e.Measure)
		f.touch("measure")
	}
	if e.Indicator != nil && *e.Indicator != f.Indicator {
		f.Indicator = *e.Indicator
		f.touch("indicator")
	}
	if e.Place != nil && *e.Place != f.Place {
		f.Place = *e.Place
		f.touch("place")
	}
	if from != f.From || to != f.To {
		f.From, f.To = from, to
		f.touch("period")
	}
	if e.Nature != nil && *e.Nature != f.Nature {
		f.Nature = *e.Nature
		f.touch("nature")
	}
	return nil
}

// RereadFigures brings figures together with those of a new reading of the text: what a
// person decided or gave stays with its words, the rest follows the text. It gives the
// figures to keep, new ones without id, and the ids of those that are gone.
func RereadFigures(old, fresh []Figure, text string) (keep []Figure, gone []record.ID) {
	taken := make([]bool, len(fresh))
	for i := range old {
		f := old[i]
		at := slices.IndexFunc(fresh, func(n Figure) bool { return n.Said == f.Said && n.Value == f.Value && n.Unit == f.Unit })
		for at >= 0 && taken[at] {
			next := slices.IndexFunc(fresh[at+1:], func(n Figure) bool { return n.Said == f.Said && n.Value == f.Value && n.Unit == f.Unit })
			if next < 0 {
				at = -1
				break
			}
			at += 1 + next
		}
		switch {
		case at >= 0:
			taken[at] = true
			keep = append(keep, f.following(&fresh[at]))
		case f.ByPerson():
			f.Quote, f.Order = Span{}, LinesFrom
			if p := strings.Index(text, f.Said); p >= 0 && f.Said != "" {
				f.Quote, f.Order = Span{p, p + len(f.Said)}, int64(p)
			}
			keep = append(keep, f)
		default:
			gone = append(gone, f.ID)
		}
	}
	for i := range fresh {
		if !taken[i] {
			keep = append(keep, fresh[i])
		}
	}
	SortFigures(keep)
	return keep, gone
}

// following takes from a new reading what no person gave.
func (f Figure) following(n *Figure) Figure {
	was := f
	f.Order, f.Quote, f.Revision = n.Order, n.Quote, n.Revision
	if f.Status != Proposed {
		return f
	}
	f = *n
	f.ID, f.Version, f.Touched, f.Person, f.Post, f.At = was.ID, was.Version, was.Touched, was.Person, was.Post, was.At
	for _, field := range was.Touched {
		switch field {
		case "measure":
			f.Measure = was.Measure
		case "indicator":
			f.Indicator = was.Indicator
		case "place":
			f.Place = was.Place
		case "period":
			f.From, f.To = was.From, was.To
		case "nature":
			f.Nature = was.Nature
		}
	}
	return f
}

// SortFigures puts figures in the order of the text.
func SortFigures(list []Figure) {
	slices.SortStableFunc(list, func(a, b Figure) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID)) })
}

package app

import (
	"context"
	"slices"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
)

// BringBack reads a piece of the text, in bytes, that was set aside as page furniture, and
// gives the first draft that comes of it; one that names no directive becomes one whole.
func (a *App) BringBack(ctx context.Context, who Actor, key record.Key, start, end int) (first record.ID, err error) {
	err = a.atDesk(ctx, who, key, func(d *desk, k *sitting.Desk) error {
		n := len(d.s.Minutes)
		if n == 0 || start < 0 || end <= start || end > len(d.s.Minutes[n-1].Text) || !utf8.ValidString(d.s.Minutes[n-1].Text[start:end]) {
			return fault.New(fault.Invalid, "sitting.draft_wrong").With("span", "sitting.span_wrong")
		}
		m := &d.s.Minutes[n-1]
		found, _, err := a.readText(d, m.Text[start:end], m.Revision)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			one, err := a.ofLine(d, m.Text[start:end])
			if err != nil {
				return err
			}
			one.Quote = []sitting.Span{{Start: 0, End: end - start}}
			found = []sitting.Draft{one}
		}
		for i := range found {
			f := &found[i]
			f.Order += int64(start)
			f.Quote, f.Whom, f.When, f.Many = shifted(slices.Clone(f.Quote), start), shifted(f.Whom, start), shifted(f.When, start), shifted(f.Many, start)
			f.Touched = []string{"kept"} // by a person: a later reading does not lose it
			id, err := k.Add(*f)
			if err != nil {
				return err
			}
			if first == 0 {
				first = id
			}
		}
		return nil
	})
	return first, err
}

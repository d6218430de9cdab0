package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Setting is the value of a setting from a day on: "pack.key" or the program's own name.
type Setting struct {
	Key    string
	Starts calendar.Date
	Value  string // as it is written in packs and profiles, or JSON
	Source string
	Why    string
	Person record.ID
	Post   record.ID
	Event  record.ID // 0 the program's own
}

// Settings reads every setting of a district with all its dated values.
func (r *Reader) Settings(ctx context.Context, district int32) ([]Setting, error) {
	return collect(ctx, r, func(rows *sql.Rows, s *Setting) error {
		var starts string
		err := rows.Scan(&s.Key, &starts, &s.Value, &s.Source, &s.Why, &s.Person, &s.Post, &s.Event)
		s.Starts = day(starts)
		return err
	}, `SELECT key, starts, value, source, why, person, post, event FROM setting WHERE district=$1 ORDER BY key, starts`, district)
}

// SettingPut saves a value from a day on; the same key and day is replaced.
func (tx *Tx) SettingPut(district int32, s Setting) error {
	_, err := tx.exec(`INSERT INTO setting (district, key, starts, value, source, why, person, post, event) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)
 ON CONFLICT (district, key, starts) DO UPDATE SET value=excluded.value, source=excluded.source, why=excluded.why, person=excluded.person,
 post=excluded.post, event=excluded.event`, district, s.Key, s.Starts.String(), s.Value, s.Source, s.Why, int64(s.Person), int64(s.Post), int64(s.Event))
	return err
}

// Holiday is a closed day of a district's calendar and the revision that brought it.
type Holiday struct {
	Day      calendar.Date
	Name     i18n.Text
	Revision int32
}

// Holidays reads the holidays of a district between two days, both counted.
func (r *Reader) Holidays(ctx context.Context, district int32, from, to calendar.Date) ([]Holiday, error) {
	return collect(ctx, r, func(rows *sql.Rows, h *Holiday) error {
		var on string
		err := rows.Scan(&on, &h.Name.Hi, &h.Name.En, &h.Revision)
		h.Day = day(on)
		return err
	}, `SELECT day, name_hi, name_en, revision FROM holiday WHERE district=$1 AND day>=$2 AND day<=$3 ORDER BY day`, district, from.String(), to.String())
}

// HolidayPut declares a holiday; one already declared keeps its day and takes the new name.
func (tx *Tx) HolidayPut(district int32, h Holiday) error {
	_, err := tx.exec(`INSERT INTO holiday (district, day, name_hi, name_en, revision) VALUES ($1,$2,$3,$4,$5)
 ON CONFLICT (district, day) DO UPDATE SET name_hi=excluded.name_hi, name_en=excluded.name_en, revision=excluded.revision`,
		district, h.Day.String(), h.Name.Hi, h.Name.En, h.Revision)
	return err
}

// HolidayDrop takes a holiday back.
func (tx *Tx) HolidayDrop(district int32, on calendar.Date) error {
	_, err := tx.exec(`DELETE FROM holiday WHERE district=$1 AND day=$2`, district, on.String())
	return err
}

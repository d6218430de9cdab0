package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Today is the chair's page: one sentence, what waits for a decision, who is late, what comes, who is silent.
type Today struct {
	web.Base
	Sums      Sums
	Decisions []Decision
	ByBlock   bool // the table is by block, not by department
	Rows      []TallyRow
	Total     TallyRow
	Dates     []Coming
	Quiet     []QuietOffice
	Export    []web.Link
}

// Decision is something only the chair can do, with the button that says what.
type Decision struct {
	Title string
	Note  string
	Act   web.Link
}

// TallyRow is one department or block with its open matters; the columns before All add up to it.
type TallyRow struct {
	Name   string
	Href   string
	Late   web.Count
	Soon   web.Count
	InTime web.Count
	Silent web.Count
	All    web.Count
	Oldest int // days of the oldest delay
}

// Coming is a dated thing ahead.
type Coming struct {
	Date     calendar.Date
	Title    string
	Href     string
	Note     string
	Standing web.Standing
	Link     web.Link
}

// QuietOffice is an office that has said nothing past its limit.
type QuietOffice struct {
	Name string
	Href string
	Last calendar.Date
	N    web.Count
}

// Most is the largest number of late matters in a row, the measure of the bars.
func (t *Today) Most() int {
	most := 0
	for _, r := range t.Rows {
		most = max(most, r.Late.N)
	}
	return most
}

// QuietSum counts the silent matters of the offices listed.
func (t *Today) QuietSum() int {
	sum := 0
	for _, q := range t.Quiet {
		sum += q.N.N
	}
	return sum
}

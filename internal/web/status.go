package web

import "github.com/anupalan/anupalan/internal/calendar"

// Status says how a matter stands against its clock; it is always shown as shape, word and colour together.
type Status uint8

// The statuses; the zero value shows nothing.
const (
	NoStatus Status = iota
	InTime
	DueSoon
	Late
	Silent
	Paused
	Closed
	Void
)

// Standing is a status with what its words need: days late or silent, or the due instant.
type Standing struct {
	Status Status
	Days   int
	Due    calendar.Instant
}

// Count is a number that opens to the list behind it; without Href it is a bare number.
type Count struct {
	N    int
	Href string
}

// Link is a text that leads somewhere.
type Link struct {
	Text string
	Href string
}

// class is the colour's name in the stylesheet, shape the icon's.
func (s Status) class() string {
	return [...]string{"", "ok", "soon", "late", "mute", "mute", "done", "mute"}[s]
}

func (s Status) shape() string {
	return [...]string{"", "ok", "soon", "late", "silent", "paused", "done", "void"}[s]
}

func (f funcs) standing(s Standing) string {
	switch s.Status {
	case InTime, DueSoon:
		return f.by(s.Due)
	case Late:
		if s.Days == 0 {
			return f.pick("समय बीत गया", "past its time")
		}
		return f.say(f.pick("%[1]v दिन विलंब", "%[1]v {1|day|days} late"), s.Days).(string)
	case Silent:
		return f.say(f.pick("%[1]v दिन से मौन", "silent {1|a day|%[1]v days}"), s.Days).(string)
	case Paused:
		return f.pick("समय रुका है", "clock paused")
	case Closed:
		return f.pick("पूरा", "Done")
	case Void:
		return f.pick("रद्द", "Void")
	}
	return ""
}

// by says until when: the hour alone if that is today, the day otherwise, "no date" if there is none.
func (f funcs) by(due calendar.Instant) string {
	switch {
	case due == 0:
		return f.pick("तिथि नहीं", "no date")
	case due.Date() == f.today():
		return f.say(f.pick("आज %[1]v तक", "by %[1]v today"), f.hour(due)).(string)
	}
	return f.say(f.pick("%[1]v तक", "by %[1]v"), f.short(due.Date())).(string)
}

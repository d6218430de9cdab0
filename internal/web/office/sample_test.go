package office_test

import (
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// sample is one page in one state, made anew for each language.
type sample struct {
	name   string
	reader func(l i18n.Lang) web.Reader
	page   func(w words) web.Page
}

// words picks the half of a sample text, as handlers do with what comes from packs.
type words struct{ l i18n.Lang }

func (w words) t(hi, en string) string { return i18n.Text{Hi: hi, En: en}.In(w.l) }

func day(d int) calendar.Date   { v, _ := calendar.DateOf(2026, time.February, d); return v }
func march(d int) calendar.Date { v, _ := calendar.DateOf(2026, time.March, d); return v }

var now = day(27).At(10, 40)

func head(l i18n.Lang, post string, rooms ...web.Room) web.Reader {
	return web.Reader{
		Lang: l, Office: i18n.Text{Hi: "सारण समाहरणालय", En: "Saran Collectorate"}.In(l),
		Me:    web.Me{Person: i18n.Text{Hi: "अनिता कुमारी", En: "Anita Kumari"}.In(l), Post: post, Key: "p1"},
		Rooms: rooms, Path: "/page?by=block",
	}
}

func chair(l i18n.Lang) web.Reader {
	return head(l, i18n.Text{Hi: "जिलाधिकारी", En: "District Magistrate"}.In(l),
		web.RoomToday, web.RoomWork, web.RoomMatters, web.RoomMeetings, web.RoomWeekly, web.RoomExceptions, web.RoomAudit, web.RoomOperator)
}

func block(l i18n.Lang) web.Reader {
	r := head(l, i18n.Text{Hi: "प्रखंड विकास पदाधिकारी, अमनौर", En: "Block Development Officer, Amnour"}.In(l),
		web.RoomWork, web.RoomMatters, web.RoomMeetings, web.RoomWeekly)
	r.Office = i18n.Text{Hi: "अमनौर प्रखंड", En: "Amnour block"}.In(l)
	return r
}

func visitor(l i18n.Lang) web.Reader {
	return web.Reader{Lang: l, Office: i18n.Text{Hi: "सारण समाहरणालय", En: "Saran Collectorate"}.In(l), Path: "/sign-in"}
}

func base(room web.Room) web.Base { return web.Base{Room: room, AsOn: now} }

func late(n int) web.Standing   { return web.Standing{Status: web.Late, Days: n} }
func silent(n int) web.Standing { return web.Standing{Status: web.Silent, Days: n} }
func soon(at calendar.Instant) web.Standing {
	return web.Standing{Status: web.DueSoon, Due: at}
}
func inTime(d calendar.Date) web.Standing {
	return web.Standing{Status: web.InTime, Due: d.At(17, 0)}
}

var closed = web.Standing{Status: web.Closed}

func n(v int) web.Count { return web.Count{N: v, Href: "/matters?late=yes"} }

// samples are all pages in all their states.
func samples() []sample {
	var all []sample
	for _, group := range [][]sample{doorSamples(), workSamples(), matterSamples(), meetingSamples(), readingSamples(), learnedSamples(), deskSamples(), stateSamples(), longSamples()} {
		all = append(all, group...)
	}
	return all
}

package web

import (
	"fmt"
	"html/template"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
)

// funcs are the functions of one parsed set: one language, one digit set.
type funcs struct {
	lang   i18n.Lang
	deva   bool
	now    func() time.Time
	assets *assets
}

func (f funcs) table() template.FuncMap {
	return template.FuncMap{
		"t":      func(hi, en string, args ...any) any { return f.say(f.pick(hi, en), args...) },
		"say":    func(s, _ string, args ...any) any { return f.say(s, args...) },
		"num":    func(n int) string { return i18n.Number(int64(n), f.deva) },
		"digits": func(s string) string { return i18n.Digits(s, f.deva) },
		"b": func(a any) template.HTML {
			return template.HTML("<b>" + template.HTMLEscapeString(f.plain(a)) + "</b>")
		},
		"link":     f.link,
		"cnt":      func(c Count) template.HTML { return f.link(c.Href, c.N) },
		"gcnt":     f.markedCount,
		"glink":    f.markedLink,
		"bcnt":     func(c Count) template.HTML { return f.link(c.Href, template.HTML("<b>"+f.plain(c)+"</b>")) },
		"date":     f.date,
		"day":      f.day,
		"short":    f.short,
		"weekday":  func(d calendar.Date) string { return i18n.Weekdays[d.Weekday()].In(f.lang) },
		"month":    func(d calendar.Date) string { return i18n.Months[d.Month()].In(f.lang) },
		"dom":      func(d calendar.Date) string { return i18n.Digits(fmt.Sprint(d.Day()), f.deva) },
		"at":       f.at,
		"hour":     f.hour,
		"stamp":    func(i calendar.Instant) string { return i.Time().Format(time.RFC3339) },
		"size":     f.size,
		"pct":      f.pct,
		"icon":     icon,
		"st":       f.st,
		"standing": f.standingMark,
		"shape":    shapeMark,
		"glyph":    glyph,
		"inc":      func(n int) int { return n + 1 },
		"tone":     func(s Status) string { return s.class() },
		"bar":      bar,
		"hi":       f.foreign,
		"asset":    f.assets.url,
		"path":     Path,
		"initial":  func() string { return f.lang.String() },
	}
}

func (f funcs) pick(hi, en string) string {
	if f.lang == i18n.English {
		return en
	}
	return hi
}

func (f funcs) today() calendar.Date { return calendar.At(f.now()).Date() }

func (f funcs) numerals(s string) string { return i18n.Digits(s, f.deva) }

// date writes 27 फरवरी 2026; no day is a dash.
func (f funcs) date(d calendar.Date) string {
	if d == 0 {
		return "–"
	}
	return f.numerals(fmt.Sprintf("%d %s %d", d.Day(), i18n.Months[d.Month()].In(f.lang), d.Year()))
}

// day writes शुक्रवार, 27 फरवरी 2026.
func (f funcs) day(d calendar.Date) string {
	if d == 0 {
		return "–"
	}
	return i18n.Weekdays[d.Weekday()].In(f.lang) + ", " + f.date(d)
}

// short leaves the year out while it is this year's.
func (f funcs) short(d calendar.Date) string {
	if d == 0 || d.Year() != f.today().Year() {
		return f.date(d)
	}
	return f.numerals(fmt.Sprintf("%d %s", d.Day(), i18n.Months[d.Month()].In(f.lang)))
}

// hour writes 17:00 or 5:00 pm.
func (f funcs) hour(i calendar.Instant) string {
	h, m := i.Clock()
	if f.lang == i18n.Hindi {
		return f.numerals(fmt.Sprintf("%d:%02d", h, m))
	}
	half := "am"
	if h >= 12 {
		half = "pm"
	}
	return f.numerals(fmt.Sprintf("%d:%02d", (h+11)%12+1, m)) + "\u00a0" + half
}

// at writes 27 फरवरी, 9:30; no instant is a dash.
func (f funcs) at(i calendar.Instant) string {
	if i == 0 {
		return "–"
	}
	return f.short(i.Date()) + ", " + f.hour(i)
}

func (f funcs) size(bytes int64) string {
	switch {
	case bytes >= 10<<20:
		return f.numerals(fmt.Sprintf("%d MB", bytes>>20))
	case bytes >= 1<<20:
		return f.numerals(fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20)))
	}
	return f.numerals(fmt.Sprintf("%d KB", (bytes+1023)>>10))
}

// pct writes the share of a in b with one decimal; of nothing there is no share.
func (f funcs) pct(a, b int) string {
	if b == 0 {
		return "–"
	}
	return f.numerals(fmt.Sprintf("%.1f%%", 100*float64(a)/float64(b)))
}

// link writes an anchor to a place on this site; without one, or to anywhere else, the text alone.
func (f funcs) link(href string, text any) template.HTML {
	body, ok := text.(template.HTML)
	if !ok {
		body = template.HTML(template.HTMLEscapeString(f.plain(text)))
	}
	if !onSite(href) {
		return body
	}
	return template.HTML(`<a href="`+template.HTMLEscapeString(href)+`">`) + body + "</a>"
}

// markedLink is a link that keeps its status shape on its line: browsers break beside a drawing even at a hard space.
func (f funcs) markedLink(status, href string, text any) (template.HTML, error) {
	shape, err := glyph(status)
	return `<span class="nb">` + shape + " " + f.link(href, text) + "</span>", err
}

func (f funcs) markedCount(status string, c Count) (template.HTML, error) {
	return f.markedLink(status, c.Href, c.N)
}

func onSite(href string) bool {
	switch {
	case strings.HasPrefix(href, "#"), strings.HasPrefix(href, "?"):
		return true
	}
	return strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "//") && !strings.HasPrefix(href, `/\`)
}

// foreign marks text that is not in the page's language, so that a screen reader changes its voice.
func (f funcs) foreign(s string) template.HTMLAttr {
	deva, latin := 0, 0
	for _, r := range s {
		switch {
		case r >= 0x900 && r <= 0x97f:
			deva++
		case r >= 'A' && r <= 'z':
			latin++
		}
	}
	switch {
	case f.lang == i18n.English && deva > latin:
		return `lang="hi"`
	case f.lang == i18n.Hindi && deva == 0 && latin > 12:
		return `lang="en"`
	}
	return ""
}

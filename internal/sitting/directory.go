package sitting

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// Directory finds the posts that a text means in a district on a day.
type Directory struct {
	o      *org.Org
	day    calendar.Date
	usages []known                       // what the district has said before, longest words first
	names  func() map[string][]record.ID // what posts are called, without their place
	places func() map[string][]placeName // names of places by their first word
}

// placeName is one folded name of a place.
type placeName struct {
	id    record.ID
	words []string
}

// NewDirectory makes the directory of a day; the names are gathered when first needed.
// The usages are those of the district that are in force.
func NewDirectory(o *org.Org, day calendar.Date, usages ...Usage) *Directory {
	d := &Directory{o: o, day: day, usages: learned(usages)}
	d.names, d.places = sync.OnceValue(d.gather), sync.OnceValue(d.gatherPlaces)
	return d
}

// gather enters every post under its whole names, its names without the place, and its
// short forms.
func (d *Directory) gather() map[string][]record.ID {
	at := map[string][]record.ID{}
	enter := func(name string, id record.ID) {
		if n := plainName(name); n != "" && !slices.Contains(at[n], id) {
			at[n] = append(at[n], id)
		}
	}
	posts := d.o.Rows().Posts
	for i := range posts {
		p := &posts[i]
		if !org.On(d.day, p.From, p.To) {
			continue
		}
		for _, name := range append([]string{p.Name.Hi, p.Name.En}, p.Aliases...) {
			enter(name, p.ID)
			head, _, _ := strings.Cut(name, ",")
			enter(head, p.ID)
		}
	}
	return at
}

// gatherPlaces enters every place under the first word of each of its names.
func (d *Directory) gatherPlaces() map[string][]placeName {
	at := map[string][]placeName{}
	places := d.o.Rows().Places
	for i := range places {
		p := &places[i]
		if !org.On(d.day, p.From, p.To) {
			continue
		}
		for _, name := range append([]string{p.Name.Hi, p.Name.En}, p.Aliases...) {
			words := strings.Fields(i18n.Fold(name))
			if len(words) == 0 {
				continue
			}
			at[words[0]] = append(at[words[0]], placeName{p.ID, words})
			if n := len(words) - 1; n > 0 && kindWords()[words[n]] == p.Kind {
				at[words[0]] = append(at[words[0]], placeName{p.ID, words[:n]})
			}
		}
	}
	return at
}

// placesIn gives the places that a text names, whole, with the word that follows each.
func (d *Directory) placesIn(text string) (list []record.ID, next []string) {
	words := strings.Fields(i18n.Fold(text))
	for i := range words {
		for _, n := range d.places()[words[i]] {
			if end := i + len(n.words); end <= len(words) && slices.Equal(words[i:end], n.words) {
				after := ""
				if end < len(words) {
					after = words[end]
				}
				list, next = append(list, n.id), append(next, after)
			}
		}
	}
	return list, next
}

// OnePlace gives the place that a text names, if it names only one; the district itself
// does not count beside a smaller one. 0 if none, or several.
func (d *Directory) OnePlace(text string) record.ID {
	places, next := d.placesIn(text)
	var found record.ID
	for i, id := range places {
		p := d.o.Place(id)
		if said := kindWords()[next[i]]; said != "" && said != p.Kind || p.Kind == "state" || p.Kind == "district" {
			continue
		}
		switch {
		case found == 0 || found == id || d.o.Within(id, found) && d.o.Place(found).Name == p.Name:
			found = id
		case !d.o.Within(found, id):
			return 0
		}
	}
	return found
}

// at gives those posts of a kind whose own place a text names, else those whose place holds
// the one it names: a subdivision's officer for a block of it.
func (d *Directory) at(kind []record.ID, text string) []record.ID {
	places, _ := d.placesIn(text)
	var here, over []record.ID
	for _, id := range kind {
		own := d.o.Post(id).Place
		switch {
		case slices.Contains(places, own):
			here = append(here, id)
		case d.o.Place(own).Kind != "district" && slices.ContainsFunc(places, func(p record.ID) bool { return d.o.Within(p, own) }):
			over = append(over, id)
		}
	}
	if len(here) == 0 {
		return over
	}
	return here
}

// kinds of place as texts name them after a name, folded.
var kindWords = sync.OnceValue(func() map[string]string {
	at := map[string]string{}
	for kind, words := range map[string][]string{
		"subdivision": {"अनुमंडल", "अनुमण्डल", "उपखंड", "subdivision"}, "block": {"प्रखंड", "प्रखण्ड", "ब्लॉक", "अंचल", "विकासखंड", "जनपद", "block", "circle"},
		"panchayat": {"पंचायत", "panchayat"}, "district": {"जिले", "जिला", "district"},
	} {
		for _, w := range words {
			at[i18n.Fold(w)] = kind
		}
	}
	return at
})

// inArea keeps of all posts of a kind those that lie in an area named by the owner or right
// before it; the whole kind where none is.
func (d *Directory) inArea(w *Owner, kind []record.ID, in Around) []record.ID {
	places, next := d.placesIn(in.Before + " " + w.Text)
	var inside []record.ID
	for _, id := range kind {
		for i, area := range places {
			place := d.o.Place(area)
			if said := kindWords()[next[i]]; said != "" && said != place.Kind {
				continue
			}
			if d.o.Within(d.o.Post(id).Place, area) {
				inside = append(inside, id)
				break
			}
		}
	}
	if len(inside) == 0 || len(inside) == len(kind) {
		return kind
	}
	if len(inside) > 1 {
		w.Why = WhyArea
	}
	return inside
}

// words that stand before the name of a post and are no part of it.
var before = []string{"सभी", "समस्त", "सब", "प्रत्येक", "संबंधित", "सम्बंधित", "सम्बन्धित", "शेष", "all", "every", "each", "the", "concerned"}

// plainName folds a name of a post, without the words before it, in the singular.
func plainName(name string) string {
	var words []string
	for _, w := range strings.Fields(i18n.NFC(name)) {
		words = append(words, strings.Fields(i18n.Fold(singular(unstopped(w))))...)
	}
	for len(words) > 1 && slices.ContainsFunc(before, func(b string) bool { return i18n.Fold(b) == words[0] }) {
		words = words[1:]
	}
	for i, w := range words {
		if w == foldedOfficer || w == foldedEnglish {
			words[i] = foldedShort
		}
	}
	return strings.Join(words, " ")
}

// The words for an officer that stand for one another.
var foldedOfficer, foldedShort, foldedEnglish = i18n.Fold("पदाधिकारी"), i18n.Fold("अधिकारी"), i18n.Fold("ऑफिसर")

// plurals are endings of the oblique plural with what the singular has instead.
var plurals = [][2]string{{"ियों", "ी"}, {"ाओं", "ा"}, {"ों", ""}}

func singular(w string) string {
	for _, p := range plurals {
		if stem, ok := strings.CutSuffix(w, p[0]); ok && stem != "" {
			return stem + p[1]
		}
	}
	return w
}

// unstopped takes the stops out of an abbreviation, however they are written: सी०एस०, सी.एस.,
// सी0एस0 and C.S. are सीएस and CS.
func unstopped(w string) string {
	letters := 0
	var out []rune
	runes := []rune(w)
	for i, r := range runes {
		if strings.ContainsRune("०0.॰", r) && letters > 0 && (i+1 == len(runes) || !unicode.IsDigit(runes[i+1])) {
			continue
		}
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			letters++
		}
		out = append(out, r)
	}
	return string(out)
}

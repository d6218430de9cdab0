package sitting

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// shortest is the most letters of a word that may be a short form: सीओ, DPO, एमओआईसी.
const shortest = 8

// kindOf gives the posts of the one kind that an owner names. Of a short form the reader's
// key is one opinion; the posts of the district that bear it are others.
func (d *Directory) kindOf(w *Owner, in Around) []record.ID {
	kind := d.ofKind(w.Key)
	if generic(w.Key) {
		return kind
	}
	name := d.placeless(w.Text)
	if !short(name) {
		if len(kind) == 0 {
			kind = d.called(w, name, in)
		}
		return kind
	}
	bearers := d.bearers(name)
	for _, id := range kind {
		if !slices.Contains(bearers, id) {
			bearers = append(bearers, id)
		}
	}
	return d.decide(w, bearers, in)
}

// short reports a name of one short word.
func short(text string) bool {
	name := plainName(text)
	return name != "" && !strings.Contains(name, " ") && utf8.RuneCountInString(name) <= shortest
}

// bearers gives the posts that are called by a short form, alone or as the first word of one
// of their own short forms: "DPO" is borne by "DPO ICDS" too.
func (d *Directory) bearers(text string) []record.ID {
	name := plainName(text)
	list := slices.Clone(d.names()[name])
	posts := d.o.Rows().Posts
	for i := range posts {
		p := &posts[i]
		if !org.On(d.day, p.From, p.To) || slices.Contains(list, p.ID) {
			continue
		}
		for _, alias := range p.Aliases {
			if strings.HasPrefix(plainName(alias), name+" ") {
				list = append(list, p.ID)
				break
			}
		}
	}
	return list
}

// called gives the posts that are called as the owner is, in one or in the plural, with
// their place or without it.
func (d *Directory) called(w *Owner, placeless string, in Around) []record.ID {
	for _, name := range []string{w.Text, placeless} {
		if posts := d.names()[plainName(name)]; len(posts) > 0 {
			return d.decide(w, posts, in)
		}
	}
	return nil
}

// placeless takes the places out of a name: "सीओ अमनौर" is a सीओ. A name that is nothing but
// places stays.
func (d *Directory) placeless(text string) string {
	words := strings.Fields(strings.ReplaceAll(text, ",", " "))
	var left []string
	for i := 0; i < len(words); {
		n := d.placeAt(words[i:])
		if n == 0 {
			left = append(left, words[i])
			n = 1
		} else if i+n < len(words) && kindWords()[i18n.Fold(words[i+n])] != "" {
			n++
		}
		i += n
	}
	if len(left) == 0 {
		return text
	}
	return strings.Join(left, " ")
}

// placeAt gives how many words the longest name of a place takes at the start; 0 if none.
func (d *Directory) placeAt(words []string) int {
	most := 0
	for _, n := range d.places()[i18n.Fold(words[0])] {
		if len(n.words) <= len(words) && len(n.words) > most && slices.Equal(strings.Fields(i18n.Fold(strings.Join(words[:len(n.words)], " "))), n.words) {
			most = len(n.words)
		}
	}
	return most
}

// decide keeps the posts of one designation. Several that share a name are told apart by
// the department that the heading names, else by what the sentence is about; where neither
// does, one of each is offered.
func (d *Directory) decide(w *Owner, posts []record.ID, in Around) []record.ID {
	groups := d.byDesignation(posts, w.All)
	if len(groups) == 0 {
		return nil
	}
	if len(groups) > 1 {
		for _, from := range []struct{ why, text string }{{WhyHeading, in.Heading}, {WhySentence, in.Sentence}} {
			if best := d.fitting(groups, from.text); best != nil {
				w.Why = from.why
				groups = [][]record.ID{best}
				break
			}
		}
	}
	if len(groups) > 1 {
		w.Why = WhySameName
		for _, g := range groups {
			if here := d.at(g, w.Text+" "+in.Sentence); len(here) > 0 {
				g = here
			}
			if len(w.Choices) < mostChoices {
				w.Choices = append(w.Choices, g[0])
			}
		}
		return nil
	}
	first := d.o.Post(groups[0][0]).Designation
	if all := d.o.PostsNamed(first, 0, d.day); len(all) == len(groups[0]) && first != "" {
		w.Key = first // so that the whole kind can be named again
		return all
	}
	return groups[0]
}

// byDesignation parts posts by designation, and by department too unless all are meant.
func (d *Directory) byDesignation(posts []record.ID, all bool) [][]record.ID {
	var groups [][]record.ID
	for _, id := range posts {
		p := d.o.Post(id)
		at := slices.IndexFunc(groups, func(g []record.ID) bool {
			q := d.o.Post(g[0])
			return q.Designation == p.Designation && (all || q.Department == p.Department)
		})
		if at < 0 {
			groups = append(groups, []record.ID{id})
			continue
		}
		groups[at] = append(groups[at], id)
	}
	return groups
}

// fitting gives the one group of which a text speaks most: of its department, or in the
// words that only its name has. Nil if none stands out.
func (d *Directory) fitting(groups [][]record.ID, text string) []record.ID {
	words := strings.Fields(i18n.Fold(text))
	if len(words) == 0 {
		return nil
	}
	type scored struct {
		group []record.ID
		n     int
	}
	var list []scored
	for _, g := range groups {
		list = append(list, scored{g, d.speaksOf(words, g[0], groups)})
	}
	slices.SortStableFunc(list, func(a, b scored) int { return cmp.Compare(b.n, a.n) })
	if list[0].n == 0 || list[0].n == list[1].n {
		return nil
	}
	return list[0].group
}

// speaksOf weighs how far words speak of a post: 4 for its department's whole name, 1 for
// each word of its name, short forms and department that no other group has.
func (d *Directory) speaksOf(words []string, id record.ID, groups [][]record.ID) int {
	n := 0
	if dept := d.o.Department(d.o.Post(id).Department); dept != nil {
		for _, name := range append([]string{dept.Name.Hi, dept.Name.En}, dept.Aliases...) {
			if want := strings.Fields(i18n.Fold(name)); len(want) > 0 && contains(words, want) {
				n = 4
			}
		}
	}
	for own := range d.ownWords(id) {
		if !slices.Contains(words, own) {
			continue
		}
		others := slices.ContainsFunc(groups, func(g []record.ID) bool { _, has := d.ownWords(g[0])[own]; return has && g[0] != id })
		if !others {
			n++
		}
	}
	return n
}

// ownWords are the words of a post's name, short forms and department.
func (d *Directory) ownWords(id record.ID) map[string]struct{} {
	p := d.o.Post(id)
	head, _, _ := strings.Cut(p.Name.Hi, ",")
	english, _, _ := strings.Cut(p.Name.En, ",")
	texts := append([]string{head, english}, p.Aliases...)
	if dept := d.o.Department(p.Department); dept != nil {
		texts = append(append(texts, dept.Name.Hi, dept.Name.En), dept.Aliases...)
	}
	at := map[string]struct{}{}
	for _, t := range texts {
		for _, w := range strings.Fields(i18n.Fold(t)) {
			if utf8.RuneCountInString(w) > 2 && !slices.Contains(empty(), w) {
				at[w] = struct{}{}
			}
		}
	}
	return at
}

func contains(words, want []string) bool {
	for i := 0; i+len(want) <= len(words); i++ {
		if slices.Equal(words[i:i+len(want)], want) {
			return true
		}
	}
	return false
}

package sitting

import (
	"slices"
	"strings"
	"sync"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
)

// empty are words that say nothing of what a post is for, folded.
var empty = sync.OnceValue(func() []string {
	var list []string
	for _, w := range []string{"विभाग", "पदाधिकारी", "अधिकारी", "जिला", "प्रखंड", "कार्यालय", "एवं", "department", "officer", "district", "block", "and", "office"} {
		list = append(list, i18n.Fold(w))
	}
	return list
})

// headed asks the head of a department where a department, not a post, is named: the one
// officer of it in the district who stands under nobody of it. Several are offered.
func (d *Directory) headed(w *Owner) bool {
	if w.All || generic(w.Key) || len(w.Choices) > 0 {
		return false
	}
	dept := d.department(w.Text)
	if dept == 0 {
		return false
	}
	heads := d.heads(dept)
	switch len(heads) {
	case 0:
		return false
	case 1:
		w.Posts, w.Why = heads, WhyHead
	default:
		w.Choices, w.Why = heads[:min(len(heads), mostChoices)], WhyHeads
	}
	return true
}

// department gives the department that a text names, whole or without the word for it; 0
// if it names none, or several.
func (d *Directory) department(text string) record.ID {
	asked := bare(text)
	if asked == "" {
		return 0
	}
	var found record.ID
	departments := d.o.Rows().Departments
	for i := range departments {
		dept := &departments[i]
		if !org.On(d.day, dept.From, dept.To) {
			continue
		}
		for _, name := range append([]string{dept.Name.Hi, dept.Name.En, dept.Abbr}, dept.Aliases...) {
			if bare(name) != asked {
				continue
			}
			if found != 0 && found != dept.ID {
				return 0
			}
			found = dept.ID
		}
	}
	return found
}

// bare folds a name of a department without the word for it.
func bare(name string) string {
	words := slices.DeleteFunc(strings.Fields(plainName(name)), func(w string) bool { return w == empty()[0] || w == "department" })
	return strings.Join(words, " ")
}

// heads gives the officers of a department at the district's own place who stand under no
// other officer of it there.
func (d *Directory) heads(dept record.ID) []record.ID {
	officers := d.o.PostsAt("district", dept, 0, d.day)
	return slices.DeleteFunc(slices.Clone(officers), func(id record.ID) bool {
		return slices.ContainsFunc(officers, func(up record.ID) bool { return up != id && d.o.Below(id, up) })
	})
}

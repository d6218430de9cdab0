package matter

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// kindOfField is the kind of value that each type of field holds.
var kindOfField = map[FieldType][]rule.ValueKind{
	TText: {rule.Text}, TNumber: {rule.Number}, TYesNo: {rule.YesNo}, TMoney: {rule.Money}, TDate: {rule.Date},
	TDuration: {rule.Length}, TRhythm: {rule.Text, rule.Code}, TFile: {rule.File}, TPhone: {rule.Phone},
	TPerson: {rule.Text, rule.Link}, TPost: {rule.Link}, TPosts: {rule.Links}, TPlace: {rule.Link},
	TOneOf: {rule.Code}, TSomeOf: {rule.Codes}, TEntry: {rule.Link}, TMatter: {rule.Link}, TChecklist: {rule.Answers},
}

// sound asks whether a typed value fits its field.
func (v view) sound(key string, val rule.Value, f *fault.Fault) {
	field := v.t.Field(key)
	if field == nil {
		return
	}
	if !slices.Contains(kindOfField[field.Type], val.Kind) {
		f.With(key, "matter.wrong_kind", field.Name)
		return
	}
	switch field.Type {
	case TText:
		if n := utf8.RuneCountInString(strings.TrimSpace(val.S)); n < max(field.MinChars, 1) {
			f.With(key, "matter.too_short", field.Name, max(field.MinChars, 1), n)
		}
	case TMoney:
		v.bounded(key, field, val, f)
	case TOneOf:
		v.oneOf(key, field.Arg, val.S, f)
	case TSomeOf:
		for _, c := range val.List {
			v.oneOf(key, field.Arg, c, f)
		}
	case TEntry, TMatter, TRhythm, TPhone, TDate:
		v.pointed(key, field, val, f)
	case TPost, TPosts:
		for _, k := range append(val.List, val.S) {
			if k != "" && v.r.w.postByKey(k) == nil {
				f.With(key, "matter.no_such_post", k)
			}
		}
	case TPlace:
		v.placed(key, field, val.S, f)
	case TChecklist:
		v.filled(key, field, val, f)
	case TFile:
		if len(val.List) == 0 {
			f.With(key, "matter.asked", field.Name)
		}
	}
}

// pointed wants what a value points to or spells to be there: a row that is known unless the
// field takes new ones, a key, a rhythm, a telephone number, a day.
func (v view) pointed(key string, field *Field, val rule.Value, f *fault.Fault) {
	ok := true
	switch field.Type {
	case TEntry:
		ok = field.OrNew || v.r.w.Rows == nil || v.r.row(v.t, field.Key, val.S) != nil
	case TMatter:
		_, err := record.ParseKey(val.S)
		ok = err == nil
	case TRhythm:
		_, err := calendar.ParseRhythm(val.S)
		ok = err == nil
	case TPhone:
		ok = telephone(val.S)
	case TDate:
		ok = val.N > 0 && val.N <= int64(calendar.MaxDate)
	}
	if !ok {
		f.With(key, "matter.not_found_here", field.Name, val.String())
	}
}

// telephone takes ten digits, with the country's code or a zero before them if need be.
func telephone(s string) bool {
	digits := 0
	for _, c := range i18n.Digits(s, false) {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c != ' ' && c != '-' && c != '+':
			return false
		}
	}
	return digits >= 10 && digits <= 13
}

func (v view) bounded(key string, field *Field, val rule.Value, f *fault.Fault) {
	if val.N < 0 {
		f.With(key, "matter.too_little", field.Name, 0)
	}
	least, most := field.Least.Value(v, nil), field.Most.Value(v, nil)
	if field.Least.Op != 0 && !least.Missing() && val.N < least.N {
		f.With(key, "matter.too_little", field.Name, least.String())
	}
	if field.Most.Op != 0 && !most.Missing() && val.N > most.N {
		f.With(key, "matter.too_much", field.Name, most.String())
	}
}

func (v view) placed(key string, field *Field, slug string, f *fault.Fault) {
	p := v.r.w.Org.Place(v.r.w.Org.ByKey(record.Place, slug))
	switch {
	case p == nil:
		f.With(key, "matter.no_such_place", slug)
	case len(field.Places) > 0 && !slices.Contains(field.Places, p.Kind):
		f.With(key, "matter.wrong_place", p.Name)
	}
}

func (v view) filled(key string, field *Field, val rule.Value, f *fault.Fault) {
	sc := v.t.Scope()
	if sc == nil {
		return
	}
	list, ok := sc.Checklist[field.Arg]
	if !ok {
		return
	}
	for _, item := range sortedKeys(val.Map) {
		mark := val.Map[item]
		known := slices.ContainsFunc(list.Items, func(i CheckItem) bool { return i.Key == item })
		marked := mark == "na" || slices.ContainsFunc(list.Marks, func(c Code) bool { return c.Key == mark })
		if !known || !marked {
			f.With(key+"."+item, "matter.not_a_mark", mark)
		}
	}
	if len(val.Map) == 0 {
		f.With(key, "matter.asked", field.Name)
	}
}

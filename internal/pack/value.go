package pack

import (
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// ValueOf reads a field's value from text as a catalogue, a sheet or an example writes it.
// Several codes, posts or files are parted by ";" or ",". Links stay keys; whoever knows
// the organisation turns them into ids. ok is false when the text is not of the type.
func ValueOf(f *matter.Field, text string) (v rule.Value, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return rule.Value{}, true
	}
	switch f.Type {
	case matter.TText:
		return rule.Value{Kind: rule.Text, S: text}, true
	case matter.TPhone:
		return rule.Value{Kind: rule.Phone, S: text}, true
	case matter.TOneOf:
		return rule.Value{Kind: rule.Code, S: text}, rule.IsName(text)
	case matter.TSomeOf:
		return rule.Value{Kind: rule.Codes, List: several(text)}, true
	case matter.TFile:
		return rule.Value{Kind: rule.File, List: several(text)}, true
	case matter.TPosts:
		return rule.Value{Kind: rule.Links, List: several(text)}, true
	case matter.TPerson, matter.TPost, matter.TPlace, matter.TEntry, matter.TMatter:
		return rule.Value{Kind: rule.Link, S: text}, true
	}
	return measuredValue(f, text)
}

func measuredValue(f *matter.Field, text string) (rule.Value, bool) {
	switch f.Type {
	case matter.TNumber, matter.TCountOf:
		n, err := strconv.ParseInt(text, 10, 64)
		return rule.Value{Kind: rule.Number, N: n}, err == nil
	case matter.TMoney, matter.TSumOf:
		v, ok := rule.ParseLiteral(text)
		if v.Kind == rule.Number {
			v = rule.Value{Kind: rule.Money, N: v.N * 100}
		}
		return v, ok && v.Kind == rule.Money
	case matter.TYesNo:
		return rule.Value{Kind: rule.YesNo, N: oneIf(text == "yes")}, text == "yes" || text == "no"
	case matter.TDate:
		d, err := calendar.ParseDate(text)
		return rule.Value{Kind: rule.Date, N: int64(d)}, err == nil
	case matter.TDuration:
		s, err := calendar.ParseSpan(text)
		return rule.Value{Kind: rule.Length, Span: s}, err == nil
	case matter.TRhythm:
		_, err := calendar.ParseRhythm(text)
		return rule.Value{Kind: rule.Text, S: text}, err == nil
	}
	return rule.Value{}, false
}

func oneIf(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func several(s string) []string {
	var list []string
	for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ';' || c == ',' }) {
		if p := strings.TrimSpace(part); p != "" {
			list = append(list, p)
		}
	}
	return list
}

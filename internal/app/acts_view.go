package app

import (
	"slices"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
)

// acts lists what the actor may do now, with the inputs of each form; the first of the
// pack's own acts is the main one.
func (o *office) acts(w *matter.World, t *matter.Type, m *matter.Matter) []ActView {
	var list []ActView
	for i, a := range matter.Available(w, m) {
		if a.Stopped != nil {
			continue
		}
		v := ActView{Key: a.Key, Name: a.Name, Main: i == 0 && !a.Standard, Then: a.To, Standard: a.Standard}
		if a.Key == "extend" && w.Actor.As() != m.Holder {
			v.Name = message("app.act_give_time")
		}
		v.Inputs = inputs(t, &a)
		list = append(list, v)
	}
	slices.SortStableFunc(list, func(a, b ActView) int { return standardRank(a) - standardRank(b) })
	return list
}

// standardOrder is how the acts that every matter has follow the pack's own: what one
// often wants first, what changes the record last.
var standardOrder = []string{"sign_offer", "set_aside", "except", "grant_time", "refuse_time", "remind", "extend", "pass_down", "hand_back", "transfer", "climb", "pause", "resume",
	"note", "attach", "withdraw", "correct", "link", "merge"}

func standardRank(a ActView) int {
	if !a.Standard {
		return -1
	}
	return slices.Index(standardOrder, a.Key)
}

func inputs(t *matter.Type, a *matter.ActView) []Input {
	var list []Input
	for _, f := range a.Asks {
		list = append(list, input(t, f, true))
	}
	if len(a.Picks) > 0 {
		in := Input{Key: "pick", Name: message("app.input_pick"), Kind: InOne, Required: true}
		for _, p := range a.Picks {
			in.Options = append(in.Options, Option{Code: p.ID.String(), Name: withName(p.Name, i18n.Text{Hi: p.Subject, En: p.Subject})})
		}
		list = append(list, in)
	}
	if a.Post {
		list = append(list, Input{Key: "post", Name: message("app.input_post"), Kind: InPost, Required: true})
	}
	if a.Day {
		key := "to"
		if a.Key == "pause" {
			key = "until"
		}
		list = append(list, Input{Key: key, Name: message("app.input_day"), Kind: InDate, Required: true})
	}
	if len(a.Reasons) > 0 {
		in := Input{Key: "reason", Name: message("app.input_reason"), Kind: InOne, Required: true}
		for _, c := range a.Reasons {
			in.Options = append(in.Options, Option{Code: c.Key, Name: c.Name})
		}
		list = append(list, in)
	}
	if a.Words {
		list = append(list, Input{Key: "words", Name: message("app.input_words"), Kind: InLong, Required: true})
	}
	for _, f := range a.May {
		list = append(list, input(t, f, false))
	}
	return list
}

var inputKinds = map[matter.FieldType]InputKind{
	matter.TText: InLong, matter.TNumber: InNumber, matter.TYesNo: InYesNo, matter.TMoney: InMoney, matter.TDate: InDate,
	matter.TDuration: InText, matter.TRhythm: InText, matter.TFile: InFile, matter.TPhone: InPhone, matter.TPerson: InText,
	matter.TPost: InPost, matter.TPosts: InPosts, matter.TPlace: InPlace, matter.TOneOf: InOne, matter.TSomeOf: InSome,
	matter.TEntry: InText, matter.TMatter: InText, matter.TChecklist: InText,
}

func input(t *matter.Type, f *matter.Field, required bool) Input {
	in := Input{Key: f.Key, Name: f.Name, Kind: inputKinds[f.Type], Required: required, MinChars: f.MinChars}
	if f.Key == "subject" {
		in.Kind = InText
	}
	if sc := t.Scope(); sc != nil && (f.Type == matter.TOneOf || f.Type == matter.TSomeOf) {
		for _, c := range sc.Lists[f.Arg].Codes {
			if !c.Retired {
				in.Options = append(in.Options, Option{Code: c.Key, Name: c.Name})
			}
		}
	}
	return in
}

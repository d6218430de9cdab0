package rule

import "strconv"

// FieldPhrase is the type of a field as written: its first word, the names that follow
// and the flags.
type FieldPhrase struct {
	Type     Name   // text, number, money, place, one, entry, …
	Of       Name   // list, register, matter, checklist, PART.FIELD, POST of a person
	On       Name   // the date field of "person of POST on DATE"
	Places   []Name // "place panchayat or urban_body"
	Rural    bool   // "place panchayat rural only"
	MinChars int
	Least    Operand
	Most     Operand
	OrNew    bool
	Personal bool
	Once     bool
	Secret   Name
}

// fieldTypes gives for each first word what must stand after it.
var fieldTypes = map[string]string{
	"text": "", "number": "", "yes_no": "", "money": "", "date": "", "duration": "", "rhythm": "", "file": "",
	"phone": "", "person": "", "post": "", "posts": "", "place": "",
	"one": "of", "some": "of", "entry": "of", "sum": "of", "count": "of", "matter": " ", "checklist": " ",
}

const fieldTypeWords = "text number yes_no money date duration rhythm file phone person post posts place one some entry sum count matter checklist"

// ParseField reads the type of a field, such as "entry of topics" or "text 40+ personal".
func ParseField(n Name) (FieldPhrase, []Slip) {
	var r reader
	var f FieldPhrase
	words := r.fieldFlags(&f, Words(n.S, n.Pos))
	if len(words) == 0 {
		r.slip(n.Pos, "pack.no_type")
		return f, r.slips
	}
	f.Type = words[0]
	link, known := fieldTypes[f.Type.S]
	if !known {
		r.slip(f.Type.Pos, "pack.field_type", f.Type.S, nearest(f.Type.S, fieldTypeWords))
		return f, r.slips
	}
	rest := words[1:]
	if link != "" {
		rest = r.fieldLink(&f, rest, link)
	}
	r.fieldRest(&f, rest)
	return f, r.slips
}

// fieldFlags takes the flags off the end: personal, once, secret until X.
func (r *reader) fieldFlags(f *FieldPhrase, words []Name) []Name {
	for i, w := range words {
		switch {
		case w.S == "secret" && i+2 < len(words) && words[i+1].S == "until":
			f.Secret = words[i+2]
			r.fieldFlagsAfter(f, words[i+3:])
			return words[:i]
		case i > 0 && (w.S == "personal" || w.S == "once" || w.S == "secret"):
			r.fieldFlagsAfter(f, words[i:])
			return words[:i]
		}
	}
	return words
}

func (r *reader) fieldFlagsAfter(f *FieldPhrase, words []Name) {
	for i := 0; i < len(words); i++ {
		switch w := words[i]; {
		case w.S == "personal":
			f.Personal = true
		case w.S == "once":
			f.Once = true
		case w.S == "secret" && i+2 < len(words) && words[i+1].S == "until":
			f.Secret = words[i+2]
			i += 2
		default:
			r.slip(w.Pos, "pack.field_flag", w.S)
		}
	}
}

// fieldLink reads "of LIST" or a bare name after the type.
func (r *reader) fieldLink(f *FieldPhrase, rest []Name, link string) []Name {
	if link == "of" {
		if len(rest) == 0 || rest[0].S != "of" {
			r.slip(f.Type.Pos, "pack.field_of", f.Type.S)
			return nil
		}
		rest = rest[1:]
	}
	if len(rest) == 0 || !IsPath(rest[0].S) {
		r.slip(f.Type.Pos, "pack.field_arg", f.Type.S)
		return nil
	}
	f.Of = rest[0]
	return rest[1:]
}

func (r *reader) fieldRest(f *FieldPhrase, rest []Name) {
	switch {
	case len(rest) == 0:
	case f.Type.S == "text" && r.minChars(f, rest[0]):
		r.fieldFlagsAfter(f, rest[1:])
	case f.Type.S == "place":
		if n := len(rest); n > 2 && rest[n-2].S == "rural" && rest[n-1].S == "only" {
			f.Rural, rest = true, rest[:n-2]
		}
		f.Places = r.names(clause{key: f.Type, body: rest}, "or")
	case f.Type.S == "money":
		r.moneyBounds(f, rest)
	case f.Type.S == "entry" && len(rest) == 2 && rest[0].S == "or" && rest[1].S == "new":
		f.OrNew = true
	case f.Type.S == "person":
		r.personOf(f, rest)
	default:
		r.fieldFlagsAfter(f, rest)
	}
}

func (r *reader) minChars(f *FieldPhrase, w Name) bool {
	n := len(w.S) - 1
	if n < 1 || w.S[n] != '+' {
		return false
	}
	v, err := strconv.Atoi(w.S[:n])
	f.MinChars = v
	return err == nil && v > 0 && v <= 2000
}

// moneyBounds reads "at least X at most Y".
func (r *reader) moneyBounds(f *FieldPhrase, rest []Name) {
	for i := 0; i < len(rest); {
		j := i + 1
		for j < len(rest) && rest[j].S != "at" {
			j++
		}
		o := r.operand(Name{join(rest[i:j]), rest[i].Pos})
		switch o.Op {
		case OpAtLeast:
			f.Least = o
		case OpAtMost:
			f.Most = o
		default:
			r.slip(rest[i].Pos, "pack.money_bound", rest[i].S)
		}
		i = j
	}
}

func (r *reader) personOf(f *FieldPhrase, rest []Name) {
	if len(rest) != 4 || rest[0].S != "of" || rest[2].S != "on" {
		r.slip(rest[0].Pos, "pack.person_of")
		return
	}
	f.Of, f.On = rest[1], rest[3]
}

// SettingPhrase is a setting's value with its flags.
type SettingPhrase struct {
	Value      Name
	Local      bool
	AtLeast    bool
	AtMost     bool
	Fixed      bool
	Unverified bool
}

// ParseSetting reads "7 days local" or "30 days at least": the value, then the flags.
func ParseSetting(n Name) (SettingPhrase, []Slip) {
	var r reader
	var s SettingPhrase
	words := Words(n.S, n.Pos)
	end := len(words)
	for end > 0 {
		w := words[end-1].S
		pair := end > 1 && words[end-2].S == "at"
		switch {
		case pair && w == "least":
			s.AtLeast = true
			end--
		case pair && w == "most":
			s.AtMost = true
			end--
		case w == "local":
			s.Local = true
		case w == "fixed":
			s.Fixed = true
		case w == "unverified":
			s.Unverified = true
		default:
			s.Value = Name{join(words[:end]), words[0].Pos}
			return s, r.slips
		}
		end--
	}
	r.slip(n.Pos, "pack.setting_value")
	return s, r.slips
}

// PostPhrase is what a pack's post is: roles by kind of place, a desk, or outside.
type PostPhrase struct {
	Desk    bool
	Under   Name // the role a desk reports to
	Outside bool
	Roles   []RolePhrase
}

// RolePhrase is a role, and the kind of place it is meant for if one is named.
type RolePhrase struct {
	Role Name
	In   Name
}

// ParsePost reads "desk", "desk under ROLE", "outside" or "ROLE in KIND or ROLE in KIND".
func ParsePost(n Name) (PostPhrase, []Slip) {
	var r reader
	var p PostPhrase
	words := Words(n.S, n.Pos)
	switch {
	case len(words) == 0:
		r.slip(n.Pos, "pack.post_empty")
	case len(words) == 1 && words[0].S == "desk":
		p.Desk = true
	case len(words) == 3 && words[0].S == "desk" && words[1].S == "under":
		p.Desk, p.Under = true, words[2]
	case len(words) == 1 && words[0].S == "outside":
		p.Outside = true
	default:
		for _, part := range r.split(clause{key: words[0], body: words}, "or") {
			p.Roles = append(p.Roles, r.roleAt(part))
		}
	}
	return p, r.slips
}

func (r *reader) roleAt(w []Name) RolePhrase {
	p := RolePhrase{Role: w[0]}
	switch {
	case len(w) == 3 && w[1].S == "in":
		p.In = w[2]
	case len(w) > 1:
		r.slip(w[1].Pos, "pack.word_extra", w[1].S, w[0].S)
	}
	return p
}

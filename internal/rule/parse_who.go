package rule

import "strings"

var whoWords = map[string]WhoKind{
	"holder": WhoHolder, "asker": WhoAsker, "asked": WhoAsked, "rung": WhoRung, "next_rung": WhoNextRung,
	"rule": WhoRule, "ask": WhoAsk, "import": WhoImport, "outside": WhoOutside,
}

// ParseWho reads one WHO phrase, a single word such as holder, above(doer(send)) or
// case.office. Names are not yet resolved.
func ParseWho(w Name) (Who, []Slip) {
	var r reader
	return r.who(w), r.slips
}

func (r *reader) who(w Name) Who {
	if w.S == "" {
		return Who{}
	}
	if k, ok := whoWords[w.S]; ok {
		return Who{Kind: k, Pos: w.Pos}
	}
	if call, arg, ok := r.call(w); ok {
		return r.whoCall(w, call, arg)
	}
	switch {
	case IsName(w.S):
		return Who{Kind: WhoNamed, Name: w.S, Pos: w.Pos}
	case IsPath(w.S):
		return Who{Kind: WhoPath, Path: Path(w), Pos: w.Pos}
	}
	r.slip(w.Pos, "pack.not_who", w.S)
	return Who{Pos: w.Pos}
}

func (r *reader) whoCall(w Name, call string, arg Name) Who {
	switch call {
	case "above", "below":
		kind := WhoAbove
		if call == "below" {
			kind = WhoBelow
		}
		of := r.who(arg)
		return Who{Kind: kind, Of: &of, Pos: w.Pos}
	case "doer":
		if !IsName(arg.S) {
			r.slip(arg.Pos, "pack.not_name", arg.S)
		}
		return Who{Kind: WhoDoer, Act: arg.S, Pos: w.Pos}
	}
	r.slip(w.Pos, "pack.not_who", w.S)
	return Who{Pos: w.Pos}
}

// call cuts name(argument); the argument may be empty.
func (r *reader) call(w Name) (name string, arg Name, ok bool) {
	i := strings.IndexByte(w.S, '(')
	if i < 0 {
		return "", Name{}, false
	}
	inner := w.S[i+1:]
	if !strings.HasSuffix(inner, ")") || strings.Count(w.S, "(") != strings.Count(w.S, ")") {
		r.slip(w.Pos, "pack.parenthesis", w.S)
		return w.S[:i], trimmed(strings.TrimRight(inner, ")"), Pos{w.Pos.Line, w.Pos.Col + i + 1}), true
	}
	return w.S[:i], trimmed(inner[:len(inner)-1], Pos{w.Pos.Line, w.Pos.Col + i + 1}), true
}

// whos reads "A or B", each a WHO.
func (r *reader) whos(c clause) []Who {
	var list []Who
	for _, n := range r.names(c, "or") {
		list = append(list, r.who(n))
	}
	return list
}

// String gives the phrase as it is written in a pack.
func (w Who) String() string {
	switch w.Kind {
	case WhoNamed:
		return w.Name
	case WhoPath:
		return w.Path.S
	case WhoDoer:
		return "doer(" + w.Act + ")"
	case WhoAbove:
		return "above(" + w.Of.String() + ")"
	case WhoBelow:
		return "below(" + w.Of.String() + ")"
	}
	for s, k := range whoWords {
		if k == w.Kind {
			return s
		}
	}
	return ""
}

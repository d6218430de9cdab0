package rule

import (
	"strconv"

	"github.com/anupalan/anupalan/internal/calendar"
)

// Call is a guard with its argument as written: visited(topic.visit).
type Call struct {
	Name Name
	Arg  Name
}

// String gives the call as it is written in a pack.
func (c Call) String() string {
	if c.Arg.S == "" {
		return c.Name.S
	}
	return c.Name.S + "(" + c.Arg.S + ")"
}

// ActPhrase is the phrase of an act, names unresolved. To is "stay" when nothing moves.
type ActPhrase struct {
	Pos     Pos
	From    []Name
	To      Name
	By      []Who
	Not     []Who
	Every   *calendar.Rhythm
	Asks    []Name
	May     []Name
	Reasons Path
	Needs   []Call
	Letter  Name
	Bulk    int
	Offline bool
}

const actWords = "from to by not every asks may reasons needs letter bulk offline"

// ActWords lists the words that begin a clause of an act, in the order they are written.
func ActWords() string { return actWords }

// ParseAct reads the phrase of an act, such as "from shown to owed asks remark".
func ParseAct(n Name) (ActPhrase, []Slip) {
	var r reader
	a := ActPhrase{Pos: n.Pos}
	head, list := r.clauses(Words(n.S, n.Pos), actWords)
	if len(head) > 0 {
		r.slip(head[0].Pos, "pack.act_word", head[0].S, nearest(head[0].S, actWords))
	}
	for _, c := range list {
		r.actClause(&a, c)
	}
	return a, r.slips
}

// Clause reads one clause of an act that stands as a key of its block: key "asks", value "x and y".
func (a *ActPhrase) Clause(key, value Name) []Slip {
	var r reader
	r.actClause(a, clause{key: key, body: Words(value.S, value.Pos)})
	return r.slips
}

func (r *reader) actClause(a *ActPhrase, c clause) {
	switch c.key.S {
	case "from":
		a.From = append(a.From, r.names(c, "or")...)
	case "to":
		a.To = r.one(c)
	case "by":
		a.By = append(a.By, r.whos(c)...)
	case "not":
		a.Not = append(a.Not, r.whos(c)...)
	case "every":
		a.Every = r.rhythm(c)
	case "asks":
		a.Asks = append(a.Asks, r.names(c, "and")...)
	case "may":
		a.May = append(a.May, r.names(c, "and")...)
	case "reasons":
		a.Reasons = Path(r.one(c))
	case "needs":
		a.Needs = append(a.Needs, r.calls(c)...)
	case "letter":
		a.Letter = r.one(c)
	case "bulk":
		a.Bulk = r.count(c)
	case "offline":
		a.Offline = r.bare(c)
	}
}

func (r *reader) calls(c clause) []Call {
	var list []Call
	for _, w := range r.names(c, "and") {
		list = append(list, r.guard(w))
	}
	return list
}

func (r *reader) guard(w Name) Call {
	name, arg, called := r.call(w)
	if !called {
		name = w.S
	}
	if !IsName(name) {
		r.slip(w.Pos, "pack.not_name", name)
	}
	return Call{Name: Name{name, w.Pos}, Arg: arg}
}

// ParseCall reads one guard with its argument, as an item of a list.
func ParseCall(w Name) (Call, []Slip) {
	var r reader
	return r.guard(w), r.slips
}

func (r *reader) rhythm(c clause) *calendar.Rhythm {
	if len(c.body) == 0 {
		r.slip(c.key.Pos, "pack.word_empty", c.key.S)
		return nil
	}
	v, err := calendar.ParseRhythm(join(c.body))
	if err != nil {
		r.slip(c.body[0].Pos, "pack.not_rhythm", join(c.body))
		return nil
	}
	return &v
}

func (r *reader) count(c clause) int {
	w := r.one(c)
	n, err := strconv.Atoi(w.S)
	if w.S != "" && (err != nil || n < 1 || n > 100_000) {
		r.slip(w.Pos, "pack.not_count", w.S)
		return 0
	}
	return n
}

// StatePhrase is what follows a state's name: its phase, holder and limit.
type StatePhrase struct {
	Phase   Name
	With    *Who
	Within  Duration
	By      Name
	Until   Name
	Outside bool
	Warn    []calendar.Span
	Speaks  Duration
	Climbs  bool
}

const stateWords = "with within by until outside warn speaks climbs"

// ParseState reads the phrase of a state, such as "working with post by by_date outside".
func ParseState(n Name) (StatePhrase, []Slip) {
	var r reader
	var s StatePhrase
	head, list := r.clauses(Words(n.S, n.Pos), stateWords)
	if len(head) == 0 {
		r.slip(n.Pos, "pack.no_phase")
	} else {
		s.Phase = head[0]
	}
	if len(head) > 1 {
		r.slip(head[1].Pos, "pack.state_word", head[1].S, nearest(head[1].S, stateWords))
	}
	for _, c := range list {
		r.stateClause(&s, c)
	}
	return s, r.slips
}

func (r *reader) stateClause(s *StatePhrase, c clause) {
	switch c.key.S {
	case "with":
		w := r.who(r.one(c))
		s.With = &w
	case "within":
		s.Within = r.durationOf(c)
	case "by":
		s.By = r.one(c)
	case "until":
		s.Until = r.one(c)
	case "outside":
		s.Outside = r.bare(c)
	case "warn":
		s.Warn = r.spans(c)
	case "speaks":
		s.Speaks = r.durationOf(c)
	case "climbs":
		s.Climbs = r.bare(c)
	}
}

// RungPhrase is what follows a rung's name. Manner is hand_over, copy, by_hand or "".
type RungPhrase struct {
	With   Who
	Within Duration
	Manner Name
}

// ParseRung reads the phrase of a rung, such as "with head_of_district within 2 days copy".
func ParseRung(n Name) (RungPhrase, []Slip) {
	var r reader
	var g RungPhrase
	head, list := r.clauses(Words(n.S, n.Pos), "with within hand_over copy by_hand")
	if len(head) > 0 {
		r.slip(head[0].Pos, "pack.rung_word", head[0].S)
	}
	for _, c := range list {
		switch c.key.S {
		case "with":
			g.With = r.who(r.one(c))
		case "within":
			g.Within = r.durationOf(c)
		default:
			if g.Manner.S != "" {
				r.slip(c.key.Pos, "pack.two_manners", g.Manner.S, c.key.S)
			}
			r.bare(c)
			g.Manner = c.key
		}
	}
	return g, r.slips
}

// LetterPhrase is what follows a letter's name: its kind, to whom, copies, reply-by.
type LetterPhrase struct {
	Kind  Name
	To    Who
	Copy  []Who
	Reply Duration
}

// ParseLetter reads the phrase of a letter, such as "letter to filer copy holder reply 7 days".
func ParseLetter(n Name) (LetterPhrase, []Slip) {
	var r reader
	var l LetterPhrase
	head, list := r.clauses(Words(n.S, n.Pos), "to copy reply")
	switch len(head) {
	case 0:
		r.slip(n.Pos, "pack.letter_kind")
	case 1:
		l.Kind = head[0]
	default:
		r.slip(head[1].Pos, "pack.word_extra", head[1].S, head[0].S)
	}
	for _, c := range list {
		switch c.key.S {
		case "to":
			l.To = r.who(r.one(c))
		case "copy":
			l.Copy = r.whos(c)
		case "reply":
			l.Reply = r.durationOf(c)
		}
	}
	if l.To.Kind == 0 && len(r.slips) == 0 {
		r.slip(n.Pos, "pack.letter_to")
	}
	return l, r.slips
}

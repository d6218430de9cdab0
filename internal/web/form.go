package web

import (
	"net/http"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// FieldKind says what a field takes; each has one design, and works without script.
type FieldKind uint8

// The kinds of fields.
const (
	TextField   FieldKind = iota
	AreaField             // several lines: remark, reason, proceedings
	NumberField           // a figure with its unit
	MoneyField            // rupees, as people write them
	DateField             // 12.3.26, कल, शुक्रवार
	OneOfField            // radio buttons, or a list where there are many
	ManyOfField           // check boxes
	PostField             // a post by typing either script, then choosing among what was found
	PlaceField            // a place, likewise
	FileField             // photographs and papers
	SecretField           // a password
	CodeField             // the six figures of a sign-in code
)

// String is the kind's name, as templates ask for it.
func (k FieldKind) String() string {
	return [...]string{"text", "area", "number", "money", "date", "oneof", "manyof", "post", "place", "file", "secret", "code"}[k]
}

// Option is one thing to choose; Note is its second line.
type Option struct {
	Value  string
	Label  string
	Note   string
	Chosen bool
}

// File is an uploaded paper: kept by its hash until the act that names it, shown by name and size.
type File struct {
	Name  string
	Hash  string
	Bytes int64
	Href  string
	Note  string // what was read from it, such as the place and hour of a photograph
}

// Field is one question of a form, with what was typed and what is wrong with it.
type Field struct {
	Kind     FieldKind
	Name     string
	Label    string
	Hint     string
	Unit     string
	Value    string
	Shown    string // how the server reads the value: the day, the sum in words
	Options  []Option
	Many     bool // PostField, PlaceField, FileField take several
	Kinds    bool // PostField offers all posts of a kind as one besides
	Optional bool
	Rows     int
	Auto     string // autocomplete token
	Files    []File
	Accept   string // of FileField: file endings; "" takes photographs and PDF
	Warning  string // not wrong, but to be looked at
	Fault    string
	Searched bool // a search was made; with no Options it found nothing
}

// Hidden is a value that a form carries unseen.
type Hidden struct{ Name, Value string }

// Refusal is one line of the error summary; without Field it belongs to the form as a whole.
type Refusal struct {
	Field string
	Label string
	Text  string
}

// Form is a set of questions with one button that says what happens.
type Form struct {
	Action  string
	Fields  []Field
	Hidden  []Hidden
	Submit  string
	Next    string // what happens after, under the button
	Head    string // of the error summary: what has not happened
	Draft   string // key under which the browser keeps what is typed; "" keeps nothing
	Refused []Refusal
}

// ID is the field's anchor in the page.
func (f Field) ID() string { return "f-" + f.Name }

// Described lists the ids that explain the field, for aria-describedby.
func (f Field) Described() string {
	var ids []string
	for _, part := range []struct{ text, end string }{{f.Fault, "-err"}, {f.Warning, "-warn"}, {f.Hint, "-hint"}, {f.Shown, "-shown"}} {
		if part.text != "" {
			ids = append(ids, f.ID()+part.end)
		}
	}
	return strings.Join(ids, " ")
}

// Long reports whether so many options are better a list than buttons.
func (f Field) Long() bool { return len(f.Options) > 7 }

// Lines is the height of an area.
func (f Field) Lines() int { return max(f.Rows, 3) }

// Source is the last segment of the search that finds options for a picked field.
func (f Field) Source() string {
	if f.Kind == PlaceField {
		return "place"
	}
	return "post"
}

// PickHref asks for the options of a picked field as a part of the page.
func (f Field) PickHref() string {
	return With(Path("pick", f.Source()), "field", f.Name, "many", yes(f.Many), "kinds", yes(f.Kinds))
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// Multipart reports whether the form sends files.
func (f Form) Multipart() bool {
	for _, one := range f.Fields {
		if one.Kind == FileField {
			return true
		}
	}
	return false
}

// Picks reports whether a field has a search button of its own, so that Enter must be told which button is meant.
func (f Form) Picks() bool {
	return slices.ContainsFunc(f.Fields, func(one Field) bool { return one.Kind == PostField || one.Kind == PlaceField })
}

// Fill puts what was typed back into the fields; passwords and codes are never sent back.
func (f *Form) Fill(r *http.Request) {
	for i := range f.Fields {
		one := &f.Fields[i]
		switch one.Kind {
		case SecretField, CodeField, FileField:
		case OneOfField, ManyOfField:
			one.choose(r.Form[one.Name])
		case PostField, PlaceField:
			one.Value = r.Form.Get(one.Name + ".q")
			one.choose(r.Form[one.Name])
		default:
			one.Value = r.Form.Get(one.Name)
		}
	}
}

func (f *Field) choose(values []string) {
	for i := range f.Options {
		f.Options[i].Chosen = false
		for _, v := range values {
			if f.Options[i].Value == v {
				f.Options[i].Chosen = true
			}
		}
	}
}

// Refuse marks the form with a fault's fields, in the reader's language, and reports whether the fault is one that a form
// shows (422, or a refusal by rule). Anything else goes on to the error funnel.
func (f *Form) Refuse(l i18n.Lang, err error) bool {
	bad := fault.As(err)
	if bad == nil || bad.Kind != fault.Invalid && bad.Kind != fault.Refused {
		return false
	}
	f.Refused = nil
	for _, wrong := range bad.Fields {
		f.refuseField(wrong.Path, i18n.Message(l, wrong.Key, wrong.Args...))
	}
	slices.SortStableFunc(f.Refused, func(a, b Refusal) int { return f.order(a) - f.order(b) })
	if len(bad.Fields) == 0 {
		f.Refused = append(f.Refused, Refusal{Text: i18n.Message(l, bad.Key, bad.Args...)})
	}
	return true
}

// Wrong counts the refusals that point at a field.
func (f Form) Wrong() int {
	n := 0
	for _, r := range f.Refused {
		if r.Field != "" {
			n++
		}
	}
	return n
}

// order is where on the page a refusal's field stands; what belongs to no field comes last.
func (f *Form) order(r Refusal) int {
	for i, one := range f.Fields {
		if one.ID() == r.Field {
			return i
		}
	}
	return len(f.Fields)
}

func (f *Form) refuseField(path, text string) {
	for i := range f.Fields {
		if one := &f.Fields[i]; one.Name == path {
			one.Fault = text
			f.Refused = append(f.Refused, Refusal{Field: one.ID(), Label: one.Label, Text: text})
			return
		}
	}
	f.Refused = append(f.Refused, Refusal{Label: path, Text: text})
}

// Field gives the field of a name, to set its options or reading; nil if the form has none.
func (f *Form) Field(name string) *Field {
	for i := range f.Fields {
		if f.Fields[i].Name == name {
			return &f.Fields[i]
		}
	}
	return nil
}

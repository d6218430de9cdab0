package matter

import (
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
)

// typed is a value in a body. A text, person, phone or file is there as a salted digest
// only; its bytes lie in the event's values and can be erased.
type typed struct {
	Digest string            `json:"d,omitempty"`
	Kind   rule.ValueKind    `json:"k"`
	List   []string          `json:"l,omitempty"`
	Map    map[string]string `json:"m,omitempty"`
	N      int64             `json:"n,omitempty"`
	Span   calendar.Span     `json:"p,omitzero"`
	S      string            `json:"s,omitempty"`

	sealed *rule.Value // what was just sealed, so that deciding need not open it again
}

// sensitive reports whether a value never stands in a body: by its kind, or because its
// field holds a person or is marked personal.
func sensitive(f *Field, v rule.Value) bool {
	switch v.Kind {
	case rule.Text, rule.Phone, rule.File:
		return true
	}
	return f != nil && (f.Personal || f.Type == TPerson)
}

// seal turns a value into its form in a body and, if it is sensitive, puts its bytes with
// a salt into values under path.
func seal(path string, f *Field, v rule.Value, salt func(string) [16]byte, values *[]record.Value) typed {
	if !sensitive(f, v) {
		return typed{Kind: v.Kind, List: v.List, Map: v.Map, N: v.N, Span: v.Span, S: v.S}
	}
	rv := record.Value{Path: path + ".d", Salt: salt(path), Bytes: []byte(i18n.NFC(v.String()))}
	*values = append(*values, rv)
	kept := unseal(v.Kind, string(rv.Bytes))
	return typed{Digest: rv.Sealed(), Kind: v.Kind, sealed: &kept}
}

// open gives the value back. Erased bytes leave an empty value that keeps its digest in List.
func (t typed) open(path string, values []record.Value) (rule.Value, error) {
	if t.sealed != nil {
		return *t.sealed, nil
	}
	if t.Digest == "" {
		return rule.Value{Kind: t.Kind, S: t.S, N: t.N, List: t.List, Span: t.Span, Map: t.Map}, nil
	}
	for i := range values {
		if values[i].Path != path+".d" {
			continue
		}
		if values[i].Sealed() != t.Digest {
			return rule.Value{}, errDigest
		}
		return unseal(t.Kind, string(values[i].Bytes)), nil
	}
	return rule.Value{Kind: t.Kind, List: []string{"erased", t.Digest}}, nil
}

func unseal(k rule.ValueKind, s string) rule.Value {
	v := rule.Value{Kind: k}
	switch k {
	case rule.File, rule.Links, rule.Codes:
		if s != "" {
			v.List = strings.Split(s, "\n")
		}
	default:
		v.S = s
	}
	return v
}

// Erased reports whether a value's content was erased and only its digest is left.
func Erased(v rule.Value) bool { return len(v.List) == 2 && v.List[0] == "erased" }

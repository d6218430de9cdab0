package record

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
)

func TestCanonicalFormIsOne(t *testing.T) {
	for in, want := range map[string]string{
		` { "b" : 1 , "a" : [ true , null , "x" ] } `: `{"a":[true,null,"x"],"b":1}`,
		`{"ख":"क","क":"\u0916\u003c&>"}`:              `{"क":"ख<&>","ख":"क"}`,
		`"\u0007\n\"\\\/"`:                            `"\u0007\n\"\\/"`,
		`{"B":1,"a":2,"A":3}`:                         `{"A":3,"B":1,"a":2}`,
		`[9223372036854775807,-9223372036854775808]`:  `[9223372036854775807,-9223372036854775808]`,
		`{}`: `{}`, `[]`: `[]`, `0`: `0`,
	} {
		got, err := Recanonical([]byte(in))
		if err != nil || string(got) != want {
			t.Errorf("%s became %s, %v; want %s", in, got, err, want)
		}
		again, err := Recanonical(got)
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("%s is not its own canonical form: %s, %v", got, again, err)
		}
	}
}

func TestCanonicalRefusesWhatTwoReadersMayReadDifferently(t *testing.T) {
	for in, key := range map[string]string{
		`1.5`: "record.json_float", `{"n":1e3}`: "record.json_float", `-0`: "record.json_float", `9223372036854775808`: "record.json_float",
		`{"a":1,"a":2}`: "record.json_double", `{"a":{"b":1,"b":1}}`: "record.json_double", `{`: "record.json_form", ``: "record.json_form", `1 2`: "record.json_form", `nan`: "record.json_form",
		"\"\xff\"": "record.json_text", strings.Repeat("[", 40) + strings.Repeat("]", 40): "record.json_deep",
	} {
		if got, err := Recanonical([]byte(in)); err == nil || fault.As(err).Key != key {
			t.Errorf("%.20s became %s, %v; want %s", in, got, err, key)
		}
	}
	_, err := Recanonical([]byte(`{"rows":[{"n":1},{"n":1.5}]}`))
	if f := fault.As(err); len(f.Args) != 2 || f.Args[0] != "$.rows.1.n" {
		t.Errorf("the fault does not say where: %v", err)
	}
}

func TestCanonicalTakesStructs(t *testing.T) {
	v := struct {
		To  Ref `json:"to"`
		By  ID  `json:"by"`
		Due string
		Low Class `json:"class"`
	}{Ref{Post, Key{218, 5}}, 7, "<2026>", Restricted}
	got, err := Canonical(v)
	if want := `{"Due":"<2026>","by":"0000000000007","class":"restricted","to":"post:d218-0000000000005"}`; err != nil || string(got) != want {
		t.Fatalf("%s, %v", got, err)
	}
	odd := map[string]string{"x": "\u2028\u007f\ufffd\b\f\t\x01 क😀"}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(odd); err != nil {
		t.Fatal(err)
	}
	if got, err := Canonical(odd); err != nil || string(got)+"\n" != buf.String() {
		t.Fatalf("%s differs from the encoder's %s, %v", got, buf.String(), err)
	}
	if _, err := Canonical(1.25); err == nil {
		t.Fatal("a float is taken")
	}
}

func salts() func() [16]byte {
	n := byte(0)
	return func() [16]byte { n++; return [16]byte{n, 0xaa} }
}

func sample() Event {
	return Event{
		Body:   []byte(`{"reason":"misrouted", "rows":[{"name":"x"},{"name":"y"}], "n":2}`),
		Values: []Value{{Path: "contact.phone", Bytes: []byte("9431000000")}, {Path: "rows.1.name", Bytes: []byte("सीता <देवी>")}},
	}
}

func TestSealedValuesAreOnlyDigestsInTheBody(t *testing.T) {
	e := sample()
	if err := e.Seal(salts()); err != nil {
		t.Fatal(err)
	}
	if s := string(e.Body); strings.Contains(s, "9431") || strings.Contains(s, "सीता") || !strings.HasPrefix(s, `{"contact":{"phone":"`) || !strings.Contains(s, e.Values[1].Sealed()) {
		t.Fatalf("body: %s", s)
	}
	before := string(e.Body)
	if err := e.Seal(salts()); err != nil || string(e.Body) != before {
		t.Fatalf("sealed again: %s, %v", e.Body, err)
	}
	open, err := e.Open()
	if want := `{"contact":{"phone":"9431000000"},"n":2,"reason":"misrouted","rows":[{"name":"x"},{"name":"सीता <देवी>"}]}`; err != nil || string(open) != want {
		t.Fatalf("opened: %s, %v", open, err)
	}
}

func TestErasureKeepsTheBody(t *testing.T) {
	e := sample()
	if err := e.Seal(salts()); err != nil {
		t.Fatal(err)
	}
	body, sealed := string(e.Body), e.Values[0].Sealed()
	if !e.Erase("contact.phone") || e.Erase("contact.phone") || string(e.Body) != body || len(e.Values) != 1 {
		t.Fatalf("after erasure: %s, %d values", e.Body, len(e.Values))
	}
	open, err := e.Open()
	if err != nil || !strings.Contains(string(open), `"phone":"`+sealed) || !strings.Contains(string(open), "सीता") {
		t.Fatalf("opened: %s, %v", open, err)
	}
}

func TestChangedValueDoesNotOpen(t *testing.T) {
	for name, change := range map[string]func(*Event){
		"bytes": func(e *Event) { e.Values[0].Bytes[0]++ }, "salt": func(e *Event) { e.Values[0].Salt[0]++ }, "path": func(e *Event) { e.Values[0].Path = "n" },
		"added": func(e *Event) { e.Values = append(e.Values, Value{Path: "x", Bytes: []byte("y")}) },
	} {
		e := sample()
		if err := e.Seal(salts()); err != nil {
			t.Fatal(err)
		}
		change(&e)
		if err := e.Check(); err == nil {
			t.Errorf("%s: passes the check", name)
		}
		if open, err := e.Open(); err == nil || fault.As(err).Key != "record.value_digest" {
			t.Errorf("%s: opened as %s, %v", name, open, err)
		}
	}
}

func TestValueNeedsAPlaceInTheBody(t *testing.T) {
	for _, path := range []string{"rows.2.name", "rows.x", "n.m", ""} {
		e := sample()
		e.Values = []Value{{Path: path, Bytes: []byte("v")}}
		if err := e.Seal(salts()); err == nil || fault.As(err).Key != "record.value_path" {
			t.Errorf("%q: %v, %s", path, err, e.Body)
		}
	}
}

func TestValueInsideAnotherIsRefused(t *testing.T) {
	for _, paths := range [][]string{{"a", "a.b"}, {"a.b", "a"}, {"a", "a"}} {
		e := Event{}
		for i, p := range paths {
			e.Values = append(e.Values, Value{Path: p, Bytes: []byte{byte('0' + i)}})
		}
		if err := e.Seal(salts()); err == nil {
			t.Errorf("%v sealed as %s", paths, e.Body)
		}
	}
}

func TestSaltHidesEqualValues(t *testing.T) {
	if Digest([16]byte{1}, []byte("x")) == Digest([16]byte{2}, []byte("x")) {
		t.Fatal("the salt makes no difference")
	}
}

func FuzzCanonical(f *testing.F) {
	for _, s := range []string{`{"a":[1,true,null]}`, `{"ख":"\ud83d\ude00"}`, `"\ud800"`, `{"a":{"sealed":"00"}}`, "1"} {
		f.Add([]byte(s), "a.b")
	}
	f.Fuzz(func(t *testing.T, raw []byte, path string) {
		once, err := Recanonical(raw)
		if err != nil {
			return
		}
		twice, err := Recanonical(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("%q became %q, then %q, %v", raw, once, twice, err)
		}
		e := Event{Body: raw, Values: []Value{{Path: path, Bytes: []byte("क")}}}
		if e.Seal(salts()) == nil {
			if _, err := e.Open(); err != nil {
				t.Fatalf("%q sealed at %q does not open: %v", raw, path, err)
			}
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		e := sample()
		if err := e.Seal(salts()); err != nil {
			b.Fatal(err)
		}
	}
}

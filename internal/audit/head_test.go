package audit

import (
	"bytes"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
)

// key gives the same key for the same seed.
func key(t testing.TB, seed byte, name string) Key {
	t.Helper()
	k, err := NewKey(bytes.NewReader(bytes.Repeat([]byte{seed}, 64)), name)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func sampleHead() Head {
	return Head{District: 218, Size: 5, Root: naive(leafHashes(0, 5)), At: 1_773_300_600_000_000}
}

func sign(t testing.TB, h Head, k Key) string {
	t.Helper()
	s, err := h.Sign(k)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSignedHeadNeverChangesItsForm(t *testing.T) {
	k := key(t, 1, "anupalan/218")
	text, err := Rotate(218, k, key(t, 2, "anupalan/218"), 5, sampleHead().At)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "head.golden", sign(t, sampleHead(), k)+"\n"+text+"\n"+k.Public()+"\n")
}

func TestHeadOpensWithItsKeyOnly(t *testing.T) {
	k, other := key(t, 1, "anupalan/218"), key(t, 2, "anupalan/218")
	signed := sign(t, sampleHead(), k)
	if h, err := OpenHead(signed, k.Public()); err != nil || h != sampleHead() {
		t.Fatalf("%v, %v", h, err)
	}
	if _, err := OpenHead(signed, other.Public()); fault.As(err) == nil || fault.As(err).Key != "audit.signature" {
		t.Fatalf("another key: %v", err)
	}
	if _, err := OpenHead(signed, "x"); fault.As(err) == nil || fault.As(err).Key != "audit.public_key" {
		t.Fatalf("no key: %v", err)
	}
	for i := range len(signed) - 1 {
		changed := signed[:i] + string(signed[i]^1) + signed[i+1:]
		if h, err := OpenHead(changed, k.Public()); err == nil && h != sampleHead() {
			t.Fatalf("byte %d changed: %v", i, h)
		}
	}
}

func TestUnsignedOrCrookedHeadsAreRefused(t *testing.T) {
	text := sampleHead().text()
	for _, s := range []string{"", "x", text[1:] + "\n", strings.Replace(text, "\n5\n", "\n05\n", 1) + "\n", strings.Replace(text, "218", "-1", 1) + "\n",
		strings.Replace(text, "\n5\n", "\n999999999999999999\n", 1) + "\n", strings.Replace(text, "Z", "+00:00", 1) + "\n", text + "more\n\n"} {
		if h, err := ReadHead(s); err == nil {
			t.Errorf("%q read as %v", s, h)
		}
	}
}

func TestKeyFileReadsBack(t *testing.T) {
	k := key(t, 1, "anupalan/218")
	got, err := ParseKeyFile("# remark\n\n" + k.File())
	if err != nil || got.Public() != k.Public() || got.Name() != "anupalan/218" || sign(t, sampleHead(), got) != sign(t, sampleHead(), k) {
		t.Fatalf("%v, %v", got, err)
	}
	other := key(t, 2, "anupalan/218")
	for text, want := range map[string]string{
		"": "audit.key_file", "rubbish": "audit.key_file", "public " + k.Public(): "audit.key_file",
		strings.Replace(k.File(), k.Public(), other.Public(), 1): "audit.key_pair",
	} {
		if _, err := ParseKeyFile(text); fault.As(err) == nil || fault.As(err).Key != want {
			t.Errorf("%.20q: %v, want %s", text, err, want)
		}
	}
	if _, err := NewKey(bytes.NewReader(make([]byte, 64)), "two words"); fault.As(err) == nil || fault.As(err).Key != "audit.key_name" {
		t.Errorf("a name of two words: %v", err)
	}
}

func TestRotationHandsOverTrust(t *testing.T) {
	a, b, c := key(t, 1, "anupalan/218"), key(t, 2, "anupalan/218"), key(t, 3, "anupalan/218")
	rotate := func(old, next Key, size int64) string {
		s, err := Rotate(218, old, next, size, size)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	trust, err := NewTrust(218, a.Public(), rotate(a, b, 10), rotate(b, c, 20))
	if err != nil {
		t.Fatal(err)
	}
	for size, signer := range map[int64]Key{1: a, 10: a, 11: b, 20: b, 21: c, 1000: c} {
		h := sampleHead()
		h.Size = size
		for _, k := range []Key{a, b, c} {
			_, err := trust.Open(sign(t, h, k))
			if mine := k.Public() == signer.Public(); mine != (err == nil) {
				t.Errorf("size %d: own key %v, %v", size, mine, err)
			}
		}
	}
	for name, chain := range map[string][]string{
		"gap": {rotate(b, c, 10)}, "backwards": {rotate(a, b, 10), rotate(b, c, 9)}, "rubbish": {"x"}, "unsigned": {strings.Split(rotate(a, b, 10), "\n\n")[0] + "\n\n"},
	} {
		if _, err := NewTrust(218, a.Public(), chain...); err == nil {
			t.Errorf("%s: the chain is taken", name)
		}
	}
	if _, err := NewTrust(219, a.Public(), rotate(a, b, 10)); fault.As(err) == nil || fault.As(err).Key != "audit.rotation_chain" {
		t.Errorf("another district's rotation: %v", err)
	}
}

func TestReceiptProvesFarFromTheOffice(t *testing.T) {
	k := key(t, 1, "anupalan/218")
	s := newShelf()
	var leaves []Leaf
	for n := range int64(300) {
		l := golden()
		l.Event = n + 1
		leaves = append(leaves, l)
		s.grow(t, l.Hash())
	}
	head := Head{District: 218, Size: s.edge.Size, Root: s.edge.Root(), At: 5}
	proof, err := ProveLeaf(head.Size, 123, s.tile)
	if err != nil {
		t.Fatal(err)
	}
	trust, err := NewTrust(218, k.Public())
	if err != nil {
		t.Fatal(err)
	}
	r, err := ParseReceipt(Receipt{leaves[123].Bytes(), 123, proof, sign(t, head, k)}.String())
	if err != nil {
		t.Fatal(err)
	}
	leaf, under, err := r.Check(trust)
	if err != nil || leaf != leaves[123] || under != head {
		t.Fatalf("%v under %v, %v", leaf, under, err)
	}
	for name, change := range map[string]func(*Receipt){
		"leaf": func(r *Receipt) { r.Leaf = leaves[124].Bytes() }, "number": func(r *Receipt) { r.N++ }, "proof": func(r *Receipt) { r.Proof = r.Proof[1:] },
		"head": func(r *Receipt) { r.Head = strings.Replace(r.Head, "300", "301", 1) }, "no leaf": func(r *Receipt) { r.Leaf = nil },
	} {
		bad := r
		change(&bad)
		if _, _, err := bad.Check(trust); err == nil {
			t.Errorf("a receipt with another %s holds", name)
		}
	}
	other, _ := NewTrust(219, k.Public())
	if _, _, err := r.Check(other); fault.As(err) == nil || fault.As(err).Key != "audit.head_district" {
		t.Errorf("another district: %v", err)
	}
}

func FuzzReceipt(f *testing.F) {
	k := key(f, 1, "anupalan/218")
	l := golden()
	f.Add(Receipt{l.Bytes(), 0, nil, sign(f, Head{District: 218, Size: 1, Root: l.Hash()}, k)}.String())
	f.Add("anupalan receipt 1\n9\nAA==\n\n")
	trust, err := NewTrust(218, k.Public())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ParseReceipt(text)
		if err != nil {
			return
		}
		if leaf, _, err := r.Check(trust); err == nil && leaf != l {
			t.Fatalf("%q proves %v", text, leaf)
		}
		_, _ = OpenRotation(text)
	})
}

package audit

import (
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
)

func golden() Leaf {
	l := Leaf{
		District: 218, Event: 0x0123456789abcdef, Subject: Subject{1, 218, 0x0123456789abc000}, Version: 3,
		Kind: "matter.acted", Act: "report", By: Standing{Post: 0x0aaaaaaaaaaaaaaa, For: 0, Person: 0x0bbbbbbbbbbbbbbb, Mode: 0},
		At: 1_773_300_600_000_000, Body: BodyDigest([]byte(`{"remark":"नाली की सफाई हो गई"}`)),
	}
	for i := range l.Nonce {
		l.Nonce[i] = byte(i)
	}
	return l
}

// TestLeafBytesNeverChange holds the layout to bytes written down once: a log that was signed must stay provable.
func TestLeafBytesNeverChange(t *testing.T) {
	plain := golden()
	odd := golden()
	odd.District, odd.Version, odd.Kind, odd.Act, odd.By = 0, -1, "", "निष्पादन", Standing{1, 2, 3, 2}
	var out strings.Builder
	for _, l := range []*Leaf{&plain, &odd} {
		fmt.Fprintf(&out, "leaf %s\nhash %s\n", hex.EncodeToString(l.Bytes()), l.Hash())
	}
	var e Edge
	for n := range int64(8) {
		plain.Event = n
		e = e.Append(plain.Hash())
		fmt.Fprintf(&out, "root %d %s\n", e.Size, e.Root())
	}
	same(t, "leaf.golden", out.String())
}

// same compares with a file of testdata; ANUPALAN_GOLDEN=1 writes it anew, which for leaves is a new version, never a repair.
func same(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("ANUPALAN_GOLDEN") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Fatalf("%s differs:\n%s\nwant\n%s", name, got, want)
	}
}

func TestLeafHashIsThatOfTheStandard(t *testing.T) {
	l := golden()
	if l.Hash() != tlog.RecordHash(l.Bytes()) {
		t.Fatal("the hash is not SHA-256 over 0x00 and the bytes")
	}
	l.Kind = strings.Repeat("k", 400)
	if l.Hash() != tlog.RecordHash(l.Bytes()) {
		t.Fatal("a long leaf is hashed differently")
	}
}

func TestLeafReadsBack(t *testing.T) {
	for _, kind := range []string{"", "matter.opened", strings.Repeat("ठ", 300)} {
		l := golden()
		l.Kind, l.By.Mode, l.Version, l.District = kind, 2, -5, -1
		if got, err := ParseLeaf(l.Bytes()); err != nil || got != l {
			t.Errorf("read back as %v, %v", got, err)
		}
	}
}

func TestEveryFieldChangesTheHash(t *testing.T) {
	was := golden()
	seen := map[Hash]string{was.Hash(): "nothing"}
	for name, change := range map[string]func(*Leaf){
		"district": func(l *Leaf) { l.District++ }, "event": func(l *Leaf) { l.Event++ }, "subject kind": func(l *Leaf) { l.Subject.Kind++ },
		"subject district": func(l *Leaf) { l.Subject.District++ }, "subject id": func(l *Leaf) { l.Subject.ID++ }, "version": func(l *Leaf) { l.Version++ },
		"kind": func(l *Leaf) { l.Kind += "x" }, "act": func(l *Leaf) { l.Act = "x" + l.Act }, "kind and act": func(l *Leaf) { l.Kind, l.Act = l.Kind+l.Act[:1], l.Act[1:] },
		"post": func(l *Leaf) { l.By.Post++ }, "for": func(l *Leaf) { l.By.For++ }, "person": func(l *Leaf) { l.By.Person++ }, "mode": func(l *Leaf) { l.By.Mode++ },
		"at": func(l *Leaf) { l.At++ }, "body": func(l *Leaf) { l.Body[31]++ }, "nonce": func(l *Leaf) { l.Nonce[0]++ },
	} {
		l := golden()
		change(&l)
		if other, double := seen[l.Hash()]; double {
			t.Errorf("changing %s gives the hash of changing %s", name, other)
		}
		seen[l.Hash()] = name
	}
}

func FuzzParseLeaf(f *testing.F) {
	l := golden()
	f.Add(l.Bytes())
	f.Add([]byte{1, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := ParseLeaf(b); err == nil && string(l.Bytes()) != string(b) {
			t.Fatalf("%x read as %v, which is %x", b, l, l.Bytes())
		}
	})
}

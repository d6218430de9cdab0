package record

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
)

const noon = calendar.Instant(1_773_300_600_000_000) // 12 March 2026, 13:00 in India

func maker(t testing.TB, node int, last ID) *Maker {
	t.Helper()
	m, err := NewMaker(node, last)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestIdsOnlyGrow(t *testing.T) {
	m := maker(t, 7, 0)
	r := rand.New(rand.NewPCG(1, 1))
	last, now := ID(0), noon
	for range 50_000 {
		now += calendar.Instant(r.Int64N(4000) - 1990) // the clock jitters and runs backwards often
		id := m.Next(now)
		if id <= last || id.Node() != 7 {
			t.Fatalf("%v after %v", id, last)
		}
		last = id
	}
}

func TestIdsGrowOverRestartWithTheClockSetBack(t *testing.T) {
	last := maker(t, 3, 0).Next(noon)
	for _, node := range []int{0, 3, MaxNode} {
		if id := maker(t, node, last).Next(noon - 3600*1_000_000); id <= last {
			t.Errorf("node %d: %v is not after %v", node, id, last)
		}
	}
}

func TestBurstBorrowsFromTheNextMillisecond(t *testing.T) {
	m := maker(t, 0, 0)
	var ids []ID
	for range 3 * 4096 {
		ids = append(ids, m.Next(noon))
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Fatal("ids of a burst are double or out of order")
	}
	if first, end := ids[0].Made(), ids[len(ids)-1].Made(); first != noon || end != noon+2000 {
		t.Fatalf("made at %d to %d", first, end)
	}
}

func TestIdsAreNeverNone(t *testing.T) {
	if id := maker(t, 0, 0).Next(0); id == 0 || id < 0 {
		t.Fatalf("before the epoch: %d", id)
	}
	if id := maker(t, MaxNode, 0).Next(1 << 62); id <= 0 {
		t.Fatalf("after the end: %d", id)
	}
}

func TestNodeOutOfRangeIsRefused(t *testing.T) {
	for _, n := range []int{-1, MaxNode + 1} {
		if _, err := NewMaker(n, 0); !fault.Is(err, fault.Invalid) {
			t.Errorf("node %d: %v", n, err)
		}
	}
}

func TestMakersOfManyGoroutinesNeverCollide(t *testing.T) {
	m := maker(t, 1, 0)
	out := make(chan []ID)
	for range 8 {
		go func() {
			var ids []ID
			for range 2000 {
				ids = append(ids, m.Next(noon))
			}
			out <- ids
		}()
	}
	seen := map[ID]bool{}
	for range 8 {
		for _, id := range <-out {
			if seen[id] {
				t.Fatalf("%v given twice", id)
			}
			seen[id] = true
		}
	}
}

func TestKeysSortAndReadBack(t *testing.T) {
	m := maker(t, 1, 0)
	var last string
	for i := range 200 {
		k := Key{District: 218, ID: m.Next(noon + calendar.Instant(i*777))}
		got, err := ParseKey(k.String())
		if err != nil || got != k || len(k.String()) != 18 || k.String() <= last {
			t.Fatalf("%v read back as %v, %v", k, got, err)
		}
		last = k.String()
	}
	want, _ := ParseKey("d218-0123456789abc")
	for _, s := range []string{"D218-0123456789ABC", "d218-oi23456789abc", "d218-Ol23456789abc"} {
		if k, err := ParseKey(s); err != nil || k != want {
			t.Errorf("%s read as %v, %v", s, k, err)
		}
	}
}

func TestWrongKeysAreRefusedByPart(t *testing.T) {
	for s, key := range map[string]string{
		"": "record.key_form", "218-0123456789abc": "record.key_form", "d-0123456789abc": "record.key_form", "d218": "record.key_form", "dx-0123456789abc": "record.key_district",
		"d018-0123456789abc": "record.key_district", "d1234567-0123456789abc": "record.key_form", "d218-0123456789ab": "record.id_length", "d218-0123456789abcd": "record.id_length",
		"d218-0123456789abu": "record.id_letter", "d218-8123456789abc": "record.id_form", "d218-0123456789-bc": "record.id_letter", "d-18-0123456789abc": "record.key_form",
	} {
		if k, err := ParseKey(s); err == nil || fault.As(err).Key != key || !k.IsZero() {
			t.Errorf("ParseKey(%q) = %v, %v; want %s", s, k, err, key)
		}
	}
}

func FuzzKeys(f *testing.F) {
	f.Add("d218-0123456789abc")
	f.Add("matter:d218-0123456789abc")
	f.Add("SRN-26-00517-9")
	f.Fuzz(func(t *testing.T, s string) {
		if k, err := ParseKey(s); err == nil {
			if back, err := ParseKey(k.String()); err != nil || back != k || k.ID < 0 {
				t.Fatalf("%q: %v read back as %v", s, k, back)
			}
		}
		if r, err := ParseRef(s); err == nil {
			if back, err := ParseRef(r.String()); err != nil || back != r {
				t.Fatalf("%q: %v read back as %v", s, r, back)
			}
		}
		if n, err := ParseNumber(s); err == nil {
			if back, err := ParseNumber(n.String()); err != nil || back != n {
				t.Fatalf("%q: %v read back as %v, %v", s, n, back, err)
			}
		}
	})
}

func TestNamesOfKindsClassesAndModesReadBack(t *testing.T) {
	seen := map[string]bool{}
	for k := Matter; int(k) < len(kindNames); k++ {
		got, ok := ParseKind(k.String())
		if !ok || got != k || seen[k.String()] {
			t.Errorf("kind %d is %q", k, k)
		}
		seen[k.String()] = true
	}
	if _, ok := ParseKind(""); ok || Kind(0).String() != "kind0" {
		t.Error("kind 0 has a name")
	}
	for c := Public; c <= Judicial; c++ {
		if got, ok := ParseClass(c.String()); !ok || got != c {
			t.Errorf("class %d is %q", c, c)
		}
	}
	for m := InPerson; m <= Program; m++ {
		var got Mode
		b, _ := m.MarshalText()
		if err := got.UnmarshalText(b); err != nil || got != m {
			t.Errorf("mode %d is %q", m, b)
		}
	}
}

func TestHigherClassNeedsHigherClearance(t *testing.T) {
	for c := Public; c <= Judicial; c++ {
		for clearance := Public; clearance <= Judicial; clearance++ {
			if got, want := c.Within(clearance), c <= clearance; got != want {
				t.Errorf("%v within %v = %v", c, clearance, got)
			}
		}
	}
}

func TestNumberFindsEverySlip(t *testing.T) {
	n := Number{Series: "SRN", Year: 2026, Serial: 517}
	if n.String() != "SRN-26-00517-9" {
		t.Fatalf("printed as %s", n)
	}
	for _, s := range []string{"SRN-26-00517-9", "srn 26 00517 9", "SRN-२६-००५१७-९", "srn26005179", " SRN/26/00517-9 "} {
		if got, err := ParseNumber(s); err != nil || got != n {
			t.Errorf("ParseNumber(%q) = %v, %v", s, got, err)
		}
	}
	digits := "26005179"
	for i := range digits {
		for c := byte('0'); c <= '9'; c++ {
			slip := digits[:i] + string(c) + digits[i+1:]
			if _, err := ParseNumber("SRN" + slip); slip != digits && err == nil {
				t.Errorf("%s is taken", slip)
			}
		}
		if i > 0 {
			swap := digits[:i-1] + digits[i:i+1] + digits[i-1:i] + digits[i+1:]
			if _, err := ParseNumber("SRN" + swap); swap != digits && err == nil {
				t.Errorf("swapped %s is taken", swap)
			}
		}
	}
}

func TestNumbersReadBackAtAnyLength(t *testing.T) {
	for _, serial := range []int{1, 9, 99_999, 100_000, 999_999_999} {
		n := Number{Series: "JSKAB", Year: 2031, Serial: serial}
		if got, err := ParseNumber(n.String()); err != nil || got != n {
			t.Errorf("%v read back as %v, %v", n, got, err)
		}
	}
	for _, s := range []string{"", "S-26-00517-9", "SRN-26-0517-4", "SRN-26-00000-0", "SRN", "26-00517-9", "SRN-26-00x17-4", "SRN-26-000517-9", "TOOLONG-26-00517-9"} {
		if got, err := ParseNumber(s); err == nil || fault.As(err).Key != "record.number_form" {
			t.Errorf("ParseNumber(%q) = %v, %v", s, got, err)
		}
	}
}

func TestRefTextIsEmptyForNone(t *testing.T) {
	var r Ref
	b, _ := r.MarshalText()
	if len(b) != 0 || r.UnmarshalText(nil) != nil || !r.IsZero() {
		t.Fatalf("none is %q", b)
	}
	for _, s := range []string{"matter", "thing:d218-0123456789abc", "matter:d218", ":"} {
		if _, err := ParseRef(s); err == nil {
			t.Errorf("ParseRef(%q) is taken", s)
		}
	}
	if s := (Ref{Matter, Key{218, 1}}).String(); !strings.HasPrefix(s, "matter:d218-000") {
		t.Error(s)
	}
}

func BenchmarkNext(b *testing.B) {
	m := maker(b, 1, 0)
	for b.Loop() {
		m.Next(noon)
	}
}

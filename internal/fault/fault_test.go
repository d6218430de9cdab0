package fault

import (
	"errors"
	"fmt"
	"io"
	"testing"
)

func TestForeignErrorIsInternal(t *testing.T) {
	f := As(io.EOF)
	if f.Kind != Internal || f.Kind.Status() != 500 || !errors.Is(f, io.EOF) {
		t.Fatalf("As(io.EOF) = %v", f)
	}
}

func TestNilStaysNil(t *testing.T) {
	if As(nil) != nil || Wrap(nil, Invalid, "x") != nil || Is(nil, Internal) {
		t.Fatal("a nil error became a fault")
	}
}

func TestFaultIsFoundThroughWrapping(t *testing.T) {
	in := New(Refused, "matter.own_work", "BDO")
	out := fmt.Errorf("accepting: %w", in)
	if As(out) != in || !Is(out, Refused) || Is(out, Conflict) {
		t.Fatalf("As(%v) = %v", out, As(out))
	}
}

func TestValidationEndsNilWithoutFields(t *testing.T) {
	f := New(Invalid, "form.wrong")
	if err := f.Any(); err != nil {
		t.Fatalf("Any without fields = %v", err)
	}
	if err := f.With("phone", "phone.wrong", 9).Any(); err != error(f) {
		t.Fatalf("Any with a field = %v", err)
	}
}

func TestErrorTellsKeyArgumentsFieldsAndCause(t *testing.T) {
	err := Wrap(io.ErrUnexpectedEOF, Invalid, "import.rows", 3, "x").With("row 4", "date.wrong", "31.02.26").With("row 9", "empty")
	want := "invalid: import.rows(3, x) [row 4: date.wrong(31.02.26); row 9: empty]: unexpected EOF"
	if err.Error() != want {
		t.Fatalf("got  %s\nwant %s", err, want)
	}
}

func TestEveryKindHasNameAndErrorStatus(t *testing.T) {
	seen := map[string]bool{}
	for k := Internal; k <= Unavailable; k++ {
		if n := k.String(); n == "" || seen[n] {
			t.Errorf("kind %d: name %q missing or double", k, n)
		}
		seen[k.String()] = true
		if s := k.Status(); s < 400 || s > 599 {
			t.Errorf("%v: status %d", k, s)
		}
	}
	if Kind(200).Status() != 500 || Kind(200).String() != "internal" {
		t.Error("an unknown kind must count as internal")
	}
}

package app

import (
	"context"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/fault"
)

func TestShortPasswordIsRefusedByName(t *testing.T) {
	_, err := newHasher(1).hash(context.Background(), "नौअक्षर")
	f := fault.As(err)
	if f == nil || len(f.Fields) != 1 || f.Fields[0].Path != "password" {
		t.Errorf("got %v", err)
	}
}

func TestOnlyThePasswordOpens(t *testing.T) {
	h := newHasher(2)
	hash, err := h.hash(context.Background(), "सही पासवर्ड 2026")
	if err != nil {
		t.Fatal(err)
	}
	for password, want := range map[string]bool{"सही पासवर्ड 2026": true, "गलत पासवर्ड 2026": false, "": false} {
		if got, err := h.check(context.Background(), password, hash); err != nil || got != want {
			t.Errorf("%q opens: %v, %v", password, got, err)
		}
	}
}

func TestNobodyHasNoPassword(t *testing.T) {
	if ok, err := newHasher(1).check(context.Background(), "anything", ""); ok || err != nil {
		t.Errorf("an unknown login opened: %v %v", ok, err)
	}
}

func TestAFullHasherGivesUpWithItsCaller(t *testing.T) {
	h := newHasher(1)
	h.slots <- struct{}{}
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if _, err := h.check(ctx, "x", ""); !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v", err)
	}
}

func TestTooManyTriesWait(t *testing.T) {
	l := newLimiter(time.Minute, 3)
	now := time.Date(2026, 2, 24, 11, 0, 0, 0, time.UTC)
	for range 3 {
		if err := l.allow("bdo", now); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.allow("bdo", now); !fault.Is(err, fault.TooMany) {
		t.Errorf("the fourth try: %v", err)
	}
	if err := l.allow("sdo", now); err != nil {
		t.Errorf("another login waits too: %v", err)
	}
	if err := l.allow("bdo", now.Add(time.Minute)); err != nil {
		t.Errorf("after a minute: %v", err)
	}
}

func TestSecretsDifferAndOnlyTheirDigestIsKept(t *testing.T) {
	a, b := newSecret(), newSecret()
	if a == b || len(a) < 40 || digest(a) == digest(b) || digest(a) == a {
		t.Errorf("secrets %q %q", a, b)
	}
}

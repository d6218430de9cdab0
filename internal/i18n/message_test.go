package i18n

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/anupalan/anupalan/internal/fault"
)

var placeholder = regexp.MustCompile(`%(\[\d+\])?[-+# 0-9.]*[a-zA-Z%]`)

func placeholders(s string) []string {
	all := placeholder.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

func TestEveryMessageSpeaksBothLanguages(t *testing.T) {
	for key, text := range Messages() {
		if strings.TrimSpace(text.Hi) == "" || strings.TrimSpace(text.En) == "" {
			t.Errorf("%s: a half is missing", key)
		}
		if !strings.ContainsFunc(text.Hi, func(r rune) bool { return unicode.Is(unicode.Devanagari, r) }) {
			t.Errorf("%s: the Hindi half %q holds no Devanagari", key, text.Hi)
		}
		if strings.ContainsFunc(text.En, func(r rune) bool { return unicode.Is(unicode.Devanagari, r) }) {
			t.Errorf("%s: the English half %q holds Devanagari", key, text.En)
		}
		if NFC(text.Hi) != text.Hi {
			t.Errorf("%s: the Hindi half is not NFC", key)
		}
	}
}

func TestBothHalvesTakeTheSameArguments(t *testing.T) {
	for key, text := range Messages() {
		hi, en := placeholders(text.Hi), placeholders(text.En)
		if !slices.Equal(hi, en) {
			t.Errorf("%s: %v in Hindi, %v in English", key, hi, en)
		}
		for _, p := range hi {
			if !strings.HasPrefix(p, "%[") && p != "%%" {
				t.Errorf("%s: placeholder %s has no number", key, p)
			}
		}
	}
}

func TestKeysAreUniqueAndNamed(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9_]+(\.[a-z0-9_]+)+$`)
	seen := map[string]bool{}
	for _, area := range areas() {
		for key := range area {
			if seen[key] {
				t.Errorf("%s stands in two areas", key)
			}
			if !form.MatchString(key) {
				t.Errorf("%s is not of the form area.what", key)
			}
			seen[key] = true
		}
	}
}

func TestUnknownKeyGivesItself(t *testing.T) {
	if got := Message(Hindi, "no.such", 1); got != "no.such" {
		t.Fatalf("got %q", got)
	}
}

func TestArgumentsSpeakTheReadersLanguage(t *testing.T) {
	limit := Text{"तीन दिन", "three days"}
	if got := Message(English, "calendar.step_start", limit); got != "Start: three days" {
		t.Errorf("English: %q", got)
	}
	if got := Message(Hindi, "calendar.step_start", []string{"क", "ख", "ग"}); got != "आरंभ: क, ख और ग" {
		t.Errorf("Hindi: %q", got)
	}
	if got := Message(English, "calendar.step_start", []Text{{"क", "a"}, {"ख", "b"}}); got != "Start: a and b" {
		t.Errorf("list of texts: %q", got)
	}
	inner := fault.New(fault.NotFound, "fault.not_found")
	if got := Message(English, "calendar.step_start", inner); got != "Start: This is not available." {
		t.Errorf("fault inside: %q", got)
	}
}

func TestExplainNamesEachFieldOnItsOwnLine(t *testing.T) {
	f := fault.New(fault.Invalid, "fault.invalid").With("पंक्ति 4", "calendar.time_form", "25:00").With("", "fault.too_large")
	want := "Some entries are not right.\nपंक्ति 4: The time \"25:00\" is not of the form 10:00\nThis is too large."
	if got := Explain(English, f); got != want {
		t.Fatalf("got  %s\nwant %s", got, want)
	}
	if got := Explain(Hindi, nil); got != "" {
		t.Fatalf("nil fault: %q", got)
	}
}

func TestCauseIsNotExplained(t *testing.T) {
	f := fault.As(errors.New("secret path"))
	if got := Explain(Hindi, f); strings.Contains(got, "secret") || got == "" {
		t.Fatalf("got %q", got)
	}
}

func TestLanguageOfTags(t *testing.T) {
	for tag, want := range map[string]Lang{
		"en": English, "en_IN.UTF-8": English, "EN-us": English, " en ": English, "hi": Hindi, "hi_IN": Hindi, "": Hindi, "C": Hindi, "bho": Hindi, "england": Hindi,
	} {
		if got := ParseLang(tag); got != want {
			t.Errorf("ParseLang(%q) = %v", tag, got)
		}
	}
}

func TestTextFallsBackOnTheOtherHalf(t *testing.T) {
	if got := (Text{Hi: "क"}).In(English); got != "क" {
		t.Errorf("only Hindi: %q", got)
	}
	if got := (Text{En: "a"}).In(Hindi); got != "a" {
		t.Errorf("only English: %q", got)
	}
	if got := (Text{"पद", "Post"}).Both(); got != "पद / Post" {
		t.Errorf("Both: %q", got)
	}
}

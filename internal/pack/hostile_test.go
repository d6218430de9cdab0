package pack

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestHostileFilesAreRefusedSoon holds that depth and length do not make loading crawl.
func TestHostileFilesAreRefusedSoon(t *testing.T) {
	var wide strings.Builder
	wide.WriteString("pack: {key: shops, revision: 1, from: 2026-01-01, class: office}\nlists:\n  a:\n")
	for i := range 8000 {
		wide.WriteString("    c" + itoa(i) + ": क | K\n")
	}
	for name, src := range map[string]string{
		"brackets": "a: " + strings.Repeat("[", 200_000),
		"braces":   "a: " + strings.Repeat("{a: ", 50_000) + strings.Repeat("}", 50_000),
		"dashes":   "a:\n  " + strings.Repeat("- ", 100_000) + "x",
		"steps":    steps(900),
		"quotes":   "a: " + strings.Repeat(`"`, 100_000),
		"long":     "a: " + strings.Repeat("x", 3<<20),
		"wide":     wide.String(),
	} {
		began := time.Now()
		_, faults := Load(fstest.MapFS{"systems/shops.yaml": {Data: []byte(src)}})
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if !faults.Fatal() {
			t.Errorf("%s was taken", name)
		}
	}
}

func steps(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

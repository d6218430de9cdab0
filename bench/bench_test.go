package bench

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/store/storetest"
)

// TestBenchRuns keeps the bench itself from rotting: a small run on both engines.
func TestBenchRuns(t *testing.T) {
	run := func(t *testing.T, o Options) {
		o.Matters, o.For, o.Callers = 600, 30*time.Millisecond, []int{1, 4}
		got, err := Run(context.Background(), o, func(Figure) {})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := got.Write(&out); err != nil {
			t.Fatal(err)
		}
		for _, f := range got.Figures {
			if f.Product <= 0 || f.Bare <= 0 || !strings.Contains(out.String(), f.Scenario) {
				t.Errorf("%+v", f)
			}
		}
	}
	t.Run("sqlite", func(t *testing.T) { run(t, Options{Dir: t.TempDir()}) })
	t.Run("postgres", func(t *testing.T) { run(t, Options{DB: storetest.PostgresAddress(t)}) })
}

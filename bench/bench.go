// Package bench measures the product beside the bare driver: the same rows, in the same
// run, on the same disk, so that a claim is a ratio and not a number of somebody's machine.
package bench

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Options says what to measure. DB is a PostgreSQL address; empty is a file in Dir.
type Options struct {
	DB      string
	Dir     string
	Matters int           // filled in before the acts are measured
	For     time.Duration // of each scenario
	Callers []int
	Program string // the executable, to measure a server of its own; empty leaves that out
}

// Figure is one scenario: how often a second the product and the bare driver do it.
type Figure struct {
	Scenario string  `json:"scenario"`
	Callers  int     `json:"callers"`
	Product  float64 `json:"product_per_s"`
	Bare     float64 `json:"bare_per_s"`
	Ratio    float64 `json:"ratio"`
	P50      float64 `json:"p50_ms"`
	P99      float64 `json:"p99_ms"`
	Group    float64 `json:"jobs_a_commit,omitempty"`
	Server   float64 `json:"server_p50_ms,omitempty"` // of a page, as its Server-Timing tells
}

// Result is a run with the machine it was made on.
type Result struct {
	At      time.Time `json:"at"`
	Machine string    `json:"machine"`
	Engine  string    `json:"engine"`
	Matters int       `json:"matters"`
	Figures []Figure  `json:"figures"`
	Server  *Server   `json:"server,omitempty"`
}

// Run fills a fresh database, measures every scenario and tells of each as it is done.
func Run(ctx context.Context, o Options, say func(Figure)) (Result, error) {
	r := Result{At: time.Now(), Machine: fmt.Sprintf("%s/%s, %d cores, %s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version()), Matters: o.Matters}
	name := o.DB
	if name == "" {
		name = filepath.Join(o.Dir, "bench.db")
		if _, err := os.Stat(name); err == nil {
			return r, fmt.Errorf("%s exists already", name)
		}
	}
	tokens, err := r.load(ctx, o, name, say)
	if err != nil || o.Program == "" {
		return r, err
	}
	r.Server, err = serve(ctx, o, name, tokens)
	return r, err
}

// load measures everything but a server of its own, and gives the tokens it made.
func (r *Result) load(ctx context.Context, o Options, name string, say func(Figure)) (map[string]string, error) {
	db, err := store.Open(ctx, name, store.Options{})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	r.Engine = db.Engine().String()
	c, err := app.NewCommitter(ctx, db, func() calendar.Instant { return calendar.At(time.Now()) })
	if err != nil {
		return nil, err
	}
	defer c.Close()
	l := &load{ctx: ctx, db: db, c: c, options: o, tables: tables()}
	tell := func(f Figure) {
		r.Figures = append(r.Figures, f)
		say(f)
	}
	for _, scenario := range []func() (Figure, error){l.fill, l.open(1), l.open(0), l.act(1), l.act(8), l.act(0), l.myWork(1), l.myWork(8), l.today, l.story} {
		f, err := scenario()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Scenario, err)
		}
		tell(f)
	}
	return l.http(tell)
}

// Write prints the figures as a table.
func (r Result) Write(w io.Writer) error {
	fmt.Fprintf(w, "%s, %d matters, %s, %s\n\n", r.Engine, r.Matters, r.Machine, r.At.UTC().Format("2006-01-02 15:04 UTC"))
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "scenario\tcallers\tproduct/s\tbare/s\tratio\tp50 ms\tp99 ms\tjobs a commit\tserver p50 ms\t")
	for _, f := range r.Figures {
		fmt.Fprintf(t, "%s\t%d\t%.0f\t%.0f\t%.2f\t%.2f\t%.2f\t%.1f\t%.2f\t\n", f.Scenario, f.Callers, f.Product, f.Bare, f.Ratio, f.P50, f.P99, f.Group, f.Server)
	}
	if err := t.Flush(); err != nil || r.Server == nil {
		return err
	}
	_, err := fmt.Fprintln(w, "\n"+r.Server.String())
	return err
}

// many is the largest number of callers asked for.
func (o Options) many() int {
	if len(o.Callers) == 0 {
		return 64
	}
	return slices.Max(o.Callers)
}

func (o Options) length() time.Duration { return cmp.Or(o.For, 3*time.Second) }

// spread picks a key by a multiplicative step, so that acts fall all over the table.
func spread(keys []record.Key, n int) record.Key {
	return keys[(n*7919+n/len(keys))%len(keys)]
}

// String gives the figure in one line.
func (f Figure) String() string {
	return strings.TrimSpace(fmt.Sprintf("%-28s %3d callers %9.0f/s, bare %9.0f/s, ratio %.2f, p50 %.2f ms, p99 %.2f ms", f.Scenario, f.Callers, f.Product, f.Bare, f.Ratio, f.P50, f.P99))
}

package bench

import (
	"cmp"
	"io"
	"slices"
	"sync"
	"time"
)

// measure lets callers do something again and again and gives the rate and its spread.
func measure(callers int, length time.Duration, do func(caller int) error) (Figure, error) {
	var mu sync.Mutex
	var times []time.Duration
	var failed error
	end := time.Now().Add(length)
	start := time.Now()
	var all sync.WaitGroup
	for i := range callers {
		all.Go(func() {
			var mine []time.Duration
			for len(mine) == 0 || time.Now().Before(end) { // once at least, however busy the machine
				from := time.Now()
				if err := do(i); err != nil {
					mu.Lock()
					failed = cmp.Or(failed, err)
					mu.Unlock()
					break
				}
				mine = append(mine, time.Since(from))
			}
			mu.Lock()
			times = append(times, mine...)
			mu.Unlock()
		})
	}
	all.Wait()
	took := time.Since(start)
	if failed != nil || len(times) == 0 {
		return Figure{}, cmp.Or(failed, io.ErrNoProgress)
	}
	slices.Sort(times)
	ms := func(share float64) float64 {
		return float64(times[min(int(share*float64(len(times))), len(times)-1)].Microseconds()) / 1000
	}
	return Figure{Callers: callers, Product: float64(len(times)) / took.Seconds(), P50: ms(.5), P99: ms(.99)}, nil
}

// rounds is how often product and bare driver take turns; the medians count, so that
// another program on the machine disturbs both or neither.
const rounds = 3

// turns measures both sides in turn. The bare side is told how the product's round went.
func turns(o Options, callers int, product func(int) error, bare func(time.Duration, Figure) (float64, error)) (Figure, error) {
	var all []Figure
	for range rounds {
		f, err := measure(callers, o.length()/rounds, product)
		if err != nil {
			return f, err
		}
		if f.Bare, err = bare(o.length()/rounds, f); err != nil {
			return f, err
		}
		f.Ratio = f.Product / f.Bare
		all = append(all, f)
	}
	median := func(of func(Figure) float64) float64 {
		values := make([]float64, len(all))
		for i, f := range all {
			values[i] = of(f)
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return Figure{Callers: callers, Product: median(func(f Figure) float64 { return f.Product }), Bare: median(func(f Figure) float64 { return f.Bare }),
		Ratio: median(func(f Figure) float64 { return f.Ratio }), P50: median(func(f Figure) float64 { return f.P50 }), P99: median(func(f Figure) float64 { return f.P99 })}, nil
}

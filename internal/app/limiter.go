package app

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/anupalan/anupalan/internal/fault"
)

// limiter slows down whoever tries too often, by login and by network address.
type limiter struct {
	mu    sync.Mutex
	every time.Duration
	burst int
	seen  map[string]*visitor
}

type visitor struct {
	rate *rate.Limiter
	last time.Time
}

// forget is how long a visitor that does nothing is remembered, and many is when the
// forgotten are swept out.
const (
	forget = time.Hour
	many   = 10_000
)

func newLimiter(every time.Duration, burst int) *limiter {
	return &limiter{every: every, burst: burst, seen: map[string]*visitor{}}
}

// allow takes one try of key at now, or refuses with the seconds to wait.
func (l *limiter) allow(key string, now time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.seen[key]
	if v == nil {
		l.sweep(now)
		v = &visitor{rate: rate.NewLimiter(rate.Every(l.every), l.burst)}
		l.seen[key] = v
	}
	v.last = now
	r := v.rate.ReserveN(now, 1)
	if wait := r.DelayFrom(now); wait > 0 {
		r.CancelAt(now)
		f := fault.New(fault.TooMany, "app.too_many", int(wait/time.Second)+1)
		f.Wait = int(wait/time.Second) + 1
		return f
	}
	return nil
}

func (l *limiter) sweep(now time.Time) {
	if len(l.seen) < many {
		return
	}
	for key, v := range l.seen {
		if now.Sub(v.last) > forget {
			delete(l.seen, key)
		}
	}
}

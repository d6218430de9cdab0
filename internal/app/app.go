package app

import (
	"context"
	"crypto/sha256"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/store"
)

// Config is what an App is made of. Wall is the real clock; the business clock runs ahead
// of it only in a demonstration.
type Config struct {
	DB      *store.DB
	Systems *Systems
	Wall    func() time.Time
	Log     *slog.Logger
	Secret  [32]byte   // key of sealed secrets, from a file beside the database
	Signer  *audit.Key // signs the heads of the log; nil signs nothing
	Paces   [3]Pace    // by Use; none given takes UsualPaces
}

// App is the program without its skins. It is safe for concurrent use.
type App struct {
	db        *store.DB
	systems   *Systems
	commit    *Committer
	log       *slog.Logger
	wall      func() time.Time
	ahead     atomic.Int64 // µs by which the business clock runs ahead
	hasher    *hasher
	signIns   *limiter      // by login
	doors     *limiter      // by network address: an office of forty shares one
	paces     [3]*limiter   // by Use
	photos    chan struct{} // slots
	sealer    *sealer
	saidKey   [32]byte // of the digests of texts
	signer    *audit.Key
	mu        sync.Mutex
	districts []int32
	offices   map[int32]*office
	checked   map[int32]time.Time // when each office was last compared with the database
}

// hashesAtOnce bounds the memory of signing in: 64 MB each.
const hashesAtOnce = 4

// New starts an App on an open, migrated database.
func New(ctx context.Context, cfg Config) (*App, error) {
	sealer, err := newSealer(cfg.Secret)
	if err != nil {
		return nil, err
	}
	if cfg.Wall == nil {
		cfg.Wall = time.Now
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	a := &App{
		db: cfg.DB, systems: cfg.Systems, log: cfg.Log, wall: cfg.Wall, sealer: sealer, signer: cfg.Signer,
		hasher: newHasher(hashesAtOnce), signIns: newLimiter(6*time.Second, 10), doors: newLimiter(time.Second, 100),
		paces: limiters(cfg.Paces), photos: make(chan struct{}, photosAtOnce), offices: map[int32]*office{}, checked: map[int32]time.Time{},
	}
	a.saidKey = sha256.Sum256(append([]byte("said:"), cfg.Secret[:]...))
	ahead, _, err := demoAhead(ctx, cfg.DB)
	if err != nil {
		return nil, err
	}
	a.ahead.Store(ahead)
	if a.commit, err = NewCommitter(ctx, cfg.DB, a.now); err != nil {
		return nil, err
	}
	a.districts, err = cfg.DB.Reader().OrgDistricts(ctx)
	return a, err
}

// served are the districts of the database, also those that another program founded on it
// meanwhile; while the database does not answer, the last ones known.
func (a *App) served() []int32 {
	known, err := a.db.Reader().OrgDistricts(context.Background())
	a.mu.Lock()
	defer a.mu.Unlock()
	if err == nil {
		a.districts = known
	}
	return slices.Clone(a.districts)
}

// founded serves a district from now on.
func (a *App) founded(district int32) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !slices.Contains(a.districts, district) {
		a.districts = append(a.districts, district)
	}
}

// Close waits for what is being saved; the database stays open.
func (a *App) Close() { a.commit.Close() }

// Stats counts the jobs answered and the commits made since the start.
func (a *App) Stats() (jobs, commits int64) { return a.commit.Stats() }

// now is the business clock: deadlines, acts and pages live by it.
func (a *App) now() calendar.Instant {
	return calendar.At(a.wall()) + calendar.Instant(a.ahead.Load())
}

func (a *App) today() calendar.Date { return a.now().Date() }

// Now is the instant by the business clock, for pages that say "as on".
func (a *App) Now() calendar.Instant { return a.now() }

// Ready tells whether the database answers.
func (a *App) Ready(ctx context.Context) error {
	if err := a.db.Check(ctx); err != nil {
		return fault.Wrap(err, fault.Unavailable, "app.busy")
	}
	return nil
}

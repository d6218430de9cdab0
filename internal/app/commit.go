package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Job is one thing to be decided and saved. Decide is called on the committer's
// goroutine, at least once and, after a failed commit, again; it must not keep anything.
type Job struct {
	District int32
	Keys     []record.Key // matters to load and hold, with their parents
	Parts    bool         // their parts and their parents' parts too
	Org      int64        // version of the organisation that Decide looks at; another one is a Conflict; 0 is not checked
	Once     string       // request key: the same key is answered once; "" for none
	Digest   string       // of the request, so that a key is not used for another
	Decide   func(*Group) (Outcome, error)
}

// Outcome is what a decision wants saved. The tallies, flows, leaves and versions are the
// committer's business.
type Outcome struct {
	Change matter.Change
	Events []record.Event                  // of other nouns
	Wakes  map[record.Key][]matter.Wake    // of the matters in the change: all of each
	Reach  map[record.Key][]matter.Reached // of matters: all of each, in the place of what there was
	Links  []store.Link
	Outbox []store.Message
	Jobs   []store.Job           // long works that follow
	Said   []store.Said          // whose words the events hold
	Write  func(*store.Tx) error // rows of other nouns
	Answer any                   // handed to the caller
	Keep   []byte                // kept under the job's request key
}

// Done is what became of a job: on disk, with its place in the tree.
type Done struct {
	Answer  any
	Earlier []byte // the answer kept when the same request came before; nothing was done now
	First   int64  // number of the job's first leaf in its district's tree
	Leaves  int64  // how many it has there

	district int32
}

// Committer saves. It takes the jobs that wait, decides them one by one on a state that
// grows, and writes all of them in one commit. See docs/adr/0003-committer.md.
type Committer struct {
	db    *store.DB
	now   func() calendar.Instant
	ids   *record.Maker
	node  store.Node
	me    string
	queue chan *waiting
	quit  chan struct{}
	done  sync.WaitGroup // the committer's own goroutines
	in    sync.WaitGroup // callers that were let in
	lost  atomic.Bool    // another program makes ids under our number

	jobs    atomic.Int64
	commits atomic.Int64

	mu     sync.Mutex
	closed bool
	watch  []chan struct{}
}

type waiting struct {
	job    *Job
	answer chan answered
}

type answered struct {
	done Done
	err  error
}

const (
	groupLimit  = 64 // more gain nothing and lengthen the wait of the first
	queueLength = 1024
	leaseLength = 10 * time.Minute
	tries       = 4 // of a job alone, against deadlocks and other programs' commits
)

// NewCommitter starts the committer of a database and leases the number under which it
// makes ids. now is the business clock.
func NewCommitter(ctx context.Context, db *store.DB, now func() calendar.Instant) (*Committer, error) {
	host, _ := os.Hostname() // a name for people; empty will do
	c := &Committer{db: db, now: now, queue: make(chan *waiting, queueLength), quit: make(chan struct{}),
		me: fmt.Sprintf("%s/%d/%d", host, os.Getpid(), time.Now().UnixNano())}
	wall := calendar.At(time.Now())
	var err error
	if c.node, err = db.NodeLease(c.me, wall, wall.Add(leaseLength)); err != nil {
		return nil, err
	}
	if c.ids, err = record.NewMaker(c.node.Number, c.node.Last); err != nil {
		return nil, err
	}
	writers := 1
	if db.Engine() == store.Postgres {
		writers = 2
	}
	for range writers {
		c.done.Add(1)
		go c.run()
	}
	c.done.Add(1)
	go c.keepLease()
	return c, nil
}

// IDs makes the ids of this program.
func (c *Committer) IDs() *record.Maker { return c.ids }

// Do hands a job over and waits until it is on disk or refused. The context counts only
// until the job is taken: what has begun is not abandoned.
func (c *Committer) Do(ctx context.Context, job Job) (Done, error) {
	w := &waiting{job: &job, answer: make(chan answered, 1)}
	c.mu.Lock()
	if c.closed || c.lost.Load() {
		c.mu.Unlock()
		return Done{}, fault.New(fault.Unavailable, "store.unavailable")
	}
	c.in.Add(1) // Close waits for those who are let in
	c.mu.Unlock()
	defer c.in.Done()
	select {
	case c.queue <- w:
	case <-ctx.Done():
		return Done{}, fault.Wrap(ctx.Err(), fault.Unavailable, "store.unavailable")
	}
	a := <-w.answer
	return a.done, a.err
}

// Close waits for the jobs that were let in, saves the last id and stops.
func (c *Committer) Close() {
	c.mu.Lock()
	if c.closed {
		c.mu.Unlock()
		return
	}
	c.closed = true
	c.mu.Unlock()
	c.in.Wait()
	close(c.quit)
	c.done.Wait()
	c.node.Last, c.node.Until = c.ids.Next(calendar.At(time.Now())), 0
	_ = c.db.NodeKeep(c.node, c.me) // the log's last id says nearly the same
}

// Stats counts the jobs answered and the commits made since the start.
func (c *Committer) Stats() (jobs, commits int64) { return c.jobs.Load(), c.commits.Load() }

// Watch gives a channel that gets a value after commits, for those who follow the log.
func (c *Committer) Watch() <-chan struct{} {
	ch := make(chan struct{}, 1)
	c.mu.Lock()
	c.watch = append(c.watch, ch)
	c.mu.Unlock()
	return ch
}

func (c *Committer) tell() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, ch := range c.watch {
		select {
		case ch <- struct{}{}:
		default:
		}
	}
}

func (c *Committer) keepLease() {
	defer c.done.Done()
	tick := time.NewTicker(leaseLength / 5)
	defer tick.Stop()
	for {
		select {
		case <-c.quit:
			return
		case <-tick.C:
			n := c.node
			wall := calendar.At(time.Now())
			n.Last, n.Until = c.ids.Next(wall), wall.Add(leaseLength)
			// Any other failure is tried again in two minutes; the lease lasts ten.
			if err := c.db.NodeKeep(n, c.me); fault.Is(err, fault.Conflict) {
				c.lost.Store(true)
			}
		}
	}
}

func (c *Committer) run() {
	defer c.done.Done()
	group := make([]*waiting, 0, groupLimit)
	for {
		select {
		case w := <-c.queue:
			group = c.gather(append(group[:0], w))
			c.commitGroup(group)
		case <-c.quit: // nobody is in any more
			return
		}
	}
}

// gather takes what waits, without waiting for more.
func (c *Committer) gather(group []*waiting) []*waiting {
	for len(group) < groupLimit {
		select {
		case w := <-c.queue:
			group = append(group, w)
		default:
			return group
		}
	}
	return group
}

// commitGroup saves a group in one commit. If that fails for a reason that one job may
// have brought, each job is tried alone; if the disk or the connection failed, all are
// told so.
func (c *Committer) commitGroup(group []*waiting) {
	answers, err := c.attempt(group)
	if err == nil {
		for i, w := range group {
			w.answer <- answers[i]
		}
		c.tell()
		return
	}
	if cannotSave(err) || len(group) == 1 && !again(err) {
		for _, w := range group {
			w.answer <- answered{err: err}
		}
		return
	}
	for _, w := range group {
		w.answer <- c.alone(w)
	}
	c.tell()
}

func (c *Committer) alone(w *waiting) answered {
	for try := 1; ; try++ {
		answers, err := c.attempt([]*waiting{w})
		if err == nil {
			return answers[0]
		}
		if try == tries || !again(err) {
			return answered{err: err}
		}
		time.Sleep(time.Duration(try) * 5 * time.Millisecond)
	}
}

// again reports a failure that another try may not meet: a deadlock, or another program's commit in between.
func again(err error) bool { return store.IsPassing(err) || fault.Is(err, fault.Conflict) }

// cannotSave reports a failure that trying each job alone would only repeat.
func cannotSave(err error) bool {
	return fault.Is(err, fault.Unavailable) && !store.IsPassing(err)
}

// attempt is one transaction over a group: load, decide, write, commit.
func (c *Committer) attempt(group []*waiting) (answers []answered, err error) {
	defer func() {
		if p := recover(); p != nil {
			answers, err = nil, fmt.Errorf("committing: panic: %v", p)
		}
	}()
	err = c.db.Update(func(tx *store.Tx) error {
		g := newGroup(tx, c.now())
		if err := g.load(group); err != nil {
			return err
		}
		answers = make([]answered, len(group))
		for _, i := range byDistrict(group) {
			a, err := g.decide(group[i].job)
			if err != nil {
				return err
			}
			answers[i] = a
		}
		return g.write(answers)
	})
	if err == nil {
		c.jobs.Add(int64(len(group)))
		c.commits.Add(1)
	}
	return answers, err
}

// refusal reports whether an error answers its own caller: the fault of a decision, and
// not a failure of the database or of the program.
func refusal(err error) bool {
	f, ok := errors.AsType[*fault.Fault](err)
	return ok && f.Kind != fault.Internal && f.Kind != fault.Unavailable
}

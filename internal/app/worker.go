package app

import (
	"context"
	"sync"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
)

// task is one kind of work that goes on beside the requests. It does what is due, at most
// a batch, and says how much it did; doing it twice does no harm.
type task struct {
	name  string
	every time.Duration
	do    func(context.Context) (int, error)
}

// TaskStatus is how a task fares, for the operator.
type TaskStatus struct {
	Name   string
	Ran    calendar.Instant // last run, by the wall clock
	Done   int64            // things done since the start
	Failed string           // why the last run failed; "" it did not
	Since  calendar.Instant // failing since
}

// Worker runs the tasks of a program: clocks, outbox, search, who sees what, signed heads, sweeping.
type Worker struct {
	app    *App
	mailer Mailer

	mu     sync.Mutex
	status map[string]*TaskStatus
	order  []string
}

// Mailer sends one e-mail; notify's is the real one.
type Mailer interface {
	Mail(ctx context.Context, id, to, subject, body string) error
}

// NewWorker makes the worker of an App. A nil mailer keeps notices in the program only.
func NewWorker(a *App, mailer Mailer) *Worker {
	return &Worker{app: a, mailer: mailer, status: map[string]*TaskStatus{}}
}

func (w *Worker) tasks() []task {
	return []task{
		{"clocks", 5 * time.Second, w.app.wakeDue},
		{"rhythms", time.Minute, w.app.wakeTypes},
		{"sets", 5 * time.Second, w.app.gatherDue},
		{"outbox", 5 * time.Second, w.sendDue},
		{"search", time.Second, w.app.indexNew},
		{"reach", 5 * time.Second, w.app.followOrg},
		{"heads", time.Hour, w.app.signHeads},
		{"sweep", time.Hour, w.app.sweep},
	}
}

// Run works until the context ends. Each task has its own loop, so that a mail server
// that does not answer stops no clock.
func (w *Worker) Run(ctx context.Context) {
	var all sync.WaitGroup
	for _, t := range w.tasks() {
		w.enter(t.name)
		all.Add(1)
		go func() {
			defer all.Done()
			w.loop(ctx, t)
		}()
	}
	all.Wait()
}

func (w *Worker) loop(ctx context.Context, t task) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		n, err := t.do(ctx)
		w.note(t.name, n, err)
		next := t.every
		if n > 0 && err == nil {
			next = 0 // more may wait
		}
		timer.Reset(next)
	}
}

// Once runs every task until nothing is left to do: after the business clock was moved,
// and in tests.
func (w *Worker) Once(ctx context.Context) error {
	for _, t := range w.tasks() {
		for {
			n, err := t.do(ctx)
			w.note(t.name, n, err)
			if err != nil {
				return err
			}
			if n == 0 {
				break
			}
		}
	}
	return nil
}

func (w *Worker) enter(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.status[name] == nil {
		w.status[name] = &TaskStatus{Name: name}
		w.order = append(w.order, name)
	}
}

func (w *Worker) note(name string, n int, err error) {
	w.enter(name)
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.status[name]
	s.Ran = calendar.At(w.app.wall())
	s.Done += int64(n)
	if err == nil {
		s.Failed, s.Since = "", 0
		return
	}
	if s.Failed == "" {
		s.Since = s.Ran
	}
	s.Failed = err.Error()
	w.app.log.Error("worker", "task", name, "err", err)
}

// Status tells how every task fares.
func (w *Worker) Status() []TaskStatus {
	w.mu.Lock()
	defer w.mu.Unlock()
	var list []TaskStatus
	for _, name := range w.order {
		list = append(list, *w.status[name])
	}
	return list
}

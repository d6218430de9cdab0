package office

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/web"
)

// Operator is how the program itself is: what waits to be sent, what runs, what failed, when it was last backed up.
type Operator struct {
	web.Base
	Health   []Health
	Waiting  web.Count // messages in the outbox
	Failed   web.Count // messages given up
	Messages []Message
	Jobs     []Job
	Failures []Failure
}

// Health is one thing that is well or not.
type Health struct {
	What   string
	Say    string
	Status web.Status // InTime is well, DueSoon is to be watched, Late is wrong
}

// Message is one message that could not be sent yet.
type Message struct {
	ID    string
	To    string
	By    string // e-mail, SMS …
	About string
	Tries int
	Again calendar.Instant
	Fault string
}

// Job is long work that runs by itself and can be left.
type Job struct {
	Name     string
	By       string
	Began    calendar.Instant
	Done, Of int
	Standing web.Standing // Closed, Late for failed, InTime while running
	Note     string
}

// Failure is a failed request, by the reference its reader was shown.
type Failure struct {
	Ref  string
	At   calendar.Instant
	Path string
	Say  string
	N    int
}

// RetryHref is where a message is tried again.
func (m Message) RetryHref() string { return web.Path("operator", "messages", m.ID, "retry") }

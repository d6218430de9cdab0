// Package record holds what every row and every event has in common: its id, its key, what it is about, who may see it.
//
// An id is made in the process, grows with time and is never given twice by one node; a key names the district beside it,
// so that no look-up ever searches all districts. Bodies of events are written in one canonical form, because their
// digest is what the audit log holds.
package record

import (
	"sync"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
)

// ID is 41 bits of milliseconds since 2024-01-01 UTC, 10 bits of node and 12 bits of sequence; 0 is none.
type ID int64

const (
	epoch        = 1704067200000 // 2024-01-01T00:00:00Z in milliseconds
	nodeBits     = 10
	sequenceBits = 12
	millisBits   = 41

	// MaxNode is the largest node number.
	MaxNode = 1<<nodeBits - 1

	maxSequence = 1<<sequenceBits - 1
	maxMillis   = 1<<millisBits - 1
)

// Made gives the instant at which the id was made; under a burst it may lie a little ahead of the clock.
func (id ID) Made() calendar.Instant {
	return calendar.Instant((int64(id)>>(nodeBits+sequenceBits) + epoch) * 1000)
}

// FirstID is the smallest id that can be made at an instant or after it, for ranges of ids.
func FirstID(at calendar.Instant) ID {
	return ID(min(max(int64(at)/1000-epoch, 0), maxMillis) << (nodeBits + sequenceBits))
}

// Node gives the number of the node that made the id.
func (id ID) Node() int { return int(id>>sequenceBits) & MaxNode }

// Maker makes the ids of one node. It may be used by many goroutines.
type Maker struct {
	mu     sync.Mutex
	node   int64
	millis int64
	seq    int64
}

// NewMaker makes a maker for a leased node (0 to MaxNode) that continues after last, the largest id known, whoever gave
// it; so a clock set back over a restart cannot give an id twice or an earlier one.
func NewMaker(node int, last ID) (*Maker, error) {
	if node < 0 || node > MaxNode {
		return nil, fault.New(fault.Invalid, "record.node_range", node, MaxNode)
	}
	m := &Maker{node: int64(node)}
	if last > 0 {
		m.millis, m.seq = int64(last)>>(nodeBits+sequenceBits), maxSequence
	}
	return m, nil
}

// Next gives a new id. A clock that stands or goes back, or more than 4,096 ids in a millisecond, borrow from the next one.
func (m *Maker) Next(now calendar.Instant) ID {
	at := min(max(int64(now)/1000-epoch, 0), maxMillis)
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case at > m.millis:
		m.millis, m.seq = at, 0
	case m.seq < maxSequence:
		m.seq++
	case m.millis < maxMillis:
		m.millis, m.seq = m.millis+1, 0
	}
	if m.millis == 0 && m.seq == 0 && m.node == 0 {
		m.seq = 1
	}
	return ID(m.millis<<(nodeBits+sequenceBits) | m.node<<sequenceBits | m.seq)
}

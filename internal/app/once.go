package app

import (
	"context"
	"encoding/hex"
	"fmt"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// Once names a request that must not be done twice: the caller's key, the route, and the
// digest of the body it came with.
type Once struct {
	Key   string
	Route string
	Body  [32]byte
}

type onceKey struct{}

// WithOnce ties a request's key to its context; the use case saves it in its own commit.
func WithOnce(ctx context.Context, o Once) context.Context {
	return context.WithValue(ctx, onceKey{}, o)
}

// once gives the job's request key, which belongs to a person, a post and a route.
func once(ctx context.Context, who Actor, job *Job) {
	o, ok := ctx.Value(onceKey{}).(Once)
	if !ok {
		return
	}
	job.Once = fmt.Sprintf("%s/%s/%s/%s", who.Person, who.Post, o.Route, o.Key)
	job.Digest = hex.EncodeToString(o.Body[:])
}

// earlier gives the matter that the same request made before, if it came before.
func (d *Done) earlier() (record.Key, bool) {
	if d.Earlier == nil {
		return record.Key{}, false
	}
	k, err := record.ParseKey(string(d.Earlier))
	return k, err == nil
}

// reused turns the store's word for a key used for another request into the caller's.
func reused(err error) error {
	if f := fault.As(err); f != nil && f.Key == "store.key_reused" {
		return fault.New(fault.Invalid, "api.key_other_body").With("Idempotency-Key", "api.key_other_body")
	}
	return err
}

package app

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"github.com/anupalan/anupalan/internal/fault"
)

// minPassword is the shortest password taken, in characters (NIST SP 800-63B, §5.1.1).
const minPassword = 10

// hasher bounds how many passwords are hashed at once: each needs 64 MB.
type hasher struct{ slots chan struct{} }

func newHasher(n int) *hasher { return &hasher{slots: make(chan struct{}, n)} }

// nobody is checked when a login is unknown, so that the answer takes as long as for a
// known one; it is the hash of a random password that was thrown away.
const nobody = "$argon2id$v=19$m=65536,t=1,p=2$c29tZXNhbHRzb21lc2FsdA$rnLZ8Oq9LwB0BzFpNMgJLyvM0uBPTgYqCHZJ6sBw0lY"

func (h *hasher) acquire(ctx context.Context) error {
	select {
	case h.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fault.Wrap(ctx.Err(), fault.Unavailable, "app.busy")
	}
}

// hash gives the argon2id hash of a password that is long enough.
func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	if n := utf8.RuneCountInString(password); n < minPassword {
		return "", fault.New(fault.Invalid, "app.password_wrong").With("password", "app.password_short", minPassword)
	}
	if err := h.acquire(ctx); err != nil {
		return "", err
	}
	defer func() { <-h.slots }()
	return argon2id.CreateHash(password, argon2id.DefaultParams)
}

// check reports whether the password fits the hash; an empty hash never fits, but is
// worked on as long as a real one.
func (h *hasher) check(ctx context.Context, password, hash string) (bool, error) {
	if err := h.acquire(ctx); err != nil {
		return false, err
	}
	defer func() { <-h.slots }()
	if hash == "" || !strings.HasPrefix(hash, "$argon2id$") {
		_, _ = argon2id.ComparePasswordAndHash(password, nobody)
		return false, nil
	}
	return argon2id.ComparePasswordAndHash(password, hash)
}

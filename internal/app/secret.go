package app

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
)

// newSecret gives 256 random bits for a session or a token, as text.
func newSecret() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails: the runtime ends the program instead
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// digest is what the database keeps of a secret, so that a copy of it opens nothing.
func digest(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

package app

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
)

// sealer hides secrets that must be read back, such as those of one-time codes, from
// whoever gets a copy of the database; its key lies in a file beside it.
type sealer struct {
	aead cipher.AEAD
	key  [32]byte
}

func newSealer(key [32]byte) (*sealer, error) {
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	return &sealer{aead, key}, err
}

// digest is what is kept of a short code: without the key it cannot be tried out.
func (s *sealer) digest(text string) []byte {
	mac := hmac.New(sha256.New, s.key[:])
	mac.Write([]byte(text))
	return mac.Sum(nil)
}

// seal binds the plain text to what it belongs to; it opens for nothing else.
func (s *sealer) seal(plain []byte, belongs string) []byte {
	nonce := make([]byte, s.aead.NonceSize(), s.aead.NonceSize()+len(plain)+s.aead.Overhead())
	_, _ = rand.Read(nonce) // never fails: the runtime ends the program instead
	return s.aead.Seal(nonce, nonce, plain, []byte(belongs))
}

func (s *sealer) open(sealed []byte, belongs string) ([]byte, error) {
	n := s.aead.NonceSize()
	if len(sealed) < n {
		return nil, errors.New("sealed secret is too short")
	}
	plain, err := s.aead.Open(nil, sealed[:n], sealed[n:], []byte(belongs))
	if err != nil {
		return nil, fmt.Errorf("sealed secret of %s: %w", belongs, err)
	}
	return plain, nil
}

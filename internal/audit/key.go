package audit

import (
	"io"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"github.com/anupalan/anupalan/internal/fault"
)

// Key signs the heads of a log. It lies in a file outside of the database, so that whoever writes the one cannot sign
// with the other.
type Key struct {
	signer note.Signer
	public string
	secret string
}

// NewKey makes an Ed25519 key from random bytes; the name stands in its signatures, without spaces and plus signs.
func NewKey(random io.Reader, name string) (Key, error) {
	secret, public, err := note.GenerateKey(random, name)
	if err != nil {
		return Key{}, fault.Wrap(err, fault.Invalid, "audit.key_name", name)
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		return Key{}, fault.Wrap(err, fault.Invalid, "audit.key_name", name)
	}
	return Key{signer, public, secret}, nil
}

const (
	keyHead   = "# अनुपालन की हस्ताक्षर कुंजी: डेटाबेस और बैकअप से अलग रखें। | Signing key of Anupalan: keep it apart from database and backup.\n"
	publicTag = "public "
)

// File gives the text of the key's file: a remark, the secret line and the public line.
func (k Key) File() string { return keyHead + k.secret + "\n" + publicTag + k.public + "\n" }

// ParseKeyFile reads the text of a key's file; blank lines and lines beginning with # are passed over.
func ParseKeyFile(text string) (Key, error) {
	var k Key
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, publicTag):
			k.public = strings.TrimSpace(line[len(publicTag):])
		default:
			k.secret = line
		}
	}
	var err error
	if k.signer, err = note.NewSigner(k.secret); err != nil {
		return Key{}, fault.New(fault.Invalid, "audit.key_file")
	}
	verifier, err := note.NewVerifier(k.public)
	if err != nil || verifier.Name() != k.signer.Name() || verifier.KeyHash() != k.signer.KeyHash() {
		return Key{}, fault.New(fault.Invalid, "audit.key_pair")
	}
	return k, nil
}

// Public gives the public line, which anybody needs to check signatures; it is to be published and printed.
func (k Key) Public() string { return k.public }

// Name gives the key's name.
func (k Key) Name() string { return k.signer.Name() }

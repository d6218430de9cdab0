package program

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/anupalan/anupalan/internal/audit"
	"github.com/anupalan/anupalan/internal/fault"
)

// Keys are the program's secrets, which lie in a file and never in the database.
type Keys struct {
	Secret [32]byte   // seals what must be read back
	Signer *audit.Key // signs the heads of the log
}

const sealTag = "seal "

// LoadKeys reads a key file, and makes one, readable by its owner alone, where there is none.
func LoadKeys(file, name string) (Keys, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return makeKeys(file, name)
	}
	if err != nil {
		return Keys{}, fault.Wrap(err, fault.Unavailable, "command.key_file", file)
	}
	var k Keys
	var rest []string
	found := false
	for line := range strings.Lines(string(text)) {
		seal, ok := strings.CutPrefix(strings.TrimSpace(line), sealTag)
		if !ok {
			rest = append(rest, line)
			continue
		}
		raw, err := hex.DecodeString(seal)
		if err != nil || len(raw) != len(k.Secret) {
			return Keys{}, fault.New(fault.Invalid, "command.key_file", file)
		}
		copy(k.Secret[:], raw)
		found = true
	}
	signer, err := audit.ParseKeyFile(strings.Join(rest, ""))
	if err != nil {
		return Keys{}, err
	}
	if !found {
		return Keys{}, fault.New(fault.Invalid, "command.key_file", file)
	}
	k.Signer = &signer
	return k, nil
}

func makeKeys(file, name string) (Keys, error) {
	signer, err := audit.NewKey(rand.Reader, name)
	if err != nil {
		return Keys{}, err
	}
	k := Keys{Signer: &signer}
	_, _ = rand.Read(k.Secret[:]) // never fails: the runtime ends the program instead
	text := signer.File() + sealTag + hex.EncodeToString(k.Secret[:]) + "\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		return Keys{}, fault.Wrap(err, fault.Unavailable, "command.key_file", file)
	}
	return k, nil
}

package app

import (
	"crypto/rand"
	"fmt"
	"math/big"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// Spare codes open the second step once each when the telephone is away. A code app gives
// six figures, so that a code of twelve can only be a spare one.
const (
	spareCodes  = 10
	spareDigits = 12
)

// newSpares replaces the person's spare codes within a commit and gives them, the only time
// that they can be read: the database keeps keyed digests.
func (a *App) newSpares(tx *store.Tx, me record.Key) ([]string, error) {
	now := calendar.At(a.wall())
	codes := make([]string, spareCodes)
	for i := range codes {
		n, err := rand.Int(rand.Reader, big.NewInt(1_000_000_000_000))
		if err != nil {
			return nil, err
		}
		code := fmt.Sprintf("%012d", n)
		codes[i] = code[:4] + " " + code[4:8] + " " + code[8:]
		err = tx.CredentialPut(store.Credential{District: me.District, Person: me.ID, Kind: credSpare, Name: fmt.Sprintf("%02d", i+1),
			Secret: a.spareDigest(me, code), Changed: now})
		if err != nil {
			return nil, err
		}
	}
	return codes, nil
}

// spareDigest is what is kept of a spare code. Forty bits are soon tried, so that the key
// beside the database goes into it.
func (a *App) spareDigest(me record.Key, code string) []byte {
	return a.sealer.digest("spare " + me.String() + " " + digitsOnly(code))
}

// spendSpare takes a spare code and ends it in one commit; of two tries at once one finds it.
func (a *App) spendSpare(me record.Key, creds []store.Credential, code string) error {
	wrong := fault.New(fault.Invalid, "app.code_wrong").With("code", "app.code_wrong")
	want := string(a.spareDigest(me, code))
	for _, c := range creds {
		if c.Kind != credSpare || string(c.Secret) != want {
			continue
		}
		return a.db.Update(func(tx *store.Tx) error {
			spent, err := tx.CredentialDrop(me, credSpare, c.Name)
			if err == nil && !spent {
				return wrong
			}
			return err
		})
	}
	return wrong
}

// spares counts the spare codes that are left.
func spares(creds []store.Credential) int {
	n := 0
	for _, c := range creds {
		if c.Kind == credSpare {
			n++
		}
	}
	return n
}

// dropSpares ends all spare codes of a person.
func dropSpares(tx *store.Tx, me record.Key) error {
	for i := range spareCodes {
		if _, err := tx.CredentialDrop(me, credSpare, fmt.Sprintf("%02d", i+1)); err != nil {
			return err
		}
	}
	return nil
}

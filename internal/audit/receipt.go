package audit

import (
	"encoding/base64"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/anupalan/anupalan/internal/fault"
)

// Receipt is all that is needed to show, without the office's database, that an event stood in the log when a head was
// signed: the leaf's bytes, its number, the proof and the signed head.
type Receipt struct {
	Leaf  []byte
	N     int64
	Proof []Hash
	Head  string // signed note
}

const receiptTitle = "anupalan receipt 1"

// String gives the receipt as text for a file or a QR code: title, number, leaf, the proof's hashes, a blank line, the head.
func (r Receipt) String() string {
	lines := []string{receiptTitle, strconv.FormatInt(r.N, 10), base64.StdEncoding.EncodeToString(r.Leaf)}
	for _, h := range r.Proof {
		lines = append(lines, h.String())
	}
	return strings.Join(lines, "\n") + "\n\n" + r.Head
}

// maxProof bounds the hashes of a proof: a tree cannot be higher.
const maxProof = 63

// ParseReceipt reads the text of a receipt.
func ParseReceipt(text string) (Receipt, error) {
	wrong := fault.New(fault.Invalid, "audit.receipt_form")
	top, head, ok := strings.Cut(text, "\n\n")
	lines := strings.Split(top, "\n")
	if !ok || len(lines) < 3 || len(lines) > 3+maxProof || lines[0] != receiptTitle {
		return Receipt{}, wrong
	}
	n, err1 := strconv.ParseInt(lines[1], 10, 64)
	leaf, err2 := base64.StdEncoding.DecodeString(lines[2])
	if err1 != nil || err2 != nil {
		return Receipt{}, wrong
	}
	r := Receipt{Leaf: leaf, N: n, Head: head}
	for _, line := range lines[3:] {
		h, err := tlog.ParseHash(line)
		if err != nil {
			return Receipt{}, wrong
		}
		r.Proof = append(r.Proof, h)
	}
	return r, nil
}

// Check holds the receipt against the keys one trusts and gives the leaf and the head it is proved under. It needs nothing
// else, so it can be done far from the office.
func (r Receipt) Check(t Trust) (Leaf, Head, error) {
	head, err := t.Open(r.Head)
	if err != nil {
		return Leaf{}, Head{}, err
	}
	leaf, err := ParseLeaf(r.Leaf)
	if err != nil {
		return Leaf{}, Head{}, err
	}
	if leaf.District != head.District {
		return Leaf{}, Head{}, fault.New(fault.Invalid, "audit.head_district", leaf.District, head.District)
	}
	if err := CheckLeaf(r.Proof, head.Size, head.Root, r.N, tlog.RecordHash(r.Leaf)); err != nil {
		return Leaf{}, Head{}, err
	}
	return leaf, head, nil
}

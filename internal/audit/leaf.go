// Package audit is the arithmetic of a log that nobody can change unseen: one Merkle tree a district over the events of
// its offices, after RFC 6962, with signed heads.
//
// A leaf is the hash of an event's header and of the digest of its body; it holds no name and no text, so erasing a value
// breaks nothing. Hashes are kept in tiles of 256; the right edge of the tree alone is enough to go on. Everything here is
// pure: hashes are read through a function, and time, nonces and keys are handed in.
package audit

import (
	"crypto/sha256"
	"encoding/binary"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/anupalan/anupalan/internal/fault"
)

// Hash is a SHA-256 hash of a leaf or of a node; its text form is base64.
type Hash = tlog.Hash

// LeafVersion is the first byte of every leaf; another layout must take another number.
const LeafVersion = 1

// Leaf is what the tree holds of one event. Its bytes are fixed by docs/adr/0001-leaf.md.
type Leaf struct {
	District int32
	Event    int64
	Subject  Subject
	Version  int32 // of the subject, after the event
	Kind     string
	Act      string
	By       Standing
	At       int64    // microseconds since 1970-01-01 UTC
	Body     [32]byte // SHA-256 of the canonical body
	Nonce    [16]byte // random, so that a leaf cannot be guessed from its hash
}

// Subject is what the event is about, as record.Ref numbers it.
type Subject struct {
	Kind     uint8
	District int32
	ID       int64
}

// Standing is in which post the act was done, for which post, by whose number, and how.
type Standing struct {
	Post, For, Person int64
	Mode              uint8
}

// BodyDigest gives the digest of a canonical body, as the leaf holds it.
func BodyDigest(body []byte) [32]byte { return sha256.Sum256(body) }

// typicalLeaf is room for a leaf with a kind and an act of usual length.
const typicalLeaf = 256

// Bytes gives the leaf in the form that is hashed.
func (l *Leaf) Bytes() []byte { return l.append(make([]byte, 0, typicalLeaf)) }

// Hash gives SHA-256 over 0x00 and the leaf's bytes.
func (l *Leaf) Hash() Hash {
	var room [typicalLeaf]byte
	return sha256.Sum256(l.append(append(room[:0], 0)))
}

// append writes the version and then each field with its length before it, in two bytes, high byte first.
func (l *Leaf) append(b []byte) []byte {
	be := binary.BigEndian
	b = append(b, LeafVersion)
	b = be.AppendUint32(append(b, 0, 4), uint32(l.District))
	b = be.AppendUint64(append(b, 0, 8), uint64(l.Event))
	b = append(b, 0, 13, l.Subject.Kind)
	b = be.AppendUint32(b, uint32(l.Subject.District))
	b = be.AppendUint64(b, uint64(l.Subject.ID))
	b = be.AppendUint32(append(b, 0, 4), uint32(l.Version))
	b = appendText(b, l.Kind)
	b = appendText(b, l.Act)
	b = be.AppendUint64(append(b, 0, 25), uint64(l.By.Post))
	b = be.AppendUint64(b, uint64(l.By.For))
	b = be.AppendUint64(b, uint64(l.By.Person))
	b = append(b, l.By.Mode)
	b = be.AppendUint64(append(b, 0, 8), uint64(l.At))
	b = append(append(b, 0, 32), l.Body[:]...)
	return append(append(b, 0, 16), l.Nonce[:]...)
}

// maxText is the longest kind or act that two bytes can measure; what is longer is cut, and no such name exists.
const maxText = 1<<16 - 1

func appendText(b []byte, s string) []byte {
	s = s[:min(len(s), maxText)]
	return append(binary.BigEndian.AppendUint16(b, uint16(len(s))), s...)
}

// ParseLeaf reads the bytes of a leaf, so that a receipt can be read without the program's database.
func ParseLeaf(b []byte) (Leaf, error) {
	fields, ok := cut(b)
	if !ok {
		return Leaf{}, fault.New(fault.Invalid, "audit.leaf_form")
	}
	be := binary.BigEndian
	l := Leaf{
		District: int32(be.Uint32(fields[0])), Event: int64(be.Uint64(fields[1])),
		Subject: Subject{fields[2][0], int32(be.Uint32(fields[2][1:])), int64(be.Uint64(fields[2][5:]))},
		Version: int32(be.Uint32(fields[3])), Kind: string(fields[4]), Act: string(fields[5]),
		By: Standing{int64(be.Uint64(fields[6])), int64(be.Uint64(fields[6][8:])), int64(be.Uint64(fields[6][16:])), fields[6][24]},
		At: int64(be.Uint64(fields[7])),
	}
	copy(l.Body[:], fields[8])
	copy(l.Nonce[:], fields[9])
	return l, nil
}

// widths are the lengths of a leaf's fields in order; 0 is a text of any length.
var widths = [10]int{4, 8, 13, 4, 0, 0, 25, 8, 32, 16}

func cut(b []byte) (fields [10][]byte, ok bool) {
	if len(b) == 0 || b[0] != LeafVersion {
		return fields, false
	}
	b = b[1:]
	for i, width := range widths {
		if len(b) < 2 {
			return fields, false
		}
		n := int(binary.BigEndian.Uint16(b))
		b = b[2:]
		if len(b) < n || width != 0 && n != width {
			return fields, false
		}
		fields[i], b = b[:n], b[n:]
	}
	return fields, len(b) == 0
}

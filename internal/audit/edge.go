package audit

import (
	"crypto/sha256"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/anupalan/anupalan/internal/fault"
)

// Edge is all that a tree needs to grow and to know its root: its size and the roots of the whole subtrees that it falls
// into, largest first, one for each bit of the size. The zero Edge is the empty tree.
type Edge struct {
	Size  int64
	peaks []Hash
}

// ParseEdge reads the bytes of an edge, as Bytes gave them for that size.
func ParseEdge(size int64, b []byte) (Edge, error) {
	if size < 0 || len(b) != bits.OnesCount64(uint64(size))*tlog.HashSize {
		return Edge{}, fault.New(fault.Internal, "audit.edge_form", size, len(b))
	}
	return Edge{size, hashes(b)}, nil
}

// Bytes gives the hashes of the edge one after another, at most 63 of them.
func (e Edge) Bytes() []byte { return flat(e.peaks) }

// Append gives the edge after the hashes of further leaves; e itself stays as it is.
func (e Edge) Append(leaves ...Hash) Edge {
	peaks := make([]Hash, len(e.peaks), len(e.peaks)+8)
	copy(peaks, e.peaks)
	for _, h := range leaves {
		for n := e.Size; n&1 == 1; n >>= 1 {
			last := len(peaks) - 1
			h = tlog.NodeHash(peaks[last], h)
			peaks = peaks[:last]
		}
		peaks = append(peaks, h)
		e.Size++
	}
	return Edge{e.Size, peaks}
}

// Root gives the root of the tree; that of the empty tree is the hash of nothing.
func (e Edge) Root() Hash {
	n := len(e.peaks)
	if n == 0 {
		return sha256.Sum256(nil)
	}
	root := e.peaks[n-1]
	for i := n - 2; i >= 0; i-- {
		root = tlog.NodeHash(e.peaks[i], root)
	}
	return root
}

func hashes(b []byte) []Hash {
	out := make([]Hash, len(b)/tlog.HashSize)
	for i := range out {
		copy(out[i][:], b[i*tlog.HashSize:])
	}
	return out
}

func flat(hs []Hash) []byte {
	out := make([]byte, 0, len(hs)*tlog.HashSize)
	for i := range hs {
		out = append(out, hs[i][:]...)
	}
	return out
}

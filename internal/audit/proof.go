package audit

import (
	"golang.org/x/mod/sumdb/tlog"

	"github.com/anupalan/anupalan/internal/fault"
)

// maxSize bounds the trees that are reckoned with: far more leaves than a district can have, and safe for the arithmetic.
const maxSize = 1 << 48

// RootOf gives the root that the tree had at a size, out of its tiles.
func RootOf(size int64, read Tiles) (Hash, error) {
	if size < 0 || size > maxSize {
		return Hash{}, fault.New(fault.Invalid, "audit.proof_range", size, int64(maxSize))
	}
	if size == 0 {
		return Edge{}.Root(), nil
	}
	return tlog.TreeHash(size, read.reader())
}

// ProveLeaf gives the hashes that lead from leaf n (from 0) to the root of the tree of that size.
func ProveLeaf(size, n int64, read Tiles) ([]Hash, error) {
	if n < 0 || n >= size || size > maxSize {
		return nil, fault.New(fault.Invalid, "audit.proof_range", n, size)
	}
	return tlog.ProveRecord(size, n, read.reader())
}

// CheckLeaf reports by a nil error that leaf n with that hash lies in the tree of that size and root.
func CheckLeaf(proof []Hash, size int64, root Hash, n int64, leaf Hash) error {
	if n < 0 || n >= size || size > maxSize {
		return fault.New(fault.Invalid, "audit.proof_range", n, size)
	}
	if err := tlog.CheckRecord(proof, size, root, n, leaf); err != nil {
		return fault.Wrap(err, fault.Invalid, "audit.leaf_unproved", n, size)
	}
	return nil
}

// ProveGrowth gives the hashes that show that the tree of size old is the beginning of the one of size size.
func ProveGrowth(size, old int64, read Tiles) ([]Hash, error) {
	if old < 1 || old > size || size > maxSize {
		return nil, fault.New(fault.Invalid, "audit.proof_range", old, size)
	}
	return tlog.ProveTree(size, old, read.reader())
}

// CheckGrowth reports by a nil error that nothing before size old was changed when the tree grew to size. The empty tree
// is the beginning of every tree.
func CheckGrowth(proof []Hash, size int64, root Hash, old int64, oldRoot Hash) error {
	switch {
	case old < 0 || old > size || size > maxSize:
		return fault.New(fault.Invalid, "audit.proof_range", old, size)
	case old == 0:
		return nil
	}
	if err := tlog.CheckTree(proof, size, root, old, oldRoot); err != nil {
		return fault.Wrap(err, fault.Invalid, "audit.growth_unproved", old, size)
	}
	return nil
}

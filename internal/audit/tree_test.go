package audit

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
)

// leafHash gives a different hash for each number.
func leafHash(n int64) Hash {
	var b [9]byte
	binary.BigEndian.PutUint64(b[1:], uint64(n))
	return sha256.Sum256(b[:])
}

func leafHashes(from, to int64) []Hash {
	var out []Hash
	for n := from; n < to; n++ {
		out = append(out, leafHash(n))
	}
	return out
}

// naive is the root as RFC 6962, section 2.1, defines it.
func naive(hs []Hash) Hash {
	switch len(hs) {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return hs[0]
	}
	k := 1
	for k*2 < len(hs) {
		k *= 2
	}
	left, right := naive(hs[:k]), naive(hs[k:])
	return sha256.Sum256(slices.Concat([]byte{1}, left[:], right[:]))
}

// shelf is a district's stored hashes: the leaves and the tiles that Grow gave.
type shelf struct {
	edge   Edge
	leaves []Hash
	tiles  map[[2]int64][]Hash
	reads  int
}

func (s *shelf) tile(level int, n int64) ([]Hash, error) {
	s.reads++
	if level == 0 && s.tiles[[2]int64{0, n}] == nil {
		from := min(n*TileWidth, int64(len(s.leaves)))
		return s.leaves[from:min(from+TileWidth, int64(len(s.leaves)))], nil
	}
	return s.tiles[[2]int64{int64(level), n}], nil
}

func (s *shelf) grow(t testing.TB, leaves ...Hash) {
	t.Helper()
	edge, tiles, err := Grow(s.edge, leaves, s.tile)
	if err != nil {
		t.Fatal(err)
	}
	for _, tile := range tiles {
		s.tiles[[2]int64{int64(tile.Level), tile.N}] = tile.Hashes
	}
	s.edge, s.leaves = edge, append(s.leaves, leaves...)
}

func newShelf() *shelf { return &shelf{tiles: map[[2]int64][]Hash{}} }

func TestRootIsThatOfTheNaiveTree(t *testing.T) {
	all := leafHashes(0, 600)
	var e Edge
	for n := range all {
		if got, want := e.Root(), naive(all[:n]); got != want || e.Size != int64(n) {
			t.Fatalf("root of %d leaves is %v, want %v", n, got, want)
		}
		e = e.Append(all[n])
	}
}

func TestEdgeReadsBack(t *testing.T) {
	var e Edge
	for n := range int64(300) {
		got, err := ParseEdge(e.Size, e.Bytes())
		if err != nil || got.Root() != e.Root() || got.Append(leafHash(n)).Root() != e.Append(leafHash(n)).Root() {
			t.Fatalf("edge of %d leaves: %v, %v", n, got, err)
		}
		if _, err := ParseEdge(e.Size, append(e.Bytes(), 0)); err == nil {
			t.Fatalf("edge of %d leaves with a byte more is taken", n)
		}
		e = e.Append(leafHash(n))
	}
	if _, err := ParseEdge(-1, nil); !fault.Is(err, fault.Internal) {
		t.Fatalf("negative size: %v", err)
	}
}

func TestAppendLeavesTheOldEdgeAlone(t *testing.T) {
	e := Edge{}.Append(leafHashes(0, 7)...)
	before := e.Root()
	a, b := e.Append(leafHash(100)), e.Append(leafHash(200))
	if e.Root() != before || a.Root() == b.Root() || a.Root() != naive(append(leafHashes(0, 7), leafHash(100))) {
		t.Fatal("two appends to one edge disturb one another")
	}
}

func TestTilesHoldTheNaiveTree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	s := newShelf()
	for s.edge.Size < 3*TileWidth*TileWidth/2 {
		n := int64(r.IntN(3000)) + 1
		if r.IntN(3) == 0 {
			n = n%5 + 1
		}
		s.grow(t, leafHashes(s.edge.Size, s.edge.Size+n)...)
		if got, err := RootOf(s.edge.Size, s.tile); err != nil || got != s.edge.Root() {
			t.Fatalf("%d leaves: root out of tiles %v, edge %v, %v", s.edge.Size, got, s.edge.Root(), err)
		}
	}
	if s.edge.Root() != naive(s.leaves) {
		t.Fatal("the root is not that of the naive tree")
	}
	for at, hs := range s.tiles {
		if at[0] == 1 && len(hs) < TileWidth && at[1] != s.edge.Size/(TileWidth*TileWidth) {
			t.Errorf("tile %v was left with %d hashes", at, len(hs))
		}
		for i, h := range hs {
			span := int64(1)
			for range at[0] {
				span *= TileWidth
			}
			from := (at[1]*TileWidth + int64(i)) * span
			if i%37 == 0 && h != naive(s.leaves[from:from+span]) {
				t.Fatalf("hash %d of tile %v is wrong", i, at)
			}
		}
	}
}

func TestGrowReadsOnlyWhenATileIsWhole(t *testing.T) {
	s := newShelf()
	for n := range int64(TileWidth - 1) {
		s.grow(t, leafHash(n))
	}
	if s.reads != 0 || len(s.tiles) != 0 {
		t.Fatalf("%d reads, %d tiles before the first tile is whole", s.reads, len(s.tiles))
	}
	s.grow(t, leafHash(TileWidth-1))
	if s.reads != 1 || len(s.tiles[[2]int64{0, 0}]) != TileWidth || len(s.tiles[[2]int64{1, 0}]) != 1 {
		t.Fatalf("%d reads, tiles %d", s.reads, len(s.tiles))
	}
}

func TestMissingHashesAreAFault(t *testing.T) {
	e := Edge{}.Append(leafHashes(0, 10)...)
	none := Tiles(func(int, int64) ([]Hash, error) { return nil, nil })
	if _, _, err := Grow(e, leafHashes(10, 300), none); fault.As(err) == nil || fault.As(err).Key != "audit.tile_short" {
		t.Errorf("Grow: %v", err)
	}
	if _, err := RootOf(10, none); err == nil {
		t.Error("RootOf without hashes")
	}
	broken := Tiles(func(int, int64) ([]Hash, error) { return nil, fault.New(fault.Unavailable, "x") })
	if _, _, err := Grow(e, leafHashes(10, 300), broken); !fault.Is(err, fault.Unavailable) {
		t.Errorf("a reader's own fault: %v", err)
	}
}

func TestEveryLeafIsProvedAndNoOther(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	s := newShelf()
	s.grow(t, leafHashes(0, 2*TileWidth+77)...)
	sizes := []int64{1, 2, 3, 7, 8, 255, 256, 257, 500, s.edge.Size}
	for _, size := range sizes {
		root := naive(s.leaves[:size])
		for range 40 {
			n := r.Int64N(size)
			proof, err := ProveLeaf(size, n, s.tile)
			if err != nil {
				t.Fatal(err)
			}
			if err := CheckLeaf(proof, size, root, n, s.leaves[n]); err != nil {
				t.Fatalf("leaf %d of %d: %v", n, size, err)
			}
			if CheckLeaf(proof, size, root, n, leafHash(-1)) == nil || n > 0 && CheckLeaf(proof, size, root, n-1, s.leaves[n]) == nil {
				t.Fatalf("leaf %d of %d: another leaf or place is proved", n, size)
			}
			if len(proof) > 0 {
				proof[r.IntN(len(proof))][3] ^= 1
				if CheckLeaf(proof, size, root, n, s.leaves[n]) == nil {
					t.Fatalf("leaf %d of %d: a changed proof holds", n, size)
				}
			}
		}
	}
}

func TestGrowthIsProvedAndRewritingIsNot(t *testing.T) {
	s := newShelf()
	s.grow(t, leafHashes(0, 2*TileWidth+77)...)
	for _, size := range []int64{1, 2, 9, 256, 300, s.edge.Size} {
		root := naive(s.leaves[:size])
		for _, old := range []int64{1, 2, 5, 8, 255, 256, 257, s.edge.Size} {
			if old > size {
				continue
			}
			proof, err := ProveGrowth(size, old, s.tile)
			if err != nil {
				t.Fatal(err)
			}
			if err := CheckGrowth(proof, size, root, old, naive(s.leaves[:old])); err != nil {
				t.Fatalf("%d to %d: %v", old, size, err)
			}
			rewritten := slices.Clone(s.leaves[:old])
			rewritten[old/2] = leafHash(-1)
			if CheckGrowth(proof, size, root, old, naive(rewritten)) == nil {
				t.Fatalf("%d to %d: a rewritten past is proved", old, size)
			}
		}
	}
	if err := CheckGrowth(nil, 5, naive(s.leaves[:5]), 0, Edge{}.Root()); err != nil {
		t.Errorf("the empty tree is no beginning: %v", err)
	}
}

func TestProofsOutsideTheTreeAreRefused(t *testing.T) {
	s := newShelf()
	s.grow(t, leafHashes(0, 10)...)
	for _, n := range []int64{-1, 10, 11} {
		if _, err := ProveLeaf(10, n, s.tile); !fault.Is(err, fault.Invalid) {
			t.Errorf("leaf %d: %v", n, err)
		}
		if CheckLeaf(nil, 10, s.edge.Root(), n, leafHash(0)) == nil {
			t.Errorf("leaf %d is proved", n)
		}
	}
	if _, err := ProveGrowth(10, 11, s.tile); err == nil {
		t.Error("a tree grew backwards")
	}
	if CheckGrowth(nil, 10, s.edge.Root(), 11, leafHash(0)) == nil || CheckLeaf(nil, 1<<62+1, Hash{}, 0, Hash{}) == nil {
		t.Error("an impossible size is proved")
	}
}

func BenchmarkLeafAndAppend(b *testing.B) {
	l := golden()
	var e Edge
	b.ReportAllocs()
	for b.Loop() {
		batch := make([]Hash, 64)
		for i := range batch {
			l.Event++
			batch[i] = l.Hash()
		}
		e = e.Append(batch...)
	}
	b.ReportMetric(float64(b.N)*64/b.Elapsed().Seconds(), "leaves/s")
}

func BenchmarkProveLeaf(b *testing.B) {
	s := newShelf()
	s.grow(b, leafHashes(0, 200_000)...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ProveLeaf(s.edge.Size, 123_456, s.tile); err != nil {
			b.Fatal(err)
		}
	}
}

package audit

import (
	"golang.org/x/mod/sumdb/tlog"

	"github.com/anupalan/anupalan/internal/fault"
)

const (
	tileHeight = 8

	// TileWidth is the number of hashes in a whole tile.
	TileWidth = 1 << tileHeight
)

// Tile is the unit in which hashes are stored. Tile n of level 0 holds the hashes of leaves 256n to 256n+255; tile n of
// the next level holds the roots of tiles 256n to 256n+255 of the level below.
type Tile struct {
	Level  int
	N      int64
	Hashes []Hash
}

// Bytes gives the tile's hashes one after another, as it is stored.
func (t Tile) Bytes() []byte { return flat(t.Hashes) }

// ParseTile reads stored bytes.
func ParseTile(level int, n int64, b []byte) (Tile, error) {
	if len(b)%tlog.HashSize != 0 || len(b) > TileWidth*tlog.HashSize {
		return Tile{}, fault.New(fault.Internal, "audit.tile_form", level, n, len(b))
	}
	return Tile{level, n, hashes(b)}, nil
}

// Tiles reads the hashes of a tile as far as the tree has come: a part of it at the right edge, none beyond. On level 0 it
// may give the hashes of the leaves themselves, so that a part of a tile need not be stored there.
type Tiles func(level int, n int64) ([]Hash, error)

// Grow appends leaves to the tree and gives its new edge with the tiles to be saved: those of level 0 that became whole,
// and of each higher level those that changed, whole or not. It reads nothing unless a tile becomes whole.
func Grow(e Edge, leaves []Hash, read Tiles) (Edge, []Tile, error) {
	next := e.Append(leaves...)
	var tiles []Tile
	size, fresh := e.Size, leaves
	for level := 0; len(fresh) > 0; level++ {
		if level == 0 && size/TileWidth == next.Size/TileWidth {
			break
		}
		changed, err := fill(level, size, fresh, read)
		if err != nil {
			return Edge{}, nil, err
		}
		fresh = nil
		for _, t := range changed {
			whole := len(t.Hashes) == TileWidth
			if whole {
				fresh = append(fresh, subtree(t.Hashes))
			}
			if whole || level > 0 {
				tiles = append(tiles, t)
			}
		}
		size /= TileWidth
	}
	return next, tiles, nil
}

// fill puts fresh hashes behind the first size ones of a level and gives the tiles they came to lie in.
func fill(level int, size int64, fresh []Hash, read Tiles) ([]Tile, error) {
	t := Tile{Level: level, N: size / TileWidth}
	if held := int(size % TileWidth); held > 0 {
		before, err := read(level, t.N)
		if err != nil {
			return nil, err
		}
		if len(before) < held {
			return nil, fault.New(fault.Internal, "audit.tile_short", level, t.N, len(before), held)
		}
		t.Hashes = append(t.Hashes, before[:held]...)
	}
	var out []Tile
	for len(fresh) > 0 {
		n := min(len(fresh), TileWidth-len(t.Hashes))
		t.Hashes, fresh = append(t.Hashes, fresh[:n]...), fresh[n:]
		out = append(out, t)
		t = Tile{Level: level, N: t.N + 1}
	}
	return out, nil
}

// subtree gives the root over a number of hashes that is a power of two.
func subtree(hs []Hash) Hash {
	if len(hs) == 1 {
		return hs[0]
	}
	half := len(hs) / 2
	return tlog.NodeHash(subtree(hs[:half]), subtree(hs[half:]))
}

// reader answers tlog's questions for stored hashes out of tiles, reading each tile once.
func (read Tiles) reader() tlog.HashReader {
	type at struct {
		level int
		n     int64
	}
	seen := map[at][]Hash{}
	return tlog.HashReaderFunc(func(indexes []int64) ([]Hash, error) {
		out := make([]Hash, len(indexes))
		for i, x := range indexes {
			level, n := tlog.SplitStoredHashIndex(x)
			high, low := level/tileHeight, level%tileHeight
			tile := at{high, n >> (tileHeight - low)}
			hs, ok := seen[tile]
			if !ok {
				var err error
				if hs, err = read(tile.level, tile.n); err != nil {
					return nil, err
				}
				seen[tile] = hs
			}
			from := int(n<<low) % TileWidth
			if to := from + 1<<low; to <= len(hs) {
				out[i] = subtree(hs[from:to])
				continue
			}
			return nil, fault.New(fault.Internal, "audit.tile_short", tile.level, tile.n, len(hs), from+1<<low)
		}
		return out, nil
	})
}

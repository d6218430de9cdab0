package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strconv"

	"github.com/anupalan/anupalan/internal/rule"
)

// meaningHash is the digest of what a pack means: layout, comments, labels, examples and
// the revision itself do not count, the order of states, acts and rungs does.
func meaningHash(root *node) string {
	h := sha256.New()
	for _, e := range root.entries {
		if e.key == "name" || e.key == "source" || e.key == "examples" {
			continue
		}
		hashEntry(h, e)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func hashEntry(h hash.Hash, e entry) {
	if e.key == "name" || e.key == "revision" {
		return
	}
	hashText(h, e.key)
	hashNode(h, e.val)
}

func hashNode(h hash.Hash, n *node) {
	switch n.kind {
	case scalar:
		text := n.text
		if parts := rule.Halves(text, rule.Pos{}); len(parts) > 2 {
			text = parts[2].S
		} else if len(parts) == 2 {
			text = ""
		}
		hashText(h, text)
	case mapping:
		hashText(h, "{"+strconv.Itoa(len(n.entries)))
		for _, e := range n.entries {
			hashEntry(h, e)
		}
	case sequence:
		hashText(h, "["+strconv.Itoa(len(n.items)))
		for _, i := range n.items {
			hashNode(h, i)
		}
	}
}

func hashText(h hash.Hash, s string) {
	h.Write([]byte(strconv.Itoa(len(s))))
	h.Write([]byte{':'})
	h.Write([]byte(s))
}

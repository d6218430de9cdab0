package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/rule"
)

// meaningHash is the digest of what a pack means: layout, comments, labels, examples and
// the revision itself do not count, the order of states, acts and rungs does.
func meaningHash(root *node) string {
	h := hasher{sha256.New()}
	for _, e := range root.entries {
		switch e.key {
		case "name", "source", "examples":
		case "pack":
			h.head(e.val)
		default:
			h.entry(e)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

type hasher struct{ hash.Hash }

// head writes of a pack's head what its matters are, not when it took force.
func (h hasher) head(n *node) {
	for _, key := range []string{"key", "class", "power"} {
		if v := n.get(key); v != nil {
			h.text(key)
			h.node(v)
		}
	}
}

func (h hasher) entry(e entry) {
	switch {
	case e.key == "name" || e.key == "revision":
	case e.key == "acts" && e.val.kind == mapping:
		h.text("acts")
		for _, a := range e.val.entries {
			h.act(a)
		}
	default:
		h.text(e.key)
		h.node(e.val)
	}
}

// act writes an act alike whether it stands on one line or in a block.
func (h hasher) act(e entry) {
	var p rule.ActPhrase
	var rest []entry
	phrase := func(n *node) {
		if parts := rule.Halves(n.text, n.pos); len(parts) > 2 {
			p, _ = rule.ParseAct(parts[2])
		}
	}
	if e.val.kind == scalar {
		phrase(e.val)
	}
	for _, k := range e.val.entries {
		if k.key == "act" {
			phrase(k.val)
		}
	}
	for _, k := range e.val.entries {
		switch {
		case k.key == "act":
		case k.val.kind != mapping && in(rule.ActWords(), k.key) && k.key != "offline":
			for _, w := range k.val.texts() {
				p.Clause(k.name(), w)
			}
		case k.key == "offline":
			p.Offline = p.Offline || k.val.text == "yes"
		default:
			rest = append(rest, k)
		}
	}
	h.text(e.key)
	h.text(p.String())
	slices.SortStableFunc(rest, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	for _, k := range rest {
		h.entry(k)
	}
}

func (h hasher) node(n *node) {
	switch n.kind {
	case scalar:
		text := n.text
		if parts := rule.Halves(text, rule.Pos{}); len(parts) > 2 {
			text = parts[2].S
		} else if len(parts) == 2 {
			text = ""
		}
		h.text(strings.Join(strings.Fields(text), " "))
	case mapping:
		h.text("{" + strconv.Itoa(len(n.entries)))
		for _, e := range n.entries {
			h.entry(e)
		}
	case sequence:
		h.text("[" + strconv.Itoa(len(n.items)))
		for _, i := range n.items {
			h.node(i)
		}
	}
}

func (h hasher) text(s string) {
	h.Write([]byte(strconv.Itoa(len(s))))
	h.Write([]byte{':'})
	h.Write([]byte(s))
}

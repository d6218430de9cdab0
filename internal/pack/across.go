package pack

import (
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// across proves what spans packs: every ask raised is answered, revisions follow one
// another, and what was released keeps its meaning.
func (l *loader) across() {
	l.answered()
	released := l.released()
	for _, p := range l.set.Packs {
		l.pinned(p, released)
		l.follows(p)
	}
	for _, p := range l.set.Old {
		l.pinned(p, released)
	}
}

func (l *loader) say(p *Pack, key string, args ...any) {
	l.faults = append(l.faults, Fault{File: p.File, Pos: p.Pos, Key: key, Args: args, pass: passMeaning})
}

func (l *loader) answered() {
	answers := map[string]bool{}
	for _, asks := range l.world.packs {
		for _, a := range asks {
			answers[a] = true
		}
	}
	for _, a := range l.asked {
		if !answers[a.name.S] {
			l.faults = append(l.faults, Fault{
				File: a.file, Pos: a.name.Pos, Key: "pack.ask_unanswered", Args: []any{a.name.S}, pass: passMeaning,
			})
		}
	}
}

// ReleasedFile lists, one a line, "key@revision hash" of every revision that has been in
// force somewhere; such a line is never changed.
const ReleasedFile = "released"

func (l *loader) released() map[string]string {
	m := map[string]string{}
	src, err := fs.ReadFile(l.fsys, ReleasedFile)
	if err != nil {
		return m
	}
	for line := range strings.SplitSeq(string(src), "\n") {
		if key, hash, ok := strings.Cut(strings.TrimSpace(line), " "); ok && key[0] != '#' {
			m[key] = hash
		}
	}
	return m
}

// Pin is the line of the released file for a pack.
func (p *Pack) Pin() string { return p.Key + "@" + strconv.Itoa(p.Revision) + " " + p.Hash }

func (l *loader) pinned(p *Pack, released map[string]string) {
	if hash, ok := released[p.Key+"@"+strconv.Itoa(p.Revision)]; ok && hash != p.Hash {
		l.say(p, "pack.changed", p.Revision, p.Revision+1)
	}
}

// follows compares a pack with its older revisions: codes stay, carries names what exists.
func (l *loader) follows(p *Pack) {
	for _, old := range l.set.Old {
		if old.Key != p.Key {
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(old.Scope.Lists)) {
			now, kept := p.Scope.Lists[key]
			for _, c := range old.Scope.Lists[key].Codes {
				if kept && !hasCode(&now, c.Key) {
					l.say(p, "pack.code_gone", c.Key, key)
				}
			}
		}
	}
	if p.Carries != nil {
		l.carried(p)
	}
}

func (l *loader) carried(p *Pack) {
	from := l.set.Revision(p.Key, p.Carries.From)
	if from == nil || from == p {
		l.say(p, "pack.carries_from", p.Carries.From)
		return
	}
	for _, old := range slices.Sorted(maps.Keys(p.Carries.States)) {
		if !hasState(from, old) {
			l.say(p, "pack.carries_state", old)
		}
		if to := p.Carries.States[old]; !hasState(p, to) {
			l.say(p, "pack.carries_state", to)
		}
	}
}

func hasState(p *Pack, key string) bool {
	for _, t := range p.Types {
		if t.State(key) != nil {
			return true
		}
	}
	return false
}

package pack

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/rule"
)

// Load reads packs/ (common, systems, old, states) from the root of fsys and proves it
// whole. The Set holds what is sound even when there are faults, so that checking can go
// on; with a fatal fault it must not be run.
func Load(fsys fs.FS) (*Set, Faults) {
	l := &loader{fsys: fsys, set: &Set{Profiles: map[string]*Profile{}, rows: map[string][]CatalogueRow{}, samples: map[string][]CatalogueRow{}}}
	l.common()
	files := l.glob("systems/*.yaml")
	old := l.glob("old/*.yaml")
	l.heads(files)
	for _, f := range files {
		if p := l.pack(f); p != nil {
			l.set.Packs = append(l.set.Packs, p)
		}
	}
	for _, f := range old {
		if p := l.pack(f); p != nil {
			l.set.Old = append(l.set.Old, p)
		}
	}
	l.across()
	l.catalogues()
	l.profiles()
	l.faults.sort()
	return l.set, l.faults
}

// loader gathers what all files say.
type loader struct {
	fsys   fs.FS
	set    *Set
	world  *world
	faults Faults
	files  map[string]opened
	asked  []askedFor
}

// askedFor is an ask that some pack raises, to be answered by some pack.
type askedFor struct {
	file string
	name rule.Name
}

// opened is a file as it was first read.
type opened struct {
	book *book
	root *node
}

func (l *loader) glob(pattern string) []string {
	files, _ := fs.Glob(l.fsys, pattern)
	slices.Sort(files)
	return files
}

// shown is the name of a file in messages, from the project's root.
func shown(file string) string { return path.Join("packs", file) }

func (l *loader) read(file string) (*book, *node) {
	if was, ok := l.files[file]; ok {
		return was.book, was.root
	}
	b := &book{file: shown(file)}
	src, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		b.add(passSlips, rule.Pos{Line: 1, Col: 1}, "pack.file_unreadable", err.Error())
		return b, nil
	}
	return b, parse(b, src)
}

func (l *loader) take(b *book) { l.faults = append(l.faults, b.faults.earliest()...) }

// common reads the roles, fields and asks that every pack may name.
func (l *loader) common() {
	c := newCommon()
	l.world = &world{common: c, packs: map[string][]string{}}
	l.set.Common = c
	for _, f := range []struct {
		name string
		read func(*reader, *node)
	}{{"roles", (*reader).readRoles}, {"fields", (*reader).readFields}, {"asks", (*reader).readAsks}} {
		b, root := l.read("common/" + f.name + ".yaml")
		if root != nil {
			r := &reader{book: b, world: l.world, pack: &Pack{Scope: newScope(c)}, used: map[string]bool{}}
			f.read(r, root)
		}
		l.take(b)
	}
}

// heads notes which packs there are and what they answer, which is all that one pack may
// know of another.
func (l *loader) heads(files []string) {
	first := map[string]opened{}
	for _, f := range files {
		b, root := l.read(f)
		first[f] = opened{b, root}
		head := root.get("pack").get("key")
		if head == nil {
			continue
		}
		l.world.packs[head.text] = answeredBy(root)
	}
	l.files = first
}

func answeredBy(root *node) []string {
	var asks []string
	ms := root.get("matters")
	if ms == nil {
		return nil
	}
	for _, e := range ms.entries {
		if a := e.val.get("answers"); a != nil {
			asks = append(asks, a.text)
		}
	}
	return asks
}

// pack reads one file through all passes.
func (l *loader) pack(file string) *Pack {
	b, root := l.read(file)
	defer func() { l.take(b) }()
	if root == nil {
		return nil
	}
	r := readPack(b, root, l.world)
	p := r.finish(root)
	for _, n := range r.asked {
		l.asked = append(l.asked, askedFor{b.file, n})
	}
	if p.Key == "" || p.Key != strings.TrimSuffix(path.Base(file), ".yaml") && !strings.HasPrefix(path.Base(file), p.Key+"@") {
		return nil
	}
	return p
}

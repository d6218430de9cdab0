package pack

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// Fault is one thing wrong in a pack, profile or common file. A Warning is printed but
// does not keep the file from loading.
type Fault struct {
	File    string
	Pos     rule.Pos
	Key     string
	Args    []any
	Warning bool
	pass    pass
}

// pass is the reading at which a fault was found; the earlier hide the later.
type pass uint8

const (
	passSlips pass = iota
	passShape
	passNames
	passMeaning
)

// In gives the fault in a language: "packs/systems/court.yaml:55:62: act …".
func (f Fault) In(l i18n.Lang) string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Pos.Line, f.Pos.Col, i18n.Message(l, f.Key, f.Args...))
}

// String gives the fault in English, for tests and logs.
func (f Fault) String() string { return f.In(i18n.English) }

// Faults is what loading found wrong, sorted by file and line.
type Faults []Fault

// Fatal reports whether anything but warnings was found.
func (fs Faults) Fatal() bool {
	return slices.ContainsFunc(fs, func(f Fault) bool { return !f.Warning })
}

// Err gives the faults as one error that shows each with its line, or nil when nothing
// but warnings was found.
func (fs Faults) Err() error {
	if !fs.Fatal() {
		return nil
	}
	all := fault.New(fault.Invalid, "pack.broken", len(fs))
	for _, f := range fs {
		all = all.With(fmt.Sprintf("%s:%d:%d", f.File, f.Pos.Line, f.Pos.Col), f.Key, f.Args...)
	}
	return all
}

func (fs Faults) sort() {
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col), cmp.Compare(a.Key, b.Key))
	})
}

// earliest keeps, of one file, the slips of the hand alone if there are any, since a
// file cut by a slip would be full of faults that are none.
func (fs Faults) earliest() Faults {
	if !slices.ContainsFunc(fs, func(f Fault) bool { return f.pass == passSlips }) {
		return fs
	}
	return slices.DeleteFunc(fs, func(f Fault) bool { return f.pass != passSlips })
}

// book gathers the faults of one file.
type book struct {
	file   string
	faults Faults
}

func (b *book) add(p pass, at rule.Pos, key string, args ...any) {
	b.faults = append(b.faults, Fault{File: b.file, Pos: at, Key: key, Args: args, pass: p})
}

func (b *book) shape(at rule.Pos, key string, args ...any)   { b.add(passShape, at, key, args...) }
func (b *book) names(at rule.Pos, key string, args ...any)   { b.add(passNames, at, key, args...) }
func (b *book) meaning(at rule.Pos, key string, args ...any) { b.add(passMeaning, at, key, args...) }

func (b *book) warn(at rule.Pos, key string, args ...any) {
	b.add(passMeaning, at, key, args...)
	b.faults[len(b.faults)-1].Warning = true
}

func (b *book) slips(list []rule.Slip) {
	for _, s := range list {
		b.shape(s.Pos, s.Key, s.Args...)
	}
}

func (b *book) problems(list []matter.Problem) {
	for _, p := range list {
		b.meaning(p.Pos, p.Key, p.Args...)
		b.faults[len(b.faults)-1].Warning = p.Warning
	}
}

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/pack"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/packs"
)

// PacksCmd looks after the files that say how each system of a district works.
type PacksCmd struct {
	Check PacksCheckCmd `cmd:"" help:"${help_packs_check}"`
	Fmt   PacksFmtCmd   `cmd:"" help:"${help_packs_fmt}"`
}

// PacksCheckCmd proves packs and plays their examples.
type PacksCheckCmd struct {
	Acts  bool     `help:"${help_packs_acts}"`
	Pins  bool     `help:"${help_packs_pins}"`
	Files []string `arg:"" optional:"" name:"file" help:"${help_packs_file}"`
}

// Run prints every fault, sorted by file and line, and fails if there is any.
func (c *PacksCheckCmd) Run(g *globals) error {
	root, only, err := packsRoot(c.Files)
	if err != nil {
		return err
	}
	set, faults := pack.Load(root)
	n := 0
	for _, f := range faults {
		if only != nil && !only[strings.TrimPrefix(f.File, "packs/")] {
			continue
		}
		n++
		fmt.Fprintln(g.Out, shownFault(f, g.Lang))
	}
	if !faults.Fatal() {
		n, err = c.play(g, set, only)
		if err != nil {
			return err
		}
	}
	if n > 0 && (faults.Fatal() || n > 0) {
		return faultsError{n}
	}
	return nil
}

func shownFault(f pack.Fault, l i18n.Lang) string {
	if f.Warning {
		return f.In(l) + i18n.Text{Hi: " (चेतावनी)", En: " (warning)"}.In(l)
	}
	return f.In(l)
}

// play runs the examples of the packs wished and says what is not run yet.
func (c *PacksCheckCmd) play(g *globals, set *pack.Set, only map[string]bool) (wrong int, err error) {
	district, err := sampleDistrict(set)
	if err != nil {
		return 0, err
	}
	sample, err := pack.NewSample(set, district, nil)
	if err != nil {
		return 0, err
	}
	for _, p := range set.Packs {
		if only != nil && !only[strings.TrimPrefix(p.File, "packs/")] {
			continue
		}
		played := sample.Play(p)
		for _, x := range played {
			if x.Wrong == nil {
				continue
			}
			wrong++
			fmt.Fprintln(g.Out, x.Wrong.In(g.Lang))
			for _, line := range x.Trail {
				fmt.Fprintln(g.Out, "    "+line)
			}
		}
		c.rest(g, p, len(played))
	}
	return wrong, nil
}

// rest says what a sound pack still leaves open.
func (c *PacksCheckCmd) rest(g *globals, p *pack.Pack, played int) {
	g.say(i18n.Text{Hi: "%s: संस्करण %d, %d उदाहरण", En: "%s: revision %d, %d examples"}, p.File, p.Revision, played)
	if len(p.NotRun) > 0 {
		g.say(i18n.Text{Hi: "    अभी नहीं चलते: %s", En: "    not yet run: %s"}, strings.Join(p.NotRun, ", "))
	}
	if acts := p.UntakenActs(); c.Acts && len(acts) > 0 {
		g.say(i18n.Text{Hi: "    किसी उदाहरण में नहीं: %s", En: "    acts that no example takes: %s"}, strings.Join(acts, ", "))
	}
	if c.Pins {
		fmt.Fprintln(g.Out, p.Pin())
	}
}

// packsRoot finds the folder that the named files lie in, the folder packs here, or what
// is built into the program; only limits what is printed to the files named.
func packsRoot(files []string) (root fs.FS, only map[string]bool, err error) {
	if len(files) == 0 {
		if _, err := os.Stat("packs/systems"); err == nil {
			return os.DirFS("packs"), nil, nil
		}
		return packs.FS, nil, nil
	}
	only = map[string]bool{}
	dir, alone := "", lone{}
	for _, f := range files {
		full, err := filepath.Abs(f)
		if err != nil {
			return nil, nil, err
		}
		if _, err := os.Stat(full); err != nil {
			return nil, nil, err
		}
		folder := filepath.Dir(full)
		if _, err := os.Stat(filepath.Join(folder, "..", "common", "roles.yaml")); err != nil {
			alone["systems/"+filepath.Base(full)] = full
			only["systems/"+filepath.Base(full)] = true
			continue
		}
		dir = filepath.Dir(folder)
		only[filepath.Base(folder)+"/"+filepath.Base(full)] = true
	}
	if len(alone) > 0 {
		return alone, only, nil
	}
	return os.DirFS(dir), only, nil
}

// lone is the program's own packs with some files of elsewhere put among the systems, so
// that a new pack can be checked before it has a home.
type lone map[string]string

// Open gives a named file from where it lies, anything else from the program.
func (l lone) Open(name string) (fs.File, error) {
	if at, ok := l[name]; ok {
		return os.Open(at)
	}
	return packs.FS.Open(name)
}

// Glob gives the names of both.
func (l lone) Glob(pattern string) ([]string, error) {
	all, err := fs.Glob(packs.FS, pattern)
	for name := range l {
		if ok, _ := path.Match(pattern, name); ok {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all), err
}

// sampleDistrict reads the sample district out of the program.
func sampleDistrict(set *pack.Set) (*org.Org, error) {
	roles := slices.Collect(maps.Values(set.Common.Roles))
	o, err := org.New(218, org.Rows{}, roles)
	if err != nil {
		return nil, err
	}
	var sheets []ingest.Sheet
	for _, name := range []string{"places", "departments", "posts", "officers", "powers"} {
		file := "sample/saran/" + name + ".csv"
		data, err := fs.ReadFile(packs.FS, file)
		if err != nil {
			return nil, err
		}
		s, err := ingest.Read(file, data, ingest.Usual())
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s...)
	}
	day, _ := calendar.DateOf(2026, 1, 1)
	n := record.ID(1000)
	bound, err := ingest.BindOrg(o, sheets, func() record.ID { n++; return n }, day)
	if err != nil {
		return nil, err
	}
	return org.New(218, bound.Rows, roles)
}

// PacksFmtCmd sets the lines and spaces of packs.
type PacksFmtCmd struct {
	List  bool     `short:"l" help:"${help_packs_list}"`
	Files []string `arg:"" optional:"" name:"file" help:"${help_packs_file}"`
}

// Run writes each file anew if its lines change, and prints its name.
func (c *PacksFmtCmd) Run(g *globals) error {
	files := c.Files
	if len(files) == 0 {
		files, _ = filepath.Glob("packs/systems/*.yaml")
	}
	n := 0
	for _, f := range files {
		bad, err := c.one(g, f)
		if err != nil {
			return err
		}
		n += bad
	}
	if n > 0 {
		return faultsError{n}
	}
	return nil
}

func (c *PacksFmtCmd) one(g *globals, file string) (faults int, err error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	out, wrong := pack.Format(file, src)
	for _, f := range wrong {
		fmt.Fprintln(g.Out, f.In(g.Lang))
	}
	if len(wrong) > 0 || bytes.Equal(src, out) {
		return len(wrong), nil
	}
	fmt.Fprintln(g.Out, file)
	if c.List {
		return 0, nil
	}
	return 0, os.WriteFile(file, out, 0o644)
}

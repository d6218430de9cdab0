package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/packs"
)

// ImportCmd brings tables into a district.
type ImportCmd struct {
	Org ImportOrgCmd `cmd:"" help:"${help_import_org}"`
}

// ImportOrgCmd checks the files of an organisation and, with a database, brings them in whole.
type ImportOrgCmd struct {
	DB       string   `name:"db" env:"ANUPALAN_DB" type:"database" placeholder:"FILE" help:"${help_db}"`
	District int32    `placeholder:"218" help:"${help_district}"`
	Preview  bool     `help:"${help_preview}"`
	Files    []string `arg:"" name:"file" help:"${help_import_file}"`
}

// Run checks the files alone when no database is named.
func (c *ImportOrgCmd) Run(g *globals) error {
	files, err := readTables(c.Files)
	if err != nil {
		return err
	}
	if c.DB == "" {
		return told(g, c.check(g, files))
	}
	return told(g, c.bring(g, files))
}

// told prints the faults of what was given, each on its line, so that the command ends with their own exit code.
func told(g *globals, err error) error {
	if no, ok := errors.AsType[*program.Refused](err); ok && no.Faults > 0 {
		fmt.Fprintln(g.Err, no.Text)
		return faultsError{no.Faults}
	}
	if f := fault.As(err); f != nil && len(f.Fields) > 0 {
		fmt.Fprintln(g.Err, i18n.Explain(g.Lang, f))
		return faultsError{len(f.Fields)}
	}
	return err
}

// check proves the files as the first import of an empty district.
func (c *ImportOrgCmd) check(g *globals, files []app.OrgFile) error {
	systems, err := app.LoadSystems(packs.FS)
	if err != nil {
		return err
	}
	seen, err := app.CheckOrg(systems, files, calendar.At(time.Now()))
	if err != nil {
		return err
	}
	if err := showPreview(g.Out, g.Lang, seen.Kinds); err != nil {
		return err
	}
	g.say(i18n.Text{Hi: "फ़ाइलें ठीक हैं (%d घटनाएँ होंगी); कुछ दर्ज नहीं हुआ। दर्ज करने के लिए --db दें।",
		En: "The files are sound (%d events would be made); nothing was entered. Give --db to enter them."}, seen.Events)
	return nil
}

// bring previews against the database or brings the files in.
func (c *ImportOrgCmd) bring(g *globals, files []app.OrgFile) error {
	district, err := c.district(files)
	if err != nil {
		return err
	}
	on := database{DB: c.DB}
	return on.control(g, func(ctx context.Context, to program.Control) error {
		done, err := to.Import(ctx, program.ImportRequest{District: district, Preview: c.Preview, Files: files})
		if err != nil {
			return err
		}
		if err := showPreview(g.Out, g.Lang, done.Kinds); err != nil {
			return err
		}
		g.say(outcome(c.Preview, done.Events), district, done.Events)
		return nil
	})
}

func outcome(preview bool, events int) i18n.Text {
	switch {
	case events == 0:
		return i18n.Text{Hi: "ज़िला %d: सब कुछ पहले से यही है (%d घटनाएँ)", En: "District %d: everything stands so already (%d events)"}
	case preview:
		return i18n.Text{Hi: "ज़िला %d: %d घटनाएँ होंगी; कुछ दर्ज नहीं हुआ", En: "District %d: %d events would be made; nothing was entered"}
	}
	return i18n.Text{Hi: "ज़िला %d: %d घटनाएँ दर्ज हुईं", En: "District %d: %d events were entered"}
}

// district is the number given, or the LGD code of the district in the files.
func (c *ImportOrgCmd) district(files []app.OrgFile) (int32, error) {
	if c.District != 0 {
		return c.District, nil
	}
	d, err := app.OrgDistrict(files)
	if err == nil && d == 0 {
		err = fault.New(fault.Invalid, "org.no_district_row")
	}
	return d, err
}

// readTables reads the files from the disk, at most as large as an upload.
func readTables(names []string) ([]app.OrgFile, error) {
	var files []app.OrgFile
	var all int64
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case os.IsNotExist(err):
			return nil, fault.New(fault.NotFound, "extract.file_missing", name)
		case err != nil:
			return nil, fault.Wrap(err, fault.Invalid, "extract.file", name, err.Error())
		case info.IsDir():
			return nil, fault.New(fault.Invalid, "extract.file_folder", name)
		case info.Size() > ingest.Usual().Bytes:
			return nil, fault.New(fault.TooLarge, "ingest.file_too_large", name, i18n.Number(ingest.Usual().Bytes>>20, false))
		}
		if all += info.Size(); all > program.LargestImport {
			return nil, fault.New(fault.TooLarge, "ingest.file_too_large", name, i18n.Number(program.LargestImport>>20, false))
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "extract.file", name, err.Error())
		}
		files = append(files, app.OrgFile{Name: filepath.Base(name), Data: data})
	}
	return files, nil
}

// showPreview prints what an import does, kind by kind.
func showPreview(w io.Writer, l i18n.Lang, kinds []ingest.Preview) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	head := i18n.Text{Hi: "प्रकार\tपंक्तियाँ\tनई\tबदली\tवही", En: "kind\trows\tnew\tchanged\tsame"}
	fmt.Fprintln(t, head.In(l))
	for _, p := range kinds {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\n", p.Kind.In(l), p.Rows, p.New, p.Changed, p.Same)
	}
	return t.Flush()
}

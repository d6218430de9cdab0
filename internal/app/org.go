package app

import (
	"context"
	"crypto/rand"
	"io/fs"
	"path"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/ingest"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// OrgFile is one file of an organisation as it was sent.
type OrgFile struct {
	Name string
	Data []byte
}

// OrgImport is what an import of an organisation does, or would do.
type OrgImport struct {
	District int32
	Kinds    []ingest.Preview
	Events   int
}

// PreviewOrg tells what an import would do, every fault included, and changes nothing.
func (a *App) PreviewOrg(ctx context.Context, who Actor, files []OrgFile) (OrgImport, error) {
	rows, version, err := a.db.Reader().Org(ctx, who.District)
	if err != nil {
		return OrgImport{}, err
	}
	sheets, err := orgSheets(files)
	if err != nil {
		return OrgImport{}, err
	}
	out, _, err := a.decideOrg(who, rows, version, "import", a.now(), sheetRows(sheets))
	return out, err
}

// ImportOrg brings the files of an organisation in, all rows or none. The same files again change nothing. The first
// import of a district is the program's own and founds it; later ones are acts of a post that may administer it.
func (a *App) ImportOrg(ctx context.Context, who Actor, files []OrgFile) (OrgImport, error) {
	sheets, err := orgSheets(files)
	if err != nil {
		return OrgImport{}, err
	}
	return a.changeOrg(ctx, who, "import", sheetRows(sheets))
}

// ChangeOrg changes rows of the organisation: a transfer, a delegation, a new post. edit gives the rows as they shall be,
// new ones with ids of their own.
func (a *App) ChangeOrg(ctx context.Context, who Actor, act string, edit func(o *org.Org, id func() record.ID) (org.Rows, error)) (OrgImport, error) {
	return a.changeOrg(ctx, who, act, func(o *org.Org, id func() record.ID, _ calendar.Date) (*ingest.Bound, error) {
		rows, err := edit(o, id)
		return &ingest.Bound{Rows: rows}, err
	})
}

// wantedRows gives rows on a snapshot, with makers of ids and the day.
type wantedRows func(o *org.Org, id func() record.ID, today calendar.Date) (*ingest.Bound, error)

func sheetRows(sheets []ingest.Sheet) wantedRows {
	return func(o *org.Org, id func() record.ID, today calendar.Date) (*ingest.Bound, error) {
		return ingest.BindOrg(o, sheets, id, today)
	}
}

func (a *App) changeOrg(ctx context.Context, who Actor, act string, want wantedRows) (OrgImport, error) {
	done, err := a.commit.Do(ctx, Job{District: who.District, Decide: func(g *Group) (Outcome, error) {
		rows, version, err := g.Reader().Org(context.Background(), who.District)
		if err != nil {
			return Outcome{}, err
		}
		out, change, err := a.decideOrg(who, rows, version, act, g.Now(), want)
		if err != nil || len(change.Events) == 0 {
			return Outcome{Answer: out}, err
		}
		return Outcome{Events: change.Events, Answer: out, Write: func(tx *store.Tx) error {
			if err := tx.OrgVersionMove(who.District, version); err != nil {
				return err
			}
			return tx.OrgSave(who.District, change.Rows)
		}}, nil
	}})
	if err != nil {
		return OrgImport{}, err
	}
	a.founded(who.District)
	a.forget(who.District)
	return done.Answer.(OrgImport), nil
}

// decideOrg makes the snapshot and decides on it. It is pure but for the ids and the seed of salts.
func (a *App) decideOrg(who Actor, rows org.Rows, version int64, act string, now calendar.Instant, want wantedRows) (OrgImport, org.Change, error) {
	out := OrgImport{District: who.District}
	o, err := org.New(who.District, rows, a.systems.Roles)
	if err != nil {
		return out, org.Change{}, err
	}
	founding := who.Person == 0 && who.Program() && len(rows.Powers) == 0
	ids := a.commit.IDs()
	bound, err := want(o, func() record.ID { return ids.Next(now) }, now.Date())
	if err != nil {
		return out, org.Change{}, err
	}
	if !founding && who.Person != 0 && !ownToGive(bound.Rows) && !o.HasPower(who.Post, org.PowerAdminister, now.Date()) {
		return out, org.Change{}, fault.New(fault.Forbidden, "org.not_administrator")
	}
	command := org.Command{Rows: bound.Rows, Act: act, Person: who.Person, Post: who.Post, For: who.For, Mode: who.Mode, Now: now, Version: int32(version + 1),
		IDs: ids, Founding: founding}
	if _, err := rand.Read(command.Seed[:]); err != nil {
		return out, org.Change{}, err
	}
	change, err := org.Decide(o, command)
	out.Kinds, out.Events = bound.Preview, len(change.Events)
	return out, change, err
}

// ownToGive reports rows that a post gives of its own, without administering anything: delegations and its powers.
func ownToGive(r org.Rows) bool {
	return len(r.Places)+len(r.Departments)+len(r.Posts)+len(r.Persons)+len(r.Tenures) == 0
}

// CheckOrg proves files as the first import of an empty district, without a database.
func CheckOrg(systems *Systems, files []OrgFile, now calendar.Instant) (OrgImport, error) {
	sheets, err := orgSheets(files)
	if err != nil {
		return OrgImport{}, err
	}
	out := OrgImport{District: ingest.DistrictOf(sheets)}
	o, err := org.New(out.District, org.Rows{}, systems.Roles)
	if err != nil {
		return out, err
	}
	ids, err := record.NewMaker(0, 0)
	if err != nil {
		return out, err
	}
	bound, err := ingest.BindOrg(o, sheets, func() record.ID { return ids.Next(now) }, now.Date())
	if err != nil {
		return out, err
	}
	change, err := org.Decide(o, org.Command{Rows: bound.Rows, Now: now, IDs: ids, Founding: true})
	out.Kinds, out.Events = bound.Preview, len(change.Events)
	return out, err
}

func orgSheets(files []OrgFile) ([]ingest.Sheet, error) {
	var sheets []ingest.Sheet
	for _, f := range files {
		s, err := ingest.Read(f.Name, f.Data, ingest.Usual())
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s...)
	}
	return sheets, nil
}

// OrgFiles reads the tables of an organisation from a folder, such as the sample's.
func OrgFiles(fsys fs.FS, dir string) ([]OrgFile, error) {
	names, err := fs.Glob(fsys, dir+"/*.csv")
	if err != nil {
		return nil, err
	}
	var files []OrgFile
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		files = append(files, OrgFile{path.Base(name), data})
	}
	return files, nil
}

// OrgDistrict finds the number of the district that files describe: the LGD code of their row of kind district, 0 if none.
func OrgDistrict(files []OrgFile) (int32, error) {
	sheets, err := orgSheets(files)
	if err != nil {
		return 0, err
	}
	return ingest.DistrictOf(sheets), nil
}

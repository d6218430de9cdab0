package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/photo"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
)

// The sizes that are taken in. Photographs are kept in photo.MaxBytes.
const (
	maxDocument = 10 << 20
	maxPicture  = 20 << 20
)

// photosAtOnce bounds the memory of reading photographs: up to 400 MB each.
const photosAtOnce = 2

// PutFile keeps a paper or photograph and gives the hash by which acts name it. The same
// file again is kept once. What is not taken is Invalid, with what is.
func (a *App) PutFile(ctx context.Context, who Actor, name string, content []byte) (FileView, error) {
	if _, err := a.office(ctx, who.District); err != nil {
		return FileView{}, err
	}
	f, kept, err := a.readFile(ctx, name, content)
	if err != nil {
		return FileView{}, err
	}
	f.District, f.Person, f.Post, f.At, f.Size = who.District, who.Person, who.Post, a.now(), int64(len(kept))
	if f.Hash, err = a.db.BlobPut(ctx, who.District, kept); err != nil {
		return FileView{}, err
	}
	if err := a.db.Update(func(tx *store.Tx) error { return tx.FilePut(f) }); err != nil {
		return FileView{}, err
	}
	return fileView(f), nil
}

// readFile tells what a file is and gives what is kept of it.
func (a *App) readFile(ctx context.Context, name string, content []byte) (store.File, []byte, error) {
	kind, err := fileKind(plainName(name), content)
	if err != nil {
		return store.File{}, nil, err
	}
	sum := sha256.Sum256(content)
	f := store.File{Name: safeName(name, kind), Kind: kind, Original: hex.EncodeToString(sum[:])}
	most := maxDocument
	if kind == kindPhoto {
		most = maxPicture
	}
	if len(content) > most {
		return f, nil, fault.New(fault.TooLarge, "file.wrong").With("file", "file.large", f.Name, most>>20)
	}
	if kind != kindPhoto {
		return f, content, nil
	}
	select {
	case a.photos <- struct{}{}:
		defer func() { <-a.photos }()
	case <-ctx.Done():
		return f, nil, fault.Wrap(ctx.Err(), fault.Unavailable, "app.busy")
	}
	p, err := photo.Read(content)
	if err != nil {
		return f, nil, wrongPhoto(err)
	}
	f.Taken, f.Lat, f.Lon, f.Picture, f.Alike = p.Taken, p.Lat, p.Lon, true, p.Alike
	return f, p.JPEG, nil
}

// wrongPhoto says what is wrong with a photograph at the field it came in.
func wrongPhoto(err error) error {
	f := fault.As(err)
	return fault.Wrap(err, f.Kind, "file.wrong").With("file", f.Key, f.Args...)
}

func fileView(f store.File) FileView {
	return FileView{Hash: f.Hash, Name: f.Name, Kind: f.Kind, Type: contentType(f.Kind), Size: f.Size}
}

// File gives a file that an event of a matter names, to those who see the whole matter;
// to everybody else it is NotFound, and so is what was erased or is personal.
func (a *App) File(ctx context.Context, who Actor, m record.Key, hash string) (FileView, []byte, error) {
	missing := fault.New(fault.NotFound, "file.missing")
	if m.District != who.District || !isHash(hash) {
		return FileView{}, nil, missing
	}
	o, err := a.office(ctx, who.District)
	if err != nil {
		return FileView{}, nil, err
	}
	_, of, _, err := a.family(ctx, o, who, m)
	if err != nil {
		return FileView{}, nil, err
	}
	sight, err := a.sight(ctx, o, who, of)
	if err != nil {
		return FileView{}, nil, err
	}
	if sight != matter.Whole {
		return FileView{}, nil, missing
	}
	named, err := a.names(ctx, o.types.Get(of.Type, of.Revision), m, hash)
	if err != nil {
		return FileView{}, nil, err
	}
	f, known, err := a.db.Reader().File(ctx, m.District, hash)
	if err != nil {
		return FileView{}, nil, err
	}
	if !named || !known {
		return FileView{}, nil, missing
	}
	content, err := a.db.Blob(ctx, m.District, hash)
	return fileView(f), content, err
}

// names reports whether an event of a matter still names a file in a field that its page shows.
func (a *App) names(ctx context.Context, t *matter.Type, m record.Key, hash string) (bool, error) {
	events, err := a.db.Reader().FileEvents(ctx, m, hash)
	if err != nil || t == nil {
		return false, err
	}
	for _, id := range events {
		ev, ok, err := a.db.Reader().Event(ctx, record.Key{District: m.District, ID: id})
		if err != nil || !ok {
			return false, err
		}
		told, err := matter.Tell(ev.Event)
		if err != nil {
			return false, err
		}
		for _, f := range t.Fields() {
			v := told.Fields[f.Key]
			if !f.Personal && v.Kind == rule.File && slices.Contains(v.List, hash) {
				return true, nil
			}
		}
	}
	return false, nil
}

// cameraAhead is by how much a camera's clock may run before ours.
const cameraAhead = calendar.Instant(calendar.Hour)

// fileFact gives what guards ask about a file; nil if it was never sent. It was seen when
// an act gave it before, or a picture too like it, not when it was only sent.
func (a *App) fileFact(ctx context.Context, district int32, hash string) (*matter.FileFact, error) {
	f, ok, err := a.db.Reader().File(ctx, district, hash)
	if err != nil || !ok {
		return nil, err
	}
	alike, err := a.db.Reader().FilesAlike(ctx, f)
	if err != nil {
		return nil, err
	}
	fact := &matter.FileFact{Image: f.Picture, Taken: f.Taken}
	if f.Taken > f.At+cameraAhead {
		fact.Taken = 0 // a clock that is wrong proves nothing
	}
	if fact.Taken != 0 && (f.Lat != 0 || f.Lon != 0) {
		fact.Visit = &matter.Visit{At: fact.Taken, Lat: f.Lat, Lon: f.Lon}
	}
	fact.Seen, err = a.db.Reader().FilesGiven(ctx, district, alike)
	return fact, err
}

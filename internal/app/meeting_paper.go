package app

import (
	"context"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/ingest/doc"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/sitting"
	"github.com/anupalan/anupalan/internal/store"
)

// kindPaper is a paper whose text could be read and that is of no kind of its own, such
// as a saved page: it is kept to be given back, never to be shown by a browser.
const kindPaper = "html"

// keepPaper keeps the paper of proceedings with its name, size and sender.
func (a *App) keepPaper(ctx context.Context, who Actor, f ProceedingsForm) (hash, name string, err error) {
	kind, err := fileKind(plainName(f.Name), f.Data)
	if err != nil {
		kind = kindPaper
	}
	kept := store.File{District: who.District, Name: safeName(f.Name, kind), Kind: kind, Size: int64(len(f.Data)),
		Person: who.Person, Post: who.Post, At: a.now()}
	if kept.Hash, err = a.db.BlobPut(ctx, who.District, f.Data); err != nil {
		return "", "", err
	}
	kept.Original = kept.Hash
	return kept.Hash, kept.Name, a.db.Update(func(tx *store.Tx) error { return tx.FilePut(kept) })
}

// paper tells of the paper beside the proceedings; nil if they were typed.
func (a *App) paper(ctx context.Context, o *office, m *sitting.Minutes) (*PaperView, error) {
	if m.File == "" {
		return nil, nil
	}
	f, known, err := a.db.Reader().File(ctx, o.district, m.File)
	if err != nil {
		return nil, err
	}
	if !known {
		f = store.File{Hash: m.File, Kind: kindPaper, At: m.At, Post: m.Post}
	}
	v := &PaperView{FileView: fileView(f), At: f.At, By: o.post(f.Post)}
	v.Name = safeName(m.FileName, f.Kind)
	return v, nil
}

// SittingPaper gives the paper from which the proceedings were read, to those who see the
// whole sitting, and logs that it was given; to everybody else it is NotFound.
func (a *App) SittingPaper(ctx context.Context, who Actor, key record.Key) (PaperView, []byte, error) {
	missing := fault.New(fault.NotFound, "sitting.no_paper")
	o, err := a.meetingOffice(ctx, who, key)
	if err != nil {
		return PaperView{}, nil, err
	}
	s, err := readSitting(ctx, a.db.Reader(), key)
	if err != nil {
		return PaperView{}, nil, err
	}
	if len(s.Minutes) == 0 || !o.askedTo(who, s) && !o.keeps(who, s.Chair, s.Convenor()) {
		return PaperView{}, nil, missing
	}
	f, err := a.paper(ctx, o, &s.Minutes[len(s.Minutes)-1])
	if err != nil || f == nil {
		return PaperView{}, nil, firstOf(err, missing)
	}
	content, err := a.db.Blob(ctx, key.District, f.Hash)
	if err != nil {
		return PaperView{}, nil, err
	}
	f.Size = int64(len(content))
	a.log.Info("paper of a sitting given", "sitting", key.String(), "sha256", f.Hash, "person", who.Person.String(), "post", who.Post.String())
	return *f, content, nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// AmendAttendance corrects the attendance of issued minutes by an addendum with its reason.
func (a *App) AmendAttendance(ctx context.Context, who Actor, key record.Key, rows []AttendanceForm, words string) (SittingView, error) {
	return a.markAttendance(ctx, who, key, rows, sitting.Command{Act: sitting.Amend, Words: words})
}

func (o *office) addenda(v *SittingView, s *sitting.Sitting) {
	for _, add := range s.Memory.Addenda {
		out := AddendumView{At: add.At, By: o.post(add.Post), Words: add.Words}
		for i := range add.Changes {
			c := &add.Changes[i]
			one := CorrectionView{Now: o.attendee(&c.Now)}
			if c.Was.ID != 0 {
				was := o.attendee(&c.Was)
				one.Was = &was
			}
			out.Changes = append(out.Changes, one)
		}
		v.Addenda = append(v.Addenda, out)
	}
}

// cautions tells what a person should compare with the paper: a font that was turned,
// pages that are pictures.
func cautions(m *sitting.Minutes) []i18n.Text {
	say := func(key string, args ...any) i18n.Text {
		return i18n.Text{Hi: i18n.Message(i18n.Hindi, key, args...), En: i18n.Message(i18n.English, key, args...)}
	}
	var list []i18n.Text
	if m.Font != "" {
		list = append(list, say("sitting.font_turned", doc.Font(m.Font).Name()))
	}
	if len(m.Blank) > 0 {
		list = append(list, say("sitting.blank_pages", listed(m.Blank)))
	}
	return list
}

func listed(pages []int32) string {
	words := make([]string, len(pages))
	for i, p := range pages {
		words[i] = strconv.Itoa(int(p))
	}
	return strings.Join(words, ", ")
}

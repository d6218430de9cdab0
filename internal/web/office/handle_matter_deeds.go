package office

import (
	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
)

// deeds puts the story of a matter and its shares into lines, newest first: what befell
// many shares alike on one day, and nobody said a word about, is one line.
func deeds(l i18n.Lang, v app.View) []Deed {
	list := make([]Deed, 0, len(v.History))
	at := map[deedKind]int{}
	short := v.Parts != nil && byPlace(v.Parts)
	for _, h := range v.History {
		d := deed(l, v, h)
		if h.Share == nil {
			list = append(list, d)
			continue
		}
		d.Shares = []web.Link{{Text: partName(l, *h.Share, short), Href: web.Path("matters", h.Share.Key)}}
		if d.Quote != "" || len(d.Files) > 0 || len(h.Figures) > 0 {
			list = append(list, d)
			continue
		}
		own := h.Post.ID == h.Share.Asked.ID
		kind := deedKind{day: int64(h.At.Date()), kind: h.Kind, what: d.What, mode: d.Mode, person: d.Person}
		if !own {
			kind.post = d.Post
		}
		if i, ok := at[kind]; ok {
			list[i].Shares = append(list[i].Shares, d.Shares...)
			if own {
				list[i].Post = ""
			}
			continue
		}
		at[kind] = len(list)
		list = append(list, d)
	}
	return gathered(list)
}

// manyAlike is from how many answers of shares on one day they are gathered into one line.
const manyAlike = 5

// gathered folds the answers of many shares to one act on one day into a line that opens to each.
func gathered(list []Deed) []Deed {
	kind := func(d *Deed) deedKind {
		return deedKind{day: int64(d.At.Date()), kind: d.Act, mode: d.Mode}
	}
	count := map[deedKind]int{}
	for i := range list {
		if len(list[i].Shares) == 1 && list[i].Quote != "" {
			count[kind(&list[i])]++
		}
	}
	var out []Deed
	at := map[deedKind]int{}
	for _, d := range list {
		k := kind(&d)
		if len(d.Shares) != 1 || d.Quote == "" || count[k] < manyAlike {
			out = append(out, d)
			continue
		}
		i, known := at[k]
		if !known {
			i, at[k] = len(out), len(out)
			out = append(out, Deed{At: d.At, Act: d.Act, What: d.Act, Mode: d.Mode, Key: d.Key})
		}
		out[i].Shares, out[i].Each = append(out[i].Shares, d.Shares...), append(out[i].Each, d)
	}
	return out
}

// deedKind is what deeds of shares must have in common to be told as one.
type deedKind struct {
	day        int64
	kind, what string
	mode       Mode
	post       string // whose act it was, if not of the share's own post
	person     string
}

func deed(l i18n.Lang, v app.View, h app.Happening) Deed {
	out := Deed{At: h.At, What: h.What.In(l), Act: h.What.In(l), Quote: h.Text, Post: h.Post.Name.In(l), Key: !h.Rule}
	switch {
	case h.Rule:
		out.Mode, out.Post = ByRule, ""
	case h.For.ID != 0:
		out.Mode, out.Post, out.Person = AsDelegate, h.For.Name.In(l), h.Post.Name.In(l)
	}
	for _, f := range h.Figures {
		out.Figures = append(out.Figures, f.Name.In(l)+": "+f.Value.In(l))
	}
	of := v.Key
	if h.Share != nil {
		of = h.Share.Key
	}
	for _, f := range h.Files {
		out.Files = append(out.Files, web.File{Name: f.Name, Hash: f.Hash, Bytes: f.Size, Href: web.Path("matters", of, "files", f.Hash)})
	}
	return out
}

package office

import (
	"mime"
	"net/http"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

// file gives a paper of a matter to whoever sees the whole of it. It is shown by the
// browser only if it is a picture; everything else is saved.
func (d *Desk) file(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := record.ParseKey(r.PathValue("id"))
	if err != nil {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	f, content, err := d.app.File(r.Context(), who, key, r.PathValue("hash"))
	if err != nil {
		return err
	}
	return giveFile(w, f, content)
}

// sittingPaper gives the paper from which the proceedings of a sitting were read.
func (d *Desk) sittingPaper(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	key, err := keyOf(r)
	if err != nil {
		return err
	}
	f, content, err := d.app.SittingPaper(r.Context(), who, key)
	if err != nil {
		return err
	}
	return giveFile(w, f.FileView, content)
}

func giveFile(w http.ResponseWriter, f app.FileView, content []byte) error {
	h := w.Header()
	how := "attachment"
	if f.Type == "image/jpeg" {
		how = "inline"
	}
	h.Set("Content-Type", f.Type)
	h.Set("Content-Disposition", mime.FormatMediaType(how, map[string]string{"filename": f.Name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "private, max-age=31536000, immutable")
	_, err := w.Write(content)
	return err
}

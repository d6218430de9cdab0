package office

import (
	"io"
	"mime/multipart"
	"net/http"
	"strings"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/web"
)

// proceedings keeps the text or paper and goes on to what was read in it.
func (d *Desk) proceedings(w http.ResponseWriter, r *http.Request, who app.Actor) error {
	v, err := d.loadSitting(r, who)
	if err != nil {
		return err
	}
	f := app.ProceedingsForm{Text: strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n")}
	if r.MultipartForm != nil {
		if list := r.MultipartForm.File["file"]; len(list) > 0 {
			f.Name = list[0].Filename
			if f.Data, err = content(list[0]); err != nil {
				return err
			}
		}
	}
	if err := d.app.SaveProceedings(r.Context(), who, v.Key, f); err != nil {
		return d.onSitting(w, r, who, v, func(s *Sitting) *web.Form { return &s.Proceedings }, nil, err)
	}
	d.kit.Flash(w, "", 0, "office.proceedings_saved")
	http.Redirect(w, r, web.Path("sittings", v.Key, "reading"), http.StatusSeeOther)
	return nil
}

func content(h *multipart.FileHeader) ([]byte, error) {
	src, err := h.Open()
	if err != nil {
		return nil, err
	}
	defer src.Close()
	return io.ReadAll(src)
}

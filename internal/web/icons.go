package web

import (
	"fmt"
	"html/template"
)

// icon gives a small drawing that takes the colour of its text; it always stands beside the word that says the same.
func icon(name string) (template.HTML, error) {
	class, body := "i", ""
	switch name {
	case "late":
		body = `<path d="M6 .8 11.8 11.2H.2z"/>`
	case "soon":
		body = `<path d="M6 0l6 6-6 6-6-6z"/>`
	case "ok":
		body = `<circle cx="6" cy="6" r="5"/>`
	case "silent":
		class, body = "i o dash", `<circle cx="6" cy="6" r="4.8"/>`
	case "done":
		class, body = "i o", `<path d="M1 6.6 4.6 10 11 2.4"/>`
	case "paused":
		body = `<path d="M2 1h3v10H2zM7 1h3v10H7z"/>`
	case "void":
		class, body = "i o", `<path d="M2 2l8 8M10 2l-8 8"/>`
	case "file":
		class, body = "i o", `<path d="M2 .8h5l3 3v7.4H2z" stroke-width="1.3"/>`
	default:
		return "", fmt.Errorf("web: no icon %q", name)
	}
	return template.HTML(`<svg class="` + class + `" viewBox="0 0 12 12" aria-hidden="true">` + body + `</svg>`), nil
}

// st is a status mark of the template's own words: shape, word and colour.
func (f funcs) st(tone, shape string, text any) (template.HTML, error) {
	drawn, err := icon(shape)
	if err != nil {
		return "", err
	}
	return template.HTML(`<span class="st `+template.HTMLEscapeString(tone)+`">`) + drawn +
		template.HTML(template.HTMLEscapeString(f.plain(text))+`</span>`), nil
}

func (f funcs) standingMark(s Standing) (template.HTML, error) {
	if s.Status == NoStatus {
		return "", nil
	}
	return f.st(s.Status.class()+" nb", s.Status.shape(), f.standing(s))
}

// shapeMark is the shape alone, for a sentence whose next word says the status.
func shapeMark(s Status) (template.HTML, error) {
	drawn, err := icon(s.shape())
	return template.HTML(`<span class="shape `+s.class()+`">`) + drawn + "</span>", err
}

// glyph is the shape of a status by its name.
func glyph(name string) (template.HTML, error) {
	for s := InTime; s <= Void; s++ {
		if s.shape() == name {
			return shapeMark(s)
		}
	}
	return "", fmt.Errorf("web: no status %q", name)
}

// bar draws n against the largest of its column, for the eye only: the number stands beside it.
func bar(n, most int) template.HTML {
	if n <= 0 || most <= 0 {
		return ""
	}
	width := max(4, 56*n/most)
	return template.HTML(fmt.Sprintf(`<svg class="load" width="%d" height="8" aria-hidden="true"><rect width="%[1]d" height="8"/></svg>`, width))
}

package web

import (
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"reflect"
	"slices"

	"github.com/anupalan/anupalan/internal/i18n"
)

// shared is the file of a folder whose blocks every page may use.
const shared = "parts.html"

// View binds a page's struct to its template, the file of that name.
type View struct {
	Name string // "work" is work.html
	Page Page   // a zero value of the page; only its type matters
}

// variant is one parsed state of all templates.
type variant struct {
	lang  i18n.Lang
	deva  bool
	words string
}

// engine holds every page parsed in every variant.
type engine struct {
	names map[reflect.Type]string
	sets  map[variant]map[string]*template.Template
	first string // the word table of readers who name none that is here
}

func newEngine(cfg Config, a *assets) (*engine, error) {
	e := &engine{names: map[reflect.Type]string{}, sets: map[variant]map[string]*template.Template{}}
	for _, v := range cfg.Views {
		e.names[reflect.TypeOf(v.Page)] = v.Name
	}
	tables := cfg.Words
	if len(tables) == 0 {
		tables = map[string]Words{"": nil}
	}
	e.first = slices.Min(slices.Collect(maps.Keys(tables)))
	for key, own := range tables {
		words := StandardWords()
		for k, t := range own {
			words[k] = t
		}
		for _, v := range []variant{{i18n.Hindi, false, key}, {i18n.Hindi, true, key}, {i18n.English, false, key}, {i18n.English, true, key}} {
			set, err := parseAll(cfg, funcs{lang: v.lang, deva: v.deva, now: cfg.Now, assets: a}, words)
			if err != nil {
				return nil, err
			}
			e.sets[v] = set
		}
	}
	return e, nil
}

// parseAll parses the kit's own templates once and every page beside a copy of them.
func parseAll(cfg Config, f funcs, words Words) (map[string]*template.Template, error) {
	kit, err := template.New("kit").Funcs(f.table()).ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	for _, folder := range cfg.Templates {
		if text, err := fs.ReadFile(folder, shared); err == nil {
			if _, err := kit.New(shared).Parse(string(text)); err != nil {
				return nil, err
			}
		}
	}
	if err := localiseAll(kit, f.lang, words); err != nil {
		return nil, err
	}
	set := map[string]*template.Template{}
	for _, v := range cfg.Views {
		text, err := readTemplate(cfg.Templates, v.Name+".html")
		if err != nil {
			return nil, err
		}
		page, err := kit.Clone()
		if err != nil {
			return nil, err
		}
		if page, err = page.New(v.Name + ".html").Parse(text); err != nil {
			return nil, err
		}
		if err := localiseAll(page, f.lang, words); err != nil {
			return nil, err
		}
		set[v.Name] = page.Lookup("page")
	}
	return set, nil
}

func localiseAll(t *template.Template, lang i18n.Lang, words Words) error {
	for _, one := range t.Templates() {
		if one.Tree == nil {
			continue
		}
		if err := localise(one.Tree, lang, words); err != nil {
			return err
		}
	}
	return nil
}

func readTemplate(folders []fs.FS, name string) (string, error) {
	for _, f := range folders {
		body, err := fs.ReadFile(f, name)
		if err == nil {
			return string(body), nil
		}
	}
	return "", fmt.Errorf("web: no template %s", name)
}

// lookup finds the parsed template of a page for a reader; a word table that is not there falls back to the first.
func (e *engine) lookup(page Page) (*template.Template, error) {
	name, ok := e.names[reflect.TypeOf(page)]
	if !ok {
		return nil, fmt.Errorf("web: %T is no view", page)
	}
	r := page.base().Reader
	set, ok := e.sets[variant{r.Lang, r.Digits, r.Words}]
	if !ok {
		set = e.sets[variant{r.Lang, r.Digits, e.first}]
	}
	return set[name], nil
}

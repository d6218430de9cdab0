package web

import (
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"sync"

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

// engine makes a page's template in a variant when it is first asked for: a deployment
// shows few of the variants, and all pages in all of them would be most of its memory.
type engine struct {
	cfg    Config
	assets *assets
	names  map[reflect.Type]string
	tables map[string]Words // whole: the State's own words over the standard ones
	first  string           // the word table of readers who name none that is here

	mu    sync.Mutex
	kits  map[variant]*template.Template
	pages map[variant]map[string]*template.Template
}

// newEngine proves every template against every language and word table, and keeps none.
func newEngine(cfg Config, a *assets) (*engine, error) {
	e := &engine{cfg: cfg, assets: a, names: map[reflect.Type]string{}, tables: map[string]Words{},
		kits: map[variant]*template.Template{}, pages: map[variant]map[string]*template.Template{}}
	for _, v := range cfg.Views {
		e.names[reflect.TypeOf(v.Page)] = v.Name
	}
	tables := cfg.Words
	if len(tables) == 0 {
		tables = map[string]Words{"": nil}
	}
	e.first = slices.Min(slices.Collect(maps.Keys(tables)))
	for key, own := range tables {
		e.tables[key] = StandardWords()
		maps.Copy(e.tables[key], own)
	}
	return e, e.prove()
}

func (e *engine) prove() error {
	f := funcs{now: e.cfg.Now, assets: e.assets}
	kit, err := e.parseKit(f)
	if err != nil {
		return err
	}
	all := kit.Templates()
	for _, v := range e.cfg.Views {
		text, err := readTemplate(e.cfg.Templates, v.Name+".html")
		if err != nil {
			return err
		}
		page, err := template.New(v.Name + ".html").Funcs(f.table()).Parse(text)
		if err != nil {
			return err
		}
		all = append(all, page.Templates()...)
	}
	for _, one := range all {
		if one.Tree == nil {
			continue
		}
		if err := proveWords(one.Tree, e.tables); err != nil {
			return err
		}
	}
	return nil
}

// parseKit parses what every page shares: the kit's own templates and each folder's blocks.
func (e *engine) parseKit(f funcs) (*template.Template, error) {
	kit, err := template.New("kit").Funcs(f.table()).ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	for _, folder := range e.cfg.Templates {
		if text, err := fs.ReadFile(folder, shared); err == nil {
			if _, err := kit.New(shared).Parse(string(text)); err != nil {
				return nil, err
			}
		}
	}
	return kit, nil
}

// page gives the template of a page in a variant, made beside a copy of the kit.
func (e *engine) page(v variant, name string) (*template.Template, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if t := e.pages[v][name]; t != nil {
		return t, nil
	}
	kit, err := e.kit(v)
	if err != nil {
		return nil, err
	}
	text, err := readTemplate(e.cfg.Templates, name+".html")
	if err != nil {
		return nil, err
	}
	page, err := kit.Clone()
	if err != nil {
		return nil, err
	}
	if page, err = page.New(name + ".html").Parse(text); err != nil {
		return nil, err
	}
	if err := localiseAll(page, v.lang, e.tables[v.words]); err != nil {
		return nil, err
	}
	if e.pages[v] == nil {
		e.pages[v] = map[string]*template.Template{}
	}
	e.pages[v][name] = page.Lookup("page")
	return e.pages[v][name], nil
}

func (e *engine) kit(v variant) (*template.Template, error) {
	if e.kits[v] != nil {
		return e.kits[v], nil
	}
	kit, err := e.parseKit(funcs{lang: v.lang, deva: v.deva, now: e.cfg.Now, assets: e.assets})
	if err != nil {
		return nil, err
	}
	e.kits[v] = kit
	return kit, localiseAll(kit, v.lang, e.tables[v.words])
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

// lookup finds the template of a page for a reader; a word table that is not there falls back to the first.
func (e *engine) lookup(page Page) (*template.Template, error) {
	name, ok := e.names[reflect.TypeOf(page)]
	if !ok {
		return nil, fmt.Errorf("web: %T is no view", page)
	}
	r := page.base().Reader
	v := variant{r.Lang, r.Digits, r.Words}
	if e.tables[v.words] == nil {
		v.words = e.first
	}
	return e.page(v, name)
}

package web

import (
	"html/template"
	"text/template/parse"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Sets gives the parsed templates of one language by the name of their view.
func (k *Kit) Sets(l i18n.Lang) map[string]*template.Template {
	sets := map[string]*template.Template{}
	for _, name := range k.engine.names {
		t, err := k.engine.page(variant{lang: l}, name)
		if err != nil {
			panic(err)
		}
		sets[name] = t
	}
	return sets
}

// VisitCalls calls f with the arguments of every call of t in a tree.
func VisitCalls(tree *parse.Tree, f func(args []parse.Node)) { visit(tree.Root, f) }

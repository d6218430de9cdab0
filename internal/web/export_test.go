package web

import (
	"html/template"
	"text/template/parse"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Sets gives the parsed templates of one language by the name of their view.
func (k *Kit) Sets(l i18n.Lang) map[string]*template.Template {
	return k.engine.sets[variant{lang: l}]
}

// VisitCalls calls f with the arguments of every call of t in a tree.
func VisitCalls(tree *parse.Tree, f func(args []parse.Node)) { visit(tree.Root, f) }

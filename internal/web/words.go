package web

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/i18n"
)

// Words is a State's table: the key after a dollar sign in a wording, and what that State writes for it.
type Words map[string]i18n.Text

var wordKey = regexp.MustCompile(`\$[A-Za-z_]+`)

// StandardWords are the words used where a State's table has none of its own.
func StandardWords() Words {
	return Words{
		"officer":     {Hi: "पदाधिकारी", En: "officer"},
		"officers":    {Hi: "पदाधिकारियों", En: "officers"},
		"direction":   {Hi: "निदेश", En: "directive"},
		"directions":  {Hi: "निदेशों", En: "directives"},
		"head":        {Hi: "जिलाधिकारी", En: "District Magistrate"},
		"collectors":  {Hi: "समाहरणालय", En: "Collectorate"},
		"block":       {Hi: "प्रखंड", En: "block"},
		"subdivision": {Hi: "अनुमंडल", En: "subdivision"},
	}
}

// localise keeps one language of every call of t in the tree and puts the State's words in. A call whose two halves are
// not literals, or a word that no table has, is an error with its place.
func localise(tree *parse.Tree, lang i18n.Lang, words Words) error {
	return eachCall(tree, func(args []parse.Node) error { return choose(tree, args, lang, words) })
}

// proveWords finds what localise would refuse, in either language and any table, and changes nothing.
func proveWords(tree *parse.Tree, tables map[string]Words) error {
	return eachCall(tree, func(args []parse.Node) error {
		hi, en, err := halves(tree, args)
		if err != nil {
			return err
		}
		for _, w := range wordKey.FindAllString(hi.Text+" "+en.Text, -1) {
			for _, words := range tables {
				if _, err := word(tree, args, w, words); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func eachCall(tree *parse.Tree, f func(args []parse.Node) error) error {
	var bad error
	visit(tree.Root, func(args []parse.Node) {
		if err := f(args); err != nil && bad == nil {
			bad = err
		}
	})
	return bad
}

// choose rewrites the arguments of one call: t "hi" "en" a b becomes say "chosen" "" a b.
func choose(tree *parse.Tree, args []parse.Node, lang i18n.Lang, words Words) error {
	hi, en, err := halves(tree, args)
	if err != nil {
		return err
	}
	chosen := wordKey.ReplaceAllStringFunc((i18n.Text{Hi: hi.Text, En: en.Text}).In(lang), func(w string) string {
		text, no := word(tree, args, w, words)
		if no != nil {
			err = no
		}
		if w[1:2] != strings.ToLower(w[1:2]) {
			return capital(text.In(lang))
		}
		return text.In(lang)
	})
	args[0].(*parse.IdentifierNode).Ident = "say"
	hi.Text, hi.Quoted = chosen, strconv.Quote(chosen)
	en.Text, en.Quoted = "", `""`
	return err
}

// word finds $direction or $Direction in a table.
func word(tree *parse.Tree, args []parse.Node, w string, words Words) (i18n.Text, error) {
	text, ok := words[strings.ToLower(w[1:2])+w[2:]]
	if !ok {
		where, _ := tree.ErrorContext(args[0])
		return text, fmt.Errorf("web: %s: no word %s in the table; it has %s", where, w, strings.Join(slices.Sorted(maps.Keys(words)), ", "))
	}
	return text, nil
}

// capital begins a word with a capital, as $Direction asks for; Devanagari has none and stays.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

func halves(tree *parse.Tree, args []parse.Node) (hi, en *parse.StringNode, err error) {
	if len(args) >= 3 {
		hi, ok1 := args[1].(*parse.StringNode)
		en, ok2 := args[2].(*parse.StringNode)
		if ok1 && ok2 {
			return hi, en, nil
		}
	}
	where, _ := tree.ErrorContext(args[0])
	return nil, nil, fmt.Errorf("web: %s: t wants both languages as literal strings", where)
}

// visit calls f with the arguments of every call of t below a node.
func visit(n parse.Node, f func(args []parse.Node)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, c := range n.Nodes {
				visit(c, f)
			}
		}
	case *parse.ActionNode:
		visit(n.Pipe, f)
	case *parse.TemplateNode:
		visit(n.Pipe, f)
	case *parse.IfNode:
		visitBranch(&n.BranchNode, f)
	case *parse.RangeNode:
		visitBranch(&n.BranchNode, f)
	case *parse.WithNode:
		visitBranch(&n.BranchNode, f)
	case *parse.PipeNode:
		if n != nil {
			for _, c := range n.Cmds {
				visit(c, f)
			}
		}
	case *parse.CommandNode:
		if id, ok := n.Args[0].(*parse.IdentifierNode); ok && id.Ident == "t" {
			f(n.Args)
		}
		for _, a := range n.Args {
			visit(a, f)
		}
	}
}

func visitBranch(b *parse.BranchNode, f func(args []parse.Node)) {
	visit(b.Pipe, f)
	visit(b.List, f)
	visit(b.ElseList, f)
}

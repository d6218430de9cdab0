package web

import (
	"embed"
	"io/fs"
)

//go:embed pages/*.html
var pages embed.FS

// Choices answers the search of a picked field: its options alone, the block "main", as a part of the form that asked.
type Choices struct {
	Base
	Field Field
}

func ownViews() []View {
	return []View{{"error", &ErrorPage{}}, {"conflict", &ConflictPage{}}, {"offline", &Offline{}}, {"choices", &Choices{}}}
}

func ownTemplates() fs.FS { return sub{pages} }

// sub shows the files of pages/ without the folder.
type sub struct{ embed.FS }

// Open opens a file of the folder.
func (s sub) Open(name string) (fs.File, error) { return s.FS.Open("pages/" + name) }

// ReadFile reads a file of the folder whole.
func (s sub) ReadFile(name string) ([]byte, error) { return s.FS.ReadFile("pages/" + name) }

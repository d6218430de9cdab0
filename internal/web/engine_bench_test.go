package web_test

import (
	"io/fs"
	"testing"

	"github.com/anupalan/anupalan/internal/web"
	"github.com/anupalan/anupalan/internal/web/office"
)

// BenchmarkNew is what the templates cost at start.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := web.New(web.Config{Views: office.Views(), Templates: []fs.FS{office.Templates()}}); err != nil {
			b.Fatal(err)
		}
	}
}

package pack

import (
	"os"
	"testing"

	"github.com/anupalan/anupalan/internal/i18n"
)

func TestThePacksOfTheDocumentLoad(t *testing.T) {
	t.Parallel()
	set, faults := Load(os.DirFS("testdata/whole"))
	for _, f := range faults {
		t.Errorf("%s\n\t%s", f, f.In(i18n.Hindi))
	}
	if len(set.Packs) != 11 {
		t.Errorf("%d packs, want 11", len(set.Packs))
	}
}

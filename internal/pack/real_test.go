package pack

import (
	"os"
	"testing"

	"github.com/anupalan/anupalan/internal/i18n"
)

func TestThePacksShippedLoad(t *testing.T) {
	t.Parallel()
	_, faults := Load(os.DirFS("../../packs"))
	for _, f := range faults {
		t.Errorf("%s\n\t%s", f, f.In(i18n.Hindi))
	}
}

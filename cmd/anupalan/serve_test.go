package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/store"
)

func TestADistrictIsFoundedThroughItsServer(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "saran.db")
	s := serving(t, "serve", "--addr=127.0.0.1:0", "--db", file)
	wrong := filepath.Join(t.TempDir(), "p.csv")
	if err := os.WriteFile(wrong, []byte("key,kind,name_hi,name_en,parent\nx,blok,क,X,amnour\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	here := runs(t, "", "import", "org", wrong)
	there := runs(t, "", "import", "org", "--district=218", "--db", file, wrong)
	if there.code != exitFaults || there.err != here.err || !strings.Contains(there.err, "p.csv:2:kind") {
		t.Errorf("faults through the server %+v, without it %+v", there, here)
	}
	tables := append([]string{"--lang=en", "import", "org", "--db", file}, sampleTables(t)...)
	if r := runs(t, "", tables...); r.code != exitOK || !strings.Contains(r.out, "events were entered") {
		t.Fatalf("import: %+v", r)
	}
	if status, err := s.ask(http.MethodGet, mine, token(t, file, "dm_saran"), nil, nil); status != http.StatusOK {
		t.Errorf("a token of the new district: %d %v", status, err)
	}
	s.kill()
	token(t, file, "dm_saran") // the dead server's socket is in nobody's way
	if r := runs(t, "", "migrate", "--db", file); r.code != exitOK || !strings.Contains(r.out, "कुछ बदलना नहीं था") {
		t.Errorf("migrate: %+v", r)
	}
}

func TestMigrateSaysWhatItDid(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "new.db")
	first := runs(t, "", "--lang=en", "migrate", "--db", file)
	if first.code != exitOK || !strings.Contains(first.out, "a new database was made") || !strings.Contains(first.out, "main/0001_org was applied") {
		t.Errorf("%+v", first)
	}
	if again := runs(t, "", "--lang=en", "migrate", "--db", file); again.code != exitOK || strings.Contains(again.out, "was applied") {
		t.Errorf("%+v", again)
	}
}

func TestALockedDatabaseWithoutASocketSaysWhatToDo(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "held.db")
	db, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, args := range [][]string{{"token", "--post=x"}, {"password", "--login=x"}} {
		if r := runs(t, "a long password\n", append(args, "--db", file)...); r.code != exitFailed || !strings.Contains(r.err, file+".sock") || !strings.Contains(r.err, "सर्वर रोककर") {
			t.Errorf("%v: %+v", args, r)
		}
	}
}

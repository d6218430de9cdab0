package main

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
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

// TestPostgresNeedsNoSocket runs the writing commands beside a server that shares the database.
func TestPostgresNeedsNoSocket(t *testing.T) {
	t.Parallel()
	address, keys := storetest.PostgresAddress(t), filepath.Join(t.TempDir(), "keys")
	on := func(args ...string) *exec.Cmd {
		cmd, err := command(args...)
		if err != nil {
			t.Fatal(err)
		}
		cmd.Env = append(cmd.Env, "ANUPALAN_DB="+address, "ANUPALAN_KEYS="+keys)
		return cmd
	}
	s, err := readied(on("serve", "--addr=127.0.0.1:0"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.kill()
	var secret string
	for _, step := range [][]string{
		append([]string{"import", "org"}, sampleTables(t)...),
		{"password", "--login=bdo_amnour"},
		{"audit", "verify"},
		{"token", "--post=dm_saran"},
	} {
		r := finished(t, on(step...), "a long password\n")
		if r.code != exitOK {
			t.Fatalf("%v: %+v", step, r)
		}
		secret = strings.TrimSpace(r.out)
	}
	if status, err := s.ask(http.MethodGet, mine, secret, nil, nil); status != http.StatusOK {
		t.Errorf("a token made beside the server: %d %v", status, err)
	}
	if !signsIn(t, s, "bdo_amnour", "a long password") {
		t.Error("the running server does not know the district that was founded beside it")
	}
}

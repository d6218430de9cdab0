package program_test

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/program"
	"github.com/anupalan/anupalan/internal/store/storetest"
	"github.com/anupalan/anupalan/packs"
)

// local is the work of a database without a district.
func local(t *testing.T) program.Local {
	t.Helper()
	systems, err := app.LoadSystems(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	a, err := app.New(t.Context(), app.Config{DB: storetest.SQLite(t), Systems: systems})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.Close)
	return program.Local{App: a}
}

// opened listens at the socket until the test ends.
func opened(t *testing.T, name string) {
	t.Helper()
	s, err := program.OpenSocket(name, local(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}

func TestTheServerRefusesInTheLanguageOfTheCommand(t *testing.T) {
	t.Parallel()
	// Longer than the address of a socket may be.
	dir := filepath.Join(t.TempDir(), strings.Repeat("folder", 20))
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	name := program.SocketName(filepath.Join(dir, "x.db"))
	opened(t, name)
	if info, err := os.Lstat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the socket: %v %v", info, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("beside the socket lies %v", left)
	}
	for lang, want := range map[i18n.Lang]string{i18n.Hindi: "कोई पद नहीं मिला", i18n.English: "No post"} {
		to, err := program.Dial(t.Context(), name, lang)
		if err != nil {
			t.Fatal(err)
		}
		_, err = to.Token(t.Context(), program.TokenRequest{Post: "x", Name: "t", Days: 1})
		if no, ok := errors.AsType[*program.Refused](err); !ok || !strings.Contains(no.Text, want) {
			t.Errorf("%v: %v", lang, err)
		}
	}
}

func TestASocketReplacesADeadOneAndNothingElse(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "x.sock")
	if err := os.WriteFile(name, []byte("somebody's"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := program.OpenSocket(name, local(t), nil)
	if f := fault.As(err); f == nil || f.Key != "command.socket_taken" {
		t.Errorf("a file in its place: %v", err)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if _, err := program.Dial(t.Context(), name, i18n.Hindi); err == nil {
		t.Error("nobody listens, and somebody answered")
	}
	dead(t, name)
	opened(t, name)
	if _, err := program.Dial(t.Context(), name, i18n.Hindi); err != nil {
		t.Error(err)
	}
}

// dead leaves a socket as a killed server does.
func dead(t *testing.T, name string) {
	t.Helper()
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: name, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	l.Close()
}

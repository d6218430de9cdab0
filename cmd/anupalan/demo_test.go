package main

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

const mine = "/api/v1/matters?holder=me&phase=open"

func TestDemoIsMadeOnceAndGoesOn(t *testing.T) {
	t.Parallel()
	file := sampleCopy(t)
	sample, _ := built.db()
	if !strings.Contains(sample.printed, "it is made again") {
		t.Errorf("a sample that broke off was not made again: %s", sample.printed)
	}
	for _, login := range []string{"dm_saran", "steno_dm", "bdo_amnour"} {
		if !strings.Contains(sample.printed, login) {
			t.Errorf("the sign-in of %s is not shown: %s", login, sample.printed)
		}
	}
	secret := token(t, file, "dm_saran")
	began := time.Now()
	s := demonstration(t, file)
	if took := time.Since(began); took > sample.took {
		t.Errorf("the second start took %v, the first %v", took, sample.took)
	}
	if status, err := s.ask(http.MethodGet, mine, secret, nil, nil); status != http.StatusOK {
		t.Errorf("a token of before: %d %v", status, err)
	}
	if err := s.stop(); err != nil {
		t.Errorf("stopped with %v: %s", err, s.err.String())
	}
	if _, err := os.Lstat(file + ".sock"); !os.IsNotExist(err) {
		t.Errorf("the socket outlives the server: %v", err)
	}
}

func TestCommandsWorkBesideTheServer(t *testing.T) {
	t.Parallel()
	file := sampleCopy(t)
	s := demonstration(t, file)
	if info, err := os.Lstat(file + ".sock"); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("the socket: %v %v", info, err)
	}
	var list struct{ Items []any }
	if status, err := s.ask(http.MethodGet, mine, token(t, file, "bdo_amnour"), nil, &list); status != http.StatusOK || err != nil {
		t.Errorf("a token made beside the server: %d %v", status, err)
	}
	near := runs(t, "", "token", "--db", file, "--post", "bdo_amnor")
	if near.code != exitFailed || near.out != "" || !strings.Contains(near.err, "bdo_amnour") {
		t.Errorf("a post in error: %+v", near)
	}
	if r := runs(t, "", "audit", "verify", "--db", file); r.code != exitOK {
		t.Errorf("verify beside the server: %+v", r)
	}
	tables := append([]string{"--lang=en", "import", "org", "--db", file}, sampleTables(t)...)
	if r := runs(t, "", tables...); r.code != exitOK || !strings.Contains(r.out, "everything stands so already") {
		t.Errorf("import beside the server: %+v", r)
	}
	signInWithNewPassword(t, s, file)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	token(t, link, "dm_saran")
	for _, args := range [][]string{{"serve", "--addr=127.0.0.1:0", "--db", link}, {"migrate", "--db", file}} {
		if r := runs(t, "", args...); r.code != exitFailed || !strings.Contains(r.err, "दूसरा अनुपालन") {
			t.Errorf("%v beside the server: %+v", args, r)
		}
	}
}

// signInWithNewPassword sets a password by the command and tries it on the sign-in page.
func signInWithNewPassword(t *testing.T, s *server, file string) {
	t.Helper()
	if r := runs(t, "short\n", "password", "--db", file, "--login", "bdo_garkha"); r.code != exitFailed || !strings.Contains(r.err, "10") {
		t.Errorf("a short password: %+v", r)
	}
	const next = "a new password"
	if r := runs(t, next+"\n", "password", "--db", file, "--login", "bdo_garkha"); r.code != exitOK || strings.Contains(r.out+r.err, next) {
		t.Errorf("a password beside the server: %+v", r)
	}
	for password, in := range map[string]bool{next: true, "anupalan-sample": false} {
		if got := signsIn(t, s, "bdo_garkha", password); got != in {
			t.Errorf("signed in with %q: %v", password, got)
		}
	}
}

// signsIn tries the sign-in page.
func signsIn(t *testing.T, s *server, user, password string) bool {
	t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.PostForm(s.url+"sign-in", url.Values{"user": {user}, "password": {password}})
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	return res.StatusCode == http.StatusSeeOther && len(res.Cookies()) > 0
}

func TestBackupOfARunningServerIsRestored(t *testing.T) {
	t.Parallel()
	file, dir := sampleCopy(t), t.TempDir()
	demonstration(t, file)
	backup, copied := filepath.Join(dir, "noon.backup"), filepath.Join(dir, "new.db")
	for _, step := range []struct {
		code int
		args []string
	}{
		{exitOK, []string{"backup", "--db", file, backup}},
		{exitFailed, []string{"backup", "--db", file, backup}},
		{exitFailed, []string{"restore", "--db", file, backup}},
		{exitOK, []string{"restore", "--db", copied, backup}},
		{exitOK, []string{"audit", "verify", "--db", copied}},
		{exitFailed, []string{"serve", "--addr=127.0.0.1:0", "--db", copied}}, // a demonstration's
	} {
		if r := runs(t, "", step.args...); r.code != step.code || r.code != exitOK && r.err == "" {
			t.Errorf("%v: %+v", step.args, r)
		}
	}
	if err := os.Rename(file, file+".away"); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(file+"-files", file+".away-files"); err != nil {
		t.Fatal(err)
	}
	if r := runs(t, "", "restore", "--db", file, backup); r.code != exitFailed || !strings.Contains(r.err, "पहले उसे बंद करें") {
		t.Errorf("restore under a server whose file was moved away: %+v", r)
	}
}

// TestAKilledServerLosesNothingAcknowledged opens directives from several hands, kills the
// server among them, and wants each one that was answered.
func TestAKilledServerLosesNothingAcknowledged(t *testing.T) {
	t.Parallel()
	file := sampleCopy(t)
	s := demonstration(t, file)
	secret := token(t, file, "dm_saran")
	kept := openUntilKilled(t, s, secret, 24)
	s = demonstration(t, file)
	for _, id := range kept {
		if status, err := s.ask(http.MethodGet, "/api/v1/matters/"+id, secret, nil, nil); status != http.StatusOK {
			t.Errorf("%s was acknowledged and is lost: %d %v", id, status, err)
		}
	}
	if r := runs(t, "", "audit", "verify", "--db", file); r.code != exitOK {
		t.Errorf("verify after the kill: %+v", r)
	}
	token(t, file, "bdo_amnour") // through the socket that replaced the dead one's
}

func openUntilKilled(t *testing.T, s *server, secret string, after int) (kept []string) {
	t.Helper()
	ids := make(chan string)
	var hands sync.WaitGroup
	for hand := range 4 {
		hands.Go(func() {
			for n := 0; ; n++ {
				var m struct{ ID string }
				status, err := s.ask(http.MethodPost, "/api/v1/matters", secret, map[string]any{"ask": "directive",
					"subject": fmt.Sprintf("वार्ड %d-%d की सूची अपलोड कराएँ", hand, n), "owners": []string{"bdo_amnour"}}, &m)
				if err != nil {
					return // the server is gone
				}
				if status != http.StatusCreated {
					t.Errorf("open: %d", status)
					return
				}
				ids <- m.ID
			}
		})
	}
	go func() {
		hands.Wait()
		close(ids)
	}()
	for id := range ids {
		if kept = append(kept, id); len(kept) == after {
			go s.kill()
		}
	}
	if len(kept) < after {
		t.Fatalf("%d directives were opened, want %d", len(kept), after)
	}
	return kept
}

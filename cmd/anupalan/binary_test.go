package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/packs"
)

// built is what the tests of the real program share: the program and a told sample.
var built struct {
	dir string
	bin func() (string, error)
	db  func() (toldSample, error)
}

// toldSample is a sample's database, closed, with what its first start printed.
type toldSample struct {
	file    string
	printed string
	took    time.Duration
}

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "anupalan-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	built.dir, built.bin, built.db = dir, sync.OnceValues(build), sync.OnceValues(tell)
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func build() (string, error) {
	bin := filepath.Join(built.dir, "anupalan")
	out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, out)
	}
	return bin, err
}

// tell makes a sample in a folder where an earlier one broke off.
func tell() (toldSample, error) {
	sample := toldSample{file: filepath.Join(built.dir, "sample", "anupalan.db")}
	if err := breakOff(sample.file); err != nil {
		return sample, err
	}
	began := time.Now()
	s, err := launch("--lang=en", "demo", "--addr=127.0.0.1:0", "--dir", filepath.Dir(sample.file))
	if err != nil {
		return sample, err
	}
	sample.took = time.Since(began)
	err = s.stop()
	sample.printed = s.out.String() + s.err.String()
	return sample, err
}

func breakOff(file string) error {
	ctx := context.Background()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	db, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		return err
	}
	systems, err := app.LoadSystems(packs.FS)
	if err != nil {
		return err
	}
	a, err := app.New(ctx, app.Config{DB: db, Systems: systems})
	if err != nil {
		return err
	}
	err = a.StartDemo(time.Hour)
	a.Close()
	return errors.Join(err, db.Close())
}

// sampleCopy gives a test a told sample of its own.
func sampleCopy(t *testing.T) (file string) {
	t.Helper()
	sample, err := built.db()
	if err != nil {
		t.Fatal(err, sample.printed)
	}
	file = filepath.Join(t.TempDir(), "anupalan.db")
	for _, end := range []string{"", "-files", ".keys"} {
		data, err := os.ReadFile(sample.file + end)
		if err == nil {
			err = os.WriteFile(file+end, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return file
}

// command is the real program with a locale that names no language.
func command(args ...string) (*exec.Cmd, error) {
	bin, err := built.bin()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(bin, args...)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + built.dir, "LC_ALL=C.UTF-8"}
	return cmd, nil
}

// ran is the outcome of a command line.
type ran struct {
	code     int
	out, err string
}

func runs(t *testing.T, stdin string, args ...string) ran {
	t.Helper()
	cmd, err := command(args...)
	if err != nil {
		t.Fatal(err)
	}
	return finished(t, cmd, stdin)
}

func finished(t *testing.T, cmd *exec.Cmd, stdin string) ran {
	t.Helper()
	var out, complaints bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &complaints
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), complaints.String()}
}

// server is the real program, running.
type server struct {
	cmd  *exec.Cmd
	url  string
	out  lockedBuffer
	err  lockedBuffer
	done chan struct{} // its output is read to the end
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write keeps what a process prints.
func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String gives what was printed so far.
func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// launch starts a server and waits until it says that it is ready.
func launch(args ...string) (*server, error) {
	cmd, err := command(args...)
	if err != nil {
		return nil, err
	}
	return readied(cmd)
}

func readied(cmd *exec.Cmd) (*server, error) {
	s := &server{cmd: cmd, done: make(chan struct{})}
	cmd.Stderr = &s.err
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	url, ready := strings.CutPrefix(strings.TrimSpace(first), "ready ")
	if err != nil || !ready {
		_ = cmd.Wait()
		return nil, fmt.Errorf("%v said %q, %s", cmd.Args, first, s.err.String())
	}
	s.url = url
	go func() {
		defer close(s.done)
		_, _ = io.Copy(&s.out, lines)
	}()
	return s, nil
}

func serving(t *testing.T, args ...string) *server {
	t.Helper()
	s, err := launch(args...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.cmd.Process.Kill() })
	return s
}

// demonstration serves a told sample.
func demonstration(t *testing.T, file string) *server {
	t.Helper()
	return serving(t, "demo", "--addr=127.0.0.1:0", "--dir", filepath.Dir(file))
}

// stop ends the server as an operator does.
func (s *server) stop() error {
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	<-s.done
	return s.cmd.Wait()
}

// kill ends the server as a power failure does.
func (s *server) kill() {
	_ = s.cmd.Process.Kill()
	<-s.done
	_ = s.cmd.Wait()
}

// ask speaks JSON to the server with a token.
func (s *server) ask(method, at, token string, body, answer any) (status int, err error) {
	var src bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&src).Encode(body); err != nil {
			return 0, err
		}
	}
	req, err := http.NewRequest(method, strings.TrimSuffix(s.url, "/")+at, &src)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	if answer == nil {
		return res.StatusCode, nil
	}
	return res.StatusCode, json.NewDecoder(res.Body).Decode(answer)
}

// token asks for one of a post, which is all that the command may print.
func token(t *testing.T, file, post string) string {
	t.Helper()
	r := runs(t, "", "token", "--db", file, "--post", post)
	secret := strings.TrimSuffix(r.out, "\n")
	if r.code != exitOK || len(secret) < 20 || strings.ContainsAny(secret, " \n") || r.err != "" {
		t.Fatalf("token: %+v", r)
	}
	return secret
}

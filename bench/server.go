package bench

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Server is a server of its own on the filled database: how long it takes to start, and
// what it weighs after it was asked for a while. Memory is told on Linux only.
type Server struct {
	Start    float64 `json:"start_ms"` // from the command to its first answer
	Resident float64 `json:"resident_mb"`
	Peak     float64 `json:"peak_mb"`
	PerS     float64 `json:"requests_per_s"`
}

// String gives both in one line.
func (s *Server) String() string {
	return fmt.Sprintf("server: started in %.0f ms, %.0f MB resident after %.0f requests a second, %.0f MB at most", s.Start, s.Resident, s.PerS, s.Peak)
}

// serve starts the program on the database and asks it for lists, counts and searches, 8 at
// once.
func serve(ctx context.Context, o Options, name string, tokens map[string]string) (*Server, error) {
	began := time.Now()
	cmd := exec.CommandContext(ctx, o.Program, "serve", "--db", name, "--addr", "127.0.0.1:0", "--lang", "en")
	cmd.Env = append(os.Environ(), "ANUPALAN_KEYS="+filepath.Join(o.Dir, "bench.keys"))
	var told strings.Builder
	cmd.Stderr = &told
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	defer func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait() // it was told to stop; its answer says no more
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	url, ok := strings.CutPrefix(strings.TrimSpace(line), "ready ")
	if err != nil || !ok {
		_ = cmd.Process.Kill() // it may have ended by itself
		_ = cmd.Wait()
		return nil, fmt.Errorf("the server did not start: %s%s", line, told.String())
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients}}
	ask := func(at string) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(url, "/")+"/api/v1/"+at, nil)
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer "+tokens[chair])
		res, err := client.Do(req)
		if err != nil {
			return err
		}
		defer res.Body.Close()
		if res.StatusCode != http.StatusOK && res.StatusCode != http.StatusTooManyRequests { // one person has a pace
			return fmt.Errorf("%s: %s", at, res.Status)
		}
		_, err = io.Copy(io.Discard, res.Body)
		return err
	}
	if err := ask("matters?limit=1"); err != nil {
		return nil, err
	}
	s := &Server{Start: float64(time.Since(began).Microseconds()) / 1000}
	paths := []string{"matters?limit=100", "matters?limit=100&phase=ended", "tallies?by=department", "tallies?by=block", "search?q=hand"}
	f, err := measure(clients, 2*o.length(), func(caller int) error { return ask(paths[(caller+time.Now().Nanosecond()/1000)%len(paths)]) })
	s.PerS = f.Product
	s.Resident, s.Peak = memory(cmd.Process.Pid)
	return s, err
}

// memory reads the resident size of a process and the most it was, in megabytes; 0 where
// the system does not tell.
func memory(pid int) (now, most float64) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(text)) {
		for key, into := range map[string]*float64{"VmRSS:": &now, "VmHWM:": &most} {
			if rest, ok := strings.CutPrefix(line, key); ok {
				kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64) // the kernel's own number
				*into = kb / 1024
			}
		}
	}
	return now, most
}

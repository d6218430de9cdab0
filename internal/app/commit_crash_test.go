package app

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

const crashEnv = "ANUPALAN_CRASH_DB"

// TestCrashChild is no test: it is the program that TestNoAcknowledgedActIsLost kills.
// It writes a line for each act once it has been told that the act is saved.
func TestCrashChild(t *testing.T) {
	name := os.Getenv(crashEnv)
	if name == "" {
		t.Skip("run by the crash test")
	}
	db, err := store.Open(context.Background(), name, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := started(t, db)
	var mu sync.Mutex
	said := func(k record.Key, version int32) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Printf("saved %s %d\n", k, version)
	}
	for range 8 {
		go func() {
			for {
				k := newKey(c)
				if _, err := c.Do(context.Background(), openJob(c, k, record.ID(71+rand.IntN(9)))); err != nil {
					t.Error(err)
					return
				}
				said(k, 1)
				for v := int32(2); v < 4; v++ {
					if _, err := c.Do(context.Background(), actJob(c, k, v-1)); err != nil {
						t.Error(err)
						return
					}
					said(k, v)
				}
				if rand.IntN(2) == 0 {
					if _, err := c.Do(context.Background(), closeJob(c, k)); err == nil {
						said(k, 4)
					}
				}
			}
		}()
	}
	time.Sleep(20 * time.Second)
	t.Fatal("nobody killed this program")
}

// crash runs the child, kills it at a random moment and notes what it had been told.
func crash(t *testing.T, name string, saved map[record.Key]int32) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestCrashChild$")
	cmd.Env = append(os.Environ(), crashEnv+"="+name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	first := true
	var other strings.Builder
	for lines.Scan() {
		if first && strings.HasPrefix(lines.Text(), "saved ") {
			first = false
			time.AfterFunc(time.Duration(20+rand.IntN(150))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		}
		var key string
		var version int32
		if n, _ := fmt.Sscanf(lines.Text(), "saved %s %d", &key, &version); n != 2 {
			other.WriteString(lines.Text() + "\n")
			continue
		}
		if k, err := record.ParseKey(key); err == nil {
			saved[k] = max(saved[k], version)
		}
	}
	_ = cmd.Wait() // killed
	if first {
		t.Fatalf("the child saved nothing:\n%s", other.String())
	}
}

func crashes(t *testing.T, name string, times int) {
	saved := map[record.Key]int32{}
	for range times {
		crash(t, name, saved)
	}
	db, err := store.Open(context.Background(), name, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for k, v := range saved {
		if m, err := db.Reader().Matter(context.Background(), k); err != nil || m.Version < v {
			t.Errorf("%s was said to be saved at version %d: %v", k, v, err)
		}
	}
	for _, v := range verified(t, db) {
		t.Logf("killed %d times: %d matters acknowledged, %d found, %d leaves", times, len(saved), v.Matters, v.Leaves)
	}
}

func TestNoAcknowledgedActIsLost(t *testing.T) {
	if testing.Short() {
		t.Skip("kills thirty programs")
	}
	t.Run("sqlite", func(t *testing.T) { crashes(t, storetest.SQLiteFile(t), 20) })
	t.Run("postgres", func(t *testing.T) { crashes(t, storetest.PostgresAddress(t), 10) })
}

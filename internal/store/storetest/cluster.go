package storetest

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named pgx

	"github.com/anupalan/anupalan/internal/store"
)

var cluster = sync.OnceValues(func() (*Cluster, error) {
	server := &Server{Address: os.Getenv("ANUPALAN_TEST_PG")}
	if server.Address == "" {
		var err error
		if server, err = StartPostgres(false); err != nil || server == nil {
			return nil, err
		}
	}
	base, err := url.Parse(server.Address)
	if err != nil {
		return nil, err
	}
	c := &Cluster{server: server, base: base, template: fmt.Sprintf("template_%d", os.Getpid())}
	ctx := context.Background()
	if err := c.admin(ctx, "DROP DATABASE IF EXISTS "+c.template); err != nil {
		return nil, err
	}
	if err := c.admin(ctx, "CREATE DATABASE "+c.template); err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, c.address(c.template), store.Options{Unsafe: true})
	if err != nil {
		return nil, err
	}
	return c, db.Close()
})

func (c *Cluster) admin(ctx context.Context, q string) error {
	db, err := sql.Open("pgx", c.base.String())
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, q)
	return err
}

// The server is a child of a shell that waits on a pipe from us: whenever and however
// this program ends, the pipe closes, the server stops and its directory goes.
const serverScript = `
set -e
trap 'rm -rf "$1"' EXIT
"$2/initdb" -D "$1/data" -U postgres --no-sync -E UTF8 --locale=C.UTF-8 -A trust >"$1/initdb.log" 2>&1
"$2/postgres" -D "$1/data" -c listen_addresses='' -c unix_socket_directories="$1" -c max_connections=200 $3 >"$1/log" 2>&1 </dev/null &
server=$!
n=0
until "$2/pg_isready" -q -h "$1"; do n=$((n+1)); [ $n -lt 200 ] || exit 1; sleep 0.05; done
echo ready
read -r end || true
kill -QUIT $server
wait $server || true
`

// Server is a running PostgreSQL; it ends when it is closed or this program ends.
type Server struct {
	Address string
	pipe    io.Closer // its closing ends the server
	cmd     *exec.Cmd
}

// Close stops the server and removes its directory.
func (s *Server) Close() error {
	if s.pipe == nil {
		return nil
	}
	return errors.Join(s.pipe.Close(), s.cmd.Wait())
}

// StartPostgres starts a throwaway server that ends with this program; nil where none
// is installed. A durable one waits for the disk.
func StartPostgres(durable bool) (*Server, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "anupalan-pg-")
	if err != nil {
		return nil, err
	}
	settings := "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
	if durable {
		settings = "-c shared_buffers=512MB -c max_wal_size=4GB"
	}
	cmd := exec.Command("/bin/sh", "-c", serverScript, "sh", dir, filepath.Dir(found[len(found)-1]), settings)
	if err := asPostgres(cmd, dir); err != nil {
		return nil, err
	}
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if strings.TrimSpace(line) != "ready" {
		return nil, fmt.Errorf("postgres did not start in %s: %v", dir, err)
	}
	return &Server{"postgres:///postgres?host=" + url.QueryEscape(dir) + "&user=postgres", pipe, cmd}, nil
}

// asPostgres runs the server as the user postgres when we are root, which it refuses.
func asPostgres(cmd *exec.Cmd, dir string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return err
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return err
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return err
	}
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	return os.Chown(dir, uid, gid)
}

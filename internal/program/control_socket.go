package program

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"

	"github.com/anupalan/anupalan/internal/fault"
)

// SocketName gives the name of the socket beside a database file.
func SocketName(db string) string { return db + ".sock" }

// longestSocket is the longest path that every system takes for a socket, in bytes.
const longestSocket = 100

// listenPrivate listens at name so that only the owner of this process can speak to it.
// The caller holds the database's lock, so a socket found there is one that a killed
// server left. The socket is made in a folder of its own, because its mode can be set
// only after it is there, and then moved.
func listenPrivate(name string) (net.Listener, error) {
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSocket == 0 {
		return nil, fault.New(fault.Conflict, "command.socket_taken", name)
	}
	dir, err := os.MkdirTemp(filepath.Dir(name), ".sock-")
	if err != nil {
		return nil, err
	}
	defer os.Remove(dir)
	made := filepath.Join(dir, "s")
	at, done, err := shortPath(made)
	if err != nil {
		return nil, err
	}
	defer done()
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: at, Net: "unix"})
	if err != nil {
		return nil, err
	}
	l.SetUnlinkOnClose(false)
	if err := errors.Join(os.Chmod(made, 0o600), os.Rename(made, name)); err != nil {
		return nil, errors.Join(err, l.Close(), os.RemoveAll(dir))
	}
	return l, nil
}

// dialSocket speaks to the socket at name.
func dialSocket(ctx context.Context, name string) (net.Conn, error) {
	at, done, err := shortPath(name)
	if err != nil {
		return nil, err
	}
	defer done()
	return new(net.Dialer).DialContext(ctx, "unix", at)
}

// shortPath gives a path that fits into the address of a socket: Linux reaches a long one
// through its open folder.
func shortPath(name string) (at string, done func(), err error) {
	if len(name) <= longestSocket || runtime.GOOS != "linux" {
		return name, func() {}, nil
	}
	dir, err := os.Open(filepath.Dir(name))
	if err != nil {
		return "", nil, err
	}
	return fmt.Sprintf("/proc/self/fd/%d/%s", dir.Fd(), filepath.Base(name)), func() { dir.Close() }, nil
}

package program

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// LargestImport is how much the tables of one import may weigh together, in bytes.
const LargestImport = 160 << 20

// largestRequest bounds what comes through the socket, in bytes: an import in base64.
const largestRequest = LargestImport/3*4 + 1<<20

// Socket answers the commands beside a running server.
type Socket struct {
	name string
	http *http.Server
	done chan struct{}
}

// OpenSocket listens at the socket, which only the owner of this process can use. The caller
// holds the lock of the database.
func OpenSocket(name string, do Control, log *slog.Logger) (*Socket, error) {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	l, err := listenPrivate(name)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("POST /token", socketHandler(log, do.Token))
	mux.Handle("POST /password", socketHandler(log, do.Password))
	mux.Handle("POST /import", socketHandler(log, do.Import))
	s := &Socket{name: name, done: make(chan struct{}),
		http: &http.Server{Handler: mux, ReadHeaderTimeout: headerTime, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}}
	go func() {
		defer close(s.done)
		if err := s.http.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			log.Error("socket", "err", err)
		}
	}()
	return s, nil
}

// Close answers what is under way and removes the socket.
func (s *Socket) Close() error {
	err := os.Remove(s.name)
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	err = errors.Join(err, s.http.Shutdown(ctx))
	<-s.done
	return err
}

// socketHandler answers one kind of request. Faults go back in the language of the reader,
// because their arguments have no form of their own on the wire.
func socketHandler[Q, A any](log *slog.Logger, do func(context.Context, Q) (A, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var q Q
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, largestRequest)).Decode(&q); err != nil {
			socketRefuses(w, r, fault.Wrap(err, fault.Invalid, "command.socket_request"))
			return
		}
		a, err := do(r.Context(), q)
		if err != nil {
			if fault.Is(err, fault.Internal) {
				log.Error("socket", "path", r.URL.Path, "err", err)
			}
			socketRefuses(w, r, fault.As(err))
			return
		}
		_ = json.NewEncoder(w).Encode(a) // a client that went away is told nothing
	})
}

func socketRefuses(w http.ResponseWriter, r *http.Request, f *fault.Fault) {
	w.WriteHeader(f.Kind.Status())
	text := i18n.Explain(i18n.ParseLang(r.Header.Get("Accept-Language")), f)
	_ = json.NewEncoder(w).Encode(Refused{text, len(f.Fields)})
}

package program

import (
	"bytes"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// remoteTime is how long a command waits for the server, an import of a district included.
const remoteTime = 5 * time.Minute

// Remote asks the server that listens at a socket.
type Remote struct {
	lang i18n.Lang
	http *http.Client
}

// Dial finds whether a server listens at the socket. Faults come in lang.
func Dial(ctx context.Context, name string, lang i18n.Lang) (*Remote, error) {
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) { return dialSocket(ctx, name) }
	conn, err := dial(ctx, "", "")
	if err != nil {
		return nil, err
	}
	conn.Close()
	return &Remote{lang, &http.Client{Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}, Timeout: remoteTime}}, nil
}

// Token asks for a token.
func (r *Remote) Token(ctx context.Context, q TokenRequest) (secret string, err error) {
	err = r.ask(ctx, "token", q, &secret)
	return secret, err
}

// Password gives a first password.
func (r *Remote) Password(ctx context.Context, q PasswordRequest) (name i18n.Text, err error) {
	err = r.ask(ctx, "password", q, &name)
	return name, err
}

// Import sends the tables.
func (r *Remote) Import(ctx context.Context, q ImportRequest) (done app.OrgImport, err error) {
	err = r.ask(ctx, "import", q, &done)
	return done, err
}

func (r *Remote) ask(ctx context.Context, what string, q, answer any) error {
	body, err := json.Marshal(q)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://anupalan/"+what, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Accept-Language", r.lang.String())
	res, err := r.http.Do(req)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "command.socket_silent")
	}
	defer res.Body.Close()
	var no Refused
	read := answer
	if res.StatusCode != http.StatusOK {
		read = &no
	}
	if err := json.NewDecoder(res.Body).Decode(read); err != nil {
		return fault.Wrap(err, fault.Unavailable, "command.socket_silent")
	}
	if res.StatusCode != http.StatusOK {
		return &no
	}
	return nil
}

package notify

import (
	"context"
	"errors"
	"io"
	"mime"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"

	"github.com/anupalan/anupalan/internal/fault"
)

// server is a real SMTP server on loopback that keeps what it was given.
type server struct {
	mu     sync.Mutex
	got    []string
	refuse *smtp.SMTPError
}

func (s *server) NewSession(*smtp.Conn) (smtp.Session, error) { return &talk{s}, nil }

type talk struct{ s *server }

func (t *talk) Reset()                               {}
func (t *talk) Logout() error                        { return nil }
func (t *talk) Mail(string, *smtp.MailOptions) error { return nil }
func (t *talk) Rcpt(to string, _ *smtp.RcptOptions) error {
	if t.s.refuse != nil {
		return t.s.refuse
	}
	return nil
}

func (t *talk) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	t.s.mu.Lock()
	t.s.got = append(t.s.got, string(b))
	t.s.mu.Unlock()
	return err
}

func start(t *testing.T, refuse *smtp.SMTPError) (*server, *Mailer) {
	t.Helper()
	s := &server{refuse: refuse}
	srv := smtp.NewServer(s)
	srv.Domain = "localhost"
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = srv.Serve(l) }()
	t.Cleanup(func() { _ = srv.Close() })
	m, err := NewMailer(SMTP{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, From: "anupalan@example.in", FromName: "अनुपालन", TLS: "none"})
	if err != nil {
		t.Fatal(err)
	}
	return s, m
}

func TestHindiSubjectArrivesWhole(t *testing.T) {
	s, m := start(t, nil)
	want := "▲ 3 दिन विलंब: शेष पंचायतों की सूची अपलोड कराएँ, प्रखंड विकास पदाधिकारी अमनौर"
	if err := m.Send(context.Background(), Message{ID: "n1", To: "bdo@example.in", Subject: want, Body: "महोदय,\nकृपया देखें।\n"}); err != nil {
		t.Fatal(err)
	}
	if len(s.got) != 1 {
		t.Fatalf("%d messages arrived, want 1", len(s.got))
	}
	msg, err := mail.ReadMessage(strings.NewReader(s.got[0]))
	if err != nil {
		t.Fatal(err)
	}
	got, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject"))
	if err != nil || got != want {
		t.Errorf("subject %q, %v; want %q", got, err, want)
	}
	if id := msg.Header.Get("Message-ID"); id != "<n1@127.0.0.1>" {
		t.Errorf("message id %q does not stay the same over tries", id)
	}
}

func TestARefusalForGoodIsNotTriedAgain(t *testing.T) {
	_, m := start(t, &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such box"})
	err := m.Send(context.Background(), Message{ID: "n1", To: "nobody@example.in", Subject: "x", Body: "y"})
	if !fault.Is(err, fault.Invalid) {
		t.Errorf("got %v, want invalid", err)
	}
}

func TestATemporaryRefusalMayPass(t *testing.T) {
	_, m := start(t, &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 2, 1}, Message: "later"})
	err := m.Send(context.Background(), Message{ID: "n1", To: "bdo@example.in", Subject: "x", Body: "y"})
	if !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v, want unavailable", err)
	}
}

func TestAServerThatIsDownMayComeBack(t *testing.T) {
	m, err := NewMailer(SMTP{Host: "127.0.0.1", Port: 1, From: "a@example.in", TLS: "none"})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Send(context.Background(), Message{ID: "n", To: "b@example.in"}); !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v, want unavailable", err)
	}
}

func TestEveryWrongSettingIsNamed(t *testing.T) {
	_, err := NewMailer(SMTP{Port: 70000, From: "not an address", TLS: "maybe"})
	var f *fault.Fault
	if !errors.As(err, &f) {
		t.Fatalf("got %v", err)
	}
	var paths []string
	for _, w := range f.Fields {
		paths = append(paths, w.Path)
	}
	if got := strings.Join(paths, " "); got != "host port from tls" {
		t.Errorf("faults at %q", got)
	}
}

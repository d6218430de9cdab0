// Package notify sends what the outbox holds. A sender delivers one message and says
// whether a failure may pass; it keeps nothing and retries nothing, because the tries,
// the reason and the next time stand on the outbox row, where the operator sees them.
package notify

import (
	"context"
	"errors"
	"time"

	"github.com/wneessen/go-mail"

	"github.com/anupalan/anupalan/internal/fault"
)

// Message is one e-mail: whom, about what, the words, and an id that stays the same
// over all tries, so that a mail server can drop a second copy.
type Message struct {
	ID      string
	To      string
	Subject string
	Body    string // plain text
}

// SMTP says which mail server to use. TLS is "require" (default), "opportunistic" or
// "none"; User and Password are empty where the server asks for none.
type SMTP struct {
	Host     string
	Port     int
	From     string
	FromName string
	User     string
	Password string
	TLS      string
	Timeout  time.Duration
}

// Mailer sends e-mail through one server.
type Mailer struct {
	cfg SMTP
}

// NewMailer checks the settings and gives a Mailer; it does not connect yet.
func NewMailer(cfg SMTP) (*Mailer, error) {
	bad := fault.New(fault.Invalid, "notify.smtp_wrong")
	if cfg.Host == "" {
		bad.With("host", "notify.host_missing")
	}
	if cfg.Port <= 0 || cfg.Port > 65535 {
		bad.With("port", "notify.port_wrong", cfg.Port)
	}
	if err := mail.NewMsg().From(cfg.From); err != nil {
		bad.With("from", "notify.address_wrong", cfg.From)
	}
	if _, ok := tlsPolicy[cfg.TLS]; !ok {
		bad.With("tls", "notify.tls_wrong", cfg.TLS)
	}
	if err := bad.Any(); err != nil {
		return nil, err
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = 20 * time.Second
	}
	return &Mailer{cfg: cfg}, nil
}

var tlsPolicy = map[string]mail.TLSPolicy{
	"":              mail.TLSMandatory,
	"require":       mail.TLSMandatory,
	"opportunistic": mail.TLSOpportunistic,
	"none":          mail.NoTLS,
}

// Send delivers m or tells why not: fault.Unavailable may be tried again, fault.Invalid
// never will succeed.
func (s *Mailer) Send(ctx context.Context, m Message) error {
	msg, err := s.compose(m)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "notify.address_wrong", m.To)
	}
	client, err := mail.NewClient(s.cfg.Host, s.options()...)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "notify.smtp_wrong")
	}
	return classify(client.DialAndSendWithContext(ctx, msg))
}

// Mail is Send for callers that hold the parts of a message.
func (s *Mailer) Mail(ctx context.Context, id, to, subject, body string) error {
	return s.Send(ctx, Message{ID: id, To: to, Subject: subject, Body: body})
}

func (s *Mailer) compose(m Message) (*mail.Msg, error) {
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := msg.FromFormat(s.cfg.FromName, s.cfg.From); err != nil {
		return nil, err
	}
	if err := msg.To(m.To); err != nil {
		return nil, err
	}
	msg.Subject(m.Subject)
	msg.SetMessageIDWithValue(m.ID + "@" + s.cfg.Host)
	msg.SetDate()
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetBodyString(mail.TypeTextPlain, m.Body)
	return msg, nil
}

func (s *Mailer) options() []mail.Option {
	opts := []mail.Option{
		mail.WithPort(s.cfg.Port),
		mail.WithTLSPolicy(tlsPolicy[s.cfg.TLS]),
		mail.WithTimeout(s.cfg.Timeout),
	}
	if s.cfg.User != "" {
		opts = append(opts, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover),
			mail.WithUsername(s.cfg.User), mail.WithPassword(s.cfg.Password))
	}
	return opts
}

// classify tells a refusal by the server for good (5xx) from everything that may pass.
func classify(err error) error {
	if err == nil {
		return nil
	}
	var sent *mail.SendError
	if errors.As(err, &sent) && !sent.IsTemp() && sent.ErrorCode() >= 500 {
		return fault.Wrap(err, fault.Invalid, "notify.refused", sent.ErrorCode())
	}
	return fault.Wrap(err, fault.Unavailable, "notify.unreachable")
}

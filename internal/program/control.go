package program

import (
	"context"
	"time"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// Control is the little that a command may write: on a database that it opened itself, or
// through the server that has it open.
type Control interface {
	Token(ctx context.Context, r TokenRequest) (string, error)
	Password(ctx context.Context, r PasswordRequest) (i18n.Text, error)
	Import(ctx context.Context, r ImportRequest) (app.OrgImport, error)
}

// TokenRequest asks for a bearer token of today's holder of a post.
type TokenRequest struct {
	Post string
	Name string
	Days int
}

// PasswordRequest gives the person of a login a new password.
type PasswordRequest struct {
	Login    string
	Password string
}

// ImportRequest brings the tables of an organisation in, or only tells what they would do.
type ImportRequest struct {
	District int32
	Preview  bool
	Files    []app.OrgFile
}

// Local does the work in this process.
type Local struct{ App *app.App }

// Token makes a token and gives its secret, which is shown once.
func (l Local) Token(ctx context.Context, r TokenRequest) (string, error) {
	return l.App.IssueToken(ctx, r.Post, r.Name, time.Duration(r.Days)*24*time.Hour)
}

// Password keeps a first password and gives the name of the person who has it now.
func (l Local) Password(ctx context.Context, r PasswordRequest) (i18n.Text, error) {
	return l.App.FirstPassword(ctx, r.Login, r.Password)
}

// Import brings tables in, all rows or none.
func (l Local) Import(ctx context.Context, r ImportRequest) (app.OrgImport, error) {
	do := l.App.ImportOrg
	if r.Preview {
		do = l.App.PreviewOrg
	}
	return do(ctx, app.Actor{District: r.District, Mode: record.Program}, r.Files)
}

// Refused is what a running server said no with, in the reader's language.
type Refused struct {
	Text   string `json:"text"`
	Faults int    `json:"faults"` // how many fields, rows or lines are wrong
}

// Error gives the server's words.
func (r *Refused) Error() string { return r.Text }

package app

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
)

// The kinds of credential.
const (
	credPassword = "password"
	credTOTP     = "totp"
	credSpare    = "spare" // one of several codes for when the telephone is away
)

// maxFailures is how many wrong passwords in a row shut a login for lockFor.
const (
	maxFailures = 10
	lockFor     = 15 * time.Minute
)

// SignInForm is what the sign-in page sends.
type SignInForm struct {
	Login    string // employee code, e-mail, telephone, or the key of a post held
	Password string
	Agent    string // browser, for the list of sessions
	Address  string // network address, for the rate limit
}

// SignedIn is the outcome of a step of signing in.
type SignedIn struct {
	Secret   string // of the cookie
	Code     bool   // the one-time code comes next
	Expires  time.Time
	District int32
	Person   record.ID
}

// SignIn checks a password and starts a session, or the second step where the person has
// a one-time code. Every wrong pair of login and password gets the same answer.
func (a *App) SignIn(ctx context.Context, f SignInForm) (SignedIn, error) {
	now := a.wall()
	login := strings.ToLower(strings.TrimSpace(f.Login))
	bad := fault.New(fault.Invalid, "app.sign_in_wrong")
	if login == "" {
		bad.With("login", "app.login_missing")
	}
	if f.Password == "" {
		bad.With("password", "app.password_missing")
	}
	if err := bad.Any(); err != nil {
		return SignedIn{}, err
	}
	if err := a.doors.allow(f.Address, now); err != nil {
		return SignedIn{}, err
	}
	if err := a.signIns.allow("login:"+login, now); err != nil {
		return SignedIn{}, err
	}
	who, err := a.whose(ctx, login)
	if err != nil {
		return SignedIn{}, err
	}
	creds, err := a.db.Reader().Credentials(ctx, who)
	if err != nil {
		return SignedIn{}, err
	}
	if err := a.checkPassword(ctx, who, creds, f.Password); err != nil {
		return SignedIn{}, err
	}
	_, code := credential(creds, credTOTP)
	return a.startSession(ctx, who, sessionData{Agent: clip(f.Agent, 200), Address: f.Address, Pending: code})
}

// whose finds the person of a login in any district served; the zero key is nobody.
func (a *App) whose(ctx context.Context, login string) (record.Key, error) {
	for _, district := range a.served() {
		o, err := a.office(ctx, district)
		if err != nil {
			return record.Key{}, err
		}
		if id := personByLogin(o.org, login, a.today()); id != 0 {
			return record.Key{District: district, ID: id}, nil
		}
	}
	return record.Key{}, nil
}

func personByLogin(o *org.Org, login string, day calendar.Date) record.ID {
	phone := digitsOnly(login)
	for _, p := range o.Rows().Persons {
		if strings.EqualFold(p.Key, login) || p.Email != "" && strings.EqualFold(p.Email, login) ||
			len(phone) >= 10 && digitsOnly(p.Phone) == phone {
			return p.ID
		}
	}
	if post := o.ByKey(record.Post, login); post != 0 {
		if held := o.Holder(post, day); !held.Vacant {
			return held.Person
		}
	}
	return 0
}

func digitsOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, i18n.Digits(s, false))
}

func credential(creds []store.Credential, kind string) (store.Credential, bool) {
	for _, c := range creds {
		if c.Kind == kind {
			return c, true
		}
	}
	return store.Credential{}, false
}

func (a *App) checkPassword(ctx context.Context, who record.Key, creds []store.Credential, password string) error {
	now := calendar.At(a.wall())
	c, _ := credential(creds, credPassword)
	if c.Locked > now {
		f := fault.New(fault.TooMany, "app.login_locked", int(c.Locked.Sub(now)/time.Minute)+1)
		f.Wait = int(c.Locked.Sub(now)/time.Second) + 1
		return f
	}
	ok, err := a.hasher.check(ctx, password, string(c.Secret))
	if err != nil {
		return err
	}
	if c.Person == 0 {
		return fault.New(fault.Invalid, "app.sign_in_no")
	}
	if ok && c.Failures == 0 {
		return nil
	}
	c.Failures, c.Locked = c.Failures+1, 0
	if ok {
		c.Failures, c.Used = 0, now
	} else if c.Failures >= maxFailures {
		c.Failures, c.Locked = 0, now.Add(lockFor)
	}
	if err := a.db.Update(func(tx *store.Tx) error { return tx.CredentialPut(c) }); err != nil || ok {
		return err
	}
	return fault.New(fault.Invalid, "app.sign_in_no")
}

// startSession saves a session. A pending one opens nothing but the second step.
func (a *App) startSession(ctx context.Context, who record.Key, data sessionData) (SignedIn, error) {
	now := calendar.At(a.wall())
	life := sessionLife
	if data.Pending {
		life = secondStep
	}
	post, err := a.firstPost(ctx, who)
	if err != nil {
		return SignedIn{}, err
	}
	raw, err := json.Marshal(data)
	if err != nil {
		return SignedIn{}, err
	}
	secret := newSecret()
	s := store.Session{Digest: digest(secret), District: who.District, Person: who.ID, Post: post,
		Created: now, Seen: now, Expires: now.Add(life), Data: raw}
	if err := a.db.Update(func(tx *store.Tx) error { return tx.SessionPut(s) }); err != nil {
		return SignedIn{}, err
	}
	return SignedIn{Secret: secret, Code: data.Pending, Expires: s.Expires.Time(), District: who.District, Person: who.ID}, nil
}

// firstPost is the post a session begins in: the substantive one, else any. Who holds none
// today cannot come in.
func (a *App) firstPost(ctx context.Context, who record.Key) (record.ID, error) {
	o, err := a.office(ctx, who.District)
	if err != nil {
		return 0, err
	}
	charges := o.org.PostsOf(who.ID, a.today())
	if len(charges) == 0 {
		return 0, fault.New(fault.Forbidden, "app.no_post")
	}
	return charges[0].Post, nil
}

// SecondStep takes the one-time code and opens the session that SignIn left pending. A
// code that was used once is not taken again.
func (a *App) SecondStep(ctx context.Context, secret, code string) (SignedIn, error) {
	now := a.wall()
	s, ok, err := a.db.Reader().Session(ctx, digest(secret), calendar.At(now))
	if err != nil {
		return SignedIn{}, err
	}
	if !ok {
		return SignedIn{}, fault.New(fault.Unauthenticated, "app.session_over")
	}
	if err := a.signIns.allow("code:"+s.Digest, now); err != nil {
		return SignedIn{}, err
	}
	who := record.Key{District: s.District, ID: s.Person}
	if err := a.checkCode(ctx, who, code); err != nil {
		return SignedIn{}, err
	}
	var data sessionData
	if err := json.Unmarshal(s.Data, &data); err != nil {
		return SignedIn{}, err
	}
	if err := a.SignOut(secret); err != nil {
		return SignedIn{}, err
	}
	data.Pending = false
	return a.startSession(ctx, who, data)
}

func (a *App) checkCode(ctx context.Context, who record.Key, code string) error {
	creds, err := a.db.Reader().Credentials(ctx, who)
	if err != nil {
		return err
	}
	c, ok := credential(creds, credTOTP)
	if !ok {
		return fault.New(fault.Invalid, "app.code_wrong").With("code", "app.code_wrong")
	}
	if len(digitsOnly(code)) == spareDigits {
		return a.spendSpare(who, creds, code)
	}
	secret, err := a.sealer.open(c.Secret, who.String())
	if err != nil {
		return err
	}
	now := a.wall()
	step := now.Unix() / 30
	if !a.fits(code, string(secret)) || int64(c.Used) >= step {
		return fault.New(fault.Invalid, "app.code_wrong").With("code", "app.code_wrong")
	}
	c.Used = calendar.Instant(step)
	return a.db.Update(func(tx *store.Tx) error { return tx.CredentialPut(c) })
}

// fits reports whether a code is the secret's by the wall clock, half a minute either way.
func (a *App) fits(code, secret string) bool {
	ok, err := totp.ValidateCustom(digitsOnly(code), secret, a.wall(),
		totp.ValidateOpts{Period: 30, Skew: 1, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
	return ok && err == nil
}

// clip cuts a text to at most n bytes at a rune's border.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

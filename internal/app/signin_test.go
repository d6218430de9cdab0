package app

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// signIn tries a password for a login of the sample district.
func signIn(t *testing.T, a *App, login, password string) (SignedIn, error) {
	t.Helper()
	return a.SignIn(context.Background(), SignInForm{Login: login, Password: password, Agent: "test", Address: "127.0.0.1"})
}

func TestSigningInByPostEmailAndWrongPassword(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, _ := filesApp(t, db)
		ctx := context.Background()
		if err := a.SetPassword(ctx, 218, "dm_saran", "पासवर्ड-2026"); err != nil {
			t.Fatal(err)
		}
		in, err := signIn(t, a, "DM_Saran ", "पासवर्ड-2026")
		if err != nil {
			t.Fatal(err)
		}
		who, err := a.Authenticate(ctx, Credentials{Session: in.Secret})
		if err != nil || who.Person == 0 || who.Post == 0 {
			t.Fatalf("%+v, %v", who, err)
		}
		wrong, nobody := errOf(signIn(t, a, "dm_saran", "गलत")), errOf(signIn(t, a, "no_such_post", "गलत"))
		if wrong == nil || nobody == nil || wrong.Key != nobody.Key {
			t.Errorf("a wrong password says %v, an unknown login %v", wrong, nobody)
		}
		if err := a.SignOut(in.Secret); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Authenticate(ctx, Credentials{Session: in.Secret}); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("after signing out: %v", err)
		}
	})
}

func TestTenWrongPasswordsShutTheLogin(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, _ := filesApp(t, db)
		if err := a.SetPassword(context.Background(), 218, "ddc_saran", "पासवर्ड-2026"); err != nil {
			t.Fatal(err)
		}
		now := time.Date(2026, 2, 24, 11, 0, 0, 0, time.UTC)
		a.wall = func() time.Time { now = now.Add(10 * time.Second); return now }
		for range maxFailures {
			if _, err := signIn(t, a, "ddc_saran", "गलत पासवर्ड"); !fault.Is(err, fault.Invalid) {
				t.Fatalf("a wrong password: %v", err)
			}
		}
		if _, err := signIn(t, a, "ddc_saran", "पासवर्ड-2026"); !fault.Is(err, fault.TooMany) {
			t.Errorf("the right password after ten wrong ones: %v", err)
		}
		now = now.Add(lockFor)
		if _, err := signIn(t, a, "ddc_saran", "पासवर्ड-2026"); err != nil {
			t.Errorf("after the lock: %v", err)
		}
	})
}

func TestACodeIsAskedAndTakenOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, _ := filesApp(t, db)
		ctx := context.Background()
		if err := a.SetPassword(ctx, 218, "cs_saran", "पासवर्ड-2026"); err != nil {
			t.Fatal(err)
		}
		who, err := a.ActorOf(ctx, 218, "cs_saran")
		if err != nil {
			t.Fatal(err)
		}
		secret, picture, err := a.NewCode(ctx, who)
		if err != nil || !strings.HasPrefix(string(picture), "\x89PNG") {
			t.Fatalf("%d bytes of picture, %v", len(picture), err)
		}
		code, err := totp.GenerateCode(secret, a.wall())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.KeepCode(who, secret, "000000"); code != "000000" && !fault.Is(err, fault.Invalid) {
			t.Errorf("a wrong code was kept: %v", err)
		}
		spare, err := a.KeepCode(who, secret, code)
		if err != nil || len(spare) != spareCodes {
			t.Fatal(len(spare), err)
		}
		in, err := signIn(t, a, "cs_saran", "पासवर्ड-2026")
		if err != nil || !in.Code {
			t.Fatalf("%+v, %v", in, err)
		}
		if _, err := a.Authenticate(ctx, Credentials{Session: in.Secret}); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("a session without its code opens: %v", err)
		}
		done, err := a.SecondStep(ctx, in.Secret, code)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.Authenticate(ctx, Credentials{Session: done.Secret}); err != nil {
			t.Error(err)
		}
		again, err := signIn(t, a, "cs_saran", "पासवर्ड-2026")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.SecondStep(ctx, again.Secret, code); !fault.Is(err, fault.Invalid) {
			t.Errorf("the same code opened twice: %v", err)
		}
	})
}

func TestSpareCodeOpensOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, _ := filesApp(t, db)
		ctx := context.Background()
		if err := a.SetPassword(ctx, 218, "cs_saran", "पासवर्ड-2026"); err != nil {
			t.Fatal(err)
		}
		who, err := a.ActorOf(ctx, 218, "cs_saran")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.NewSpares(ctx, who, "पासवर्ड-2026"); !fault.Is(err, fault.Refused) {
			t.Errorf("spare codes without a sign-in code: %v", err)
		}
		secret, _, _ := a.NewCode(ctx, who)
		code, _ := totp.GenerateCode(secret, a.wall())
		first, err := a.KeepCode(who, secret, code)
		if err != nil {
			t.Fatal(err)
		}
		second := func(code string) error {
			in, err := signIn(t, a, "cs_saran", "पासवर्ड-2026")
			if err != nil {
				t.Fatal(err)
			}
			_, err = a.SecondStep(ctx, in.Secret, code)
			return err
		}
		if err := second(i18n.Digits(first[3], true)); err != nil {
			t.Errorf("a spare code in Devanagari figures: %v", err)
		}
		if err := second(first[3]); !fault.Is(err, fault.Invalid) {
			t.Errorf("a spare code opened twice: %v", err)
		}
		if v, _ := a.Account(ctx, who); v.Spares != spareCodes-1 {
			t.Errorf("%d are left", v.Spares)
		}
		if _, err := a.NewSpares(ctx, who, "गलत"); !fault.Is(err, fault.Invalid) {
			t.Errorf("new ones without the password: %v", err)
		}
		if _, err := a.NewSpares(ctx, who, "पासवर्ड-2026"); err != nil {
			t.Fatal(err)
		}
		if err := second(first[4]); !fault.Is(err, fault.Invalid) {
			t.Errorf("an old spare code still opens: %v", err)
		}
		creds, _ := db.Reader().Credentials(ctx, record.Key{District: 218, ID: who.Person})
		for _, c := range creds {
			if strings.Contains(string(c.Secret), digitsOnly(first[0])) {
				t.Error("a spare code lies in the database")
			}
		}
	})
}

func TestPaceIsHeldForEachPerson(t *testing.T) {
	a, _ := filesApp(t, storetest.SQLite(t))
	one, two := Actor{District: 218, Person: 7}, Actor{District: 218, Person: 8}
	var err error
	for range UsualPaces()[Uploads].Burst + 1 {
		err = a.Admit(one, "10.0.0.1", Uploads)
	}
	if f := fault.As(err); f == nil || f.Kind != fault.TooMany || f.Wait < 1 {
		t.Errorf("the burst never ends: %v", err)
	}
	if a.Admit(two, "10.0.0.1", Uploads) != nil || a.Admit(one, "10.0.0.1", Writes) != nil {
		t.Error("another person, or another use, waits too")
	}
}

func errOf(_ SignedIn, err error) *fault.Fault { return fault.As(err) }

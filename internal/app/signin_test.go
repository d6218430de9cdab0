package app

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"github.com/anupalan/anupalan/internal/fault"
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
		if err := a.KeepCode(who, secret, "000000"); code != "000000" && !fault.Is(err, fault.Invalid) {
			t.Errorf("a wrong code was kept: %v", err)
		}
		if err := a.KeepCode(who, secret, code); err != nil {
			t.Fatal(err)
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

func errOf(_ SignedIn, err error) *fault.Fault { return fault.As(err) }

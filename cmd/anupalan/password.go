package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/program"
)

type passwordCmd struct {
	database
	Login string `required:"" placeholder:"NAME" help:"${help_password_login}"`
}

// Run gives a person a password without an old one: the first of a newcomer, or a new one
// for whoever forgot it. It never stands on the command line, where others could see it.
func (c *passwordCmd) Run(g *globals) error {
	if err := c.exists(); err != nil {
		return err
	}
	password, err := typedPassword(g, os.Stdin)
	if err != nil {
		return err
	}
	return c.control(g, func(ctx context.Context, to program.Control) error {
		name, err := to.Password(ctx, program.PasswordRequest{Login: c.Login, Password: password})
		if err == nil {
			g.say(i18n.Text{Hi: "%s का पासवर्ड रखा गया; पुराने सत्र समाप्त हुए।", En: "The password of %s is set; earlier sessions are over."}, name.In(g.Lang))
		}
		return err
	})
}

// typedPassword asks twice at a terminal, without showing what is typed, and takes the
// first line of anything else.
func typedPassword(g *globals, in *os.File) (string, error) {
	if !term.IsTerminal(int(in.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(in, 4096)).ReadString('\n')
		if err != nil && err != io.EOF {
			return "", err
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	first, err := unseen(g, in, i18n.Text{Hi: "नया पासवर्ड: ", En: "New password: "})
	if err != nil {
		return "", err
	}
	again, err := unseen(g, in, i18n.Text{Hi: "फिर से: ", En: "Again: "})
	if err == nil && again != first {
		err = fault.New(fault.Invalid, "command.passwords_differ")
	}
	return first, err
}

func unseen(g *globals, in *os.File, ask i18n.Text) (string, error) {
	fmt.Fprint(g.Err, ask.In(g.Lang))
	typed, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(g.Err)
	return string(typed), err
}

package main

import (
	"context"
	"fmt"
	"time"

	"github.com/anupalan/anupalan/internal/app"
)

type tokenCmd struct {
	database
	Post string `required:"" placeholder:"KEY" help:"${help_token_post}"`
	Name string `default:"cli" help:"${help_token_name}"`
	Days int    `default:"30" help:"${help_token_days}"`
}

// Run prints a bearer token of today's holder of a post. It can be used with a server
// that has the database open, because only one row is added.
func (c *tokenCmd) Run(g *globals) error {
	ctx := context.Background()
	return c.withApp(ctx, func(a *app.App) error {
		secret, err := a.IssueToken(ctx, c.Post, c.Name, time.Duration(c.Days)*24*time.Hour)
		if err != nil {
			return err
		}
		fmt.Fprintln(g.Out, secret)
		return nil
	})
}

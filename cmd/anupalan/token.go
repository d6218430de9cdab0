package main

import (
	"context"
	"fmt"

	"github.com/anupalan/anupalan/internal/program"
)

type tokenCmd struct {
	database
	Post string `required:"" placeholder:"KEY" help:"${help_token_post}"`
	Name string `default:"cli" help:"${help_token_name}"`
	Days int    `default:"30" help:"${help_token_days}"`
}

// Run prints a bearer token of today's holder of a post, and nothing else.
func (c *tokenCmd) Run(g *globals) error {
	if err := c.exists(); err != nil {
		return err
	}
	return c.control(g, func(ctx context.Context, to program.Control) error {
		secret, err := to.Token(ctx, program.TokenRequest{Post: c.Post, Name: c.Name, Days: c.Days})
		if err == nil {
			fmt.Fprintln(g.Out, secret)
		}
		return err
	})
}

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/anupalan/anupalan/bench"
)

type benchCmd struct {
	DB      string        `name:"db" placeholder:"postgres://…" help:"${help_bench_db}"`
	Matters int           `default:"100000" help:"${help_bench_matters}"`
	For     time.Duration `default:"5s" help:"${help_bench_for}"`
	JSON    bool          `name:"json" help:"${help_bench_json}"`
}

// Run measures the product beside the bare driver on a fresh database and prints ratios.
func (c *benchCmd) Run(g *globals) error {
	restCollector()
	dir, err := os.MkdirTemp("", "anupalan-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := os.Executable()
	if err != nil {
		return err
	}
	result, err := bench.Run(context.Background(), bench.Options{DB: c.DB, Dir: dir, Matters: c.Matters, For: c.For, Program: program},
		func(f bench.Figure) { fmt.Fprintln(g.Err, f) })
	if err != nil {
		return err
	}
	if c.JSON {
		out := json.NewEncoder(g.Out)
		out.SetIndent("", "  ")
		return out.Encode(result)
	}
	return result.Write(g.Out)
}

// Command anupalan follows through what a district has decided: it serves the pages
// and the JSON interface, reads proceedings, checks packs and looks after the database.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Exit codes, the same for every command.
const (
	exitOK     = 0
	exitFailed = 1 // the work was tried and failed
	exitUsage  = 2 // the command line was wrong
	exitFaults = 3 // what was given has faults, each printed
)

// globals are what every command is given.
type globals struct {
	Lang i18n.Lang
	Out  io.Writer
	Err  io.Writer
}

// say prints one line in the reader's language.
func (g *globals) say(t i18n.Text, args ...any) {
	fmt.Fprintf(g.Out, t.In(g.Lang)+"\n", args...)
}

// note says what is no result: it goes beside the output, so that a pipe carries the result alone.
func (g *globals) note(t i18n.Text, args ...any) {
	for i, a := range args {
		if err, ok := a.(error); ok {
			args[i] = explained(g.Lang, err)
		}
	}
	fmt.Fprintf(g.Err, t.In(g.Lang)+"\n", args...)
}

// faultsError says that faults were found and printed already.
type faultsError struct{ n int }

func (e faultsError) Error() string { return fmt.Sprintf("%d faults", e.n) }

type commands struct {
	LangFlag string `name:"lang" placeholder:"hi|en" help:"${help_lang}"`
	commandSet
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, os.Getenv))
}

func run(args []string, out, errOut io.Writer, env func(string) string) int {
	lang := language(args, env)
	var cmd commands
	exited := -1
	parser, err := kong.New(&cmd,
		kong.Name("anupalan"),
		kong.Description(about.In(lang)),
		kong.Writers(out, errOut),
		kong.Exit(func(code int) { exited = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Help(wordedHelp(lang)),
		kong.NamedMapper("database", kong.MapperFunc(databaseName)),
		kong.PostBuild(func(k *kong.Kong) error {
			k.Model.HelpFlag.Help = help["help_help"].In(lang)
			return nil
		}),
		helpVars(lang),
	)
	if err != nil {
		fmt.Fprintln(errOut, err)
		return exitFailed
	}
	ctx, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintln(errOut, wordedUsage(lang, err.Error()))
		fmt.Fprintln(errOut, usage.In(lang))
		return exitUsage
	}
	return report(lang, errOut, ctx.Run(&globals{Lang: lang, Out: out, Err: errOut}))
}

func report(lang i18n.Lang, errOut io.Writer, err error) int {
	var faults faultsError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &faults):
		return exitFaults
	}
	fmt.Fprintln(errOut, explained(lang, err))
	return exitFailed
}

// explained gives an error in the reader's language: a fault, a file that the system does
// not give, or whatever it says itself, such as a server's refusal.
func explained(lang i18n.Lang, err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return i18n.Explain(lang, f)
	}
	file, ok := errors.AsType[*fs.PathError](err)
	if !ok {
		return err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return i18n.Message(lang, "command.file_missing", file.Path)
	case errors.Is(err, fs.ErrPermission):
		return i18n.Message(lang, "command.file_forbidden", file.Path)
	}
	return i18n.Message(lang, "command.file_failed", file.Path, file.Err.Error())
}

// language is --lang if given, else the locale, else Hindi. The locales C and POSIX name no
// language; a container has them without anybody's choice.
func language(args []string, env func(string) string) i18n.Lang {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return i18n.ParseLang(v)
		}
		if a == "--lang" && i+1 < len(args) {
			return i18n.ParseLang(args[i+1])
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v, _, _ := strings.Cut(env(name), "."); v != "" && v != "C" && v != "POSIX" {
			return i18n.ParseLang(v)
		}
	}
	return i18n.Hindi
}

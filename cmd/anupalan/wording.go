package main

import (
	"bytes"
	"io"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/anupalan/anupalan/internal/i18n"
)

// wordedHelp prints help with its headings in the reader's language.
func wordedHelp(lang i18n.Lang) kong.HelpPrinter {
	return func(options kong.HelpOptions, ctx *kong.Context) error {
		var b bytes.Buffer
		to := ctx.Stdout
		ctx.Stdout = &b
		err := kong.DefaultHelpPrinter(options, ctx)
		ctx.Stdout = to
		if err != nil {
			return err
		}
		_, err = io.WriteString(to, worded(lang, b.String()))
		return err
	}
}

func worded(lang i18n.Lang, text string) string {
	if lang == i18n.English {
		return text
	}
	return strings.NewReplacer(
		"Usage: ", "प्रयोग: ",
		"\nFlags:\n", "\nविकल्प:\n",
		"\nCommands:\n", "\nकमांड:\n",
		"\nArguments:\n", "\nदी जाने वाली वस्तुएँ:\n",
		`Run "anupalan <command> --help" for more information on a command.`, `किसी कमांड की सहायता: anupalan <command> --help`,
	).Replace(text)
}

// wordedUsage says in the reader's language what is wrong with a command line; what is not
// known here stays as the parser says it.
func wordedUsage(lang i18n.Lang, text string) string {
	if lang == i18n.English {
		return text
	}
	for _, w := range [...]struct{ english, hindi string }{
		{`^missing flags: (.+)$`, "यह भी चाहिए: $1"},
		{`^missing positional arguments (.+)$`, "यह भी चाहिए: $1"},
		{`^unknown flag (\S+), did you mean (?:one of )?(.+)\?$`, "$1 नाम का कोई विकल्प नहीं है; क्या $2 लिखना था?"},
		{`^unknown flag (\S+)$`, "$1 नाम का कोई विकल्प नहीं है"},
		{`^unexpected argument (.+), did you mean (?:one of )?(.+)\?$`, "\"$1\" यहाँ नहीं चलता; क्या $2 लिखना था?"},
		{`^unexpected argument (.+)$`, "\"$1\" यहाँ नहीं चलता"},
		{`^expected one of (.+)$`, "इनमें से एक चाहिए: $1"},
		{`^expected "(.+)"$`, "यह भी चाहिए: $1"},
		{`^(\S+) must be one of (.+) but got (.+)$`, "$1 में $2 में से एक चाहिए, $3 नहीं"},
		{`^(\S+): expected .+ but got "EOL".*$`, "$1 का मान नहीं दिया गया"},
		{`^(\S+): expected duration but got "([^"]*)".*$`, "$1: \"$2\" अवधि नहीं है; जैसे 5s, 2m"},
		{`^(\S+): expected an? .*int but got "([^"]*)".*$`, "$1: \"$2\" संख्या नहीं है"},
	} {
		if re := regexp.MustCompile(w.english); re.MatchString(text) {
			return re.ReplaceAllString(text, w.hindi)
		}
	}
	return text
}

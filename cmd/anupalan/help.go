package main

import (
	"github.com/alecthomas/kong"

	"github.com/anupalan/anupalan/internal/i18n"
)

// commandSet lists the subcommands in the order in which help shows them.
type commandSet struct {
	Read ReadCmd `cmd:"" help:"${help_read}"`
}

var about = i18n.Text{
	Hi: "अनुपालन: बैठक में जो तय हुआ, उसे पूरा कराने का साधन।",
	En: "Anupalan: doing what was decided. It follows every direction of a review meeting to checked compliance.",
}

var usage = i18n.Text{
	Hi: "सहायता: anupalan --help",
	En: "For help: anupalan --help",
}

// help holds the words of --help, both languages in one entry; a command's tag names
// one as ${help_…}.
var help = map[string]i18n.Text{
	"help_lang":        {Hi: "भाषा: hi या en (न दें तो सिस्टम की भाषा)", En: "language: hi or en (default: the system's)"},
	"help_read":        {Hi: "कार्यवाही के पाठ से निर्देश निकालें", En: "propose the directives of proceedings"},
	"help_read_date":   {Hi: "बैठक की तिथि (न दें तो पाठ से)", En: "day of the meeting (default: from the text)"},
	"help_read_state":  {Hi: "राज्य: bihar, up, mp, rajasthan", En: "State: bihar, up, mp, rajasthan"},
	"help_read_format": {Hi: "table या json", En: "table or json"},
	"help_read_out":    {Hi: "इस फ़ोल्डर में हर फ़ाइल का परिणाम लिखें", En: "write the result of each file into this folder"},
	"help_read_file":   {Hi: "पाठ फ़ाइलें (UTF-8)", En: "text files (UTF-8)"},
	"help_db":          {Hi: "डेटाबेस: फ़ाइल का नाम या postgres://… पता", En: "database: a file name or a postgres://… address"},
}

func helpVars(lang i18n.Lang) kong.Vars {
	vars := kong.Vars{}
	for key, text := range help {
		vars[key] = text.In(lang)
	}
	return vars
}

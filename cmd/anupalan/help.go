package main

import (
	"github.com/alecthomas/kong"

	"github.com/anupalan/anupalan/internal/i18n"
)

// commandSet lists the subcommands in the order in which help shows them.
type commandSet struct {
	Demo     demoCmd     `cmd:"" help:"${help_demo}"`
	Serve    serveCmd    `cmd:"" help:"${help_serve}"`
	Import   ImportCmd   `cmd:"" help:"${help_import}"`
	Password passwordCmd `cmd:"" help:"${help_password}"`
	Token    tokenCmd    `cmd:"" help:"${help_token}"`
	Read     ReadCmd     `cmd:"" help:"${help_read}"`
	Packs    PacksCmd    `cmd:"" help:"${help_packs}"`
	Audit    auditCmd    `cmd:"" help:"${help_audit}"`
	Backup   backupCmd   `cmd:"" help:"${help_backup}"`
	Restore  restoreCmd  `cmd:"" help:"${help_restore}"`
	Migrate  migrateCmd  `cmd:"" help:"${help_migrate}"`
	Bench    benchCmd    `cmd:"" help:"${help_bench}"`
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
	"help_lang":           {Hi: "भाषा: hi या en (न दें तो सिस्टम की भाषा)", En: "language: hi or en (default: the system's)"},
	"help_read":           {Hi: "कार्यवाही के पाठ से निर्देश निकालें", En: "propose the directives of proceedings"},
	"help_read_date":      {Hi: "बैठक की तिथि (न दें तो पाठ से)", En: "day of the meeting (default: from the text)"},
	"help_read_state":     {Hi: "राज्य: bihar, up, mp, rajasthan", En: "State: bihar, up, mp, rajasthan"},
	"help_read_format":    {Hi: "table या json", En: "table or json"},
	"help_read_out":       {Hi: "इस फ़ोल्डर में हर फ़ाइल का परिणाम लिखें", En: "write the result of each file into this folder"},
	"help_import":         {Hi: "तालिकाएँ ज़िले में लाएँ", En: "bring tables into a district"},
	"help_import_org":     {Hi: "स्थान, विभाग, पद, पदाधिकारी (CSV या XLSX); --db न दें तो केवल जाँच", En: "places, departments, posts, officers (CSV or XLSX); without --db only checked"},
	"help_import_file":    {Hi: "तालिकाएँ, किसी भी क्रम में", En: "tables, in any order"},
	"help_district":       {Hi: "ज़िले का एलजीडी कोड (न दें तो फ़ाइलों से)", En: "LGD code of the district (default: from the files)"},
	"help_preview":        {Hi: "केवल बताएँ कि क्या बदलेगा", En: "only tell what would change"},
	"help_packs":          {Hi: "पैक जाँचें और सँवारें", En: "check and lay out packs"},
	"help_packs_check":    {Hi: "पैक सिद्ध करें और उनके उदाहरण चलाएँ", En: "prove packs and play their examples"},
	"help_packs_fmt":      {Hi: "पंक्तियाँ और खाली जगह सँवारें", En: "set lines and spaces"},
	"help_packs_file":     {Hi: "पैक की फ़ाइलें (न दें तो packs/systems की सब)", En: "pack files (default: all of packs/systems)"},
	"help_packs_acts":     {Hi: "जो कार्य किसी उदाहरण में नहीं, वे भी दिखाएँ", En: "also list acts that no example takes"},
	"help_packs_pins":     {Hi: "हर संस्करण का हैश दिखाएँ", En: "print the hash of each revision"},
	"help_packs_list":     {Hi: "केवल नाम दिखाएँ, फ़ाइल न बदलें", En: "only list the files, change nothing"},
	"help_read_file":      {Hi: "पाठ फ़ाइलें (UTF-8)", En: "text files (UTF-8)"},
	"help_demo":           {Hi: "नमूना ज़िला बनाएँ और चलाएँ; और कुछ नहीं चाहिए", En: "make a sample district and serve it; nothing else is needed"},
	"help_demo_dir":       {Hi: "नमूने का फ़ोल्डर", En: "folder of the sample"},
	"help_addr":           {Hi: "सुनने का पता", En: "address to listen at"},
	"help_serve":          {Hi: "पृष्ठ और JSON इंटरफ़ेस चलाएँ", En: "serve the pages and the JSON interface"},
	"help_secure":         {Hi: "https के पीछे: कुकी केवल उसी पर", En: "behind https: cookies go over it only"},
	"help_smtp_host":      {Hi: "मेल सर्वर", En: "mail server"},
	"help_smtp_port":      {Hi: "मेल सर्वर का पोर्ट", En: "port of the mail server"},
	"help_smtp_from":      {Hi: "भेजने वाला पता", En: "sender's address"},
	"help_smtp_user":      {Hi: "मेल सर्वर का उपयोगकर्ता", En: "user at the mail server"},
	"help_smtp_password":  {Hi: "पासवर्ड की फ़ाइल", En: "file with the password"},
	"help_smtp_tls":       {Hi: "require, opportunistic या none", En: "require, opportunistic or none"},
	"help_help":           {Hi: "यह सहायता दिखाएँ", En: "show this help"},
	"help_password":       {Hi: "किसी व्यक्ति का नया पासवर्ड रखें (पहला प्रवेश, या भूल जाने पर)", En: "set a person's password (for a first sign-in, or a forgotten one)"},
	"help_password_login": {Hi: "पदाधिकारी कूट, ई-मेल, फ़ोन या पद की कुंजी; पासवर्ड टर्मिनल या मानक इनपुट से", En: "employee code, e-mail, telephone or key of a post; the password comes from the terminal or standard input"},
	"help_token":          {Hi: "JSON इंटरफ़ेस के लिए किसी पद का टोकन छापें", En: "print a bearer token of a post for the JSON interface"},
	"help_token_post":     {Hi: "पद की कुंजी, जैसे bdo_amnour", En: "key of the post, such as bdo_amnour"},
	"help_token_name":     {Hi: "टोकन का नाम", En: "name of the token"},
	"help_token_days":     {Hi: "कितने दिन मान्य", En: "days it is valid"},
	"help_audit":          {Hi: "पंजी की जाँच", En: "look after the log"},
	"help_audit_verify":   {Hi: "पंजी से हर पंक्ति फिर बनाकर मिलाएँ", En: "rebuild every row from the log and compare"},
	"help_backup":         {Hi: "चलते डेटाबेस का जाँचा हुआ बैकअप", En: "write a checked backup of a running database"},
	"help_backup_file":    {Hi: "बैकअप की फ़ाइल", En: "file of the backup"},
	"help_restore":        {Hi: "बैकअप से नया डेटाबेस बनाएँ", En: "make a new database out of a backup"},
	"help_migrate":        {Hi: "डेटाबेस की संरचना अद्यतन करें", En: "bring the schema of a database up to date"},
	"help_bench":          {Hi: "कार्यक्रम को खाली ड्राइवर के साथ मापें", En: "measure the program beside the bare driver"},
	"help_bench_db":       {Hi: "खाली PostgreSQL डेटाबेस (न दें तो अस्थायी फ़ाइल)", En: "an empty PostgreSQL database (default: a temporary file)"},
	"help_bench_matters":  {Hi: "पहले भरे जाने वाले प्रकरण", En: "matters filled in before"},
	"help_bench_for":      {Hi: "हर माप की अवधि", En: "length of each measurement"},
	"help_bench_json":     {Hi: "परिणाम JSON में", En: "print JSON"},
	"help_db":             {Hi: "डेटाबेस: फ़ाइल का नाम या postgres://… पता", En: "database: a file name or a postgres://… address"},
}

func helpVars(lang i18n.Lang) kong.Vars {
	vars := kong.Vars{}
	for key, text := range help {
		vars[key] = text.In(lang)
	}
	return vars
}

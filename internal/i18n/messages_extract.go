package i18n

// messagesExtract are the remarks of the reader of proceedings and the faults of its files and tables.
var messagesExtract = map[string]Text{
	"extract.owner_missing":        {Hi: "किसे करना है, यह पाठ में नहीं मिला", En: "the text does not say who is to act"},
	"extract.owner_carried":        {Hi: "पद पिछले वाक्य से लिया गया", En: "the post is taken from the sentence before"},
	"extract.owner_from_heading":   {Hi: "पद शीर्षक से लिया गया", En: "the post is taken from the heading"},
	"extract.owner_audience":       {Hi: "पद बैठक के श्रोताओं से लिया गया", En: "the post is that of the meeting's audience"},
	"extract.post_unknown":         {Hi: "पद सूची में नहीं मिला", En: "post not found in the list"},
	"extract.verb_weak":            {Hi: "क्रिया से आदेश स्पष्ट नहीं", En: "the verb does not clearly ask"},
	"extract.verb_future":          {Hi: "भविष्य काल: निर्देश है या कार्यक्रम, देख लें", En: "future tense: check whether it directs or announces"},
	"extract.conditional":          {Hi: "शर्त के साथ है", En: "it holds on a condition"},
	"extract.long_sentence":        {Hi: "वाक्य बहुत लंबा है", En: "the sentence is very long"},
	"extract.two_dates":            {Hi: "दो तिथियां हैं", En: "two dates"},
	"extract.impossible_date":      {Hi: "ऐसी कोई तिथि नहीं होती", En: "there is no such date"},
	"extract.before_meeting":       {Hi: "तिथि बैठक से पहले की है", En: "the date lies before the meeting"},
	"extract.year_missing":         {Hi: "वर्ष नहीं लिखा है", En: "the year is not said"},
	"extract.range_backwards":      {Hi: "अवधि का अंत आरंभ से पहले है", En: "the range ends before it starts"},
	"extract.meeting_date_missing": {Hi: "बैठक की तिथि पाठ में नहीं मिली", En: "the text does not give the day of the meeting"},
	"extract.date_differs":         {Hi: "पाठ की तिथि दी गई तिथि से अलग है", En: "the date in the text differs from the one given"},
	"extract.no_directive":         {Hi: "कोई निर्देश नहीं मिला", En: "no directive found"},
	"extract.no_text":              {Hi: "पढ़ने लायक पाठ नहीं मिला", En: "no readable text"},
	"extract.no_lexicon":           {Hi: "पदों की सूची के बिना पढ़ा गया", En: "read without a list of posts"},

	"extract.table":        {Hi: "शब्द-सूची %[1]v में गलती: %[2]v", En: "fault in the word list %[1]v: %[2]v"},
	"extract.flag_date":    {Hi: "--date %[1]v सही तिथि नहीं है; ऐसे लिखें: 2026-03-12", En: "--date %[1]v is no date; write it as 2026-03-12"},
	"extract.out":          {Hi: "%[1]v में लिखा नहीं जा सका: %[2]v", En: "cannot write to %[1]v: %[2]v"},
	"extract.file":         {Hi: "%[1]v पढ़ी नहीं जा सकी: %[2]v", En: "cannot read %[1]v: %[2]v"},
	"extract.file_missing": {Hi: "%[1]v नाम की फ़ाइल नहीं है", En: "there is no file %[1]v"},
	"extract.file_folder":  {Hi: "%[1]v फ़ाइल नहीं, फ़ोल्डर है", En: "%[1]v is a folder, not a file"},
	"extract.file_large":   {Hi: "%[1]v बहुत बड़ी है: %[2]v MB, सीमा %[3]v MB", En: "%[1]v is too large: %[2]v MB, the limit is %[3]v MB"},
	"extract.file_empty":   {Hi: "%[1]v खाली है", En: "%[1]v is empty"},
	"extract.file_binary":  {Hi: "%[1]v में पाठ नहीं है", En: "%[1]v does not hold text"},
}

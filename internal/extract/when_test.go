package extract

import (
	"fmt"
	"testing"
)

// limits holds phrases of time in one frame to what they resolve to; the
// meeting is on Tuesday, 10 March 2026.
func limits(t *testing.T, frame string, cases map[string]string) {
	t.Helper()
	lex := tables(t)
	for phrase, want := range cases {
		text := fmt.Sprintf(frame, phrase)
		res := Read(text, Options{Lexicon: lex, Date: day10(t)})
		if len(res.Directives) != 1 {
			t.Errorf("%s: %d directives", text, len(res.Directives))
			continue
		}
		if got := shown(&res.Directives[0]); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestDayIsReadInEveryWayItIsWritten(t *testing.T) {
	t.Parallel()
	limits(t, "बीडीओ %s सूची दें।", map[string]string{
		"15/3/26 तक": "bdo | date 2026-03-15", "15-मार्च तक": "bdo | date 2026-03-15", "१५.०३.२०२६ तक": "bdo | date 2026-03-15",
		"15-मार्च-2026 तक": "bdo | date 2026-03-15", "दिनांक 15.03 तक": "bdo | date 2026-03-15", "15/03 तक": "bdo | date 2026-03-15",
		"दो अप्रैल से पहले": "bdo | date 2026-04-02", "31 जून तक": "bdo | date", "5 मार्च तक": "bdo | date 2026-03-05",
		"25 तारीख को": "bdo | date 2026-03-25", "आगामी 20 तारीख तक": "bdo | date 2026-03-20", "आगामी माह की 20 तारीख तक": "bdo | date 2026-04-20",
		"इस माह 20 तारीख तक": "bdo | date 2026-03-20", "12 मार्च की बैठक में": "bdo | date 2026-03-12",
	})
}

func TestSpanOfDaysIsARange(t *testing.T) {
	t.Parallel()
	limits(t, "बीडीओ %s शिविर लगाएं।", map[string]string{
		"15 से 20 मार्च तक": "bdo | range 2026-03-15 to 2026-03-20", "15-20 मार्च तक": "bdo | range 2026-03-15 to 2026-03-20",
		"मार्च के अंतिम सप्ताह में":      "bdo | range 2026-03-25 to 2026-03-31",
		"माह अप्रैल के दूसरे सप्ताह में": "bdo | range 2026-04-08 to 2026-04-14",
		"अप्रैल के प्रथम पखवाड़े में":    "bdo | range 2026-04-01 to 2026-04-15",
	})
}

func TestPeriodEndsAsTheCalendarSays(t *testing.T) {
	t.Parallel()
	limits(t, "बीडीओ %s लक्ष्य पूर्ण करें।", map[string]string{
		"माह के अंत तक": "bdo | relative 2026-03-31", "इस तिमाही के अंत तक": "bdo | relative 2026-03-31", "अगली तिमाही तक": "bdo | relative 2026-06-30",
		"वित्तीय वर्ष के अंत तक": "bdo | relative 2026-03-31", "चालू वित्तीय वर्ष में": "bdo | relative 2026-03-31", "वर्षांत तक": "bdo | relative 2026-03-31",
		"इस वित्तीय वर्ष की दूसरी तिमाही के अंत तक": "bdo | relative 2025-09-30", "अगले पखवाड़े में": "bdo | relative 2026-03-25",
	})
}

func TestStretchCountsFromTheMeetingOrAnEvent(t *testing.T) {
	t.Parallel()
	limits(t, "बीडीओ %s सूची दें।", map[string]string{
		"डेढ़ माह में": "bdo | relative 2026-04-24", "साढ़े तीन माह में": "bdo | relative 2026-06-23", "एक-दो दिन में": "bdo | relative 2026-03-12",
		"15 दिन बाद": "bdo | relative 2026-03-25", "अगले एक सप्ताह": "bdo | relative 2026-03-17", "15 दिनों की समय सीमा में": "bdo | relative 2026-03-25",
		"शिविर के सात दिन में": "bdo | relative", "आदेश मिलने के तीन दिन में": "bdo | relative", "तत्पश्चात एक पखवाड़े के अंदर": "bdo | relative",
		"सूचना मिलने के 30 मिनट में": "bdo | relative", "पिछले तीन माह में": "bdo",
	})
}

func TestMomentIsARelativeLimit(t *testing.T) {
	t.Parallel()
	limits(t, "थानाध्यक्ष %s आख्या दें।", map[string]string{
		"होली तक": "sho | relative", "छठ पर्व से पहले": "sho | relative", "स्वतंत्रता दिवस से पूर्व": "sho | relative 2026-08-15",
		"गांधी जयंती तक": "sho | relative 2026-10-02", "ईद के पूर्व": "sho | relative", "सूचना के दिन ही": "sho | relative", "उसी समय": "sho | relative",
		"रिपोर्ट आते ही": "sho | relative", "रात्रि 8 बजे तक": "sho | relative 20:00", "देर शाम तक": "sho | relative 2026-03-10",
		"निर्धारित तिथि तक": "sho | relative", "सुनवाई से पूर्व": "sho | relative",
	})
}

func TestRhythmRecurs(t *testing.T) {
	t.Parallel()
	limits(t, "सीएमओ %s प्रतिवेदन भेजें।", map[string]string{
		"प्रत्येक कार्य दिवस": "cmo | recurring", "प्रत्येक पक्ष में एक बार": "cmo | recurring", "हर दूसरे दिन": "cmo | recurring", "माह के प्रथम सोमवार को": "cmo | recurring month",
		"वर्ष में दो बार": "cmo | recurring", "हर शाम": "cmo | recurring day", "डेली": "cmo | recurring day", "हर सोमवार": "cmo | recurring week",
	})
}

func TestHindiInLatinLettersIsRead(t *testing.T) {
	t.Parallel()
	limits(t, "सीओ %s सूची दें।", map[string]string{
		"3 din mein": "co | relative 2026-03-13", "24 ghante mein": "co | relative 2026-03-11", "kal tak": "co | relative 2026-03-11", "do din mein": "co | relative 2026-03-12",
		"holi se pehle": "co | relative", "har somwar": "co | recurring week", "turant": "co | relative", "teen hafte ke andar": "co | relative 2026-03-31",
	})
}

func TestEnglishLimits(t *testing.T) {
	t.Parallel()
	limits(t, "The SDM shall complete the survey %s.", map[string]string{
		"by EoD": "sdm | relative 2026-03-10", "by COB Friday": "sdm | relative 2026-03-13", "by close of business on Friday": "sdm | relative 2026-03-13",
		"by the end of the day": "sdm | relative 2026-03-10", "by 15/03": "sdm | date 2026-03-15", "by the 20th": "sdm | date 2026-03-20",
		"between 10 and 15 March": "sdm | range 2026-03-10 to 2026-03-15", "without delay": "sdm | relative", "twice a week": "sdm | recurring week",
		"this week": "sdm | relative 2026-03-15", "in the next TL": "sdm | relative", "on priority": "sdm", "by the 5th of every month": "sdm | recurring month",
		"by March 2026": "sdm | date 2026-03-31", "by Gandhi Jayanti": "sdm | relative 2026-10-02",
	})
}

func TestWhatOnlyDescribesIsNoLimit(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"यदि संवेदक द्वारा मार्च तक कार्य आरंभ नहीं किया जाता है, तो बीडीओ एकरारनामा रद्द करें।", []string{"bdo"}},
		{"बीडीओ फाइलेरिया अभियान (10 से 24 अप्रैल) का माइक्रोप्लान 20 मार्च तक दें।", []string{"bdo | date 2026-03-20"}},
		{"बीडीओ शीघ्र सुनवाई का प्रार्थना पत्र लगवाएं।", []string{"bdo"}},
		{"सीओ प्रमाण पत्र 31.03.2026 तक जारी करें।", []string{"co | date 2026-03-31"}},
		{"सीओ 31.03.2026 तक जारी प्रमाण पत्रों की जांच करें।", []string{"co"}},
		{"सीओ अगले तीन दिन में अभियान चलाएं।", []string{"co | relative 2026-03-13"}},
		{"The SDM shall dispose of cases received till 28 February.", []string{"sdm"}},
	})
}

func TestLimitMayStandInAnotherLine(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ सूची तैयार करें। (समय-सीमा: 15 दिन)", []string{"bdo | relative 2026-03-25"}},
		{"बीडीओ सूची तैयार करें।\nसमय-सीमा : 20 मार्च 2026", []string{"bdo | date 2026-03-20"}},
		{"बीडीओ सूची तैयार करें।\nअंतिम तिथि - 20.03.2026", []string{"bdo | date 2026-03-20"}},
		{"The BDO shall prepare the list.\nDue: 20 March", []string{"bdo | date 2026-03-20"}},
		{"निम्न कार्य 20 मार्च तक पूर्ण करने के निर्देश दिए गए:\n1. बीडीओ सूची बनाएं।\n2. सीओ सीमांकन कराएं।", []string{"bdo | date 2026-03-20", "co | date 2026-03-20"}},
		{"क्र. | निर्देश | उत्तरदायी | कब तक\n1 | सूची तैयार करना | बीडीओ | 15 दिवस\n2 | सीमांकन कराना | सीओ | 48 घंटे\n3 | नोटिस देना | सीओ | 31 जून 2026",
			[]string{"bdo | relative 2026-03-25", "co | relative 2026-03-12", "co | date"}},
	})
	lex := tables(t)
	res := Read("1. बीडीओ सूची बनाएं।\n2. सीओ सीमांकन कराएं।\nउपरोक्त सभी कार्य 20 मार्च तक पूर्ण किए जाएं।", Options{Lexicon: lex, Date: day10(t)})
	for i := range res.Directives {
		if got := res.Directives[i].Deadline.End.String(); got != "2026-03-20" {
			t.Errorf("directive %d: %s", i, got)
		}
	}
}

package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
)

// met is the day of the meeting in these tests: Tuesday, 10 March 2026.
const met = "2026-03-10"

func day10(t testing.TB) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(met)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shown gives a directive in one line: keys | deadline | sanction.
func shown(d *Directive) string {
	parts := []string{strings.Join(d.Keys, " ")}
	if l := &d.Deadline; l.Kind != NoDeadline {
		s := l.Kind.String()
		if l.Start != 0 {
			s += " " + l.Start.String() + " to"
		}
		if l.End != 0 {
			s += " " + l.End.String()
		}
		if l.Every != "" {
			s += " " + l.Every
		}
		if l.Clock != "" {
			s += " " + l.Clock
		}
		parts = append(parts, s)
	}
	if d.Sanction != NoSanction {
		parts = append(parts, d.Sanction.String())
	}
	return strings.Join(parts, " | ")
}

// rule is a text and the directives it holds, each as shown.
type rule struct {
	text string
	want []string
}

func hold(t *testing.T, rules []rule) {
	t.Helper()
	lex := tables(t)
	for _, r := range rules {
		res := Read(r.text, Options{Lexicon: lex, Date: day10(t)})
		var got []string
		for i := range res.Directives {
			got = append(got, shown(&res.Directives[i]))
		}
		if fmt.Sprint(got) != fmt.Sprint(r.want) {
			t.Errorf("%s\n got %q\nwant %q", r.text, got, r.want)
		}
	}
}

func TestWhoJoinedTheMeetingIsNotAsked(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"सभी बीडीओ वीडियो कॉन्फ्रेंसिंग से जुड़े।", nil},
		{"सभी बीडीओ वीडियो कॉन्फ्रेंसिंग से जुड़ें।", []string{"bdo"}},
	})
}

func TestCutoffIsNotADeadline(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ 28 फरवरी तक प्राप्त आवेदनों का निस्तारण करें।", []string{"bdo"}},
		{"बीडीओ 28 फरवरी तक के लंबित आवेदन निपटाएं।", []string{"bdo"}},
		{"सीओ 100 दिवस से पुरानी शिकायतें 20 मार्च तक निपटाएं।", []string{"co | date 2026-03-20"}},
		{"बीडीओ वर्ष 2022-23 के पहले की योजनाएं बंद करें।", []string{"bdo"}},
		{"थानाध्यक्ष का वेतन अगले आदेश तक रोकने का निर्देश दिया गया।", []string{"sho | salary_stop"}},
		{"बीडीओ 15 मार्च को आयोजित शिविर की तैयारी पूरी करें।", []string{"bdo"}},
		{"सीओ 20 मार्च तक आवेदन करने वाले किसानों की सूची बनाएं।", []string{"co"}},
	})
}

func TestConverbStaysWithItsVerb(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ विद्यालयों का निरीक्षण कर आख्या दें।", []string{"bdo"}},
		{"सभी बीडीओ को गांवों का भ्रमण करते हुए सूची बनाने का निर्देश दिया गया।", []string{"bdo"}},
		{"सीओ अतिक्रमण हटवाकर प्रतिवेदन भेजें।", []string{"co"}},
	})
}

func TestSanctionIsItsOwnDirective(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"डीएम ने बीडीओ राजापुर से स्पष्टीकरण तलब करते हुए सूची 15 मार्च तक भेजने के निर्देश दिए।", []string{"bdo | explanation", "bdo | date 2026-03-15"}},
		{"बीईओ को शो-कॉज करने का निर्देश जिला शिक्षा पदाधिकारी को दिया गया।", []string{"deo | show_cause"}},
		{"पंचायत सचिवों को कारण बताओ नोटिस जारी किया गया।", []string{"panchayat_secretary | show_cause"}},
		{"दोषी सीओ को चार्जशीट दी जाएगी।", []string{"co | chargesheet"}},
		{"सीडीपीओ का एक दिन का वेतन काटने को कहा।", []string{"cdpo | salary_stop"}},
		{"लापरवाही पर वेतन रोका जाएगा।", nil},
	})
}

func TestCoordinatedActsAreTwo(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ मामले की जांच करें और आख्या 12 मार्च को दें।", []string{"bdo", "bdo | date 2026-03-12"}},
		{"सीओ को कैंप लगाने तथा लगान की वसूली करने का निर्देश दिया गया।", []string{"co", "co"}},
		{"तिथि निर्धारित करने और उसे प्रदर्शित करने को कहा।", []string{"all_concerned"}},
		{"बीडीओ सूची बनाएं, सीओ उसका सत्यापन करें।", []string{"bdo", "co"}},
		{"बीडीओ को सूची बनाने एवं अन्य अपेक्षित कार्रवाई करने को कहा गया।", []string{"bdo"}},
	})
}

func TestRepetitionIsNotCountedAgain(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"डीएम ने सभी बीडीओ को आवास पूर्ण कराने का निर्देश दिया।\n\nडीएम ने सभी बीडीओ को आवास पूर्ण कराने का निर्देश दिया। सीओ लगान वसूलें।", []string{"bdo", "co"}},
		{"बीडीओ 12 मार्च तक सूची दें। बीडीओ 14 मार्च तक सूची दें।", []string{"bdo | date 2026-03-12", "bdo | date 2026-03-14"}},
	})
}

func TestSpeakerIsNotOwner(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"जिलाधिकारी ने सड़कों की मरम्मत कराने के निर्देश दिए।", []string{"all_concerned"}},
		{"कलेक्टर द्वारा सभी एसडीएम को शिविर लगाने के निर्देश दिए गए।", []string{"sdm"}},
		{"डीएम ने सिविल सर्जन से कहा कि दवा की उपलब्धता सुनिश्चित करें।", []string{"civil_surgeon"}},
		{"बीडीओ द्वारा प्रतिदिन स्थल निरीक्षण किया जाए।", []string{"bdo | recurring day"}},
	})
}

func TestHelpersAreNotOwners(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"सीओ थानाध्यक्ष के सहयोग से अतिक्रमण हटाएं।", []string{"co"}},
		{"सिविल सर्जन आशा के माध्यम से सर्वे कराएं।", []string{"civil_surgeon"}},
		{"बीडीओ अपने क्षेत्र में एक नोडल अधिकारी नामित करें।", []string{"bdo"}},
		{"डीपीआरओ प्रतिवेदन जिला पदाधिकारी के समक्ष रखेंगे।", []string{"dpro"}},
		{"सूची पुलिस अधीक्षक को उपलब्ध कराने को अपर समाहर्ता से कहा गया।", []string{"adm"}},
	})
}

func TestAimsThreatsAndZealAreNoDirectives(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"शासन की मंशा है कि पात्रों को समय पर लाभ मिले।", "सभी को योजना का लाभ मिलना चाहिए।", "अधिकारी अभियान को सफल बनाएं।",
		"सभी अधिकारी टीम भावना से कार्य करें।", "बीडीओ कार्य में कोताही न बरतें।", "अधिकारी इसे गंभीरता से लें।",
		"दोषियों के विरुद्ध कार्रवाई होगी।", "स्थिति नहीं सुधरी तो शासन को पत्र भेजा जाएगा।", "लापरवाही बर्दाश्त नहीं की जाएगी।",
		"सभी को आवश्यक दिशा-निर्देश दिए गए।", "सरकार विकास के लिए कृतसंकल्प है।", "आम लोगों को परेशानी न हो।",
	} {
		hold(t, []rule{{s, nil}})
	}
}

func TestPublicIsNotDirected(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"किसान अपनी उपज लेकर समय पर आएं।", "मतदाताओं से अपील है कि वे मतदान करें।", "नागरिक सड़क पर कूड़ा न फेंकें तथा नियमों का पालन करें।",
		"डीएम ने जनता से अनुरोध किया कि अफवाह पर ध्यान न दें।", "Farmers are urged not to burn stubble.", "वाहन चालक हेलमेट पहनें।",
	} {
		hold(t, []rule{{s, nil}})
	}
}

func TestPastAndProgrammeAreNoDirectives(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"पिछली बैठक में बीडीओ को सूची बनाने के निर्देश दिए गए थे।", "15 मार्च को मुख्यमंत्री जिले की समीक्षा करेंगे।", "शिविर का आयोजन 20 मार्च को किया जाएगा।",
		"अब तक 20 केंद्रों का निरीक्षण किया गया है।", "बैठक में सभी बीडीओ उपस्थित रहे।", "उन्होंने बैठक के दौरान ही एक आवेदक से बात करने को कहा।",
		"समिति की बैठक 28 मार्च को होगी।", "कार्य प्रगति पर है।",
	} {
		hold(t, []rule{{s, nil}})
	}
}

func TestDatesAreResolvedAgainstTheMeeting(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ 15.03.2026 तक सूची दें।", []string{"bdo | date 2026-03-15"}},
		{"बीडीओ १५ मार्च तक सूची दें।", []string{"bdo | date 2026-03-15"}},
		{"बीडीओ तीन दिनों के अंदर सूची दें।", []string{"bdo | relative 2026-03-13"}},
		{"बीडीओ तीन कार्य दिवस में सूची दें।", []string{"bdo | relative 2026-03-13"}},
		{"बीडीओ पांच कार्य दिवस में सूची दें।", []string{"bdo | relative 2026-03-17"}},
		{"बीडीओ 24 घंटे के भीतर सूची दें।", []string{"bdo | relative 2026-03-11"}},
		{"बीडीओ एक पखवाड़े में सूची दें।", []string{"bdo | relative 2026-03-25"}},
		{"बीडीओ शुक्रवार तक सूची दें।", []string{"bdo | relative 2026-03-13"}},
		{"बीडीओ मंगलवार तक सूची दें।", []string{"bdo | relative 2026-03-17"}},
		{"बीडीओ कल तक सूची दें।", []string{"bdo | relative 2026-03-11"}},
		{"बीडीओ आज शाम 5 बजे तक सूची दें।", []string{"bdo | relative 2026-03-10 17:00"}},
		{"बीडीओ इसी सप्ताह में सूची दें।", []string{"bdo | relative 2026-03-15"}},
		{"बीडीओ माह के अंत तक सूची दें।", []string{"bdo | relative 2026-03-31"}},
		{"बीडीओ अगले माह की 20 तारीख तक सूची दें।", []string{"bdo | date 2026-04-20"}},
		{"बीडीओ अप्रैल माह के अंत तक सूची दें।", []string{"bdo | date 2026-04-30"}},
		{"बीडीओ मई के पहले सप्ताह में सूची दें।", []string{"bdo | range 2026-05-01 to 2026-05-07"}},
		{"बीडीओ 1 से 15 अप्रैल तक शिविर लगाएं।", []string{"bdo | range 2026-04-01 to 2026-04-15"}},
		{"बीडीओ 10 जनवरी तक सूची दें।", []string{"bdo | date 2026-01-10"}},
		{"बीडीओ 5 अगस्त तक सूची दें।", []string{"bdo | date 2026-08-05"}},
		{"बीडीओ अविलंब सूची दें।", []string{"bdo | relative"}},
		{"बीडीओ अगली बैठक से पहले सूची दें।", []string{"bdo | relative"}},
		{"बीडीओ बरसात शुरू होने से पहले मरम्मत करा लें।", []string{"bdo | relative"}},
		{"कोई भी आवेदन 30 दिन से अधिक लंबित न रहे।", []string{"all_concerned | relative"}},
	})
}

func TestHoursFromAnEventAreNotComputed(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"समिति प्रबंधक क्रय के 48 घंटे में भुगतान करें।", []string{"society_manager | relative"}},
		{"बीडीओ शिकायत मिलने के तीन दिन के भीतर जांच करें।", []string{"bdo | relative"}},
		{"कार्यपालक अभियंता, विद्युत जले ट्रांसफार्मर 72 घंटे में बदलें।", []string{"ee_electricity | relative"}},
	})
}

func TestRecurringHasItsRhythm(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ प्रतिदिन निरीक्षण करें।", []string{"bdo | recurring day"}},
		{"बीडीओ हर सप्ताह शुक्रवार तक प्रतिवेदन दें।", []string{"bdo | recurring week"}},
		{"बीडीओ रोज शाम 6 बजे तक प्रतिवेदन दें।", []string{"bdo | recurring day 18:00"}},
		{"बीडीओ प्रति माह 20 तारीख तक प्रतिवेदन दें।", []string{"bdo | recurring month"}},
		{"बीडीओ नियमित निरीक्षण करें।", []string{"bdo | recurring"}},
		{"थानाध्यक्ष रात को गश्त करें।", []string{"sho | recurring"}},
		{"सीओ सप्ताह में दो दिन न्यायालय चलाएं।", []string{"co | recurring week"}},
		{"SDMs shall hold court every Friday.", []string{"sdm | recurring week"}},
	})
}

func TestDoubtfulDatesAreFlaggedNotGuessed(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for text, code := range map[string]string{
		"बीडीओ 31.02.2026 तक सूची दें।":                   "impossible_date",
		"बीडीओ 31.04.26 तक सूची दें।":                     "impossible_date",
		"बीडीओ 5 मार्च तक सूची दें।":                      "before_meeting",
		"बीडीओ 01.03.2026 तक सूची दें।":                   "before_meeting",
		"बीडीओ 20 मार्च तक सूची और 25 मार्च तक फोटो दें।": "two_dates",
	} {
		res := Read(text, Options{Lexicon: lex, Date: day10(t)})
		if len(res.Directives) != 1 {
			t.Fatalf("%s: %d directives", text, len(res.Directives))
		}
		found := false
		for _, f := range res.Directives[0].Deadline.Flags {
			found = found || f.Code == code && f.Text.Hi != "" && f.Text.En != ""
		}
		if !found {
			t.Errorf("%s: no flag %s in %v", text, code, res.Directives[0].Deadline.Flags)
		}
		if code == "impossible_date" && res.Directives[0].Deadline.End != 0 {
			t.Errorf("%s: an impossible day became %v", text, res.Directives[0].Deadline.End)
		}
	}
}

func TestWithoutMeetingDateNothingIsComputed(t *testing.T) {
	t.Parallel()
	res := Read("बीडीओ तीन दिन में सूची दें। सीओ 15 मार्च तक वाद निपटाएं।", Options{Lexicon: tables(t)})
	if len(res.Directives) != 2 || res.Directives[0].Deadline.End != 0 || res.Directives[1].Deadline.End != 0 {
		t.Fatalf("%+v", res.Directives)
	}
	if res.Directives[1].Deadline.Kind != OnDate {
		t.Error("a day without a year is still a date")
	}
}

func TestMeetingDateComesFromTheText(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for text, want := range map[string]string{
		"राजापुर, 12 मार्च 2025. बुधवार को डीएम ने बैठक की।":                              "2025-03-12",
		"Published on : 23 Nov, 17 11:11\nडा. वर्मा मंगलवार को बैठक में बोल रहे थे।":      "2017-11-21",
		"राजापुर, नवम्बर 4 -- सोमवार (3 नवम्बर 2025) को बीडीओ ने प्रगति देखी।":            "2025-11-03",
		"राजापुर, 2 दिसम्बर। (2019) कलक्टर ने सोमवार की बैठक में कहा।":                    "2019-12-02",
		"शनिवार दिनांक 08.07.2023 को बैठक की गई।":                                         "2023-07-08",
		"HILL, Jan 14, 2025: The Deputy Commissioner on Tuesday reviewed the department.": "2025-01-14",
		"डीएम ने बैठक की। बीडीओ 12 मार्च 2025 तक सूची दें।":                               "",
	} {
		res := Read(text, Options{Lexicon: lex})
		got := ""
		if res.Meeting.Date != 0 {
			got = res.Meeting.Date.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestMarginNamesTheOwner(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"1. सभी नलकूप 20 मार्च तक चालू किए जाएं।\n(कार्रवाई : कार्यपालक अभियंता, लघु सिंचाई)\n2. विद्यालयों की रंगाई की जाए।\nकार्रवाई - जिला शिक्षा पदाधिकारी", []string{"ee_minor_irrigation | date 2026-03-20", "deo"}},
		{"1. दवा का भंडार रखें — मुख्य चिकित्सा अधिकारी\n2. नाव की सूची दें (अंचलाधिकारी)", []string{"cmo", "co"}},
		{"निम्न निर्देश दिए गए:\nसिविल सर्जन:\n- अस्पताल की सफाई कराई जाए\n- दवा की सूची भेजी जाए", []string{"civil_surgeon", "civil_surgeon"}},
	})
}

func TestLinesBrokenByThePageAreJoined(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"कमलापुर, 10 मार्च 2026 : समाहरणालय के सभाकक्ष में मंगलवार को\nजिला पदाधिकारी ने योजनाओं की समीक्षा की। सभी प्रखंड विकास\nपदाधिकारियों को तीन दिनों के अंदर अपूर्ण आवासों की सूची उपलब्ध\nकराने का निदेश दिया गया।\nसीओ लगान वसूलें।", []string{"bdo | relative 2026-03-13", "co"}},
		{"1. नलकूपों की मरम्मत 15 मार्च तक पूर्ण कर ली जाए —\nकार्यपालक अभियंता, लघु सिंचाई\n2. दवा का भंडार सभी स्वास्थ्य केंद्रों पर रखें — सिविल सर्जन\nबैठक समाप्त हुई।", []string{"ee_minor_irrigation | date 2026-03-15", "civil_surgeon"}},
	})
}

func TestTableRowsAreDirectives(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"क्र. | निदेश | संबंधित पदाधिकारी | समय-सीमा\n1 | आवास पूर्ण कराना | सभी बीडीओ | 20.03.2026\n2 | म्यूटेशन का निष्पादन करें | सीओ | अविलंब", []string{"bdo | date 2026-03-20", "co | relative"}},
		{"| S.No | Action point | Responsibility | Timeline |\n| 1 | Submit the list of schools | District Education Officer | 20 March 2026 |", []string{"deo | date 2026-03-20"}},
	})
}

func TestStateDecidesShortForms(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for state, want := range map[string]string{"bihar": "co", "up": "sdpo", "": "co"} {
		res := Read("सीओ सूची दें।", Options{Lexicon: lex, State: state})
		if len(res.Directives) != 1 || res.Directives[0].Keys[0] != want {
			t.Errorf("%q: %+v, want %s", state, res.Directives, want)
		}
	}
}

func TestShortLineWithoutStopIsReadWhenAlone(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ 15 मार्च तक सूची दें", []string{"bdo | date 2026-03-15"}},
		{"BDOs to submit the list by 15 March", []string{"bdo | date 2026-03-15"}},
		{"अपूर्ण आवास जल्द पूर्ण करें: डीएम\nकमलापुर। डीएम ने कहा कि बीडीओ अपूर्ण आवास पूर्ण करें।", []string{"bdo"}},
	})
}

func TestLinesOfOldPagesAreParted(t *testing.T) {
	t.Parallel()
	hold(t, []rule{{"1. बीडीओ सूची दें\r2. सीओ वाद निपटाएं\r3. बीईओ रिपोर्ट भेजें", []string{"bdo", "co", "beo"}}})
}

func TestFurnitureIsSetAside(t *testing.T) {
	t.Parallel()
	text := "डीएम ने बीडीओ को सूची बनाने का निर्देश दिया।\n0Shares\nLeave a Reply\nYour email address will not be published.\n© 2026 All rights reserved"
	res := Read(text, Options{Lexicon: tables(t)})
	if len(res.Directives) != 1 || len(res.Furniture) != 4 {
		t.Errorf("%d directives, %d pieces of furniture", len(res.Directives), len(res.Furniture))
	}
}

func TestEmptyAndForeignTextsGiveANote(t *testing.T) {
	t.Parallel()
	for text, code := range map[string]string{"": "no_text", "  \n ": "no_text", "мы читаем это": "no_directive", "मौसम साफ रहा।": "no_directive"} {
		res := Read(text, Options{Lexicon: tables(t)})
		if len(res.Notes) == 0 || res.Notes[0].Code != code {
			t.Errorf("%q: notes %v, want %s", text, res.Notes, code)
		}
	}
}

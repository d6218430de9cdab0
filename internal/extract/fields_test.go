package extract

import (
	"fmt"
	"testing"
)

func TestFactsKeepPartAndWhole(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for text, want := range map[string]string{
		"जिले में 5 लाख 12 हजार टन धान खरीदा जा चुका है।":                "512000/0",
		"2,54,000 परिवारों में से लगभग 1 लाख का कार्ड बनाया जा चुका है।": "100000/254000",
		"बताया गया कि १,०४६ प्रकरण लंबित हैं।":                           "1046/0",
		"Of 412 hostels, 365 have been inspected so far.":                "365/412",
		"डेढ़ लाख में से 64 हजार पौधे लगाए जा चुके हैं।":                 "64000/150000",
		"योजना पर 2.10 लाख रुपए की लागत से चबूतरे का लोकार्पण किया गया।": "",
		"बीडीओ 20 आवास पूर्ण करें।":                                      "",
	} {
		res := Read(text, Options{Lexicon: lex})
		got := ""
		for _, f := range res.Facts {
			got += fmt.Sprintf("%v/%v", int(f.Value), int(f.Of))
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestTargetHasUnitAndPeriod(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for text, want := range map[string]string{
		"हर पंचायत हर महीने कम-से-कम 10 आवास पूर्ण करे।":         "10 आवास month",
		"प्रत्येक बीएलओ प्रतिदिन सौ गणना पत्रक ऐप पर चढ़ाए।":     "100 गणना पत्रक day",
		"बीडीओ 186 लाभुकों का घर पूरा कराएं।":                    "186 लाभुक ",
		"बीडीओ तीन दिन में सूची दें।":                            "",
		"All BDOs were asked to inspect three works every week.": "3 works week",
	} {
		res := Read(text, Options{Lexicon: lex})
		if len(res.Directives) != 1 {
			t.Fatalf("%s: %d directives", text, len(res.Directives))
		}
		got := ""
		if x := res.Directives[0].Target; x != nil {
			got = fmt.Sprintf("%v %s %s", x.Value, x.Unit, x.Per)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestActionIsAShortOrder(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for text, want := range map[string]string{
		"डीएम ने सभी बीडीओ को अपूर्ण आवास पूर्ण कराने का निर्देश दिया।": "अपूर्ण आवास पूर्ण कराएं",
		"बीडीओ द्वारा सूची तैयार की जाए।":                               "सूची तैयार करें",
		"सभी थानाध्यक्ष वाहन जांच अभियान चलाएंगे।":                      "वाहन जांच अभियान चलाएं",
		"The CMHO was asked to check hostels.": "Check hostels",
	} {
		res := Read(text, Options{Lexicon: lex})
		if len(res.Directives) != 1 || res.Directives[0].Action != want {
			t.Errorf("%s: %+v, want %q", text, res.Directives, want)
		}
	}
}

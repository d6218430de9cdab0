package extract

import (
	"fmt"
	"strings"
	"testing"
)

// reports holds texts to the numbers they report, each as value/whole.
func reports(t *testing.T, cases map[string]string) {
	t.Helper()
	lex := tables(t)
	for text, want := range cases {
		res := Read(text, Options{Lexicon: lex, Date: day10(t)})
		var got []string
		for _, f := range res.Facts {
			s := fmt.Sprint(f.Value)
			if f.Of != 0 {
				s += "/" + fmt.Sprint(f.Of)
			}
			got = append(got, s)
			if f.Quote.Empty() {
				t.Errorf("%s: empty quote", text)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
}

func TestWholeIsKeptBesideItsPart(t *testing.T) {
	t.Parallel()
	reports(t, map[string]string{
		"97 में 61 पंप चालू हैं।":                                 "61/97",
		"लक्ष्य 5000 के विरुद्ध 4200 पौधे रोपित किए गए।":          "4200/5000",
		"समीक्षा में आवास: स्वीकृत 3,260, पूर्ण 1,987 बताए गए।":   "1987/3260",
		"72 केंद्रों में 11 हजार 460 गोवंश संरक्षित हैं।":         "11460",
		"कुल 112 शिकायतें आईं, जिनमें 9 का मौके पर निस्तारण हुआ।": "112 9/112",
		"Out of 120 schools, 98 have toilets.":                          "98/120",
		"As against the target of 500, 320 houses have been completed.": "320/500",
	})
}

func TestRankRateAndMoneyAreReported(t *testing.T) {
	t.Parallel()
	reports(t, map[string]string{
		"जिला राज्य में सातवें स्थान पर है।":                             "7",
		"जिले की रैंकिंग 12वीं है।":                                      "12",
		"राज्य में जिले का स्थान बीस सूत्री कार्यक्रम में 12वां है।":     "12",
		"एफएमडी टीकाकरण 71.4 प्रतिशत रहा, गत माह यह 55 प्रतिशत था।":      "71.4 55",
		"राजस्व वसूली में 3 करोड़ 20 लाख रुपये वसूल किए गए।":             "3.2e+07",
		"अपात्रों से वसूली के 4.6 लाख रुपये शेष हैं।":                    "460000",
		"औसत निस्तारण समय 17 दिन है।":                                    "17",
		"आठवीं कक्षा में 5वीं बार परीक्षा हुई।":                          "",
		"विभाग पर 42.6 करोड़ रुपये बकाया है।":                            "4.26e+08",
		"1,250 आवेदन प्राप्त हुए, 980 स्वीकृत किए गए तथा 270 लंबित हैं।": "1250 980 270",
	})
}

func TestNumberThatReportsNothingIsNoFact(t *testing.T) {
	t.Parallel()
	reports(t, map[string]string{
		"बैठक में 45 अधिकारी उपस्थित रहे।":                                  "",
		"योजना की लागत 2 करोड़ रुपये है।":                                   "",
		"कुल 67 सेवाएं ऑनलाइन उपलब्ध हैं।":                                  "",
		"17 बसाहटों में सौर ऊर्जा का काम चल रहा है।":                        "",
		"कलेक्टर ने 86 आवेदकों की समस्याएं सुनीं।":                          "",
		"वृक्षारोपण अभियान में 12 लाख पौधे लगाए जाएंगे।":                    "",
		"प्रत्येक लाभार्थी को 1.20 लाख रुपये दिए जाते हैं।":                 "",
		"क्रमांक 4 विलोपित किया गया।":                                       "",
		"इस अवसर पर 42 छात्राओं को साइकिल बांटी गई।":                        "",
		"पूर्व में 50 नग सामग्री क्रय करने को कहा गया था।":                  "",
		"01/ जिले की नगर पालिका में अनियमितता की शिकायतें हैं।":             "",
		"मुख्यमंत्री हेल्पलाइन 1076 पर शिकायत दर्ज होती है।":                "",
		"परिपत्र सं० 2324 पूर्ववत् प्रभावी है।":                             "",
		"धान खरीद का लक्ष्य 1 लाख टन है।":                                   "",
		"सभी 18 प्रखंडों में कार्य प्रगति पर है।":                           "",
		"75 प्रतिशत से कम उपस्थिति वाले विद्यालयों के 12 प्रकरण लंबित हैं।": "12",
	})
}

func TestStatusColumnReports(t *testing.T) {
	t.Parallel()
	reports(t, map[string]string{
		"क्र. | निर्देश | स्थिति | उत्तरदायी\n1 | सूची तैयार करना | 143 में 97 चालू | बीडीओ\n2 | नोटिस देना | 318 आपत्तियां शेष | सीओ": "97/143 318",
	})
}

func TestSanctionIsNamedInEveryWay(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"बीडीओ राजापुर से स्पष्टीकरण पूछा जाय।", []string{"bdo | explanation"}},
		{"सीओ से जवाब तलब किया गया।", []string{"co | explanation"}},
		{"सीओ सदर को कारण बताओ नोटिस निर्गत किया जाए।", []string{"co | show_cause"}},
		{"SCN to be served on the BDO.", []string{"bdo | show_cause"}},
		{"लेखपाल का एक दिन का वेतन काटा जाए।", []string{"lekhpal_patwari | salary_stop"}},
		{"सीएमओ का मानदेय रोका जाए।", []string{"cmo | salary_stop"}},
		{"बीडीओ लंबित मानदेय का भुगतान कराएं।", []string{"bdo"}},
		{"सीओ सचिव की वेतन वृद्धि रोकने का प्रस्ताव भेजें।", []string{"co"}},
	})
}

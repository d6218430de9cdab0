package extract

import "testing"

func TestDaysInAListRecur(t *testing.T) {
	t.Parallel()
	limits(t, "बीडीओ %s शिविर लगाएं।", map[string]string{
		"सोमवार एवं गुरुवार को":         "bdo | recurring week",
		"मंगलवार, गुरुवार और शनिवार को": "bdo | recurring week",
		"Tue, Thu, Sat":                        "bdo | recurring week",
		"इस शनिवार को":                         "bdo | relative 2026-03-14",
		"शाम को":                               "bdo | recurring day",
		"शुक्रवार शाम को":                      "bdo | relative 2026-03-13",
		"प्रत्येक भ्रमण में":                   "bdo | recurring",
		"हर सुनवाई पर":                         "bdo | recurring",
		"प्रत्येक त्रैमास में":                 "bdo | recurring",
		"अप्रैल के दूसरे मंगलवार को":           "bdo | date 2026-04-14",
		"मार्च के अंतिम शुक्रवार को":           "bdo | date 2026-03-27",
		"अगले माह के पहले सोमवार को":           "bdo | relative 2026-04-06",
		"एक सप्ताहमें":                         "bdo | relative 2026-03-17",
		"शुक्रवारतक":                           "bdo | relative 2026-03-13",
		"शिकायत आने पर 24 घंटे में":            "bdo | relative",
		"मार्च के अंत तक":                      "bdo | date 2026-03-31",
		"अगले शुक्रवार तक":                     "bdo | relative 2026-03-13",
		"25 मार्च तक जितने गांव छूटे हैं वहां": "bdo | date 2026-03-25",
	})
	limits(t, "The SDM shall visit the camps %s.", map[string]string{
		"on Tuesdays and Fridays":                         "sdm | recurring week",
		"on Mondays":                                      "sdm | recurring week",
		"on the 2nd Tuesday of April":                     "sdm | date 2026-04-14",
		"on the last Friday of this month":                "sdm | relative 2026-03-27",
		"on the first Monday of May":                      "sdm | date 2026-05-04",
		"by month end":                                    "sdm | relative 2026-03-31",
		"by the month-end":                                "sdm | relative 2026-03-31",
		"by the weekend":                                  "sdm | relative 2026-03-15",
		"by the 10th of the month following each quarter": "sdm | recurring month",
		"by the 7th of each month":                        "sdm | recurring month",
		"by the 29th of March, 2026":                      "sdm | date 2026-03-29",
		"by the 3rd day of April, 2026":                   "sdm | date 2026-04-03",
	})
}

func TestDayOfTheSceneIsNoLimit(t *testing.T) {
	t.Parallel()
	hold(t, []rule{
		{"10 मार्च की बैठक में बीडीओ को सूची देने के निर्देश दिए गए।", []string{"bdo"}},
		{"9 मार्च की समीक्षा बैठक में सीओ को निर्देश दिया गया कि सीमांकन कराएं।", []string{"co"}},
		{"बीडीओ 12 मार्च की बैठक में प्रतिवेदन रखें।", []string{"bdo | date 2026-03-12"}},
		{"The BDO shall prepare the fixture for the games, which will be held from 25 to 29 August.", []string{"bdo"}},
		{"The BDO shall issue passes for the fair scheduled on 25 March.", []string{"bdo"}},
		{"The BDO shall send the list on or before 25-03-2026.", []string{"bdo | date 2026-03-25"}},
		{"The BDO shall hold the camp on 25 March.", []string{"bdo | date 2026-03-25"}},
		{"सीएमओ माह में कम से कम एक प्रसव न कराने वाली एएनएम से स्पष्टीकरण लें।", []string{"cmo | explanation"}},
		{"सीओ कार्य शुरू होने के पहले और बाद की फोटो भेजें।", []string{"co"}},
		{"बीडीओ वेतन काटने का आदेश आज निकालें।", []string{"bdo | relative 2026-03-10 | salary_stop"}},
		{"बीडीओ आज जारी करें आदेश की प्रति।", []string{"bdo | relative 2026-03-10"}},
	})
}

func TestNumberOutOfAWhole(t *testing.T) {
	t.Parallel()
	reports(t, map[string]string{
		"Of 412 hostels in the division, 365 have been inspected.":                      "365/412",
		"Of the 2,400 youths targeted, 1,365 have been enrolled.":                       "1365/2400",
		"4,115 houses out of the sanctioned 5,230 have been completed.":                 "4115/5230",
		"Against the annual target of Rs 4,850 crore, disbursement was Rs 3,120 crore.": "3.12e+10/4.85e+10",
		"The CD ratio of the district stood at 58.4%, down from 61.2% in September.":    "58.4 61.2",
		"अक्टूबर में 2,210 के लक्ष्य पर 1,386 सोनोग्राफी हुई।":                          "1386/2210",
		"2,150 करोड़ के लक्ष्य के सापेक्ष 486 करोड़ ही वितरित हो सके हैं।":              "4.86e+09/2.15e+10",
		"निर्माणाधीन 37 सेतुओं में 22 समय से पीछे हैं।":                                 "22/37",
		"LPC ke 420 applications me 390 dispose ho gaye.":                               "390/420",
		"सीएचसी डाबला में शून्य प्रसव हुए।":                                             "0",
	})
}

func TestNormNameAndSetupReportNothing(t *testing.T) {
	t.Parallel()
	reports(t, map[string]string{
		"ऋण-जमा अनुपात 43.7 प्रतिशत रहा जबकि मानक 60 प्रतिशत है।":                              "43.7",
		"पिछले वर्ष ऐसी चार बैठकें हुई थीं।":                                                   "",
		"विधानसभा क्षेत्र 114 में काम पिछड़ा है।":                                              "",
		"इनमें 2.10 लाख रुपए का चबूतरा, 8.75 लाख की आंगनवाड़ी तथा घाट निर्माण शामिल है।":       "",
		"जिले में कुल 34 केंद्र बनाए गए हैं।":                                                  "",
		"निरीक्षण में तीन चिकित्सक गैरहाजिर मिले।":                                             "",
		"14 applications u/s 14 were disposed of by the ADM.":                                  "14",
		"मैट्रिक परीक्षा हेतु 12 दंडाधिकारी प्रतिनियुक्त किए गए हैं।":                          "",
		"312 आवेदन 30 दिन से अधिक से लंबित मिलने पर बीडीओ को शिविर लगाने का निर्देश दिया गया।": "312",
	})
}

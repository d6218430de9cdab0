package office_test

import (
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/web"
	. "github.com/anupalan/anupalan/internal/web/office"
)

func doorSamples() []sample {
	return []sample{
		{"signin", visitor, func(w words) web.Page {
			return &SignIn{Form: PasswordForm(w.l, "", "/work"), Demo: []DemoPerson{{w.t("जिलाधिकारी", "District Magistrate"), "dm", "saran-dm-2026"}, {w.t("प्रखंड विकास पदाधिकारी, अमनौर", "BDO, Amnour"), "bdo.amnour", "saran-bdo-2026"}}}
		}},
		{"signin-wrong", visitor, func(w words) web.Page {
			p := &SignIn{Form: PasswordForm(w.l, "bdo.amnour", "/work")}
			p.Form.Refused = []web.Refusal{{Text: w.t("नाम या पासवर्ड सही नहीं है। पाँच प्रयास के बाद 15 मिनट रुकना होगा।", "The name or the password is not right. After five tries you have to wait 15 minutes.")}}
			return p
		}},
		{"signin-code", visitor, func(w words) web.Page { return &SignIn{CodeStep: true, Form: CodeForm(w.l, "/work")} }},
		{"signin-out", visitor, func(w words) web.Page { return &SignIn{SignedOut: true, Form: PasswordForm(w.l, "", "")} }},
	}
}

func workSamples() []sample {
	return []sample{
		{"work", block, func(w words) web.Page {
			fill := func(id string) web.Link {
				return web.Link{Text: w.t("भरें", "Report"), Href: web.Path("matters", id, "report")}
			}
			dm := w.t("जिलाधिकारी", "District Magistrate")
			return &Work{
				Base: base(web.RoomWork),
				Late: []MatterRow{
					{ID: "d218-01", Title: w.t("शेष 4 पंचायतों की सूची अपलोड कराएँ", "Get the lists of the remaining 4 panchayats uploaded"), Standing: late(3), Asker: dm, Last: w.t("आपका अंतिम उत्तर 25 फरवरी", "your last answer 25 February"), Act: fill("d218-01")},
					{ID: "d218-02", Title: w.t("12 अपूर्ण ग्रामीण आवासों का निरीक्षण करें", "Inspect 12 unfinished rural houses"), Standing: late(1), Asker: w.t("उप विकास आयुक्त", "Deputy Development Commissioner"), Last: w.t("कोई उत्तर नहीं", "no answer"), Act: fill("d218-02")},
				},
				Today: []MatterRow{{ID: "d218-03", Title: w.t("आयुष्मान कार्ड: आज का प्रतिवेदन", "Ayushman cards: today’s report"), Standing: soon(day(27).At(18, 0)), Last: w.t("प्रतिदिन · कल 212 कार्ड", "daily · 212 cards yesterday"), Act: fill("d218-03")}},
				Week: []MatterRow{
					{ID: "d218-04", Title: w.t("2 मार्च के शिविर: 64 दुकानों पर कर्मी तय करें", "Camps of 2 March: name the staff for 64 shops"), Standing: inTime(march(1)), Last: w.t("64 में 51 तय", "51 of 64 named")},
					{ID: "d218-05", Title: w.t("मतदान केंद्रों की न्यूनतम सुविधाएँ जाँचें", "Check the minimum facilities of polling stations"), Standing: inTime(march(3)), Last: w.t("31 में 22 पूरे", "22 of 31 done")},
					{ID: "d218-06", Title: w.t("आवास घोषणा: प्रखंड मुख्यालय में निवास", "Declaration of residence at block headquarters"), Standing: inTime(march(5)), Asker: dm},
				},
				ToCheck:  []MatterRow{{ID: "d218-07", Title: w.t("पंचायत सचिव, अपहर: शौचालय मरम्मत का प्रतिवेदन", "Panchayat Secretary, Apahar: report on the repair of toilets"), Standing: web.Standing{Status: web.Paused}, Holder: w.t("26 फरवरी को मिला", "received 26 February"), Act: web.Link{Text: w.t("जाँचें", "Check"), Href: "/matters/d218-07/acts/verify"}}},
				Offers:   []Offer{offerSample(w, w.t("शेष 4 पंचायतों की सूची अपलोड कराएँ", "Get the lists of the remaining 4 panchayats uploaded"))},
				Checking: web.Count{N: 3, Href: "/matters?phase=reported"}, Done: web.Count{N: 27, Href: "/matters?phase=closed"},
			}
		}},
		{"work-empty", block, func(w words) web.Page { return &Work{Base: base(web.RoomWork)} }},
		{"report", block, func(w words) web.Page { return reportSample(w) }},
		{"report-refused", block, func(w words) web.Page {
			p := reportSample(w)
			p.Form.Field("done_on").Value, p.Form.Field("remark").Value = "31.2.26", w.t("काम कर दिया", "Done")
			p.Form.Head = w.t("प्रतिवेदन अभी नहीं भेजा गया", "The report has not been sent yet")
			p.Form.Refuse(w.l, fault.New(fault.Invalid, "fault.invalid").With("done_on", w.t("31 फरवरी नहीं होती। 27.2.26, कल या शुक्रवार लिखें।", "There is no 31 February. Write 27.2.26, yesterday or Friday.")).
				With("remark", w.t("29 अक्षर और लिखें (अभी 11, कम से कम 40)", "29 more characters (now 11, at least 40)")).With("status", w.t("एक चुनें", "Choose one")).With("place", w.t("यह स्थान आपके प्रखंड में नहीं है", "This place is not in your block")))
			return p
		}},
	}
}

func askHead(w words) Head {
	return Head{
		ID: "d218-01", Number: "SRN-26-00517-4", Kind: w.t("निदेश", "Directive"), Title: w.t("शेष 4 पंचायतों की सूची अपलोड कराएँ", "Get the lists of the remaining 4 panchayats uploaded"),
		State: StateLine{Mine: true, Standing: late(3), Parts: n(18), Done: n(14), PartWord: w.t("पंचायतें", "panchayats")},
		Ask:   Quote{Text: "आज संध्या तक शेष पंचायतों की सूची अनिवार्य रूप से अपलोड कराने का निदेश सभी प्रखंड विकास पदाधिकारियों को दिया गया।", By: w.t("जिलाधिकारी", "District Magistrate"), Source: w.t("बैठक, 24 फरवरी 2026, वाक्य 2", "meeting of 24 February 2026, sentence 2"), Href: "/sittings/s1"},
		Why: Why{Due: day(24).At(18, 0), Lines: []WhyLine{
			{What: w.t("आरंभ: बैठक", "Starts: the meeting"), Value: w.t("24 फर॰, 11:00", "24 Feb, 11:00 am")}, {What: w.t("पाठ: “आज संध्या तक”", "Text: “by this evening”"), Value: w.t("उसी दिन, 18:00", "same day, 6:00 pm")},
			{What: w.t("अवकाश", "Holiday"), Value: w.t("नहीं, कार्य दिवस", "none, a working day")}, {What: w.t("समय-वृद्धि", "Extensions"), Value: w.t("कोई नहीं माँगी गई", "none asked")},
			{What: w.t("देय", "Due"), Value: w.t("24 फर॰, 18:00", "24 Feb, 6:00 pm"), Sum: true}, {What: w.t("विलंब", "Delay"), Standing: late(3)}},
			Note: w.t("“संध्या” का अर्थ 18:00 बजे जिला नियम 4 में तय है।", "“Evening” means 6:00 pm by district rule 4."), Rule: "/rules/evening"},
	}
}

func reportSample(w words) *Report {
	return &Report{
		Base: base(web.RoomWork), Head: askHead(w),
		Form: web.Form{
			Action: "/matters/d218-01/acts/report", Draft: "p1/d218-01/report", Submit: w.t("प्रतिवेदन भेजें", "Send the report"),
			Next: w.t("महाप्रबंधक, जिला उद्योग केंद्र इसकी जाँच करेंगे। विलंब 24 फरवरी से ही गिना जाएगा।", "The General Manager, District Industries Centre, will check it. The delay still counts from 24 February."),
			Fields: []web.Field{
				{Kind: web.ManyOfField, Name: "places", Label: w.t("किन पंचायतों की सूची अपलोड हो गई?", "Which panchayats’ lists are uploaded?"), Options: []web.Option{{Value: "1", Label: w.t("अपहर", "Apahar"), Chosen: true}, {Value: "2", Label: w.t("अरना", "Arna")}, {Value: "3", Label: w.t("कटसा", "Katsa"), Chosen: true}, {Value: "4", Label: w.t("लहेर छपरा", "Laher Chhapra"), Note: w.t("लॉगिन 26 फरवरी को बना", "login made on 26 February")}}},
				{Kind: web.NumberField, Name: "lists", Label: w.t("अपलोड हुई सूचियाँ", "Lists uploaded"), Unit: w.t("18 में", "of 18"), Value: "16"},
				{Kind: web.MoneyField, Name: "spent", Label: w.t("शिविर पर व्यय", "Spent on the camp"), Value: "12,500", Optional: true},
				{Kind: web.DateField, Name: "done_on", Label: w.t("कार्य पूरा होने की तिथि", "Day on which it was finished"), Value: w.t("शुक्रवार", "Friday"), Shown: w.t("शुक्रवार, 27 फरवरी 2026", "Friday, 27 February 2026")},
				{Kind: web.PlaceField, Name: "place", Label: w.t("शिविर का स्थान", "Place of the camp"), Value: "katsa", Searched: true, Options: []web.Option{{Value: "p3", Label: w.t("ग्राम पंचायत कटसा", "Katsa panchayat"), Note: w.t("प्रखंड अमनौर", "Amnour block"), Chosen: true}, {Value: "p9", Label: w.t("ग्राम कटसा टोला", "Katsa Tola village"), Note: w.t("पंचायत अपहर", "Apahar panchayat")}}},
				{Kind: web.AreaField, Name: "remark", Label: w.t("क्या किया गया", "What was done"), Hint: w.t("कम से कम 40 अक्षर। यही उत्तर जिलाधिकारी पढ़ेंगे।", "At least 40 characters. This is what the District Magistrate reads."), Value: w.t("सीएससी के साथ शिविर लगाकर अपहर और कटसा के मुखिया का लॉगिन बनवाया, सूची अपलोड कर दी गई।", "Held a camp with the CSC, had logins made for the mukhiyas of Apahar and Katsa and uploaded the lists."), Rows: 4},
				{Kind: web.FileField, Name: "proof", Label: w.t("प्रमाण", "Evidence"), Many: true, Files: []web.File{{Name: "रसीद-कटसा.jpg", Hash: "ab12", Bytes: 214 << 10, Note: w.t("कटसा के पास, 27 फरवरी, 9:58", "near Katsa, 27 February, 9:58 am")}}},
				{Kind: web.OneOfField, Name: "status", Label: w.t("काम की स्थिति", "State of the work"), Options: []web.Option{{Value: "on", Label: w.t("जारी है, 2 पंचायतें शेष", "Going on, 2 panchayats remain"), Chosen: true}, {Value: "done", Label: w.t("पूरा हो गया", "Finished")}}},
			},
		},
		Other: []web.Link{{Text: w.t("समय बढ़ाने का अनुरोध करें", "Ask for more time"), Href: "/matters/d218-01/acts/extend"}, {Text: w.t("अधीनस्थ पद को सौंपें", "Pass it down to a post under yours"), Href: "/matters/d218-01/acts/pass"}, {Text: w.t("यह काम मेरे पद का नहीं है", "This is not my post’s work"), Href: "/matters/d218-01/acts/not_mine"}},
		Deeds: deedSamples(w)[2:4], All: web.Count{N: 9, Href: "/matters/d218-01"},
	}
}

func deedSamples(w words) []Deed {
	gm := w.t("महाप्रबंधक, जिला उद्योग केंद्र", "General Manager, District Industries Centre")
	return []Deed{
		{At: day(27).At(9, 30), What: w.t("स्पष्टीकरण पत्र के 3 प्रारूप बने, जिलाधिकारी के हस्ताक्षर की प्रतीक्षा", "3 explanation letters drafted, awaiting the District Magistrate’s signature"), Mode: ByRule},
		{At: day(27).At(9, 12), Key: true, What: w.t("मढ़ौरा: 2 और पंचायतें अपलोड, 5 शेष", "Marhaura: 2 more panchayats up, 5 remain"), Post: w.t("प्रखंड विकास पदाधिकारी, मढ़ौरा", "BDO, Marhaura"), Files: []web.File{{Name: w.t("पोर्टल की रसीद", "Portal receipt"), Href: "/files/ab12", Bytes: 88 << 10, Note: w.t("2 पृष्ठ", "2 pages")}}},
		{At: day(26).At(18, 0), What: w.t("स्मरण भेजा गया: अमनौर, मढ़ौरा, पानापुर", "Reminder sent: Amnour, Marhaura, Panapur"), Mode: ByRule, Post: w.t("अनुमंडल पदाधिकारी को प्रति", "copy to the SDO")},
		{At: day(25).At(16, 40), Key: true, What: w.t("अमनौर", "Amnour"), Quote: "4 पंचायतों के मुखिया का लॉगिन नहीं बना; सीएससी से शिविर कल", Post: w.t("प्रखंड विकास पदाधिकारी, अमनौर", "BDO, Amnour"), Person: w.t("प्रधान सहायक", "the head assistant"), Mode: AsDelegate, Files: []web.File{{Name: w.t("चित्र 1", "Photograph 1"), Href: "/files/cd34", Bytes: 231 << 10, Note: w.t("स्थान और समय सहित", "with place and time")}, {Name: w.t("चित्र 2", "Photograph 2"), Href: "/files/cd35", Bytes: 198 << 10}}},
		{At: day(24).At(17, 55), Key: true, What: w.t("15 प्रखंडों का काम पूरा, पोर्टल से मिलान सही", "15 blocks finished, matched with the portal"), Post: gm},
		{At: day(24).At(12, 20), What: w.t("निदेश जारी, 20 पदों को सूचना", "Issued, 20 posts informed"), Post: w.t("आशुलिपिक शाखा", "Stenographers’ branch")},
	}
}

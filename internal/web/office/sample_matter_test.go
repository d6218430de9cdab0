package office_test

import (
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/web"
	. "github.com/anupalan/anupalan/internal/web/office"
)

var exports = []web.Link{{Text: "XLSX", Href: "/matters.xlsx"}, {Text: "CSV", Href: "/matters.csv"}}

func matterSamples() []sample {
	return []sample{
		{"matter-set", chair, func(w words) web.Page {
			of := w.t("कट-ऑफ तक की शिकायतें", "Complaints up to the cut-off")
			link := func(n int, stand string) web.Count {
				return web.Count{N: n, Href: "/matters?cohort=d218-01.old." + stand}
			}
			return &Matter{Base: base(web.RoomMatters), Head: askHead(w),
				Sets: []Set{{Name: of, Due: march(5), All: link(619, "all"), Done: link(3, "done"), Excepted: link(1, "excepted"), Left: link(615, "left"), Late: link(615, "late")},
					{Name: w.t("नए नियम की शिकायतें", "Complaints of the new rule"), All: link(500, "all"), Looked: w.t("सदस्य दर्ज हो रहे हैं: 620 में 500 देखे गए", "Members are being found: 500 of 620 looked at")}},
				Offers: []Offer{offerSample(w, ""), {ID: "d218-01", What: w.t("प्रस्तावित: स्पष्टीकरण", "Offered: Explanation"), Before: w.t("जिलाधिकारी", "District Magistrate"), At: day(27).At(9, 30)}}}
		}},
		{"matter", chair, func(w words) web.Page {
			p := &Matter{Base: base(web.RoomMatters), Head: askHead(w), Deeds: deedSamples(w), Export: exports}
			p.Title = w.t("पीएम विश्वकर्मा: शेष पंचायतों की सूची अपलोड कराएँ", "PM Vishwakarma: get the remaining panchayats’ lists uploaded")
			p.State = StateLine{Holder: w.t("अमनौर, मढ़ौरा और पानापुर", "Amnour, Marhaura and Panapur"), Standing: late(3), Parts: web.Count{N: 20, Href: "#parts"}, Done: web.Count{N: 17, Href: "#parts"}, PartWord: w.t("प्रखंड", "blocks")}
			p.Acts = []web.Link{{Text: w.t("3 स्पष्टीकरण पत्रों पर हस्ताक्षर करें", "Sign 3 explanation letters"), Href: "/matters/d218-01/acts/sign"}, {Text: w.t("टिप्पणी लिखें", "Add a note"), Href: "/matters/d218-01/acts/note"}, {Text: w.t("समय बढ़ाएँ", "Extend time"), Href: "/matters/d218-01/acts/grant"}, {Text: w.t("बैठक में रखें", "Put to the meeting"), Href: "/matters/d218-01/acts/agenda"}}
			p.Told = w.t("305 अपलोड, 13 शेष; बैठक के दिन 236", "305 uploaded, 13 remain; 236 on the meeting day")
			p.Parts = []Part{{"d218-01", w.t("अमनौर", "Amnour"), late(3), 14, 18}, {"d218-11", w.t("मढ़ौरा", "Marhaura"), late(3), 16, 21}, {"d218-12", w.t("पानापुर", "Panapur"), silent(3), 7, 11}}
			for i, name := range [][2]string{{"छपरा सदर", "Chhapra Sadar"}, {"मांझी", "Manjhi"}, {"दिघवारा", "Dighwara"}, {"रिविलगंज", "Revelganj"}, {"परसा", "Parsa"}, {"बनियापुर", "Baniapur"}, {"तरैया", "Taraiya"}, {"सोनपुर", "Sonepur"}, {"गड़खा", "Garkha"}, {"एकमा", "Ekma"}, {"दरियापुर", "Dariapur"}, {"जलालपुर", "Jalalpur"}, {"मशरख", "Mashrakh"}, {"मकेर", "Maker"}, {"नगरा", "Nagra"}, {"इसुआपुर", "Isuapur"}, {"लहलादपुर", "Lahladpur"}} {
				p.Parts = append(p.Parts, Part{"d218-2" + string(rune('a'+i)), w.t(name[0], name[1]), closed, 10 + i, 10 + i})
			}
			p.Facts = []Fact{{w.t("धारक", "Holder"), w.t("प्रखंड विकास पदाधिकारी, 20", "Block Development Officers, 20"), ""}, {w.t("जाँच", "Verifier"), w.t("महाप्रबंधक, जिला उद्योग केंद्र", "General Manager, DIC"), ""}, {w.t("अगला स्तर", "Next level"), w.t("अनुमंडल पदाधिकारी; 28 फरवरी, 18:00 से", "SDO; from 28 February, 6:00 pm"), ""}, {w.t("संबंधित", "Linked"), w.t("साप्ताहिक लक्ष्य 1,000 (143 अग्रसारित)", "Weekly target 1,000 (143 sent)"), "/matters/d218-90"}, {w.t("अभिलेख", "Record"), w.t("31 प्रविष्टियाँ, अखंड", "31 entries, unbroken"), "/audit?of=d218-01"}}
			p.Before = w.t("पिछले 6 माह में अमनौर के 41 निदेशों में 33 समय पर, मढ़ौरा के 44 में 29, पानापुर के 38 में 21।", "In six months: Amnour 33 of 41 in time, Marhaura 29 of 44, Panapur 21 of 38.")
			return p
		}},
		{"matter-closed", block, func(w words) web.Page {
			p := &Matter{Base: base(web.RoomMatters), Head: Head{ID: "d218-77", Number: "SRN-26-00411-2", Kind: w.t("निदेश", "Directive"), Title: w.t("कार्यालय के बाहर मिलने का समय प्रदर्शित करें", "Show the hours for meeting the public outside the office")}}
			p.State = StateLine{Ended: day(25), Standing: closed}
			return p
		}},
		{"matters", chair, func(w words) web.Page {
			co := w.t("अंचल अधिकारी, एकमा", "Circle Officer, Ekma")
			return &Matters{
				Base: base(web.RoomMatters), Export: exports,
				Filters: []Filter{{w.t("विभाग: राजस्व एवं भूमि सुधार", "Department: Revenue and Land Reforms"), "/matters?block=ekma"}, {w.t("प्रखंड: एकमा", "Block: Ekma"), "/matters?dept=rev"}},
				Choose:  filterFields(w),
				Sums:    Sums{All: n(60), Late: n(11), Soon: n(9), InTime: n(36), Silent: n(2), Other: n(2)},
				Rows: []MatterRow{
					{ID: "d218-31", Number: "SRN-26-00388-1", Title: w.t("पटना उच्च न्यायालय, सीडब्ल्यूजेसी 4127/2025: तथ्य विवरणी", "Patna High Court, CWJC 4127/2025: statement of facts"), Standing: late(41), Holder: co, Last: w.t("प्रारूप 26 फरवरी को लौटा", "draft returned on 26 February"), Act: web.Link{Text: w.t("स्मरण दें", "Remind"), Href: "/matters/d218-31/acts/remind"}},
					{ID: "d218-32", Number: "SRN-26-00402-7", Title: w.t("भूमि सीमांकन के लंबित आवेदन निपटाएँ", "Dispose of pending applications for land demarcation"), Standing: silent(6), Holder: co, Last: w.t("कोई उत्तर नहीं", "no answer")},
					{ID: "d218-33", Number: "SRN-26-00455-0", Title: w.t("जमाबंदी सुधार: विशेष शिविर", "Correction of land records: special camp"), Standing: soon(march(2).At(17, 0)), Holder: w.t("अंचल अधिकारी, मांझी", "Circle Officer, Manjhi"), Last: w.t("64 में 51", "51 of 64")},
					{ID: "d218-34", Number: "SRN-26-00460-3", Title: w.t("सरकारी भूमि से अतिक्रमण हटाएँ", "Remove encroachment from government land"), Standing: inTime(march(9)), Holder: co},
					{ID: "d218-35", Number: "SRN-26-00399-5", Title: w.t("नीलाम पत्र वादों की सूची", "List of certificate cases"), Standing: closed, Holder: co},
				},
				Next: "/matters?after=d218-35",
			}
		}},
		{"matters-empty", chair, func(w words) web.Page {
			return &Matters{Base: base(web.RoomMatters), Filters: []Filter{{w.t("विभाग: स्वास्थ्य", "Department: Health"), "/matters?block=garkha"}, {w.t("प्रखंड: गड़खा", "Block: Garkha"), "/matters?dept=health"}}, Choose: filterFields(w),
				Empty: w.t("7 प्रकरण खुले हैं, सभी समय पर। पिछला विलंब 11 फरवरी को समाप्त हुआ।", "7 matters are open, all in time. The last delay ended on 11 February."), First: "/matters"}
		}},
		{"today", chair, func(w words) web.Page { return todaySample(w) }},
		{"today-empty", chair, func(w words) web.Page { return &Today{Base: base(web.RoomToday), ByBlock: true} }},
		{"act", chair, func(w words) web.Page { return actSample(w) }},
		{"act-refused", chair, func(w words) web.Page {
			p := actSample(w)
			p.Form.Refuse(w.l, fault.New(fault.Invalid, "fault.invalid").With("until", w.t("नई तिथि वर्तमान तिथि (24 फरवरी) के बाद होनी चाहिए", "The new date must be after the present one (24 February)")).With("post", w.t("एक पद चुनें", "Choose one post")).With("ground", w.t("कारण चुनें", "Choose a reason")))
			p.Form.Refused = append(p.Form.Refused, web.Refusal{Text: w.t("यह प्रकरण इस माह दो बार बढ़ चुका है", "This matter has been extended twice this month")})
			return p
		}},
	}
}

func filterFields(w words) []web.Field {
	opts := func(names ...string) []web.Option {
		var o []web.Option
		for _, s := range names {
			o = append(o, web.Option{Value: s, Label: s})
		}
		return o
	}
	all := w.t("सभी", "All")
	return []web.Field{
		{Kind: web.OneOfField, Name: "status", Label: w.t("स्थिति", "Status"), Options: opts(all, w.t("विलंबित", "Late"), w.t("7 दिन में देय", "Due in 7 days"), w.t("समय पर", "In time"), w.t("मौन", "Silent"), w.t("जाँच में", "Being checked"), w.t("रुका हुआ", "Paused"), w.t("पूरे", "Closed"))},
		{Kind: web.OneOfField, Name: "dept", Label: w.t("विभाग", "Department"), Options: opts(all, w.t("राजस्व एवं भूमि सुधार", "Revenue and Land Reforms"), w.t("ग्रामीण विकास", "Rural Development"), w.t("खाद्य एवं उपभोक्ता संरक्षण", "Food and Consumer Protection"), w.t("शिक्षा", "Education"), w.t("स्वास्थ्य", "Health"), w.t("नगर विकास एवं आवास", "Urban Development and Housing"), w.t("पंचायती राज", "Panchayati Raj"))},
		{Kind: web.TextField, Name: "holder", Label: w.t("पद", "Post")},
	}
}

func actSample(w words) *Act {
	return &Act{
		Base: base(web.RoomMatters), Head: askHead(w), Name: w.t("समय बढ़ाने का अनुरोध करें", "Ask for more time"),
		Explain: []string{w.t("देय तिथि अपने-आप नहीं बदलती; जिलाधिकारी या उनसे ऊपर का पद ही समय दे सकता है।", "The due date does not change by itself; only the District Magistrate or a post above can grant time."), w.t("हर अनुरोध गिना जाता है और इतिहास में रहता है।", "Every request is counted and stays in the history.")},
		Form: web.Form{Action: "/matters/d218-01/acts/extend", Draft: "p1/d218-01/extend", Submit: w.t("अनुरोध भेजें", "Send the request"), Next: w.t("जिलाधिकारी को सूचना जाएगी। निर्णय आने तक वर्तमान तिथि ही मान्य रहेगी।", "The District Magistrate will be told. Until it is decided the present date stands."), Fields: []web.Field{
			{Kind: web.DateField, Name: "until", Label: w.t("कब तक का समय चाहिए", "Time wanted until"), Value: w.t("अगले बुधवार", "next Wednesday"), Shown: w.t("गुरुवार, 5 मार्च 2026, शाम 5:00 बजे (बुधवार को होली का अवकाश है)", "Thursday, 5 March 2026, 5:00 pm (Wednesday is the Holi holiday)")},
			{Kind: web.OneOfField, Name: "ground", Label: w.t("कारण", "Reason"), Options: []web.Option{{Value: "1", Label: w.t("दल निर्वाचन प्रशिक्षण में है", "The team is at election training")}, {Value: "2", Label: w.t("दूसरे विभाग की प्रतीक्षा", "Waiting for another department")}, {Value: "3", Label: w.t("पोर्टल बंद है", "The portal is down"), Note: w.t("बंद होने का संदेश संलग्न करें", "attach its message")}}},
			{Kind: web.PostField, Name: "post", Label: w.t("इस बीच कौन करेगा", "Who does it meanwhile"), Value: "bdo amn", Searched: true, Optional: true, Warning: w.t("इस पद पर अतिरिक्त प्रभार है", "this post is in additional charge"), Options: []web.Option{{Value: "x", Label: w.t("प्रखंड विकास पदाधिकारी, अमनौर", "Block Development Officer, Amnour"), Note: w.t("ग्रामीण विकास विभाग", "Rural Development"), Chosen: true}}},
			{Kind: web.PlaceField, Name: "place", Label: w.t("स्थान", "Place"), Value: "xyzzy", Searched: true, Optional: true},
			{Kind: web.AreaField, Name: "remark", Label: w.t("विवरण", "Remark"), Hint: w.t("क्या बाधा है और उसे दूर करने के लिए क्या किया जा रहा है", "What stands in the way and what is being done about it")},
			{Kind: web.TextField, Name: "letter", Label: w.t("पत्रांक", "Letter number"), Optional: true},
			{Kind: web.FileField, Name: "proof", Label: w.t("संलग्नक", "Papers"), Optional: true},
		}},
	}
}

func todaySample(w words) *Today {
	row := func(hi, en string, l, s, i, q, old int) TallyRow {
		return TallyRow{w.t(hi, en), "/matters?dept=" + en[:3], n(l), n(s), n(i), n(q), n(l + s + i + q), old}
	}
	p := &Today{
		Base: base(web.RoomToday), Export: exports, Sums: Sums{All: n(412), Late: n(37), Soon: n(68), InTime: n(299), Silent: n(8)},
		Decisions: []Decision{
			{w.t("3 स्पष्टीकरण पत्र हस्ताक्षर के लिए", "3 explanation letters to sign"), w.t("प्रखंड विकास पदाधिकारी अमनौर, मढ़ौरा, पानापुर · पंचायत सूची अपलोड में तीसरे दिन का विलंब", "BDOs of Amnour, Marhaura, Panapur · panchayat lists not uploaded, third day of delay"), web.Link{Text: w.t("पढ़कर हस्ताक्षर करें", "Read and sign"), Href: "/matters/d218-01"}},
			{w.t("पेट्रोल पंपों का औचक निरीक्षण: 5 के बदले 9 मार्च तक समय माँगा गया", "Surprise inspection of petrol pumps: time asked until 9 March instead of 5"), w.t("अनुमंडल पदाधिकारी, मढ़ौरा · निरीक्षण दल निर्वाचन प्रशिक्षण में है · पहला अनुरोध", "Sub-Divisional Officer, Marhaura · the team is at election training · first request"), web.Link{Text: w.t("निर्णय लें", "Decide"), Href: "/matters/d218-51"}},
			{w.t("4 प्रकरणों का कोई धारक नहीं", "4 matters have no holder"), w.t("अंचल अधिकारी, लहलादपुर का पद 23 फरवरी से रिक्त है", "The post of Circle Officer, Lahladpur is vacant since 23 February"), web.Link{Text: w.t("किसी पद को सौंपें", "Give to a post"), Href: "/exceptions"}},
		},
		Rows: []TallyRow{
			row("राजस्व एवं भूमि सुधार", "Revenue and Land Reforms", 11, 9, 38, 2, 41), row("ग्रामीण विकास", "Rural Development", 8, 14, 52, 3, 23), row("खाद्य एवं उपभोक्ता संरक्षण", "Food and Consumer Protection", 6, 12, 21, 0, 12),
			row("शिक्षा", "Education", 4, 7, 33, 1, 19), row("स्वास्थ्य", "Health", 3, 5, 29, 0, 9), row("नगर विकास एवं आवास", "Urban Development and Housing", 2, 6, 24, 1, 6), row("पंचायती राज", "Panchayati Raj", 2, 10, 41, 0, 4), row("अन्य 17 विभाग", "17 other departments", 1, 5, 61, 1, 2),
		},
		Total: row("पूरा जिला", "Whole district", 37, 68, 299, 8, 41),
		Dates: []Coming{
			{Date: march(2), Title: w.t("आयुष्मान विशेष शिविर", "Ayushman special camps"), Note: w.t("सभी जनवितरण दुकानें, 20 प्रखंड", "All ration shops, 20 blocks")},
			{Date: march(3), Title: w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), Href: "/sittings/s2", Note: w.t("11:00 बजे, सभागार", "11:00 am, main hall"), Link: web.Link{Text: w.t("कार्यसूची, 23 बिंदु", "agenda, 23 points"), Href: "/sittings/s2"}},
			{Date: march(5), Title: w.t("मानवाधिकार आयोग, वाद 88/2026", "Human Rights Commission, case 88/2026"), Standing: closed, Note: w.t("पुलिस अधीक्षक कार्यालय", "Office of the Superintendent of Police")},
			{Date: march(6), Title: w.t("पटना उच्च न्यायालय, सीडब्ल्यूजेसी 4127/2025", "Patna High Court, CWJC 4127/2025"), Href: "/matters/d218-31", Standing: soon(march(2).At(17, 0)), Note: w.t("अंचल अधिकारी, मांझी", "Circle Officer, Manjhi")},
		},
		Quiet: []QuietOffice{{w.t("पानापुर प्रखंड", "Panapur block"), "/matters?block=panapur", day(24), n(3)}, {w.t("नगरा प्रखंड", "Nagra block"), "/matters?block=nagra", day(24), n(2)}, {w.t("एकमा अंचल", "Ekma circle"), "/matters?office=ekma", day(25), n(2)}, {w.t("जिला सहकारिता", "Cooperatives"), "/matters?dept=coop", 0, n(1)}},
	}
	return p
}

func offerSample(w words, title string) Offer {
	return Offer{ID: "d218-01", Title: title, What: w.t("प्रस्तावित: स्पष्टीकरण, प्रखंड विकास पदाधिकारी, अमनौर से", "Offered: Explanation to BDO, Amnour"), At: day(27).At(9, 30),
		Sign:  web.Link{Text: w.t("हस्ताक्षर करें", "Sign"), Href: "/matters/d218-01/acts/sign_offer"},
		Aside: web.Link{Text: w.t("कारण सहित न भेजें", "Set aside with a reason"), Href: "/matters/d218-01/acts/set_aside"}}
}

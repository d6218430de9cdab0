package office_test

import (
	"github.com/anupalan/anupalan/internal/web"
	. "github.com/anupalan/anupalan/internal/web/office"
)

func sittingRow(w words, id string, d int, state SittingState, issued, done int) SittingRow {
	return SittingRow{ID: id, Name: w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), At: day(d).At(11, 0), Venue: w.t("सभागार", "main hall"), State: state, Points: 23, Directives: n(issued), Done: n(done)}
}

func meetingSamples() []sample {
	return []sample{
		{"meetings", chair, func(w words) web.Page {
			next := sittingRow(w, "s2", 28, Called, 0, 0)
			next.At = march(3).At(11, 0)
			dm := w.t("जिलाधिकारी", "District Magistrate")
			return &Meetings{Base: base(web.RoomMeetings), Call: "/meetings/call", Coming: []SittingRow{sittingRow(w, "s1", 27, Running, 0, 0), next}, Series: []SeriesRow{
				{"m1", w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), dm, w.t("हर मंगलवार", "every Tuesday"), march(3), n(299), n(37)},
				{"m2", w.t("अंतर्विभागीय समन्वय बैठक", "Inter-departmental coordination meeting"), dm, w.t("माह का पहला और तीसरा शनिवार", "first and third Saturday of the month"), march(7), n(88), n(0)}}}
		}},
		{"meetings-empty", block, func(w words) web.Page { return &Meetings{Base: base(web.RoomMeetings)} }},
		{"series", chair, func(w words) web.Page {
			return &Series{Base: base(web.RoomMeetings), ID: "m1", Name: w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), Chair: w.t("जिलाधिकारी", "District Magistrate"), Rhythm: w.t("हर मंगलवार", "every Tuesday"), Call: "/meetings/m1/call", ATR: "/meetings/m1/atr", Next: "/meetings/m1?before=s1",
				Rows: []SittingRow{sittingRow(w, "s2", 24, Held, 0, 0), sittingRow(w, "s1", 17, Issued, 9, 6), sittingRow(w, "s0", 10, Cancelled, 0, 0), sittingRow(w, "s9", 3, Issued, 14, 14)}}
		}},
		{"series-empty", chair, func(w words) web.Page {
			return &Series{Base: base(web.RoomMeetings), ID: "m1", Name: w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), Chair: w.t("जिलाधिकारी", "District Magistrate"), Rhythm: w.t("हर मंगलवार", "every Tuesday"), Call: "/meetings/m1/call"}
		}},
		{"sitting", chair, func(w words) web.Page { return sittingSample(w) }},
		{"sitting-issued", block, func(w words) web.Page {
			p := sittingSample(w)
			p.State, p.MayAttend, p.Acts, p.Proceedings = Issued, false, []web.Link{{Text: w.t("अनुपालन तालिका", "Action taken table"), Href: "/sittings/s1/atr"}}, web.Form{}
			p.Text, p.SavedAt = "छपरा: सारण के जिलाधिकारी की अध्यक्षता में आज साप्ताहिक समन्वय बैठक आयोजित की गई।\n\nसभी कार्यालयों में स्वच्छता बनाए रखने के लिए निर्धारित प्रक्रिया का पालन करने का निदेश दिया गया।", day(24).At(13, 5)
			p.Paper = &Paper{web.File{Name: w.t("कार्यवाही.docx", "proceedings.docx"), Href: "/sittings/s1/paper", Bytes: 2<<20 + 300<<10}, w.t("आशुलिपिक, जिलाधिकारी", "Stenographer to the Magistrate"), day(24).At(12, 40)}
			p.Attendance[0].Amended = true
			p.Addenda = []Addendum{{At: day(25).At(10, 5), By: w.t("गोपनीय शाखा", "Confidential section"), Words: "हस्ताक्षर पंजी में उपस्थिति अंकित है", Changes: []Correction{{Post: p.Attendance[0].Post, Was: w.t("अनुपस्थित", "Absent"), Now: w.t("उपस्थित", "Present")}}}}
			return p
		}},
		{"sitting-empty", chair, func(w words) web.Page {
			return &Sitting{Base: base(web.RoomMeetings), SittingRow: sittingRow(w, "s1", 27, Called, 0, 0), SeriesID: "m1", SeriesName: w.t("साप्ताहिक समन्वय", "Weekly coordination")}
		}},
		{"live", chair, func(w words) web.Page { return liveSample(w) }},
		{"live-empty", chair, func(w words) web.Page {
			return &Live{Base: base(web.RoomMeetings), SittingID: "s1", Meeting: w.t("साप्ताहिक समन्वय", "Weekly coordination"), At: now, Department: w.t("पर्यटन", "Tourism"), N: 1, Of: 14, Officer: w.t("जिला पर्यटन पदाधिकारी", "District Tourism Officer"), Line: Line{N: 1}, Next: web.Link{Text: w.t("स्वास्थ्य", "Health"), Href: "?n=2"}}
		}},
		{"weekly", chair, func(w words) web.Page { return weeklySample(w) }},
		{"weekly-declare", block, func(w words) web.Page {
			p := &Weekly{Base: base(web.RoomWeekly), From: march(2), To: march(7), Prev: "/weekly?week=8"}
			p.Declare = web.Form{Action: "/weekly", Draft: "p1/weekly", Submit: w.t("पाँच कार्य सहेजें", "Save the five tasks"), Next: w.t("मंगलवार की बैठक में इन्हीं की समीक्षा होगी।", "These are reviewed at Tuesday’s meeting.")}
			for i := range 5 {
				p.Declare.Fields = append(p.Declare.Fields, web.Field{Name: "task" + string(rune('1'+i)), Label: w.t("कार्य ", "Task ") + string(rune('1'+i))})
			}
			return p
		}},
		{"weekly-empty", chair, func(w words) web.Page { return &Weekly{Base: base(web.RoomWeekly), From: march(2), To: march(7)} }},
		{"atr", chair, func(w words) web.Page {
			return &ATR{Base: base(web.RoomMeetings), SittingID: "s1", Meeting: w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), At: day(24).At(11, 0), Chair: w.t("जिलाधिकारी", "District Magistrate"), Export: exports, Sums: Sums{All: n(6), Late: n(2)}, Done: n(2), Rows: []ATRRow{
				{1, "d218-41", w.t("15 वर्ष से पुराने सरकारी वाहनों की नीलामी कराएँ", "Scrap and auction government vehicles over 15 years old"), w.t("जिला परिवहन पदाधिकारी", "District Transport Officer"), march(31), w.t("43 वाहनों की सूची बनी; मूल्यांकन समिति गठित", "List of 43 vehicles made; valuation committee formed"), day(26), inTime(march(31))},
				{2, "d218-42", w.t("75 नीलाम पत्र पदाधिकारियों, पेशकारों और ऑपरेटरों का प्रशिक्षण कराएँ", "Train 75 certificate officers, their clerks and operators"), w.t("प्रभारी, जिला नीलाम शाखा", "Officer in charge, District Certificate Section"), march(3), "", 0, soon(march(3).At(17, 0))},
				{3, "d218-43", w.t("स्वच्छता के लिए निर्धारित एसओपी का पालन करें", "Keep to the procedure for cleanliness"), w.t("सभी कार्यालय प्रधान (85)", "All heads of office (85)"), day(24), w.t("85 में 79 कार्यालयों का प्रतिवेदन प्राप्त", "Reports of 79 of 85 offices received"), day(25), late(3)},
				{4, "d218-44", w.t("बायोमेट्रिक उपस्थिति की निगरानी करें", "Watch the biometric attendance"), w.t("अनुमंडल (3) और प्रखंड विकास पदाधिकारी (20)", "SDOs (3) and BDOs (20)"), day(27), "", 0, silent(3)},
				{5, "d218-45", w.t("आम लोगों से मिलने की तिथि और समय बाहर प्रदर्शित करें", "Show the day and hour for meeting the public outside"), w.t("सभी कार्यालय प्रधान (85)", "All heads of office (85)"), day(26), w.t("सभी 85 कार्यालयों में प्रदर्शित, चित्र संलग्न", "Shown at all 85 offices, photographs attached"), day(26), closed},
				{6, "d218-46", w.t("जिला स्तरीय पदाधिकारी अपने 5 प्रमुख कार्य बताएँ", "District officers to name their five main tasks"), w.t("सभी जिला स्तरीय पदाधिकारी (42)", "All district officers (42)"), day(26), w.t("42 में 40 ने बताए", "40 of 42 have"), day(26), late(1)},
			}}
		}},
		{"meetingform", chair, func(w words) web.Page {
			return &MeetingForm{Base: base(web.RoomMeetings), Title: w.t("बैठक बुलाएँ", "Call a meeting"), Trail: []web.Link{{Text: w.t("बैठकें", "Meetings"), Href: "/meetings"}}, Form: web.Form{Action: "/meetings/call", Submit: w.t("बैठक बुलाएँ", "Call the meeting"), Fields: []web.Field{
				{Kind: web.OneOfField, Name: "series", Label: w.t("शृंखला", "Series"), Optional: true, Options: []web.Option{{Value: "m1", Label: w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), Chosen: true}}},
				{Kind: web.DateField, Name: "day", Label: w.t("तिथि", "Day")}}}}
		}},
		{"atr-empty", chair, func(w words) web.Page {
			return &ATR{Base: base(web.RoomMeetings), SittingID: "s1", Meeting: w.t("साप्ताहिक समन्वय बैठक", "Weekly coordination meeting"), At: day(24).At(11, 0)}
		}},
	}
}

func sittingSample(w words) *Sitting {
	return &Sitting{
		Base: base(web.RoomMeetings), SittingRow: sittingRow(w, "s1", 27, Running, 0, 0), SeriesID: "m1", SeriesName: w.t("साप्ताहिक समन्वय", "Weekly coordination"), Chair: w.t("जिलाधिकारी", "District Magistrate"),
		Acts: []web.Link{{Text: w.t("परदे पर चलाएँ", "Show on the wall"), Href: "/sittings/s1/live"}, {Text: w.t("कार्यवाही से निदेश पढ़ें", "Read the directives from the proceedings"), Href: "/sittings/s1/reading"}, {Text: w.t("अनुपालन तालिका", "Action taken table"), Href: "/sittings/s1/atr"}},
		Agenda: []AgendaItem{
			{w.t("पीएम विश्वकर्मा: शेष पंचायतों की सूची", "PM Vishwakarma: remaining lists"), "/matters/d218-01", w.t("अमनौर, मढ़ौरा, पानापुर", "Amnour, Marhaura, Panapur"), late(3), []string{w.t("3 प्रखंडों में विलंब है", "3 blocks are late"), w.t("पिछली बैठक का निदेश है", "it is a directive of the last meeting")}, w.t("उद्योग विभाग", "Department of Industries"), "14 पंचायतें अपलोड, 4 शेष", day(26).At(16, 0), ""},
			{w.t("पानापुर प्रखंड के 3 प्रकरण", "3 matters of Panapur block"), "/matters?block=panapur", w.t("प्रखंड विकास पदाधिकारी, पानापुर", "BDO, Panapur"), silent(3), []string{w.t("3 दिन से कोई सूचना नहीं", "no word for 3 days")}, w.t("ग्रामीण विकास विभाग", "Rural Development Department"), "", 0, ""},
			{w.t("होली में विधि-व्यवस्था", "Law and order during Holi"), "", w.t("पुलिस अधीक्षक", "Superintendent of Police"), web.Standing{}, []string{w.t("जिलाधिकारी ने रखा", "put by the District Magistrate")}, w.t("गृह विभाग", "Home Department"), "", 0, "/sittings/s1/points/3/drop"},
		},
		Attendance: []Attendee{{"p1", w.t("उप विकास आयुक्त", "Deputy Development Commissioner"), Present, "", false}, {"p2", w.t("अनुमंडल पदाधिकारी, मढ़ौरा", "Sub-Divisional Officer, Marhaura"), ByVideo, "", false}, {"p3", w.t("जिला कल्याण पदाधिकारी", "District Welfare Officer"), ByDeputy, w.t("श्री राम कुमार, प्रधान सहायक", "Shri Ram Kumar, head assistant"), false}, {"p4", w.t("प्रखंड विकास पदाधिकारी, पानापुर", "Block Development Officer, Panapur"), Absent, "", false}, {"p5", w.t("जिला पंचायत राज पदाधिकारी", "District Panchayat Raj Officer"), NotMarked, "", false}},
		MayAttend:  true, Press: []web.Link{{Text: w.t("बैठक समाप्त करें", "Close the meeting"), Href: "/sittings/s1/close"}},
		Point: web.Form{Action: "/sittings/s1/points", Submit: w.t("कार्यसूची में जोड़ें", "Add to the agenda"), Fields: []web.Field{{Name: "title", Label: w.t("बिंदु", "Point")}}},
		Proceedings: web.Form{Action: "/sittings/s1/proceedings", Draft: "p1/s1/proceedings", Submit: w.t("सहेजें और निदेश पढ़ें", "Save and read the directives"), Next: w.t("पाठ से निदेश निकाले जाएँगे; आपकी जाँच के बिना कुछ जारी नहीं होगा।", "Directives are read from the text; nothing is issued before you have checked it."), Fields: []web.Field{
			{Kind: web.AreaField, Name: "text", Label: w.t("कार्यवाही का पाठ", "Text of the proceedings"), Rows: 8}, {Kind: web.FileField, Name: "paper", Label: w.t("या फ़ाइल", "Or a file"), Hint: "DOCX, TXT", Accept: ".docx,.txt", Optional: true}}},
	}
}

func liveSample(w words) *Live {
	return &Live{
		Base: base(web.RoomMeetings), SittingID: "s1", Meeting: w.t("मासिक विकास समीक्षा, शुक्रवार 27 फरवरी 2026", "Monthly development review, Friday 27 February 2026"), At: day(27).At(11, 42),
		Department: w.t("पंचायती राज", "Panchayati Raj"), N: 5, Of: 14, Officer: w.t("जिला पंचायत राज पदाधिकारी", "District Panchayat Raj Officer"), Presence: Present,
		Say:  w.t("53 प्रकरण खुले हैं, 2 विलंबित, 10 सात दिन में देय; सबसे पुराना विलंब 12 दिन।", "53 matters are open, 2 late, 10 due in seven days; the oldest delay is 12 days."),
		Past: []PastLine{{w.t("38 अपूर्ण कार्यों का भुगतान कराएँ", "Have 38 unfinished works paid for"), "/matters/d218-61", late(12)}, {w.t("पंचायत सहायकों की उपस्थिति, बिधनू व पतारा", "Attendance of panchayat assistants, Bidhnu and Patara"), "/matters/d218-62", late(5)}, {w.t("ग्राम सचिवालयों का निरीक्षण, 10 प्रखंड", "Inspection of village secretariats, 10 blocks"), "/matters/d218-63", soon(march(6).At(17, 0))}}, PastDone: 3, PastAll: 6,
		Lines: []SaidLine{{8, w.t("राज्य वित्त में कम व्यय पर स्पष्टीकरण दें", "Explain the low spending of state finance"), w.t("जिला पंचायत राज पदाधिकारी", "District Panchayat Raj Officer"), w.t("2 मार्च, 17:00 तक", "by 2 March, 5:00 pm")}},
		Line:  Line{N: 9, Text: w.t("डीपीआरओ शुक्रवार तक ग्राम पंचायतवार व्यय विवरण दें", "DPRO to give spending by panchayat by Friday"), Preview: Preview{w.t("जिला पंचायत राज पदाधिकारी", "District Panchayat Raj Officer"), w.t("शुक्रवार, 6 मार्च, 17:00", "Friday, 6 March, 5:00 pm"), w.t("ग्राम पंचायतवार व्यय विवरण", "spending by panchayat"), ""}},
		Undo:  Undo{w.t("निदेश 8 दर्ज: राज्य वित्त में कम व्यय पर स्पष्टीकरण, उत्तर 3 दिन में", "Directive 8 recorded: explanation of low spending, reply in 3 days"), "/sittings/s1/live/lines/8/undo", 8},
		Acts:  []web.Link{{Text: w.t("स्पष्टीकरण माँगें", "Ask for an explanation"), Href: "/matters/new?kind=explanation"}, {Text: w.t("अलग बैठक रखें", "Hold a meeting apart"), Href: "/meetings/call"}},
		Prev:  web.Link{Text: w.t("बेसिक शिक्षा", "Basic education"), Href: "?n=4"}, Next: web.Link{Text: w.t("पर्यटन", "Tourism"), Href: "?n=6"},
	}
}

func weeklySample(w words) *Weekly {
	five := func(s ...web.Standing) []web.Standing { return s }
	return &Weekly{
		Base: base(web.RoomWeekly), From: day(23), To: day(28), Prev: "/weekly?week=8", Next: "/weekly?week=10", Officers: 42, Named: 40, Export: exports,
		Mine: []MatterRow{{ID: "d218-71", Title: w.t("20 प्रखंडों की आवास सूची का मिलान", "Match the housing lists of 20 blocks"), Standing: inTime(day(28)), Act: web.Link{Text: w.t("भरें", "Report"), Href: "/matters/d218-71/report"}}, {ID: "d218-72", Title: w.t("जल-जीवन-हरियाली: 40 तालाबों का निरीक्षण", "Inspect 40 ponds"), Standing: closed}},
		Offices: []FiveOf{
			{w.t("उप विकास आयुक्त", "Deputy Development Commissioner"), "/weekly/p1", five(closed, closed, inTime(day(28)), soon(day(28).At(17, 0)), late(1)), 2, w.t("एक कार्य पिछले सप्ताह से चला आ रहा है", "one task carried over from last week")},
			{w.t("जिला कल्याण पदाधिकारी", "District Welfare Officer"), "/weekly/p2", five(closed, closed, closed, closed, closed), 5, ""},
			{w.t("जिला पंचायत राज पदाधिकारी", "District Panchayat Raj Officer"), "/weekly/p3", nil, 0, w.t("दूसरा सप्ताह", "second week")},
			{w.t("सिविल सर्जन", "Civil Surgeon"), "/weekly/p4", five(silent(4), silent(4), inTime(day(28)), inTime(day(28)), inTime(day(28))), 0, ""},
		},
	}
}

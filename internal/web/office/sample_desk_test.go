package office_test

import (
	"fmt"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/web"
	. "github.com/anupalan/anupalan/internal/web/office"
)

func deskSamples() []sample {
	return []sample{
		{"search", chair, func(w words) web.Page {
			return &Search{Base: base(web.NoRoom), Query: "prakhand panapur", Found: 3, Next: "/search?q=x&after=3", Hits: []Hit{
				{Kind: w.t("प्रकरण", "Matter"), Title: []Match{{w.t("पानापुर", "Panapur"), true}, {" ", false}, {w.t("प्रखंड", "block"), true}, {w.t(": शेष पंचायतों की सूची", ": remaining lists"), false}}, Href: "/matters/d218-12", Number: []Match{{"SRN-26-00519-9", false}}, Standing: silent(3), Note: w.t("प्रखंड विकास पदाधिकारी, पानापुर", "BDO, Panapur"), Text: []Match{{"सभी ", false}, {"प्रखंड", true}, {" विकास पदाधिकारियों को, जिनमें ", false}, {"पानापुर", true}, {" भी है, निदेश दिया गया।", false}}},
				{Kind: w.t("प्रकरण", "Matter"), Title: []Match{{w.t("हेल्पलाइन की शिकायतें", "Complaints of the helpline"), false}}, Href: "/matters/d218-13", Standing: silent(1), Number: []Match{{"SRN-26-00520-7", true}}, Where: []Match{{w.t("प्रखंड", "Block"), true}, {w.t(" विकास पदाधिकारी · ", " Development Officer · "), false}, {w.t("पानापुर", "Panapur"), true}}}},
				Forms: []string{"प्रखंड", "पानापुर"}, Named: []NamedHit{{Kind: w.t("पद", "Post"), Name: w.t("प्रखंड विकास पदाधिकारी, पानापुर", "Block Development Officer, Panapur"), Href: "/matters?holder=p9", Note: w.t("ग्रामीण विकास विभाग", "Rural Development"), Open: []MatterRow{{ID: "d218-12", Title: w.t("शेष पंचायतों की सूची", "Remaining lists"), Standing: silent(3), Number: "SRN-26-00519-9"}}},
					{Kind: w.t("स्थान", "Place"), Name: w.t("पानापुर", "Panapur"), Href: "/matters?block=p3", Note: w.t("सारण", "Saran")}}}
		}},
		{"search-none", chair, func(w words) web.Page {
			return &Search{Base: base(web.NoRoom), Query: "panpur blok", Near: []string{"पानापुर", "panapur block"}}
		}},
		{"search-start", block, func(w words) web.Page { return &Search{Base: base(web.NoRoom)} }},
		{"settings", chair, func(w words) web.Page {
			return &Settings{Base: base(web.RoomWork), Groups: []SettingGroup{{Name: w.t("निदेश और अनुपालन", "Directions and compliance"), Rows: []Setting{settingSample(w),
				{Name: w.t("एसएलपी की परिसीमा", "SLP limitation"), Href: "/settings/court.slp_in", Value: w.t("90 दिन", "90 days"), From: w.t("पैक का मान", "the pack’s"), Unverified: true}}}}}
		}},
		{"settings-empty", chair, func(w words) web.Page { return &Settings{Base: base(web.RoomWork)} }},
		{"setting", chair, func(w words) web.Page { return settingPageSample(w) }},
		{"setting-refused", chair, func(w words) web.Page {
			p := settingPageSample(w)
			p.Form.Field("value").Value = "3 days"
			p.Form.Head = w.t("मान अभी नहीं बदला", "The value was not changed")
			p.Form.Refuse(w.l, fault.New(fault.Invalid, "app.setting_wrong").With("value", "pack.profile_least", "follow_up.speak_in", "7 days", "3 days").With("why", "matter.reason_required"))
			return p
		}},
		{"exceptions", chair, func(w words) web.Page {
			give := web.Link{Text: w.t("किसी पद को सौंपें", "Give to a post"), Href: "/matters/d218-81/acts/give"}
			return &Exceptions{Base: base(web.RoomExceptions), Next: "/exceptions?after=2", Export: exports, Groups: []ExceptionGroup{
				{NoHolder, n(4), []Exception{{w.t("दाखिल-खारिज के 12 आवेदन", "12 applications for mutation"), "/matters/d218-81", w.t("अंचल अधिकारी, लहलादपुर का पद रिक्त है", "The post of Circle Officer, Lahladpur is vacant"), day(23), give}}},
				{Unsent, n(1), []Exception{{w.t("प्रखंड विकास पदाधिकारी, नगरा", "Block Development Officer, Nagra"), "/operator", w.t("ई-मेल दो बार लौटा, मोबाइल दर्ज नहीं", "e-mail returned twice, no mobile on record"), day(20), web.Link{}}}}}}
		}},
		{"exceptions-empty", chair, func(w words) web.Page { return &Exceptions{Base: base(web.RoomExceptions)} }},
		{"operator", chair, func(w words) web.Page { return operatorSample(w) }},
		{"operator-empty", chair, func(w words) web.Page {
			return &Operator{Base: base(web.RoomOperator), Health: []Health{{w.t("डेटाबेस", "Database"), w.t("ठीक है", "Well"), web.InTime}}}
		}},
		{"account", block, func(w words) web.Page {
			return accountSample(w, CodeState{Form: codeForm(w, w.t("चालू करें", "Switch it on"))})
		}},
		{"account-setup", block, func(w words) web.Page {
			f := codeForm(w, w.t("जाँचकर चालू करें", "Check and switch on"))
			f.Fields = []web.Field{{Kind: web.CodeField, Name: "code", Label: w.t("ऐप में दिखे 6 अंक", "The 6 figures in the app"), Auto: "one-time-code"}}
			return accountSample(w, CodeState{Secret: "JBSW Y3DP EHPK 3PXP", QR: "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", Form: f})
		}},
		{"account-on", chair, func(w words) web.Page {
			renew := web.Form{Action: "/account/code/spare", Submit: w.t("नए आपात कोड बनाएँ", "Make new spare codes"), Fields: []web.Field{{Kind: web.SecretField, Name: "password_spare", Label: w.t("पासवर्ड", "Password")}}}
			return accountSample(w, CodeState{On: true, Left: 7, Renew: renew, Form: codeForm(w, w.t("बंद करें", "Switch it off"))})
		}},
		{"spares", block, func(w words) web.Page {
			p := &Spares{Base: web.Base{AsOn: now}}
			for i := range 10 {
				p.Codes = append(p.Codes, fmt.Sprintf("4827 19%02d 5566", i))
			}
			return p
		}},
		{"audit", chair, func(w words) web.Page {
			return &AuditLog{Base: base(web.RoomAudit), Size: 254312, Root: "q8T1mZ0o4b7yqk1mC2n0Jb8mYt5y8y0r9a3m1v7KxPQ=", Signed: day(27).At(10, 0), Key: "saran-2026", Proof: "/audit/head", Next: "/audit?before=254309", Filters: []Filter{{w.t("प्रकरण SRN-26-00517-4", "matter SRN-26-00517-4"), "/audit"}}, Rows: []AuditRow{
				{254311, day(27).At(9, 30), w.t("पत्र का प्रारूप बना", "letter drafted"), "SRN-26-00517-4", "/matters/d218-01", "", "", ByRule},
				{254310, day(27).At(9, 12), w.t("प्रतिवेदन", "reported"), "SRN-26-00517-4/11", "/matters/d218-11", w.t("प्रखंड विकास पदाधिकारी, मढ़ौरा", "BDO, Marhaura"), "", InPerson},
				{254309, day(25).At(16, 40), w.t("प्रतिवेदन", "reported"), "SRN-26-00517-4/1", "/matters/d218-01", w.t("प्रखंड विकास पदाधिकारी, अमनौर", "BDO, Amnour"), w.t("प्रधान सहायक", "head assistant"), AsDelegate}}}
		}},
		{"audit-empty", chair, func(w words) web.Page {
			return &AuditLog{Base: base(web.RoomAudit), Size: 1, Root: "q8T1mZ0o4b7yqk1mC2n0Jb8mYt5y8y0r9a3m1v7KxPQ=", Signed: day(27).At(10, 0), Key: "saran-2026"}
		}},
	}
}

func codeForm(w words, submit string) web.Form {
	return web.Form{Action: "/account/code", Submit: submit, Fields: []web.Field{{Kind: web.SecretField, Name: "password", Label: w.t("आपका पासवर्ड", "Your password"), Auto: "current-password"}}}
}

func accountSample(w words, code CodeState) *Account {
	return &Account{
		Base: base(web.NoRoom), Code: code,
		Posts:    []HeldPost{{"p1", w.t("प्रखंड विकास पदाधिकारी, अमनौर", "Block Development Officer, Amnour"), w.t("मूल पदस्थापन", "substantive"), calendar.Date(0), true}, {"p2", w.t("अंचल अधिकारी, अमनौर", "Circle Officer, Amnour"), w.t("अतिरिक्त प्रभार", "additional charge"), march(31), false}},
		Reading:  web.Form{Action: "/account/reading", Submit: w.t("सहेजें", "Save"), Fields: []web.Field{{Kind: web.OneOfField, Name: "lang", Label: w.t("भाषा", "Language"), Options: []web.Option{{Value: "hi", Label: "हिंदी", Chosen: true}, {Value: "en", Label: "English"}}}, {Kind: web.OneOfField, Name: "digits", Label: w.t("अंक", "Figures"), Options: []web.Option{{Value: "latin", Label: "0123456789", Chosen: true}, {Value: "deva", Label: "०१२३४५६७८९"}}}}},
		Password: web.Form{Action: "/account/password", Submit: w.t("पासवर्ड बदलें", "Change the password"), Fields: []web.Field{{Kind: web.SecretField, Name: "old", Label: w.t("वर्तमान पासवर्ड", "Present password"), Auto: "current-password"}, {Kind: web.SecretField, Name: "new", Label: w.t("नया पासवर्ड", "New password"), Hint: w.t("कम से कम 12 अक्षर; तीन-चार शब्द अच्छे रहते हैं", "At least 12 characters; three or four words do well"), Auto: "new-password"}}},
		Sessions: []Session{{"1", w.t("Android फ़ोन, Chrome", "Android phone, Chrome"), w.t("अमनौर प्रखंड", "Amnour block"), day(27).At(10, 38), true}, {"2", w.t("Windows, Firefox", "Windows, Firefox"), w.t("समाहरणालय", "Collectorate"), day(24).At(17, 2), false}},
	}
}

func operatorSample(w words) *Operator {
	return &Operator{
		Base: base(web.RoomOperator), Waiting: n(3), Failed: n(1),
		Health:   []Health{{w.t("डेटाबेस", "Database"), w.t("ठीक है; लिखना 4 मि.से.", "Well; a write takes 4 ms"), web.InTime}, {w.t("डिस्क", "Disk"), w.t("81% भरी, लगभग 70 दिन शेष", "81% full, about 70 days left"), web.DueSoon}, {w.t("अंतिम बैकअप", "Last backup"), w.t("2 दिन पुराना", "2 days old"), web.Late}},
		Messages: []Message{{"m1", w.t("प्रखंड विकास पदाधिकारी, नगरा", "Block Development Officer, Nagra"), w.t("ई-मेल", "e-mail"), w.t("स्मरण: SRN-26-00517-4", "Reminder: SRN-26-00517-4"), 4, day(27).At(11, 0), w.t("पता अस्वीकृत", "address refused")}, {"m2", w.t("सिविल सर्जन", "Civil Surgeon"), "SMS", w.t("नया निदेश", "New directive"), 1, day(27).At(10, 45), ""}},
		Jobs:     []Job{{w.t("पदाधिकारियों की सूची का आयात", "Import of the list of officers"), w.t("जिला प्रशासक", "District administrator"), day(27).At(10, 20), 640, 1200, inTime(day(27)), ""}, {w.t("रात का बैकअप", "Nightly backup"), w.t("नियम से", "by rule"), day(26).At(1, 0), 12, 40, late(1), w.t("डिस्क भर गई", "the disk was full")}, {w.t("खोज की सूची", "Search index"), w.t("नियम से", "by rule"), day(27).At(0, 5), 254312, 254312, closed, ""}},
		Failures: []Failure{{"7QF-C2MX", day(27).At(9, 1), "/matters/d218-01/report", w.t("डेटाबेस व्यस्त", "the database was busy"), 2}},
	}
}

func stateSamples() []sample {
	kept := []web.Kept{{Name: "remark", Value: "सीएससी के साथ शिविर लगाकर अपहर और कटसा के मुखिया का लॉगिन बनवाया, सूची अपलोड कर दी गई।"}, {Name: "status", Value: "on"}}
	state := func(name, kind string, status int, hi, en, ref string, again string) sample {
		return sample{"state-" + name, block, func(w words) web.Page {
			p := &web.ErrorPage{Kind: kind, Status: status, Say: w.t(hi, en), Ref: ref, Again: again}
			if again != "" {
				p.Kept = kept
			}
			return p
		}}
	}
	return []sample{
		state("403", "forbidden", 403, "आपके पद को इसका अधिकार नहीं है।", "Your post has no power to do this.", "", ""),
		state("404", "not_found", 404, "यह उपलब्ध नहीं है।", "This is not available.", "", ""),
		state("429", "too_many", 429, "बहुत बार प्रयास हुआ है।", "Too many attempts.", "", ""),
		state("500", "internal", 500, "कार्यक्रम में त्रुटि हुई।", "The program failed.", "7QF-C2MX", "/matters/d218-01/acts/report"),
		state("busy", "busy", 503, "दूसरे काम सहेजे जा रहे हैं।", "Other work is being saved.", "7QF-C2MX", "/matters/d218-01/acts/report"),
		state("full", "full", 503, "डिस्क पर जगह नहीं बची है।", "The disk has no room left.", "7QF-C2MX", "/matters/d218-01/acts/report"),
		state("readonly", "readonly", 503, "रखरखाव चल रहा है।", "Maintenance is going on.", "7QF-C2MX", ""),
		state("refused", "refused", 409, "जिसने काम किया वही उसकी जाँच नहीं कर सकता।", "The one who did the work cannot check it.", "", ""),
		state("expired", "unauthenticated", 401, "कृपया पहले साइन इन करें।", "Please sign in first.", "", "/matters/d218-01/acts/report"),
		{"state-404-visitor", visitor, func(w words) web.Page {
			return &web.ErrorPage{Kind: "not_found", Status: 404, Say: w.t("यह उपलब्ध नहीं है।", "This is not available.")}
		}},
		{"state-conflict", block, func(w words) web.Page {
			return &web.ConflictPage{Mine: now, Kept: kept, Changed: web.Changed{By: w.t("प्रधान सहायक", "the head assistant"), At: day(27).At(10, 38), Add: "/matters/d218-01/acts/report", Leave: "/matters/d218-01", Rows: []web.ChangedRow{{What: w.t("पूरी पंचायतें", "Panchayats done"), Saved: "15 / 18", Yours: "16 / 18"}, {What: w.t("स्थिति", "State"), Saved: w.t("जारी है", "Going on"), Yours: w.t("जारी है", "Going on")}, {What: w.t("प्रमाण", "Evidence"), Saved: w.t("1 रसीद", "1 receipt"), Yours: w.t("2 रसीदें", "2 receipts")}}}}
		}},
		{"state-offline", visitor, func(w words) web.Page { return &web.Offline{} }},
		{"state-flash", block, func(w words) web.Page {
			return &Work{Base: web.Base{Room: web.RoomWork, AsOn: now, Flash: web.Flash{Text: w.t("प्रतिवेदन भेजा गया। जाँच महाप्रबंधक करेंगे।", "The report has been sent. The General Manager will check it."), Undo: "/undo/1", Seconds: 10}}}
		}},
	}
}

func settingSample(w words) Setting {
	return Setting{Name: w.t("इतने दिन में कुछ बताएँ", "Say something within"), Href: "/settings/follow_up.speak_in", Value: w.t("10 दिन", "10 days"), From: w.t("ज़िले का मान", "the district’s own"), Local: true}
}

func settingPageSample(w words) *SettingPage {
	return &SettingPage{Base: base(web.RoomWork), Setting: settingSample(w), System: w.t("निदेश और अनुपालन", "Directions and compliance"), Pack: w.t("7 दिन", "7 days"),
		Source: "follow_up@1", Bound: w.t("इससे कम नहीं", "never less"), May: true,
		Own: []OwnValue{{Value: w.t("12 दिन", "12 days"), From: march(10), Post: w.t("जिलाधिकारी", "District Magistrate"), Why: "निर्वाचन अवधि में अधिक समय", Ahead: true},
			{Value: w.t("10 दिन", "10 days"), From: march(1), Post: w.t("जिलाधिकारी", "District Magistrate"), Why: "बाढ़ राहत के कारण"}},
		Form: web.Form{Action: "/settings/follow_up.speak_in", Submit: w.t("मान बदलें", "Set the value"), Fields: []web.Field{
			{Kind: web.TextField, Name: "value", Label: w.t("नया मान", "New value"), Hint: w.t("उसी इकाई में, जैसे 10 days", "in its own unit, such as 10 days")},
			{Kind: web.DateField, Name: "from", Label: w.t("किस दिन से", "From which day")},
			{Kind: web.AreaField, Name: "why", Label: w.t("कारण", "Why"), Rows: 3}}}}
}

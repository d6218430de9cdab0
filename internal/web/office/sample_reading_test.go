package office_test

import (
	"github.com/anupalan/anupalan/internal/web"
	. "github.com/anupalan/anupalan/internal/web/office"
)

func readingSamples() []sample {
	return []sample{
		{"review", chair, func(w words) web.Page { return reviewSample(w) }},
		{"review-empty", chair, func(w words) web.Page {
			return &Review{Base: base(web.RoomMeetings), SittingID: "s1", Meeting: w.t("साप्ताहिक समन्वय, 24 फरवरी 2026", "Weekly coordination, 24 February 2026"), Text: []Paragraph{{Pieces: []Piece{plain("बैठक में सभी पदाधिकारी उपस्थित थे।")}}}}
		}},
		{"review-refused", chair, func(w words) web.Page {
			p := reviewSample(w)
			p.IssueForm = web.Form{Head: w.t("निदेश अभी जारी नहीं हुए", "Not issued yet"), Refused: []web.Refusal{{Field: "d4", Label: w.t("निदेश 4", "Directive 4"), Text: w.t("जाँच शेष है", "still to be checked")}}}
			p.Drafts[3].Form.Refused = []web.Refusal{{Field: "f-whom", Label: w.t("किसे", "Whom"), Text: w.t("पद चुनें", "choose the posts")}}
			p.Drafts[3].Form.Fields[1].Fault = w.t("पद चुनें", "choose the posts")
			return p
		}},
	}
}

func plain(s string) Piece            { return Piece{Runs: []Run{{Text: s}}} }
func quoted(d int, runs ...Run) Piece { return Piece{Draft: d, Runs: runs} }
func run(s string, m ...Mark) Run     { return Run{s, append(m, NoMark)[0]} }

func reviewSample(w words) *Review {
	off, on := quoted(3, run("इसके अलावा, यदि आवश्यक हो तो अन्य समय पर भी आम लोगों से मुलाकात की व्यवस्था सुनिश्चित की जाएगी।")), quoted(4, run("उन्होंने "), run("सभी पेट्रोल पंपों", HowMany), run(" पर जनसुविधाओं की उपलब्धता और उनकी साफ-सफाई का औचक निरीक्षण सुनिश्चित करने के लिए "), run("संबंधित पदाधिकारियों", Whom), run(" को निर्देशित किया।"))
	off.Off, on.On = true, true
	return &Review{
		Base: base(web.RoomMeetings), SittingID: "s1", Meeting: w.t("साप्ताहिक समन्वय, मंगलवार 24 फरवरी 2026", "Weekly coordination, Tuesday 24 February 2026"), By: w.t("आशुलिपिक शाखा", "Stenographers’ branch"), SavedAt: day(24).At(12, 5),
		Summary: w.t("7 वाक्य: 5 से निदेश, 1 से उपस्थिति, 1 सूचना मात्र", "7 sentences: 5 gave directives, 1 attendance, 1 information only"),
		Text: []Paragraph{
			{Pieces: []Piece{plain("छपरा: सारण के जिलाधिकारी की अध्यक्षता में आज एक साप्ताहिक समन्वय बैठक आयोजित की गई, "), quoted(1, run("जिसमें "), run("जिले के विभिन्न पदाधिकारियों", Whom), run(" को अपने कार्यक्षेत्र से संबंधित "), run("5 प्रमुख कार्यों", HowMany), run(" को "), run("समयबद्ध तरीके से", ByWhen), run(" पूरा करने का लक्ष्य दिया गया।"))}},
			{Heading: true, Pieces: []Piece{plain("स्वच्छता और कार्यसंस्कृति:")}},
			{Pieces: []Piece{quoted(2, run("जिलाधिकारी ने "), run("सभी कार्यालयों", Whom), run(" में आम लोगों से मुलाकात के लिए निर्धारित तिथि और समय का निर्धारण करने और उसे कार्यालय के बाहर प्रदर्शित करने को कहा,")), plain(" ताकि जनता को सेवा लेने में कोई असुविधा न हो। "), off}},
			{Heading: true, Pieces: []Piece{plain("पेट्रोल पंपों की निगरानी:")}},
			{Pieces: []Piece{on, plain(" "), quoted(5, run("न्यायालय से संबंधित मामलों में "), run("सभी संबंधित पदाधिकारियों", Whom), run(" को "), run("समय पर", ByWhen), run(" तथ्य विवरणी दायर करने का आदेश दिया गया।"))}},
		},
		Drafts: []Draft{
			{N: 1, ID: "r1", What: w.t("अपने कार्यक्षेत्र के 5 प्रमुख कार्य पूरे करें", "Complete five main tasks of your own field"), Whom: w.t("सभी जिला स्तरीय पदाधिकारी (42)", "all district officers (42)"), When: w.t("3 मार्च, अगली बैठक", "3 March, next meeting"), State: Accepted},
			{N: 2, ID: "r2", What: w.t("आम लोगों से मिलने की तिथि और समय बाहर प्रदर्शित करें", "Show the day and hour for meeting the public outside"), Whom: w.t("सभी कार्यालय प्रधान (85)", "all heads of office (85)"), Doubt: w.t("पाठ में तिथि नहीं", "no date in the text")},
			{N: 3, ID: "r3", What: w.t("आवश्यकता पर अन्य समय भी मुलाकात की व्यवस्था करें", "Arrange to meet at other hours where needed"), Whom: w.t("सशर्त", "conditional"), Note: w.t("निदेश 2 में सम्मिलित", "part of directive 2"), State: Dropped},
			{N: 4, ID: "r4", What: w.t("सभी पेट्रोल पंपों का औचक निरीक्षण करें", "Inspect all petrol pumps by surprise"), Editing: true, Form: web.Form{Action: "/sittings/s1/reading/r4/accept", Fields: []web.Field{
				{Kind: web.AreaField, Name: "what", Label: w.t("निदेश", "Directive"), Rows: 2, Value: "सभी पेट्रोल पंपों पर जनसुविधाओं की उपलब्धता और साफ-सफाई का औचक निरीक्षण करें"},
				{Kind: web.PostField, Name: "whom", Label: w.t("किसे", "Whom"), Many: true, Value: w.t("अनुमंडल पदाधिकारी", "sub divisional officer"), Searched: true, Warning: w.t("पाठ में “संबंधित पदाधिकारियों”: पद चुनें", "the text says “officers concerned”: choose the posts"), Hint: w.t("हर पद का अलग प्रकरण बनेगा", "each post gets a matter of its own"), Options: []web.Option{{Value: "1", Label: w.t("अनुमंडल पदाधिकारी, सभी (3)", "Sub-Divisional Officers, all (3)"), Note: w.t("छपरा सदर, मढ़ौरा, सोनपुर", "Chhapra Sadar, Marhaura, Sonepur"), Chosen: true}, {Value: "2", Label: w.t("प्रखंड आपूर्ति पदाधिकारी (20)", "Block Supply Officers (20)")}}},
				{Kind: web.DateField, Name: "when", Label: w.t("कब तक", "By when"), Value: w.t("अगले बुधवार", "next Wednesday"), Shown: w.t("गुरुवार, 5 मार्च 2026, शाम 5:00 बजे", "Thursday, 5 March 2026, 5:00 pm"), Hint: w.t("बुधवार को होली का अवकाश है", "Wednesday is the Holi holiday")},
			}}},
			{N: 5, ID: "r5", What: w.t("न्यायालय मामलों में समय पर तथ्य विवरणी दायर करें", "File statements of facts in time"), Whom: w.t("मामले के प्रभारी पदाधिकारी", "officers in charge of the cases"), When: w.t("प्रत्येक मामले की अपनी तिथि", "each case has its own date")},
		},
		Issue: IssuePlan{4, 301, 112},
	}
}

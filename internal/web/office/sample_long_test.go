package office_test

import (
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/web"
	. "github.com/anupalan/anupalan/internal/web/office"
)

// longSamples hold the longest names an office has, numbers of a whole State, and words that no line can hold.
func longSamples() []sample {
	post := func(w words) string {
		return w.t("जिला लोक शिकायत निवारण पदाधिकारी-सह-अपर समाहर्ता (विभागीय जाँच), सारण", "District Public Grievance Redressal Officer-cum-Additional Collector (Departmental Enquiry), Saran")
	}
	dept := func(w words) string {
		return w.t("पिछड़ा वर्ग एवं अति पिछड़ा वर्ग कल्याण तथा अनुसूचित जाति एवं अनुसूचित जनजाति कल्याण विभाग", "Department of Backward Classes and Extremely Backward Classes Welfare and Scheduled Castes and Scheduled Tribes Welfare")
	}
	unbroken := strings.Repeat("https://pgportal.example/", 6)
	big := func(v int) web.Count { return web.Count{N: v, Href: "/matters"} }
	return []sample{
		{"long-today", chair, func(w words) web.Page {
			row := TallyRow{dept(w), "/matters", big(254312), big(1043998), big(8812345), big(99999), big(10210654), 1287}
			return &Today{Base: base(web.RoomToday), Sums: Sums{All: big(10210654), Late: big(254312), Soon: big(1043998), InTime: big(8812345), Silent: big(99999), Other: big(12)}, Rows: []TallyRow{row, row}, Total: row,
				Decisions: []Decision{{dept(w) + " " + unbroken, post(w), web.Link{Text: w.t("स्पष्टीकरण का उत्तर पढ़कर निर्णय लें", "Read the reply to the explanation and decide"), Href: "/x"}}},
				Dates:     []Coming{{Date: march(9), Title: dept(w), Href: "/x", Note: post(w)}}, Quiet: []QuietOffice{{post(w), "/x", day(1), big(10000)}}}
		}},
		{"long-work", func(l i18n.Lang) web.Reader {
			r := block(l)
			r.Me.Post, r.Office = post(words{l}), dept(words{l})
			return r
		}, func(w words) web.Page {
			return &Work{Base: base(web.RoomWork), Late: []MatterRow{{ID: "d218-01", Number: "SRN-26-00517-4", Title: unbroken, Standing: late(1287), Holder: post(w), Asker: post(w), Place: dept(w), Last: unbroken, Act: web.Link{Text: w.t("प्रतिवेदन भरें", "Fill the report"), Href: "/x"}}}}
		}},
		{"long-matter", chair, func(w words) web.Page {
			p := &Matter{Base: base(web.RoomMatters), Head: askHead(w), Deeds: []Deed{{At: now, What: unbroken, Quote: unbroken, Post: post(w), Person: post(w), Mode: AsDelegate, Files: []web.File{{Name: unbroken + ".pdf", Href: "/x", Bytes: 12 << 20}}}}}
			p.Title, p.Ask.Text = dept(w), unbroken
			p.State = StateLine{Holder: post(w), Standing: silent(1287), Parts: big(254312), Done: big(143), PartWord: w.t("प्राथमिक एवं माध्यमिक विद्यालय", "primary and middle schools")}
			p.Parts = []Part{{"d1", post(w), late(1287), 100000, 254312}, {"d2", unbroken, closed, 254312, 254312}}
			p.Facts = []Fact{{w.t("अगले स्तर पर भेजने की तिथि", "Goes up to the next level on"), unbroken, "/x"}}
			p.Acts = []web.Link{{Text: w.t("स्पष्टीकरण के उत्तर पर निर्णय लेकर पत्र पर हस्ताक्षर करें", "Decide on the reply and sign the letter to all officers"), Href: "/x"}}
			return p
		}},
		{"long-review", chair, func(w words) web.Page {
			p := reviewSample(w)
			p.Text = append(p.Text, Paragraph{Pieces: []Piece{quoted(1, run(unbroken, Whom)), plain(unbroken)}})
			p.Drafts[0].What, p.Drafts[0].Whom, p.Drafts[1].Doubts = unbroken, dept(w), []string{post(w)}
			return p
		}},
		{"long-live", chair, func(w words) web.Page {
			p := liveSample(w)
			p.Department, p.Officer, p.Line.Preview.Whom, p.Line.Preview.Doubt = dept(w), post(w), post(w), post(w)
			return p
		}},
		{"long-atr", chair, func(w words) web.Page {
			p := &ATR{Base: base(web.RoomMeetings), SittingID: "s1", Meeting: dept(w), At: now, Chair: post(w)}
			for i := range 40 {
				p.Rows = append(p.Rows, ATRRow{i + 1, "d1", dept(w), post(w), march(3), unbroken, day(3), late(1287)})
			}
			return p
		}},
	}
}

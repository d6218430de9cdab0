package demo

import (
	"fmt"
	"io/fs"

	"github.com/anupalan/anupalan/internal/app"
	"github.com/anupalan/anupalan/internal/record"
)

// storyDays is how long ago the story begins.
const storyDays = 24

// ask is one direction of the story.
type ask struct {
	key     string
	day     int
	by      string // post that gives it
	subject string
	detail  string
	owners  []string
	due     int // day of the story; 0 none
	rhythm  string
}

// deed is one act of the story on the share of a post.
type deed struct {
	day    int
	who    string // post that acts
	ask    string
	owner  string // whose share it is
	act    string
	remark string
	figure string
	to     int // day of the story an extension is asked or granted until
}

var blocks = []string{"chhapra", "manjhi", "dighwara", "revelganj", "parsa", "baniapur", "amnour", "taraiya", "sonepur", "garkha",
	"ekma", "dariapur", "jalalpur", "marhaura", "mashrakh", "maker", "nagra", "panapur", "isuapur", "lahladpur"}

func each(prefix string) []string {
	list := make([]string, len(blocks))
	for i, b := range blocks {
		list[i] = prefix + b
	}
	return list
}

func asks() []ask {
	return []ask{
		{key: "lists", day: 2, by: "dm_saran", subject: "पीएम विश्वकर्मा: शेष पंचायतों की सूची पोर्टल पर अपलोड कराएँ", detail: "जिन पंचायतों की सूची शेष है, उसे संध्या तक पोर्टल पर चढ़वाएँ।", owners: each("bdo_"), due: 4},
		{key: "camps", day: 2, by: "dm_saran", subject: "आयुष्मान कार्ड: जन वितरण की हर दुकान पर विशेष शिविर लगाएँ", owners: each("mo_"), due: 12},
		{key: "review", day: 2, by: "dm_saran", subject: "आयुष्मान कार्ड शिविरों की प्रगति की समीक्षा करें", owners: []string{"sdo_sadar", "sdo_marhaura", "sdo_sonepur"}, rhythm: "week"},
		{key: "facts", day: 2, by: "dm_saran", subject: "न्यायालय के मामलों में तथ्य विवरणी समय पर दायर करें", owners: []string{"legal_saran"}, due: 9},
		{key: "live", day: 2, by: "dm_saran", subject: "प्रखंड मुख्यालय में आवासन की घोषणा दें", owners: each("bdo_"), due: 16},
		{key: "vehicles", day: 9, by: "dm_saran", subject: "15 वर्ष से पुराने सरकारी वाहनों की सूची बनाकर नीलामी कराएँ", owners: []string{"dto_saran"}, due: 30},
		{key: "training", day: 9, by: "dm_saran", subject: "75 नीलाम पत्र पदाधिकारियों, पेशकारों और ऑपरेटरों का एक दिन का प्रशिक्षण कराएँ", owners: []string{"dcert_saran"}, due: 14},
		{key: "pumps", day: 9, by: "dm_saran", subject: "पेट्रोल पंपों पर जनसुविधा और साफ-सफाई का औचक निरीक्षण करें", owners: []string{"sdo_sadar", "sdo_marhaura", "sdo_sonepur"}, due: 20},
		{key: "hours", day: 9, by: "dm_saran", subject: "आम लोगों से मिलने का दिन और समय कार्यालय के बाहर प्रदर्शित करें", owners: each("co_"), due: 13},
		{key: "drugs", day: 9, by: "ddc_saran", subject: "सभी प्रखंडों में दवा की उपलब्धता की सूची दें", owners: []string{"cs_saran"}, due: 15},
		{key: "ration", day: 16, by: "dm_saran", subject: "तीन दिन से बंद राशन दुकानें खुलवाएँ और प्रतिवेदन दें", owners: []string{"dso_saran"}, due: 19},
		{key: "schools", day: 16, by: "dm_saran", subject: "जर्जर भवन वाले विद्यालयों का सर्वेक्षण पूरा कराएँ", owners: []string{"deo_saran"}, due: 31},
		{key: "drains", day: 16, by: "dm_saran", subject: "चापाकल मरम्मत: 36 बंद चापाकल चालू कराएँ", owners: []string{"ee_phed_saran"}, due: 23},
		{key: "urgent", day: 22, by: "dm_saran", subject: "शीतलहर: अलाव और कंबल की व्यवस्था तत्काल करें", owners: each("co_")},
	}
}

// deeds are what the posts did, in the order of the days.
func deeds() []deed {
	var list []deed
	for i, b := range blocks {
		switch {
		case b == "amnour" || b == "panapur" || b == "marhaura":
		case i%2 == 0:
			list = append(list, deed{day: 3, who: "bdo_" + b, ask: "lists", owner: "bdo_" + b, act: "report", remark: "सभी पंचायतों की सूची अपलोड, पोर्टल से मिलान किया", figure: fmt.Sprint(8 + i)})
		default:
			list = append(list, deed{day: 4, who: "bdo_" + b, ask: "lists", owner: "bdo_" + b, act: "report", remark: "शेष पंचायतों की सूची आज अपलोड हुई", figure: fmt.Sprint(9 + i)})
		}
	}
	for _, b := range blocks {
		if b != "amnour" && b != "panapur" && b != "marhaura" {
			list = append(list, deed{day: 5, who: "dm_saran", ask: "lists", owner: "bdo_" + b, act: "accept"})
		}
	}
	list = append(list,
		deed{day: 5, who: "bdo_marhaura", ask: "lists", owner: "bdo_marhaura", act: "progress", remark: "16 पंचायतें अपलोड; 5 के मुखिया का लॉगिन नहीं बना"},
		deed{day: 6, who: "legal_saran", ask: "facts", owner: "legal_saran", act: "report", remark: "चार मामलों में तथ्य विवरणी दायर"},
		deed{day: 7, who: "dm_saran", ask: "facts", owner: "legal_saran", act: "return", remark: "वाद 88 की विवरणी में तिथि गलत है, सुधार कर दें"},
		deed{day: 8, who: "bdo_amnour", ask: "lists", owner: "bdo_amnour", act: "report", remark: "14 पंचायतें अपलोड, 4 शेष"},
		deed{day: 9, who: "dm_saran", ask: "lists", owner: "bdo_amnour", act: "return", remark: "चारों पंचायतें भी चाहिए; सीएससी से शिविर लगाएँ"},
	)
	for i, b := range blocks {
		if i%3 != 0 {
			list = append(list, deed{day: 10 + i%3, who: "mo_" + b, ask: "camps", owner: "mo_" + b, act: "report", remark: "सभी दुकानों पर शिविर हुए", figure: fmt.Sprint(90 + 7*i)})
		}
		if i%4 == 1 {
			list = append(list, deed{day: 12, who: "co_" + b, ask: "hours", owner: "co_" + b, act: "report", remark: "समय-सूची कार्यालय के बाहर लगाई गई"})
		}
	}
	list = append(list,
		deed{day: 12, who: "sdo_marhaura", ask: "pumps", owner: "sdo_marhaura", act: "progress", remark: "11 में 6 पंपों का निरीक्षण हुआ"},
		deed{day: 13, who: "dcert_saran", ask: "training", owner: "dcert_saran", act: "report", remark: "प्रेक्षागृह में प्रशिक्षण हुआ, 71 उपस्थित", figure: "71"},
		deed{day: 14, who: "dm_saran", ask: "training", owner: "dcert_saran", act: "accept", remark: "अच्छा आयोजन"},
		deed{day: 14, who: "cs_saran", ask: "drugs", owner: "cs_saran", act: "report", remark: "सूची संलग्न; तीन दवाएँ शेष"},
		deed{day: 15, who: "ddc_saran", ask: "drugs", owner: "cs_saran", act: "accept"},
		deed{day: 18, who: "sdo_sonepur", ask: "pumps", owner: "sdo_sonepur", act: "extend", remark: "निरीक्षण दल निर्वाचन प्रशिक्षण में है", to: 27},
		deed{day: 19, who: "dso_saran", ask: "ration", owner: "dso_saran", act: "progress", remark: "दो दुकानें खुलीं, एक का अनुज्ञप्तिधारी अस्पताल में"},
		deed{day: 20, who: "ee_phed_saran", ask: "drains", owner: "ee_phed_saran", act: "progress", remark: "36 में 21 चालू", figure: "21"},
		deed{day: 22, who: "deo_saran", ask: "schools", owner: "deo_saran", act: "progress", remark: "1,842 में 1,310 विद्यालयों का सर्वेक्षण हुआ", figure: "1310"},
	)
	return list
}

// tell gives the directions and does the deeds, day by day.
func (t *teller) tell(packs fs.FS) error {
	all, done := asks(), deeds()
	for day := 1; day <= storyDays; day++ {
		if err := t.until(day); err != nil {
			return err
		}
		if err := t.meet(day, packs); err != nil {
			return fmt.Errorf("meeting: %w", err)
		}
		for _, one := range all {
			if one.day == day && !one.atMeeting() {
				if err := t.give(one); err != nil {
					return fmt.Errorf("%s: %w", one.key, err)
				}
			}
		}
		for _, d := range done {
			if d.day == day {
				if err := t.do(d); err != nil {
					return fmt.Errorf("%s by %s: %w", d.act, d.who, err)
				}
			}
		}
	}
	return t.worker.Once(t.ctx)
}

func (t *teller) give(one ask) error {
	who, err := t.app.ActorOf(t.ctx, district, one.by)
	if err != nil {
		return err
	}
	f := app.OpenForm{Ask: "directive", Subject: one.subject, Detail: one.detail, Owners: one.owners, Rhythm: one.rhythm}
	if one.due != 0 {
		f.Due = t.on(one.due).String()
	}
	c, err := t.app.OpenCommand(t.ctx, who, f)
	if err != nil {
		return err
	}
	v, err := t.app.Open(t.ctx, who, f.Ask, c)
	if err != nil {
		return err
	}
	return t.remember(one, v)
}

// remember keeps the share of each post of a direction.
func (t *teller) remember(one ask, v app.View) error {
	t.shares[one.key] = map[string]record.Key{}
	if v.Parts == nil {
		return fmt.Errorf("%s has no share", v.Number)
	}
	for _, p := range v.Parts.Parts {
		t.shares[one.key][p.Holder.Key] = p.Key
	}
	return nil
}

func (t *teller) do(d deed) error {
	who, err := t.app.ActorOf(t.ctx, district, d.who)
	if err != nil {
		return err
	}
	f := app.ActForm{ID: t.shares[d.ask][d.owner].String(), Act: d.act, Words: d.remark, Fields: map[string]any{}}
	if d.act == "extend" {
		f.To = t.on(d.to).String()
	} else if d.remark != "" {
		f.Fields["remark"] = d.remark
		f.Words = ""
	}
	if d.figure != "" {
		f.Fields["figure"] = d.figure
	}
	_, err = t.app.Submit(t.ctx, who, f)
	return err
}

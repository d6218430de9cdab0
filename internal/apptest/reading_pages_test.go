package apptest

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/sitting"
)

// TestAReadingWorksWithoutScript corrects, remembers, brings back and takes figures down
// by forms alone, as a browser without JavaScript sends them; nothing typed is lost.
func TestAReadingWorksWithoutScript(t *testing.T) {
	Each(t, func(e *Env) {
		t := e.T.(*testing.T)
		m := e.Meet("24.2.2026")
		v := m.Paste("डीपीओ को निर्देश दिया गया कि वे सूची दें।\nअमनौर प्रखंड में दाखिल खारिज के 900 मामले लंबित हैं।\nप्रतिलिपि: सभी संबंधित पदाधिकारी को सूचनार्थ एवं आवश्यक कार्रवाई हेतु प्रेषित।")
		if len(v.Drafts) != 1 || len(v.Figures) != 1 || len(v.Asides) != 1 {
			t.Fatalf("%d drafts, %d figures, %d set aside", len(v.Drafts), len(v.Figures), len(v.Asides))
		}
		o := e.SignIn("conf_saran")
		at := "/sittings/" + m.Key.String()
		page := o.Open(at + "/reading?edit=1").Words()
		for _, want := range []string{"1 में 0 देखे", "1 संदिग्ध", "“डीपीओ” कई पदों का नाम है", "जिला प्रोग्राम पदाधिकारी (आईसीडीएस), सारण", "पृष्ठ-सज्जा"} {
			if !strings.Contains(page, want) {
				t.Errorf("the reading does not say %q", want)
			}
		}
		one := at + "/reading/" + v.Drafts[0].ID.String()
		if a := o.Submit(one+"/edit", url.Values{"subject": {"सूची दें"}, "owners": {"dpo_icds_saran"}, "limit": {"10.3.2026"}}); a.Status >= 400 {
			t.Fatalf("%d %s", a.Status, a.Words())
		}
		if a := o.Open(at + "/reading"); !strings.Contains(a.Words(), "ज़िले के लिए याद रखें") {
			t.Fatal("it is not offered to be remembered")
		}
		if a := o.Submit(one+"/remember", url.Values{"words": {" "}}); a.Status != 422 || !strings.Contains(a.Words(), "वे शब्द लिखें") {
			t.Errorf("no words: %d", a.Status)
		}
		o.Submit(one+"/remember", url.Values{"words": {"डीपीओ"}})
		list := o.Open("/remembered")
		if !strings.Contains(list.Words(), "“डीपीओ”") || !strings.Contains(list.Words(), "अब न मानें") {
			t.Errorf("it is not listed: %s", list.Words())
		}
		if a := e.SignIn("bdo_amnour").Open("/remembered"); !strings.Contains(a.Words(), "“डीपीओ”") || strings.Contains(a.Words(), "अब न मानें") {
			t.Error("another post sees it, and may not retire it")
		}
		figure := at + "/figures/" + v.Figures[0].ID.String()
		a := o.Submit(figure+"/edit", url.Values{"measure": {" "}, "place": {"amnour"}, "to": {"कुछ"}, "nature": {"stock"}})
		if a.Status != 422 || !strings.Contains(a.Words(), "किसका आँकड़ा है, लिखें") || !strings.Contains(string(a.Body), `value="कुछ"`) {
			t.Errorf("a wrong figure: %d %s", a.Status, a.Words())
		}
		o.Submit(figure+"/edit", url.Values{"measure": {"लंबित दाखिल खारिज"}, "place": {"amnour"}, "to": {"24.2.2026"}, "nature": {"stock"}, "indicator": {"-"}})
		o.Submit(at+"/reading/back", url.Values{"start": {strconv.Itoa(v.Asides[0].Start)}, "end": {strconv.Itoa(v.Asides[0].End)}})
		if v = m.Reading(); len(v.Drafts) != 2 || len(v.Asides) != 0 || v.Figures[0].Status != sitting.Accepted {
			t.Fatalf("%d drafts, %d set aside, figure %s", len(v.Drafts), len(v.Asides), v.Figures[0].Status)
		}
		o.Submit(at+"/reading/"+v.Drafts[1].ID.String()+"/drop", url.Values{})
		m.Issue()
		seen := o.Open("/figures").Words()
		if !strings.Contains(seen, "लंबित दाखिल खारिज") || !strings.Contains(seen, "900") || !strings.Contains(seen, "बताया गया") {
			t.Errorf("the figure is not listed: %s", seen)
		}
	})
}

package extract

import (
	"fmt"
	"strings"
	"testing"
)

// owned holds texts to the owners and measures of their directives, whatever the time.
func owned(t *testing.T, rules []rule) {
	t.Helper()
	lex := tables(t)
	for _, r := range rules {
		res := Read(r.text, Options{Lexicon: lex, Date: day10(t)})
		var got []string
		for i := range res.Directives {
			d := &res.Directives[i]
			line := strings.Join(d.Keys, " ")
			if d.Sanction != NoSanction {
				line += " | " + d.Sanction.String()
			}
			got = append(got, line)
		}
		if fmt.Sprint(got) != fmt.Sprint(r.want) {
			t.Errorf("%s\n got %q\nwant %q", r.text, got, r.want)
		}
	}
}

func TestEnglishItemNamesOwnerBeforeTo(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"- CMO to get the cold chain audited by 15/03.", []string{"cmo"}},
		{"1. DIOS and BSA to jointly inspect 20 schools by Friday.", []string{"dios bsa"}},
		{"- DPRO to furnish the list of unpaid sanitation workers within 3 days.", []string{"dpro"}},
		{"- EE PHED + EE Electricity to restore supply to 12 schemes by 10 June.", []string{"ee_phed ee_electricity"}},
		{"- The District Tourism Officer to submit the footfall report by 5 May.", []string{"district_tourism_officer"}},
	})
}

func TestEnglishBarePassiveIsADirective(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"Explanation be obtained from the BDO Rampur within 3 days.", []string{"bdo | explanation"}},
		{"Fresh estimates be prepared by the EE PWD by 10 May.", []string{"ee_pwd"}},
		{"It was decided that a help desk be opened by the CMO at the earliest.", []string{"cmo"}},
		{"No further work order will be issued by the EE PHED until the accounts are audited.", []string{"ee_phed"}},
		{"A list of idle pumps is to be handed over by the EE PHED to the CDO by tomorrow.", []string{"ee_phed"}},
		{"The verification may be started by the Tehsildars forthwith.", []string{"tehsildar"}},
	})
}

func TestEnglishViewsAndThreatsAreNone(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"It was noted that the instruction to clear all files had been complied with.", nil},
		{"The Collector desired that the district should be counted among the best.", nil},
		{"The representative of NABARD observed that self-help groups should get more credit.", nil},
		{"Employees found absent will face action.", nil},
		{"Any agency found to have used poor material will be blacklisted.", nil},
		{"Depositors are advised not to sign blank forms.", nil},
	})
}

func TestPlaceBehindShortTitleBelongsToTheOwner(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for text, owner := range map[string]string{
		"बीडीओ अमनौर शुक्रवार तक सूची दें।":                           "बीडीओ अमनौर",
		"सीओ मशरक 15 जून तक नापी का प्रतिवेदन भेजें।":                 "सीओ मशरक",
		"थानाध्यक्ष एकमा कल तक अभियुक्त की गिरफ्तारी सुनिश्चित करें।": "थानाध्यक्ष एकमा",
		"एसडीओ सदर अतिक्रमण हटवाएं।":                                  "एसडीओ सदर",
		"बीईओ पिपरिया सोमवार को विद्यालयों का निरीक्षण करें।":         "बीईओ पिपरिया",
		"बीडीओ राशि शुक्रवार तक दें।":                                 "बीडीओ",
	} {
		res := Read(text, Options{Lexicon: lex, Date: day10(t)})
		if len(res.Directives) != 1 || len(res.Directives[0].Owners) != 1 || res.Directives[0].Owners[0].Text != owner {
			t.Errorf("%s: %+v", text, res.Directives)
			continue
		}
		if d := &res.Directives[0]; d.AllOfKind != (owner == "बीडीओ") {
			t.Errorf("%s: all of kind is %v", text, d.AllOfKind)
		}
	}
}

func TestMeasureTakesItsObjectFromTheClauseBefore(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"सीडीपीओ बसंतपुर ने एक भी केन्द्र नहीं देखा, उनसे स्पष्टीकरण लिया जाए।", []string{"cdpo | explanation"}},
		{"बीईओ ने बैठक की सूचना नहीं दी, उनसे स्पष्टीकरण पूछा जाय।", []string{"beo | explanation"}},
		{"तहसीलदार के द्वारा प्रतिवेदन नहीं भेजा गया, उन्हें कारण बताओ नोटिस जारी किया जाए।", []string{"tehsildar | show_cause"}},
		{"बीडीओ बिना सूचना के अनुपस्थित थे, उनसे स्पष्टीकरण प्राप्त किया जाए।", []string{"bdo | explanation"}},
		{"प्रगति शून्य रहने पर संबंधित बीईओ से जवाब तलब किया गया।", []string{"beo | explanation"}},
	})
}

func TestClauseThatSaysWhoWasAskedIsNoneOfItsOwn(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"बाजार में रात को गश्त हो — थानाध्यक्ष को इसके लिए कहा गया।", []string{"sho"}},
		{"विद्यालय समय पर खुलें — बीईओ को इसके लिए निर्देशित किया गया।", []string{"beo"}},
		{"घाटों पर नाव की व्यवस्था करें — यह भी सीओ को कहा गया।", []string{"co"}},
		{"लंबित शिकायतें 15 मई तक निराकृत कराई जाएं, इसके लिए एल-1 अधिकारी उत्तरदायी होंगे।", []string{"l1_officer"}},
		{"नालों की सफाई 10 जून तक करा ली जाए, इसकी जवाबदारी नगर आयुक्त की रहेगी।", []string{"municipal_commissioner"}},
	})
}

func TestAttendanceReferencesAndLinksAreNone(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"इस मौके पर सिविल सर्जन, डीपीओ आदि रहे।", nil},
		{"कृपया इस कार्यालय के पत्र दिनांक 02.06.2025 का सन्दर्भ ग्रहण करें।", nil},
		{"कृपया संलग्न पत्र का अवलोकन करें।", nil},
		{"हमारे व्हाट्सएप चैनल से जुड़ें।", nil},
		{"मतदाता किसी प्रलोभन में न आएं।", nil},
		{"अभियान 10 जून से चलेगा जिसमें आशा घर-घर जाएंगी।", nil},
		{"सभी अभियोजक पूर्ण निष्ठा से पैरवी करें।", nil},
	})
}

func TestHindiInLatinLetters(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"Sabhi BDO 10 June tak suchi bhejenge.", []string{"bdo"}},
		{"Sabhi BEO har din 2 school ka nirikshan karenge.", []string{"beo"}},
		{"iska notice CO chipkaye.", []string{"co"}},
		{"DCLR case ki hearing fix karke 5 July tak report denge.", []string{"dclr"}},
		{"DCO ko lambit patra ka jawab kal tak dene ko kaha gaya.", []string{"dco"}},
	})
}

func TestLetterBindsThoseItIsAddressedTo(t *testing.T) {
	t.Parallel()
	owned(t, []rule{
		{"समस्त जिला कलक्टर।\nविषय:- राजस्व वादों के संबंध में।\nएक वर्ष से पुराने वादों की सूचना 10 जून तक भिजवाएं।", []string{"dm"}},
		{"सेवा में, समस्त जिलाधिकारी।\nविषय: पौधरोपण के संबंध में।\nगड्ढों की सूची 10 जून तक उपलब्ध कराएं।", []string{"dm"}},
		{"समस्त जिला कलक्टर।\nविषय:- गिरदावरी के संबंध में।\nशिथिल तहसीलदारों को आरोप पत्र जारी करें।", []string{"dm | chargesheet"}},
		{"समस्त जिलाधिकारी, देवपुरी मण्डल।\nसमस्त प्रभागीय वनाधिकारी, देवपुरी मण्डल।\nविषय:- पौध उठान के सम्बन्ध में।\nप्रमाण पत्र 30 जून तक जिलाधिकारी द्वारा उपलब्ध कराया जाये।", []string{"dm"}},
		{"To All Collectors\nSubject: Flood preparedness\nBoats shall be arranged at all ghats by 10 June.", []string{"dm"}},
	})
}

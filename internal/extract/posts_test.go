package extract

import (
	"strings"
	"testing"
)

// names lists how posts are written, by key; each is read as the owner of a sentence.
var names = map[string]string{
	"cdo": "मुख्य विकास अधिकारी;सीडीओ;सी0डी0ओ0;सी.डी.ओ.;सी०डी०ओ०;Chief Development Officer", "ddc": "उप विकास आयुक्त;उपविकास आयुक्त;डीडीसी;Deputy Development Commissioner",
	"zp_ceo": "सीईओ जिला पंचायत;मुख्य कार्यपालन अधिकारी, जिला पंचायत;जिला परिषद के मुख्य कार्यकारी अधिकारी;CEO Zila Panchayat",
	"adm":    "अपर जिलाधिकारी (वि/रा);अपर समाहर्ता;अपर समाहर्त्ता;अपर कलेक्टर;एडीएम (वि0/रा0);अतिरिक्त जिला कलक्टर", "adc": "अतिरिक्त उपायुक्त;Additional Deputy Commissioner",
	"sdm":  "उप जिलाधिकारी;उपजिलाधिकारी;एसडीएम;एस.डी.एम.;अनुमंडल पदाधिकारी;अनुमण्डल पदाधिकारी;एसडीओ;उपखण्ड अधिकारी;उपखंड अधिकारी;SDM;Sub-Divisional Magistrate",
	"sdpo": "एसडीपीओ;अनुविभागीय पुलिस अधिकारी;अनुमंडल पुलिस पदाधिकारी", "bdo": "प्रखण्ड विकास पदाधिकारी;खंड विकास अधिकारी;बीडीओ;बी0डी0ओ0;विकास अधिकारी;Block Development Officer;BDO",
	"janpad_ceo": "जनपद सीईओ;मुख्य कार्यपालन अधिकारी जनपद पंचायत", "bdpo": "बीडीपीओ;खंड विकास एवं पंचायत अधिकारी", "co": "अंचलाधिकारी;अंचल अधिकारी;सीओ;Circle Officer",
	"tehsildar": "तहसीलदार;Tehsildar", "dclr": "भूमि सुधार उपसमाहर्ता;भूमि सुधार उप समाहर्ता;डीसीएलआर", "dpro": "जिला पंचायत राज अधिकारी;जिला पंचायती राज पदाधिकारी;डीपीआरओ;District Panchayat Officer",
	"bsa": "बेसिक शिक्षा अधिकारी;जिला बेसिक शिक्षा अधिकारी;बीएसए;बी0एस0ए0", "dios": "जिला विद्यालय निरीक्षक;डीआईओएस", "deo": "जिला शिक्षा पदाधिकारी;जिला शिक्षा अधिकारी;डीईओ;District Education Officer",
	"beo": "प्रखंड शिक्षा पदाधिकारी;खण्ड शिक्षा अधिकारी;बीईओ", "dpc": "डीपीसी;डी.पी.सी.;जिला परियोजना समन्वयक", "cmo": "मुख्य चिकित्सा अधिकारी;मुख्य चिकित्साधिकारी;सीएमओ",
	"cmho": "मुख्य चिकित्सा एवं स्वास्थ्य अधिकारी;सीएमएचओ;सी.एम.एच.ओ.;CMHO", "civil_surgeon": "सिविल सर्जन;Civil Surgeon", "moic": "प्रभारी चिकित्सा पदाधिकारी;प्रभारी चिकित्साधिकारी;एमओआईसी",
	"dso": "जिला आपूर्ति पदाधिकारी;जिला पूर्ति अधिकारी;जिला रसद अधिकारी;जिला आपूर्त्ति पदाधिकारी;DFSC", "dco": "जिला सहकारिता पदाधिकारी", "bco": "प्रखंड सहकारिता पदाधिकारी", "dm_sfc": "जिला प्रबंधक, राज्य खाद्य निगम;जिला प्रबंधक एसएफसी",
	"dao": "जिला कृषि पदाधिकारी", "bao": "प्रखंड कृषि पदाधिकारी", "dd_agriculture": "उप निदेशक कृषि;उप संचालक कृषि;उपनिदेशक कृषि;उप कृषि निदेशक",
	"ee_pwd":  "अधिशासी अभियंता लोनिवि;अधिशासी अभियंता, लोक निर्माण विभाग;कार्यपालक अभियंता, पथ निर्माण;कार्यपालन यंत्री, लोक निर्माण विभाग;अधिशाषी अभियंता पीडब्ल्यूडी;लोक निर्माण विभाग के अधिशासी अभियंता;एक्सईएन पीडब्ल्यूडी;Executive Engineer, R&B;Executive Engineer (PWD)",
	"ee_phed": "कार्यपालक अभियंता, पीएचईडी;कार्यपालन यंत्री पीएचई;अधिशासी अभियंता जन स्वास्थ्य अभियांत्रिकी विभाग;कार्यपालक अभियंता, लोक स्वास्थ्य प्रमंडल", "se_phed": "जलदाय विभाग के अधीक्षण अभियंता;अधीक्षण अभियन्ता, जन स्वास्थ्य अभियांत्रिकी विभाग",
	"ee_flood": "अधिशासी अभियंता बाढ़ खंड;अधिशासी अभियंता, बाढ़ खण्ड", "ee_irrigation": "अधिशासी अभियंता सिंचाई;अधिशासी अभियंता नहर", "ee_minor_irrigation": "कार्यपालक अभियंता, लघु सिंचाई;अधिशासी अभियंता नलकूप",
	"ee_electricity": "कार्यपालक अभियंता, विद्युत;अधिशासी अभियंता विद्युत;कार्यपालक अभियंता (विद्युत आपूर्ति)", "ee_jal_nigam": "अधिशासी अभियंता जल निगम (ग्रामीण);अधिशासी अभियंता जल निगम", "ee_rwd": "कार्यपालक अभियंता, ग्रामीण कार्य विभाग",
	"ee_red": "अधिशासी अभियंता ग्रामीण अभियंत्रण;कार्यपालन यंत्री आरईएस", "ee_laeo": "कार्यपालक अभियंता, स्थानीय क्षेत्र अभियंत्रण संगठन", "ee_police_housing": "अधिशासी अभियंता पुलिस आवास", "ae_pwd": "सहायक अभियंता लोनिवि",
	"gm_dic": "महाप्रबंधक, जिला उद्योग केन्द्र;महाप्रबंधक उद्योग;जिला उद्योग केंद्र के महाप्रबंधक", "ldm": "लीड बैंक मैनेजर;लीड बैंक अधिकारी;एलडीएम;अग्रणी बैंक प्रबंधक;Lead Bank Manager",
	"municipal_commissioner": "नगर आयुक्त;नगर निगम आयुक्त;आयुक्त नगर परिषद;नगर परिषद आयुक्त", "eo_urban_body": "अधिशासी अधिकारी;अधिशाषी अधिकारी नगर पालिका;कार्यपालक पदाधिकारी;मुख्य नगरपालिका अधिकारी;नगर पंचायत के कार्यपालक पदाधिकारी",
	"arto": "एआरटीओ", "dto": "जिला परिवहन पदाधिकारी;जिला परिवहन अधिकारी;डीटीओ", "certificate_officer": "नीलाम पत्र पदाधिकारी;नीलामपत्र पदाधिकारी", "cvo": "मुख्य पशु चिकित्सा अधिकारी;मुख्य पशुचिकित्साधिकारी",
	"dfo": "प्रभागीय वनाधिकारी;वन प्रमंडल पदाधिकारी;डीएफओ", "blo": "बीएलओ;BLO", "ero": "निर्वाचक रजिस्ट्रीकरण अधिकारी;ईआरओ", "sho": "थानाध्यक्ष;थाना प्रभारी", "rojgar_sevak": "रोजगार सेवक;पंचायत रोजगार सेवक",
	"panchayat_secretary": "पंचायत सचिव;ग्राम पंचायत सचिव;ग्राम सचिव", "legal_section_incharge": "वरीय प्रभारी, विधि शाखा", "nhai": "एनएचएआई", "district_tourism_officer": "जिला पर्यटन अधिकारी", "food_officer": "खाद्य अधिकारी;जिला खाद्य अधिकारी",
	"district_marketing_officer": "जिला विपणन अधिकारी", "labour_dept": "श्रम विभाग", "phed_dept": "पीएचईडी विभाग", "legal_section": "विधि शाखा", "dc_nrlm": "उपयुक्त, राष्ट्रीय ग्रामीण आजीविका मिशन;उपायुक्त (स्वतः रोजगार)",
	"all_officers": "सभी अधिकारी;विभागीय अधिकारी;सभी विभाग;सभी कार्यालय;प्रत्येक अधिकारी;समस्त विभागों के अधिकारी;समस्त जिला स्तरीय अधिकारी;All officers", "all_concerned": "सभी संबंधित अधिकारी;संबंधित विभाग;समस्त संबंधित पदाधिकारी;सम्बंधित अधिकारी",
	"dept_heads": "विभाग प्रमुख;विभागाध्यक्ष;सभी विभागाध्यक्ष;Heads of all departments", "block_officers": "प्रखंड स्तरीय पदाधिकारी;सभी प्रखंड स्तरीय पदाधिकारी", "gram_panchayat": "ग्राम पंचायत;हर पंचायत", "municipal_corporation": "नगर निगम",
}

func TestNamesOfPostsMeetInOneKey(t *testing.T) {
	t.Parallel()
	lex := tables(t)
	for key, list := range names {
		for _, name := range strings.Split(list, ";") {
			text := name + " 15 मार्च तक सूची तैयार करें।"
			if name[0] < 0x80 {
				text = name + " shall prepare the list by 15 March."
			}
			res := Read(text, Options{Lexicon: lex})
			switch {
			case len(res.Directives) != 1:
				t.Errorf("%s: %d directives", name, len(res.Directives))
			case len(res.Directives[0].Keys) != 1 || res.Directives[0].Keys[0] != key:
				t.Errorf("%s: %v, want %s", name, res.Directives[0].Keys, key)
			}
		}
	}
}

func TestUnlistedPostKeepsItsName(t *testing.T) {
	t.Parallel()
	res := Read("जिला खगोल अधिकारी 15 मार्च तक सूची दें।", Options{Lexicon: tables(t)})
	if len(res.Directives) != 1 || len(res.Directives[0].Owners) != 1 || res.Directives[0].Owners[0].Text != "जिला खगोल अधिकारी" {
		t.Fatalf("%+v", res.Directives)
	}
	if !strings.HasPrefix(res.Directives[0].Keys[0], "district_") {
		t.Errorf("key %s", res.Directives[0].Keys[0])
	}
	found := false
	for _, w := range res.Directives[0].Why {
		found = found || w.Code == "post_unknown"
	}
	if !found {
		t.Error("a post that is not in the list is not said to be so")
	}
}

func TestFaultyTableNamesTheLine(t *testing.T) {
	t.Parallel()
	_, err := NewLexicon(Tables{Designations: []byte("key,many,states,hi,en\nbdo,1,BR,बीडीओ\n"), Topics: []byte("key,hi,en\n")})
	if err == nil || !strings.Contains(err.Error(), "designations") && !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v", err)
	}
}

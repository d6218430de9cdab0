package doc

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/i18n"
)

func TestKrutiDevBecomesUnicode(t *testing.T) {
	for in, want := range map[string]string{
		"ftyk inkf/kdkjh us funsZ'k fn;k fd lHkh iz[k.M fodkl inkf/kdkjh 20 ekpZ rd izfrosnu nsaA": "जिला पदाधिकारी ने निर्देश दिया कि सभी प्रखण्ड विकास पदाधिकारी 20 मार्च तक प्रतिवेदन दें।",
		"f'k{kk foHkkx esa jsQjy ,oa LokLF; dk;ZØeksa dh leh{kk dh xbZA":                           "शिक्षा विभाग में रेफरल एवं स्वास्थ्य कार्यक्रमों की समीक्षा की गई।",
		"dk;Zikyd vfHk;ark] ihŒ,pŒbZŒMhŒ }kjk crk;k x;k fd 412 esa ls 301 pkikdy Bhd gSaA":         "कार्यपालक अभियंता, पी॰एच॰ई॰डी॰ द्वारा बताया गया कि 412 में से 301 चापाकल ठीक हैं।",
		"ns'k esa =qfV;ksa dk fujkdj.k ¼le; ij½ lqfuf'pr djsaA":                                    "देश में त्रुटियों का निराकरण (समय पर) सुनिश्चित करें।",
		"fnukad&12-03-2026 dks vijkg~u 4 cts":                                                      "दिनांक-12.03.2026 को अपराह्न 4 बजे",
		"vkWuykbu xzke iapk;rksa ds izfrfuf/k;ksa }kjk":                                            "ऑनलाइन ग्राम पंचायतों के प्रतिनिधियों द्वारा",
		"mRÑ\"V fo|kFkhZ] i<+kbZ] ckyd&ckfydk] fpfdRlk] Je] iq\"V] dkuwuh ,sfrgkfld Å¡pkbZ":        "उत्कृष्ट विद्यार्थी, पढ़ाई, बालक-बालिका, चिकित्सा, श्रम, पुष्ट, कानूनी ऐतिहासिक ऊँचाई",
		"mifLFkr% lHkh vf/kdkjhA vr% fo\"k;% fu%'kqYd eq[;r% çkr% 10 cts":                          "उपस्थित: सभी अधिकारी। अतः विषय: निःशुल्क मुख्यतः प्रातः 10 बजे",
	} {
		if got := KrutiDev.Convert(in); got != i18n.NFC(want) {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestChanakyaBecomesUnicode(t *testing.T) {
	for in, want := range map[string]string{
		"çÁÜæ ÂÎæçÏ·¤æÚUè Ùð âÖè ¥çÏ·¤æçÚUØô´ ·¤ô çÙÎðüàæ çÎØæÐ":      "जिला पदाधिकारी ने सभी अधिकारियों को निर्देश दिया।",
		"çßléÌ çßÖæ» ·ð¤ ·¤æØüÂæÜ·¤ ¥çÖØ¢Ìæ ww ×æ¿ü Ì·¤ çÚUÂôÅüU Îð´": "विद्युत विभाग के कार्यपालक अभियंता 22 मार्च तक रिपोर्ट दें",
	} {
		if got := Chanakya.Convert(in); got != i18n.NFC(want) {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestAnOldFontIsNoticedAndNamed(t *testing.T) {
	kruti := "Office Order No. 12/2026\nftyk inkf/kdkjh us cSBd esa funsZ'k fn;k fd lwph 20 ekpZ rd HkstsaA\nfcgkj ljdkj\nThe Civil Surgeon may please note."
	text, font := Legacy(kruti)
	if want := "Office Order No. 12/2026\nजिला पदाधिकारी ने बैठक में निर्देश दिया कि सूची 20 मार्च तक भेजें।\nबिहार सरकार\nThe Civil Surgeon may please note."; font != KrutiDev || text != i18n.NFC(want) {
		t.Errorf("%s %s", font, text)
	}
	for _, modern := range []string{
		"The District Magistrate directed all BDOs to submit the list by 20 March. Let us dhow ds DK.",
		"जिला पदाधिकारी ने बैठक में निर्देश दिया कि सूची 20 मार्च तक भेजें।",
		"", "123 456", "zila me sabhi BDO ko kaha gaya ki list bhejen aur us par karya kare",
	} {
		if text, font := Legacy(modern); font != Unicode || text != modern {
			t.Errorf("%q was taken for %s", modern, font)
		}
	}
}

const run = `<w:r><w:rPr><w:rFonts w:ascii="%"/></w:rPr><w:t xml:space="preserve">`

func TestWordsOfADocumentKeepTheirFonts(t *testing.T) {
	at := func(font, s string) string { return strings.Replace(run, "%", font, 1) + s + `</w:t></w:r>` }
	body := `<w:p><w:pPr><w:rPr><w:rFonts w:ascii="Kruti Dev 010"/></w:rPr></w:pPr>` + at("Arial", "PWD ") + at("Kruti Dev 010", "ds funs") + at("Kruti Dev 010", "Z'k") + at("Arial", " is ds") + `</w:p>` +
		`<w:p><w:r><w:t>plain ds</w:t></w:r></w:p>`
	p, err := Read(context.Background(), "x.docx", word(t, body, ""), Usual())
	if err != nil {
		t.Fatal(err)
	}
	if want := "PWD के निर्देश is ds\nplain ds"; p.Text != want || p.Font != KrutiDev || !strings.Contains(p.Before, "ds funsZ'k") {
		t.Errorf("%q %s %q", p.Text, p.Font, p.Before)
	}
}

func TestAStyleNamesTheFontOfItsWords(t *testing.T) {
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	fonts := readFonts([]byte(`<w:styles ` + ns + `><w:docDefaults><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii="DevLys 010"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="English"><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>`))
	for style, want := range map[string]Font{"": KrutiDev, "Normal": KrutiDev, "Body": KrutiDev, "English": Unicode, "Loop": Unicode} {
		if fonts[style] != want {
			t.Errorf("%q: %q", style, fonts[style])
		}
	}
}

func FuzzLegacy(f *testing.F) {
	f.Add("ftyk inkf/kdkjh us funsZ'k fn;k fd")
	f.Add("çÁÜæ ÂÎæçÏ·¤æÚUè ·ð¤ ãñ ×ð´")
	f.Add("fZ~+k%ZfkZ")
	f.Fuzz(func(t *testing.T, s string) {
		for _, font := range []Font{KrutiDev, Chanakya} {
			if got := font.Convert(s); utf8.ValidString(s) && !utf8.ValidString(got) {
				t.Errorf("%q gives %q", s, got)
			}
		}
		Legacy(s)
	})
}

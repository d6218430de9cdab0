package i18n

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// like compares word by word and gives the worst, Apart if the words would not be looked up under one key.
func like(asked, known string) int {
	worst := Same
	a, b := strings.Fields(Fold(asked)), strings.Fields(Fold(known))
	if len(a) != len(b) {
		return Apart
	}
	for i := range a {
		s := Seek(a[i])
		n := s.Alike(b[i])
		if a[i] != b[i] && !slices.ContainsFunc(Keys(a[i]), func(k string) bool { return slices.Contains(Keys(b[i]), k) }) {
			return Apart
		}
		if n == Apart {
			return Apart
		}
		worst = max(worst, n)
	}
	return worst
}

func TestBothScriptsMeet(t *testing.T) {
	for _, p := range [][2]string{
		{"prakhand", "prakhnd"}, {"prakhand", "प्रखंड"}, {"prakhand", "प्रखण्ड"}, {"zila", "jila"}, {"zila", "ज़िला"}, {"jila", "जिला"}, {"zilla", "जिला"},
		{"helpline", "हेल्पलाइन"}, {"amnour", "अमनौर"}, {"amnaur", "अमनौर"}, {"marhaura", "मढ़ौरा"}, {"Marhoura", "मढ\u093cौरा"},
		{"dighwara", "दिघवारा"}, {"Revelganj", "रिविलगंज"}, {"Baniapur", "बनियापुर"}, {"Taraiya", "तरैया"}, {"Sonepur", "सोनपुर"}, {"Garkha", "गड़खा"},
		{"Ekma", "एकमा"}, {"Dariapur", "दरियापुर"}, {"Jalalpur", "जलालपुर"}, {"Mashrakh", "मशरख"}, {"Isuapur", "इसुआपुर"}, {"Isuapur", "ईसुआपुर"},
		{"Lahladpur", "लहलादपुर"}, {"Manjhi", "माँझी"}, {"Chhapra", "छपरा"}, {"Chapra", "छपरा"}, {"Katni", "कटनी"}, {"Jaipur", "जयपुर"}, {"Saran", "सारण"},
		{"Kanpur Nagar", "कानपुर नगर"}, {"Uttar Pradesh", "उत्तर प्रदेश"}, {"Rajasthan", "राजस्थान"}, {"Bihar", "बिहार"},
		{"panchayat", "पंचायत"}, {"panchayat", "पञ्चायत"}, {"thana", "थाना"}, {"anchal", "अंचल"}, {"mandal", "मण्डल"}, {"tehsil", "तहसील"}, {"gram", "ग्राम"},
		{"collector", "कलेक्टर"}, {"block", "ब्लॉक"}, {"bank", "बैंक"}, {"camp", "कैंप"}, {"centre", "सेंटर"}, {"court", "कोर्ट"}, {"office", "ऑफिस"},
		{"school", "स्कूल"}, {"scheme", "स्कीम"}, {"college", "कॉलेज"}, {"inter college", "इंटर कॉलेज"}, {"station", "स्टेशन"}, {"police", "पुलिस"},
		{"certificate", "सर्टिफिकेट"}, {"pension", "पेंशन"}, {"ration", "राशन"}, {"aadhaar", "आधार"}, {"ward", "वार्ड"}, {"report", "रिपोर्ट"},
		{"vidyalaya", "विद्यालय"}, {"vidyalay", "विद्यालय"}, {"Utkramit Madhya Vidyalay", "उत्क्रमित मध्य विद्यालय"}, {"Kanya Prathmik Vidyalaya", "कन्या प्राथमिक विद्यालय"},
		{"Rajkiya", "राजकीय"}, {"gyan", "ज्ञान"}, {"vigyapan", "विज्ञापन"}, {"kshetra", "क्षेत्र"}, {"Lakshmi", "लक्ष्मी"}, {"laxmi", "लक्ष्मी"},
		{"krishna", "कृष्ण"}, {"rin", "ऋण"}, {"Singh", "सिंह"}, {"Sharma", "शर्मा"}, {"Yadav", "यादव"}, {"yojana", "योजना"}, {"Srivastava", "श्रीवास्तव"},
		{"Choudhary", "चौधरी"}, {"Ahmad", "अहमद"}, {"sampark", "संपर्क"}, {"sampark", "सम्पर्क"}, {"lambit", "लंबित"}, {"samvad", "संवाद"},
		{"Jampur", "जामपुर"}, {"kanha", "कान्हा"}, {"brahman", "ब्राह्मण"}, {"phal", "फल"}, {"fal", "फल"}, {"sadar", "सदर"}, {"nana", "नाना"},
		{"sahara", "सहारा"}, {"mantri", "मंत्री"}, {"vikas", "विकास"}, {"wikas", "विकास"}, {"bikas", "विकास"}, {"shiksha", "शिक्षा"}, {"siksha", "शिक्षा"}, {"swasthya", "स्वास्थ्य"},
		{"D.M.", "dm"}, {"Kotkhawda", "कोटखावदा"}, {"Bhitargaon", "भीतरगांव"}, {"Gowda", "गौडा"}, {"nagar-nigam", "नगर निगम"}, {"sarak", "सड़क"}, {"sadak", "सड़क"},
		{"Badwara", "बड़वारा"}, {"Barwara", "बड़वारा"}, {"Dhimarkheda", "ढीमरखेड़ा"}, {"Dhimarkhera", "ढीमरखेड़ा"}, {"Barhi", "बरही"}, {"Chomu", "चौमूं"}, {"nahi", "नहीं"}, {"nahin", "नहीं"},
		{"suchi", "सूची"}, {"soochi", "सूची"}, {"jal", "जल"}, {"nal", "नल"}, {"nala", "नाला"}, {"bijli", "बिजली"}, {"pul", "पुल"}, {"kuan", "कुआँ"}, {"gaon", "गाँव"}, {"paani", "पानी"}, {"pani", "पानी"},
		{"anganwadi", "आँगनबाड़ी"}, {"anganwadi", "आंगनवाड़ी"}, {"aganbadi", "आँगनबाड़ी"}, {"anganbari", "आंगनबाड़ी"}, {"आँगनबाड़ी", "आंगनवाड़ी"}, {"bdo", "बीडीओ"}, {"BDO", "बी०डी०ओ०"}, {"sdm", "एसडीएम"},
		{"prakhando", "प्रखंडों"}, {"prakhando", "प्रखंड"}, {"jile", "जिले"}, {"jile", "जिला"}, {"jilon", "जिला"}, {"panchayaton", "पंचायत"}, {"yojanaon", "योजना"}, {"labharthiyon", "लाभार्थी"}, {"schools", "स्कूल"},
		{"चुनाव", "chunao"}, {"chunav", "चुनाव"}, {"rao", "राव"}, {"sachiv", "सचिव"}, {"bhai", "भाई"}, {"bus", "बस"}, {"file", "फाइल"}, {"bag", "बैग"}, {"aavas", "आवास"}, {"awas", "आवास"}, {"shauchalay", "शौचालय"}, {"sauchalaya", "शौचालय"},
		{"adikari", "अधिकारी"}, {"prakand", "प्रखंड"}, {"nirikshan", "निरीक्षण"}, {"nireekshan", "निरीक्षण"}, {"dakhil kharij", "दाखिल खारिज"}, {"parimarjan", "परिमार्जन"}, {"atikraman", "अतिक्रमण"},
	} {
		if like(p[0], p[1]) == Apart {
			t.Errorf("%s does not meet %s: keys %v, %v", p[0], p[1], Keys(Fold(p[0])), Keys(Fold(p[1])))
		}
		if like(p[0], p[1]) != like(p[1], p[0]) {
			t.Errorf("%s and %s: %d one way, %d the other", p[0], p[1], like(p[0], p[1]), like(p[1], p[0]))
		}
	}
}

func TestFormsOfOneWordAreNear(t *testing.T) {
	for _, p := range [][2]string{
		{"प्रखंड", "प्रखंडों"}, {"जिला", "जिले"}, {"जिला", "जिलों"}, {"जिले", "जिलों"}, {"शिकायत", "शिकायतें"}, {"शिकायतों", "शिकायतें"}, {"लाभार्थी", "लाभार्थियों"},
		{"योजना", "योजनाओं"}, {"योजना", "योजनाएँ"}, {"योजनाएं", "योजनाओं"}, {"महिला", "महिलाएं"}, {"नदी", "नदियों"}, {"नदी", "नदियाँ"}, {"विद्यालय", "विद्यालयों"}, {"रुपया", "रुपये"},
		{"सड़क", "सड़कों"}, {"सड़क", "सड़कें"}, {"बच्चा", "बच्चे"}, {"बच्चे", "बच्चों"}, {"अधिकारी", "अधिकारियों"}, {"नाला", "नाले"}, {"गाँव", "गांवों"}, {"चिड़िया", "चिड़ियाँ"}, {"वस्तु", "वस्तुओं"},
		{"school", "schools"}, {"complaint", "complaints"}, {"agency", "agencies"}, {"branch", "branches"},
	} {
		if got := like(p[0], p[1]); got == Apart || got > Near {
			t.Errorf("%s and %s: %d", p[0], p[1], got)
		}
	}
}

func TestOtherWordsStayApart(t *testing.T) {
	for _, p := range [][2]string{
		{"छपरा", "सोनपुर"}, {"प्रखंड", "पंचायत"}, {"जिला", "जल"}, {"राम", "नाम"}, {"पद", "पथ"}, {"lalit", "lata"}, {"मकेर", "नगरा"}, {"अमन", "मन"}, {"सहारा", "सारा"}, {"katni", "kanpur"},
		{"बाल", "फल"}, {"बाल", "बल"}, {"जल", "जाल"}, {"कर", "कार"}, {"जल", "जेल"}, {"वन", "बन"}, {"कान", "खान"}, {"बाग", "बाघ"}, {"शिक्षा", "शिक्षक"}, {"मेला", "मैला"}, {"बेल", "बैल"}, {"पता", "पत्ता"},
		{"school", "विद्यालय"}, {"vidyalaya", "school"}, {"परसा", "पानापुर"}, {"एकमा", "कमा"}, {"jal", "जिला"}, {"jal", "जेल"}, {"jila", "जल"}, {"suchi", "सच"}, {"suchi", "सचिव"}, {"sach", "सूची"}, {"pul", "पल्ला"}, {"नल", "नाला"},
		{"block", "black"}, {"land", "lend"}, {"मंत्री", "मित्र"}, {"वार्ड", "वर्दी"}, {"2026", "2025"}, {"खाद", "खाद्य"}, {"दवा", "दावा"}, {"भवन", "भावना"}, {"dava", "दिवा"}, {"राशि", "राशन"},
	} {
		if got := like(p[0], p[1]); got != Apart {
			t.Errorf("%s meets %s: %d", p[0], p[1], got)
		}
	}
}

func TestTheNearerWordCostsLess(t *testing.T) {
	for _, p := range [][3]string{
		{"पंचायत", "पंचायतों", "पंचायती"}, {"sarkar", "सरकार", "सरकारी"}, {"panchayat", "पंचायत", "पंचायती"}, {"दिन", "दिनों", "दीन"}, {"shahar", "शहर", "सहर"}, {"सड़क", "सड़कें", "सरक"},
	} {
		near, far := like(p[0], p[1]), like(p[0], p[2])
		if near == Apart || far != Apart && far <= near {
			t.Errorf("%s: %s %d, %s %d", p[0], p[1], near, p[2], far)
		}
	}
}

func TestBeginningsInTheOtherScript(t *testing.T) {
	for _, p := range [][2]string{{"prakh", "प्रखंड"}, {"amn", "अमनौर"}, {"pancha", "पंचायत"}, {"vidya", "विद्यालय"}, {"help", "हेल्पलाइन"}, {"प्रख", "prakhand"}, {"shik", "शिकायत"}, {"दिघ", "Dighwara"}} {
		s := Seek(Fold(p[0]))
		if s.Begins(Fold(p[1])) == Apart {
			t.Errorf("%s does not begin %s", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"prakh", "पंचायत"}, {"jal", "जिलाधिकारी"}, {"p", "पंचायत"}, {"प्रखंड", "प्रखंड"}, {"bal", "बिलासपुर"}} {
		s := Seek(Fold(p[0]))
		if got := s.Begins(Fold(p[1])); got != Apart {
			t.Errorf("%s begins %s: %d", p[0], p[1], got)
		}
	}
}

func TestInitialsWrittenApartAreOneTerm(t *testing.T) {
	for in, want := range map[string]string{
		"बी डी ओ अमनौर": "बिडिओ अमनौर", "b d o amnour": "bdo amnour", "वार्ड 1 2": "वार्ड 1 2", "बी.डी.ओ. अमनौर": "बिडिओ अमनौर", "विद्यालय के भवन": "विद्यालय के भवन",
	} {
		if got := strings.Join(Terms(in, true), " "); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
	if got := Terms("बी डी ओ", false); !slices.Contains(got, "बिडिओ") || !slices.Contains(got, "ओ") {
		t.Errorf("kept as %v", got)
	}
}

func TestOneSlipIsSeen(t *testing.T) {
	for _, p := range [][2]string{{"अमनोर", "अमनौर"}, {"kamalpr", "kamalpur"}, {"kamalpux", "kamalpur"}, {"prakahnd", "prakhand"}, {"लाभाथि", "लाभार्थि"}, {"मशरख", "मशरक"}} {
		if !Slip(p[0], p[1]) && !Slip(p[1], p[0]) {
			t.Errorf("%s and %s are more than a slip apart", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"बाल", "बल"}, {"अमनौर", "मकेर"}, {"prakhand", "prkhnd"}, {"सड़क", "सड़कें!"}} {
		if Slip(p[0], p[1]) {
			t.Errorf("%s and %s are a slip apart", p[0], p[1])
		}
	}
}

func TestPiecesJoinToTheText(t *testing.T) {
	var got []string
	for p, word := range Pieces("बी.डी.ओ., अमनौर: (ND-218) ज\u093cिला।") {
		if word {
			got = append(got, p)
		}
	}
	if want := []string{"बी.डी.ओ", "अमनौर", "ND", "218", "ज\u093cिला"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// FuzzFormsOfUnicode: the same text in either form of Unicode is one key.
func FuzzFormsOfUnicode(f *testing.F) {
	for _, s := range []string{"ज़िला सड़क मढ़ौरा", "फ़ाइल क़र्ज़", "ऩ ऱ ऴ", "Śrī café", "é़"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		if a, b := Fold(norm.NFC.String(s)), Fold(norm.NFD.String(s)); a != b {
			t.Fatalf("%q folds to %q composed and to %q decomposed", s, a, b)
		}
		joined := ""
		for p := range Pieces(s) {
			joined += p
		}
		if joined != s {
			t.Fatalf("%q falls into pieces of %q", s, joined)
		}
	})
}

// TestLongWordsCostNoMoreThanTheirLength would take minutes if the work grew by the square.
func TestLongWordsCostNoMoreThanTheirLength(t *testing.T) {
	long := strings.Repeat("ड़ाँह", 50_000)
	s := Seek(Fold(long))
	if s.Alike(Fold(long+"े")) == Same || len(Keys(Fold(long))) == 0 {
		t.Error("a long word is not itself alone")
	}
}

func FuzzAlike(f *testing.F) {
	for _, p := range [][2]string{{"prakhand", "प्रखंड"}, {"मढ़ौरा", "x"}, {"ज्ञ", "gy"}, {"्ञ", "日本"}, {"सिंह", "singh"}, {"schc", "\xe0"}, {"aकb", "ओंओंओं"}, {"आँ", "ह"}, {"ययव", "wwy"}} {
		f.Add(p[0], p[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		a, _, _ = strings.Cut(Fold(a), " ")
		b, _, _ = strings.Cut(Fold(b), " ")
		x, y := Seek(a), Seek(b)
		if x.Alike(a) != Same {
			t.Fatalf("%q is not itself", a)
		}
		if one, other := x.Alike(b), y.Alike(a); one != other {
			t.Fatalf("%q and %q: %d one way, %d the other", a, b, one, other)
		}
		x.Begins(b)
		for _, k := range Keys(a) {
			if !utf8.ValidString(k) || strings.ContainsAny(k, " ") || k == "" {
				t.Fatalf("%q is kept under %q", a, k)
			}
		}
		if n := len(Keys(a)); n > 5*mostShapes+1 {
			t.Fatalf("%q has %d keys", a, n)
		}
	})
}

func BenchmarkAlike(b *testing.B) {
	s := Seek("prakhand")
	b.ReportAllocs()
	for b.Loop() {
		s.Alike("प्रखंडों")
	}
}

func BenchmarkKeys(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Keys("पदाधिकारियों")
	}
}

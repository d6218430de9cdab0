package i18n

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBothScriptsShareASkeleton(t *testing.T) {
	for _, p := range [][2]string{
		{"prakhand", "prakhnd"}, {"prakhand", "प्रखंड"}, {"prakhand", "प्रखण्ड"}, {"zila", "jila"}, {"zila", "ज़िला"}, {"jila", "जिला"},
		{"helpline", "हेल्पलाइन"}, {"amnour", "अमनौर"}, {"amnaur", "अमनौर"}, {"marhaura", "मढ़ौरा"}, {"Marhoura", "मढ\u093cौरा"},
		{"dighwara", "दिघवारा"}, {"Revelganj", "रिविलगंज"}, {"Baniapur", "बनियापुर"}, {"Taraiya", "तरैया"}, {"Sonepur", "सोनपुर"}, {"Garkha", "गड़खा"},
		{"Ekma", "एकमा"}, {"Dariapur", "दरियापुर"}, {"Jalalpur", "जलालपुर"}, {"Mashrakh", "मशरख"}, {"Isuapur", "इसुआपुर"}, {"Isuapur", "ईसुआपुर"},
		{"Lahladpur", "लहलादपुर"}, {"Manjhi", "माँझी"}, {"Chhapra", "छपरा"}, {"Chapra", "छपरा"}, {"Katni", "कटनी"}, {"Jaipur", "जयपुर"}, {"Saran", "सारण"},
		{"Kanpur Nagar", "कानपुर नगर"}, {"Uttar Pradesh", "उत्तर प्रदेश"}, {"Rajasthan", "राजस्थान"}, {"Bihar", "बिहार"},
		{"panchayat", "पंचायत"}, {"panchayat", "पञ्चायत"}, {"thana", "थाना"}, {"anchal", "अंचल"}, {"mandal", "मण्डल"}, {"tehsil", "तहसील"}, {"gram", "ग्राम"},
		{"collector", "कलेक्टर"}, {"block", "ब्लॉक"}, {"bank", "बैंक"}, {"camp", "कैंप"}, {"centre", "सेंटर"}, {"court", "कोर्ट"}, {"office", "ऑफिस"},
		{"school", "स्कूल"}, {"scheme", "स्कीम"}, {"college", "कॉलेज"}, {"inter college", "इंटर कॉलेज"}, {"station", "स्टेशन"}, {"police", "पुलिस"},
		{"certificate", "सर्टिफिकेट"}, {"pension", "पेंशन"}, {"ration", "राशन"}, {"aadhaar", "आधार"}, {"ward", "वार्ड"}, {"report", "रिपोर्ट"},
		{"vidyalaya", "विद्यालय"}, {"Utkramit Madhya Vidyalay", "उत्क्रमित मध्य विद्यालय"}, {"Kanya Prathmik Vidyalaya", "कन्या प्राथमिक विद्यालय"},
		{"Rajkiya", "राजकीय"}, {"gyan", "ज्ञान"}, {"vigyapan", "विज्ञापन"}, {"kshetra", "क्षेत्र"}, {"Lakshmi", "लक्ष्मी"}, {"laxmi", "लक्ष्मी"},
		{"krishna", "कृष्ण"}, {"rin", "ऋण"}, {"Singh", "सिंह"}, {"Sharma", "शर्मा"}, {"Yadav", "यादव"}, {"yojana", "योजना"}, {"Srivastava", "श्रीवास्तव"},
		{"Choudhary", "चौधरी"}, {"Ahmad", "अहमद"}, {"sampark", "संपर्क"}, {"sampark", "सम्पर्क"}, {"lambit", "लंबित"}, {"samvad", "संवाद"},
		{"Jampur", "जामपुर"}, {"kanha", "कान्हा"}, {"brahman", "ब्राह्मण"}, {"phal", "फल"}, {"fal", "फल"}, {"sadar", "सदर"}, {"nana", "नाना"},
		{"sahara", "सहारा"}, {"mantri", "मंत्री"}, {"vikas", "विकास"}, {"wikas", "विकास"}, {"shiksha", "शिक्षा"}, {"swasthya", "स्वास्थ्य"}, {"2026", "२०२६"},
		{"D.M.", "dm"}, {"Kotkhawda", "कोटखावदा"}, {"Bhitargaon", "भीतरगांव"}, {"Gowda", "गौडा"}, {"nagar-nigam", "नगर निगम"}, {"sarak", "सड़क"},
	} {
		if a, b := Skeleton(p[0]), Skeleton(p[1]); a != b || a == "" {
			t.Errorf("%s and %s: %q, %q", p[0], p[1], a, b)
		}
	}
}

func TestStoredWordsAreFoundByTheirOtherKeys(t *testing.T) {
	for _, p := range [][2]string{
		{"बड़वारा", "Badwara"}, {"बड़वारा", "Barwara"}, {"ढीमरखेड़ा", "Dhimarkheda"}, {"ढीमरखेड़ा", "Dhimarkhera"}, {"मढौरा", "Marhaura"}, {"मढ़ौरा", "मढौरा"}, {"मढौरा", "मढ़ौरा"},
		{"सड़क", "sadak"}, {"सड़क", "sarak"}, {"बरही", "Barhi"}, {"चौमूं", "Chomu"}, {"नहीं", "nahi"}, {"नहीं", "nahin"}, {"प्रखंड", "prakhand"}, {"School", "स्कूल"},
	} {
		if keys := strings.Fields(Skeletons("एक " + p[0] + " दो")); !slices.Contains(keys, Skeleton(p[1])) {
			t.Errorf("%s is kept under %v, not under %q for %s", p[0], keys, Skeleton(p[1]), p[1])
		}
		if !slices.Contains(strings.Fields(Skeletons(Fold(p[0]))), Skeleton(p[1])) {
			t.Errorf("the Fold of %s is not kept under %q for %s", p[0], Skeleton(p[1]), p[1])
		}
	}
	for _, s := range []string{"डाक", "ठंडा", "अड्डा", "पंडित", "सदर", "block"} {
		if got := Skeletons(s); got != Skeleton(s) {
			t.Errorf("%s is kept under %q", s, got)
		}
	}
}

func TestDifferentNamesKeepTheirSkeletons(t *testing.T) {
	for _, p := range [][2]string{
		{"छपरा", "सोनपुर"}, {"प्रखंड", "पंचायत"}, {"जिला", "जल विभाग"}, {"राम", "नाम"}, {"पद", "पथ"}, {"lalit", "lata"}, {"मकेर", "नगरा"},
		{"अमन", "मन"}, {"सहारा", "सारा"}, {"katni", "kanpur"}, {"बाल", "फल"}, {"वार्ड 1", "वार्ड 2"}, {"परसा", "पानापुर"}, {"एकमा", "कमा"},
	} {
		if a, b := Skeleton(p[0]), Skeleton(p[1]); a == b {
			t.Errorf("%s and %s are both %q", p[0], p[1], a)
		}
	}
}

func FuzzSkeleton(f *testing.F) {
	for _, s := range []string{"prakhand", "प्रखंड", "मढ़ौरा x", "ज्ञ", "्ञ", "ß日本", "सिंह", "schc", "\xe0", "aकb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := Skeleton(s); !utf8.ValidString(got) {
			t.Fatalf("Skeleton(%q) = %q is not UTF-8", s, got)
		}
		if all := Skeletons(s); !utf8.ValidString(all) || all != strings.Join(strings.Fields(all), " ") {
			t.Fatalf("Skeletons(%q) = %q", s, all)
		}
	})
}

func TestLatinReadsLikeAMap(t *testing.T) {
	for in, want := range map[string]string{
		"अमनौर": "Amnaur", "मढ़ौरा": "Marhaura", "दिघवारा": "Dighwara", "सोनपुर": "Sonpur", "रिविलगंज": "Rivilganj", "जलालपुर": "Jalalpur",
		"लहलादपुर": "Lahladpur", "गड़खा": "Garkha", "एकमा": "Ekma", "छपरा सदर": "Chhapra Sadar", "मशरख": "Mashrakh", "प्रखंड": "Prakhand", "कटनी": "Katni",
		"मध्य": "Madhya", "क्षेत्र": "Kshetra", "स्वास्थ्य": "Swasthya", "ज्ञान": "Gyan", "विज्ञान": "Vigyan", "जयपुर": "Jaypur", "कानपुर नगर": "Kanpur Nagar",
		"संपतचक": "Sampatchak", "वार्ड १२": "Vard 12", "मांझी": "Manjhi", "धर्म": "Dharm", "BDO मकेर": "BDO Maker", "सारण।": "Saran.", "ग्राम": "Gram",
		"बाज़ार": "Bazar", "कृष्ण": "Krishna", "नगरा": "Nagra", "तरैया": "Taraiya",
	} {
		if got := Latin(in); got != want {
			t.Errorf("Latin(%s) = %s, want %s", in, got, want)
		}
	}
}

func BenchmarkSkeleton(b *testing.B) {
	const s = "प्रखण्ड विकास पदाधिकारी, मढ़ौरा को निदेश दिया गया कि लम्बित आवेदनों की जाँच एक सप्ताह में पूर्ण करें।"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Skeleton(s)
	}
}

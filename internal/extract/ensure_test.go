package extract

import "testing"

// X सुनिश्चित करें कि Y is one direction to X, with Y's words and day.
func TestWhoEnsuresOwesWhatComesAfter(t *testing.T) {
	t.Parallel()
	for text, key := range map[string]string{
		"सभी अधिकारी सुनिश्चित करें कि 25 मई के बाद कोई पात्र हितग्राही लाभ से वंचित न रहे।": "all_officers",
		"सभी अधिकारी सुनिश्चित करें कि 25 मई तक सभी सड़कें ठीक हों।":                         "all_officers",
		"सिविल सर्जन सुनिश्चित करेंगे कि सभी केंद्रों पर दवा उपलब्ध रहे।":                    "civil_surgeon",
		"सभी बीईओ यह सुनिश्चित कर लें कि विद्यालय समय पर खुलें।":                             "beo",
		"जिला आपूर्ति पदाधिकारी सुनिश्चित करें कि कार्डधारियों को पूरा राशन मिले।":           "dso",
		"अंचल अधिकारी यह सुनिश्चित करें कि एक सप्ताह में सभी वादों की सुनवाई की जाए।":        "co",
	} {
		r := Read(text, Options{Lexicon: tables(t)})
		if len(r.Directives) != 1 || r.Directives[0].Keys[0] != key || r.Directives[0].Quote[0].Start != 0 {
			t.Errorf("%s: %+v", text, r.Directives)
		}
	}
}

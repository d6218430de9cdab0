package i18n

var messagesFault = map[string]Text{
	"fault.internal":        {"कार्यक्रम में त्रुटि हुई। आपका काम सुरक्षित है; कृपया फिर से प्रयास करें।", "Something went wrong in the program. Your work is safe; please try again."},
	"fault.invalid":         {"कुछ प्रविष्टियाँ सही नहीं हैं।", "Some entries are not right."},
	"fault.unauthenticated": {"कृपया पहले साइन इन करें।", "Please sign in first."},
	"fault.forbidden":       {"आपके पद को इसका अधिकार नहीं है।", "Your post has no power to do this."},
	"fault.not_found":       {"यह उपलब्ध नहीं है।", "This is not available."},
	"fault.conflict":        {"इस बीच किसी और ने इसे बदल दिया है। पृष्ठ फिर से खोलें।", "Somebody else changed this in the meantime. Open the page again."},
	"fault.refused":         {"नियम के अनुसार यह नहीं किया जा सकता।", "A rule does not allow this."},
	"fault.too_large":       {"यह बहुत बड़ा है।", "This is too large."},
	"fault.too_many":        {"बहुत बार प्रयास हुआ है। थोड़ी देर बाद प्रयास करें।", "Too many attempts. Please try again after some time."},
	"fault.unavailable":     {"अभी यह नहीं हो सकता। थोड़ी देर बाद प्रयास करें।", "This cannot be done just now. Please try again after some time."},
}

package i18n

// messagesIndicator are the faults of observations and what is pointed out about reported figures.
var messagesIndicator = map[string]Text{
	"indicator.wrong":             {"आँकड़ा दर्ज नहीं हुआ", "The figure was not taken down"},
	"indicator.measure_required":  {"किसका आँकड़ा है, लिखें; अधिकतम %[1]d अक्षर", "Say what is measured, in at most %[1]d letters"},
	"indicator.no_number":         {"यह कोई संख्या नहीं है", "This is no number"},
	"indicator.period_required":   {"किस तिथि तक का है, लिखें", "Give the day it runs to"},
	"indicator.period_backwards":  {"अवधि का अंत आरंभ से पहले है", "The period ends before it begins"},
	"indicator.nature_required":   {"किसी तिथि को शेष, अवधि में आया, या अब तक कुल: एक चुनें", "Choose: standing on a day, coming in a period, or total so far"},
	"indicator.unknown_event":     {"अज्ञात घटना %[1]v", "unknown event %[1]v"},
	"indicator.not_seen":          {"ऐसा कोई आँकड़ा नहीं है", "There is no such figure"},
	"indicator.unknown_indicator": {"ऐसा कोई सूचक नहीं है", "There is no such indicator"},

	"indicator.nature_stock":  {"उस तिथि को शेष", "standing on that day"},
	"indicator.nature_flow":   {"अवधि में", "in the period"},
	"indicator.nature_total":  {"अब तक कुल", "total so far"},
	"indicator.kind_reported": {"बताया गया", "reported"},

	"indicator.part_larger":    {"भाग %[1]v पूरे %[2]v से बड़ा है", "the part %[1]v is larger than the whole %[2]v"},
	"indicator.percent_over":   {"%[1]v प्रतिशत सौ से अधिक है", "%[1]v percent is more than a hundred"},
	"indicator.percent_counts": {"%[1]v प्रतिशत कहा गया; साथ की संख्याओं से %[2]v बनता है", "%[1]v percent is said; the counts beside it make %[2]v"},
	"indicator.sum_differs":    {"कुल %[1]v कहा गया; भागों का योग %[2]v है", "a total of %[1]v is said; the parts make %[2]v"},
	"indicator.two_values":     {"इसी पाठ में यही %[2]v भी कहा गया", "the same text also says %[2]v"},
	"indicator.stock_fell":     {"पिछली बैठक में %[2]v था; घटा, पर कोई निष्पादन नहीं बताया गया", "it was %[2]v at the last meeting; it fell, and no disposal is reported"},
	"indicator.total_fell":     {"पिछली बैठक में कुल %[2]v था; अब तक का योग घट नहीं सकता", "the total was %[2]v at the last meeting; a running total cannot fall"},
}

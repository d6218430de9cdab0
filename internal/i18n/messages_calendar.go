package i18n

var messagesCalendar = map[string]Text{
	"calendar.date_form":   {"तारीख %[1]q इस रूप में नहीं है: 2026-03-12", "The date %[1]q is not of the form 2026-03-12"},
	"calendar.span_form":   {"समय-सीमा %[1]q समझ में नहीं आई; ऐसे लिखें: 3 working days, 15 days, 2 months, same day, end of month", "The limit %[1]q is not understood; write it as 3 working days, 15 days, 2 months, same day, end of month"},
	"calendar.span_long":   {"समय-सीमा %[1]q बहुत बड़ी है; अधिकतम संख्या %[2]d", "The limit %[1]q is too long; the largest number is %[2]d"},
	"calendar.rhythm_form": {"आवृत्ति %[1]q समझ में नहीं आई; ऐसे लिखें: day, working day, week, month, monday, 3rd thursday, first and third saturday", "The rhythm %[1]q is not understood; write it as day, working day, week, month, monday, 3rd thursday, first and third saturday"},
	"calendar.week_form":   {"कार्य सप्ताह %[1]q समझ में नहीं आया; ऐसे लिखें: monday to saturday except second and fourth saturday", "The working week %[1]q is not understood; write it as monday to saturday except second and fourth saturday"},
	"calendar.time_form":   {"समय %[1]q इस रूप में नहीं है: 10:00", "The time %[1]q is not of the form 10:00"},
	"calendar.hours_order": {"कार्यालय %[1]s पर खुलकर %[2]s पर बंद नहीं हो सकता", "An office cannot open at %[1]s and close at %[2]s"},

	"calendar.step_start":        {"आरंभ: %[1]s", "Start: %[1]s"},
	"calendar.step_rule_days":    {"नियम: %[1]s; पहला दिन नहीं गिना जाता, अंतिम दिन कार्यालय बंद होने तक चलता है", "Rule: %[1]s; the first day is not counted, the last runs to office closing"},
	"calendar.step_rule_counted": {"नियम: %[1]s; पहला दिन और बंद दिन नहीं गिने जाते, अंतिम दिन कार्यालय बंद होने तक चलता है", "Rule: %[1]s; the first day and closed days are not counted, the last runs to office closing"},
	"calendar.step_rule_hours":   {"नियम: %[1]s, घड़ी के अनुसार लगातार", "Rule: %[1]s, running on the clock"},
	"calendar.step_rule_end":     {"नियम: %[1]s, कार्यालय बंद होने तक", "Rule: %[1]s, to office closing"},
	"calendar.step_skipped":      {"%[1]s नहीं गिना गया: %[2]s", "%[1]s not counted: %[2]s"},
	"calendar.step_stop":         {"विराम %[1]s से %[2]s तक: %[3]d दिन नहीं गिने गए", "Paused from %[1]s to %[2]s: days not counted %[3]d"},
	"calendar.step_pause":        {"विराम %[1]s से %[2]s तक नहीं गिना गया", "Paused from %[1]s to %[2]s, not counted"},
	"calendar.step_stopped":      {"%[1]s से विराम चल रहा है; अंतिम समय विराम के बाद तय होगा", "Paused since %[1]s; the limit is fixed once the pause ends"},
	"calendar.step_moved":        {"%[1]s को कार्यालय बंद है (%[2]s), इसलिए %[3]s", "The office is closed on %[1]s (%[2]s), so %[3]s"},
	"calendar.step_due":          {"अंतिम समय: %[1]s", "Due: %[1]s"},
}

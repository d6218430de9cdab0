package i18n

import (
	"sync"
	"time"
)

// Months are the names of the months as they are written, January at index 1; index 0 is empty.
var Months = [13]Text{
	{}, {"जनवरी", "January"}, {"फरवरी", "February"}, {"मार्च", "March"}, {"अप्रैल", "April"}, {"मई", "May"}, {"जून", "June"},
	{"जुलाई", "July"}, {"अगस्त", "August"}, {"सितंबर", "September"}, {"अक्टूबर", "October"}, {"नवंबर", "November"}, {"दिसंबर", "December"},
}

// Weekdays are the names of the days as they are written, Sunday at index 0 as in package time.
var Weekdays = [7]Text{
	{"रविवार", "Sunday"}, {"सोमवार", "Monday"}, {"मंगलवार", "Tuesday"}, {"बुधवार", "Wednesday"}, {"गुरुवार", "Thursday"}, {"शुक्रवार", "Friday"}, {"शनिवार", "Saturday"},
}

// monthReadings are other ways in which the months are typed, January at index 1.
var monthReadings = [13][]string{
	{}, {"जन", "जनव", "जेनवरी", "jan"}, {"फर", "फरव", "फ़रवरी", "फेब्रुअरी", "feb"}, {"मार", "mar"}, {"अप्र", "अप्रेल", "एप्रिल", "apr"},
	{"मे", "may"}, {"जू", "jun"}, {"जुल", "जूलाई", "jul"}, {"अग", "अगस", "aug"}, {"सित", "सितम्बर", "sep", "sept"},
	{"अक्तू", "अक्टू", "अक्तूबर", "अक्टुबर", "oct"}, {"नव", "नवम्बर", "nov"}, {"दिस", "दिसम्बर", "दिसं", "dec"},
}

// weekdayReadings are other ways in which the days are typed, Sunday at index 0.
var weekdayReadings = [7][]string{
	{"रवि", "इतवार", "sun"}, {"सोम", "mon"}, {"मंगल", "मंगलवर", "tue", "tues"}, {"बुध", "wed"},
	{"गुरु", "गुरूवार", "बृहस्पतिवार", "बृहस्पति", "वीरवार", "thu", "thur", "thurs"}, {"शुक्र", "जुमा", "fri"}, {"शनि", "शनिचर", "शनिश्चर", "sat"},
}

var monthKeys = sync.OnceValue(func() map[string]int { return readings(Months[:], monthReadings[:]) })

var weekdayKeys = sync.OnceValue(func() map[string]int { return readings(Weekdays[:], weekdayReadings[:]) })

func readings(names []Text, more [][]string) map[string]int {
	keys := map[string]int{}
	for i, n := range names {
		for _, s := range append([]string{n.Hi, n.En}, more[i]...) {
			if s != "" {
				keys[Fold(s)] = i
			}
		}
	}
	return keys
}

// ParseMonth reads a month in either language, in full or cut short: जनवरी, जन०, January, Jan.
func ParseMonth(s string) (time.Month, bool) {
	m, ok := monthKeys()[Fold(s)]
	return time.Month(m), ok
}

// ParseWeekday reads a day of the week in either language, in full or cut short: शुक्रवार, शुक्र, Friday, Fri.
func ParseWeekday(s string) (time.Weekday, bool) {
	d, ok := weekdayKeys()[Fold(s)]
	return time.Weekday(d), ok
}

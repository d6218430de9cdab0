package i18n

// Months are the names of the months as they are written, January at index 1; index 0 is empty.
var Months = [13]Text{
	{}, {"जनवरी", "January"}, {"फरवरी", "February"}, {"मार्च", "March"}, {"अप्रैल", "April"}, {"मई", "May"}, {"जून", "June"},
	{"जुलाई", "July"}, {"अगस्त", "August"}, {"सितंबर", "September"}, {"अक्टूबर", "October"}, {"नवंबर", "November"}, {"दिसंबर", "December"},
}

// Weekdays are the names of the days as they are written, Sunday at index 0 as in package time.
var Weekdays = [7]Text{
	{"रविवार", "Sunday"}, {"सोमवार", "Monday"}, {"मंगलवार", "Tuesday"}, {"बुधवार", "Wednesday"}, {"गुरुवार", "Thursday"}, {"शुक्रवार", "Friday"}, {"शनिवार", "Saturday"},
}

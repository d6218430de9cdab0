package extract

// reported tells whether a number tells of work done, left or found: by the
// predicate of its own words [from, end), or where they have none by that of
// the statement, which ends before hi.
func (r *reader) reported(f, next *figure, lo, from, end, hi int) bool {
	if f.rank {
		return true
	}
	if r.narrated(f, lo) || r.arranged(f.hi, end) || r.intended(f.hi, end) || r.people(f.hi, end) && !f.percent {
		return false
	}
	stop := end
	if r.partOf(lo, f.lo) && !f.word {
		return true
	}
	if !r.hasTag(f.hi, end, tBe|tWas|tPerf|tState) && f.of == 0 {
		stop = hi
	}
	asp := r.aspect(f.lo, stop)
	if !f.percent && !f.part && f.of == 0 && asp == aspIs && r.hasTag(from, f.lo, tGoal) {
		return false // what is aimed at
	}
	if at := r.locative(f.hi, end); at > 0 && !f.percent {
		if next != nil && next.lo < stop && next.val > f.val || r.at(f.lo-1, lo, hi).is(tAll) {
			return false
		}
		return asp != aspOngoing && asp != aspNone || asp == aspNone && r.evidence(from, stop)
	}
	switch {
	case f.percent, f.of != 0, f.money, f.span:
		return asp != aspHabit
	case asp == aspHabit:
		return false
	case asp == aspNone, asp == aspOngoing && !r.hasTag(f.hi, end, tKo):
		return r.evidence(from, stop)
	case asp == aspIs:
		return r.evidence(from, stop) || r.comparison(from, f.lo) || r.stative(f.hi, stop)
	}
	return true
}

// narrated tells whether a number is of what somebody did there and then:
// उन्होंने 86 आवेदकों की समस्याएं सुनीं; मैंने 3 दुकान देखी.
func (r *reader) narrated(f *figure, lo int) bool {
	if f.percent {
		return false
	}
	for k := f.lo - 1; k >= lo; k-- {
		t := &r.toks[k]
		if t.is(tThat) {
			return false
		}
		if r.word(t, "मैंने") || r.word(t, "मैने") || r.word(t, "हमने") {
			return true
		}
		if t.is(tNe) {
			end := k + 1
			for end < len(r.toks) && !r.ends(end) {
				end++
			}
			return !r.hasTag(k, end, tState|tTell) && !r.has(k, end, kwDone)
		}
	}
	return false
}

// partOf tells whether जिनमें or इनमें before a number makes it a part of what was told.
func (r *reader) partOf(lo, at int) bool {
	for k := lo; k < at; k++ {
		if r.pointsToWhole(&r.toks[k]) {
			return true
		}
	}
	return false
}

// aspects of what a statement says of its number.
type aspect uint8

const (
	aspNone    aspect = iota // no verb
	aspDone                  // हुआ, किया गया, कर चुके
	aspIs                    // है, थे
	aspOngoing               // की जा रही है
	aspHabit                 // रहते हैं
)

// aspect reads the last verb group of toks[lo:hi).
func (r *reader) aspect(lo, hi int) aspect {
	for k := hi - 1; k >= lo; k-- {
		t, p := &r.toks[k], r.at(k-1, lo, hi)
		if t.kind != kWord {
			continue
		}
		switch {
		case r.word(t, "रहा") || r.word(t, "रही") || r.word(t, "रहे"):
			if p.is(tRoot) || r.raw(p) == "जा" || r.raw(p) == "हो" || p.kind == kWord && p.tag == 0 && p.kw == 0 && r.at(k+1, lo, hi).is(tBe|tWas) {
				return aspOngoing
			}
			return aspDone
		case t.is(tBe | tWas):
			switch {
			case r.word(p, "रहा") || r.word(p, "रही") || r.word(p, "रहे"):
				continue
			case p.is(tImpf) && !p.is(tPerf):
				return aspHabit
			case p.is(tPerf|tGone) || p.kw == kwDone, p.is(tCan) && !p.is(tImpf): // हो सके हैं
				return aspDone
			}
			return aspIs
		case t.kw == kwWere:
			return aspDone
		case t.kw == kwDone, t.is(tPerf) && !t.latin:
			return aspDone
		case t.is(tImpf) && !t.latin && k == hi-1:
			return aspHabit
		}
		switch r.raw(t) {
		case "hua", "hue", "hui", "gaya", "gaye", "gayi", "have", "has", "had", "रह":
			return aspDone
		case "hai", "hain", "tha", "the":
			if r.raw(t) != "the" {
				return aspIs
			}
		}
	}
	return aspNone
}

// locative gives the index of में or पर behind what a number counts, else 0.
func (r *reader) locative(k, hi int) int {
	_, end := r.nounAfter(k, hi)
	for j := k; j < end; j++ {
		if r.toks[j].is(tGen) {
			return 0
		}
	}
	if end < hi && r.toks[end].is(tLoc) && !r.toks[end].latin {
		return end
	}
	return 0
}

// intended tells whether a number belongs to something asked for within the
// statement: 12 विद्यालयों में भूमि चिन्हित करने हेतु लिखा गया.
func (r *reader) intended(k, hi int) bool {
	for ; k < hi; k++ {
		if !r.toks[k].is(tInf) {
			continue
		}
		n, n2 := r.at(k+1, 0, hi), r.at(k+2, 0, hi)
		if n.is(tFor) || n.is(tKo) || n.is(tGen) && (n2.is(tFor|tOrder|tGoal|tDecision|tDuty|tAsk) || n2.kind == kWord && n2.tag == 0 && n2.kw == 0 && false) {
			return true
		}
	}
	return false
}

// people tells whether those counted are officers or staff, whose number is
// who was there or what there is, not work: 41 अधिकारी, 7 कर्मियों को.
func (r *reader) people(k, hi int) bool {
	_, end := r.nounAfter(k, hi)
	for j := k; j < min(end, k+2); j++ {
		switch t := &r.toks[j]; r.raw(t) {
		case "अधिकारी", "अधिकारियों", "पदाधिकारी", "पदाधिकारियों", "कर्मियों", "कर्मी", "कर्मचारियों", "कर्मचारी", "विभाग", "विभागों", "टीम", "टीमें", "टीमों", "सदस्यीय", "चिकित्सक", "चिकित्सकों", "डॉक्टर", "डॉक्टरों", "officers", "departments", "teams", "members":
			return true
		}
		if r.toks[j].is(tGen) {
			return false
		}
	}
	return false
}

// arranged tells whether a number is of what was set up for an occasion, which
// is its scope, not its progress: 34 केंद्र बनाए गए, 12 दंडाधिकारी प्रतिनियुक्त.
func (r *reader) arranged(k, hi int) bool {
	_, end := r.nounAfter(k, hi)
	for j := k; j < min(end, k+3); j++ {
		switch r.raw(&r.toks[j]) {
		case "केंद्र", "केन्द्र", "जोन", "सेक्टर", "दंडाधिकारी", "दण्डाधिकारी", "मजिस्ट्रेट", "उड़नदस्ते", "उड़नदस्ता":
			for n := j + 1; n < hi && n < j+4; n++ {
				switch r.raw(&r.toks[n]) {
				case "बनाए", "बनाये", "बनाया", "प्रतिनियुक्त", "तैनात", "नियुक्त", "गठित", "बांटा", "विभक्त":
					return true
				}
			}
		}
	}
	return false
}

// stative tells whether a participle stands before है and says in what state things are: प्रभार में हैं, पुराने हैं.
func (r *reader) stative(k, hi int) bool {
	for j := k; j+1 < hi; j++ {
		if !r.toks[j+1].is(tBe | tWas) {
			continue
		}
		t := &r.toks[j]
		return t.kind == kWord && !t.is(tGen|tKo|tTak|tFor) && (t.tag&^(tState|tLoc|tPerf|tAct) == 0 || t.kw == kwIn)
	}
	return false
}

// comparison tells whether a number is set beside that of another time: गत वर्ष यह संख्या 171 थी.
func (r *reader) comparison(lo, at int) bool {
	for k := lo; k < at; k++ {
		if t := &r.toks[k]; t.is(tPast) || r.word(t, "संख्या") || r.word(t, "आंकड़ा") {
			return true
		}
	}
	return false
}

// evidence tells whether words say that things are done, pending or where they stand.
func (r *reader) evidence(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if t.is(tState) || t.kw == kwDone || t.is(tAct) {
			return true
		}
		if t.is(tPerf) && (r.at(k+1, lo, hi).is(tGone) || r.at(k+1, lo, hi).is(tBe) || r.at(k+1, lo, hi).kw == kwDone) && !t.is(tGen) {
			return true
		}
		if r.tellsState(t) {
			return true
		}
	}
	return false
}

// tellsState tells whether a word says how far things are.
func (r *reader) tellsState(t *token) bool {
	if t.kind != kWord {
		return false
	}
	switch r.raw(t) {
	case "पाया", "पाए", "पाई", "रैंक", "स्थान", "रैंकिंग", "प्रगति", "उपलब्धि", "शिकायतें", "कमी", "वृद्धि", "मात्र", "केवल", "पीछे", "दर", "जारी", "रहा", "रही",
		"रहे", "उपलब्ध", "भंडारण", "स्टॉक", "मौत", "मृत्यु", "घायल", "रोगी", "मरीज", "आईं", "हुईं", "बाकी", "बचे", "बची", "मिले", "मिली", "सर्वाधिक", "ही", "दुर्घटनाएं",
		"दुर्घटना", "दुर्घटनाओं", "घटनाएं", "अनुपस्थित", "सील", "समाप्त", "अप्राप्त", "प्राप्त", "निर्गत", "जब्त", "चिन्हित", "चिह्नित", "चिन्हांकित", "नियोजित",
		"लाभान्वित", "अप्रारंभ", "अप्रारम्भ", "प्रारंभ", "अटके", "अटकी", "रुके", "रुकी", "खतरनाक", "जर्जर", "पुराने", "पुरानी", "अवशेष", "सृजित", "संतुष्टि", "परिणाम",
		"बिगड़े", "रिक्त", "खाली", "स्थापित", "अधिष्ठापित", "संचालित", "प्रभावित", "सुपुर्द", "दर्ज", "आए", "आयीं", "पहुंच", "वंचित", "छूटे", "अनुपालित", "निरस्त",
		"वापस", "अस्वीकृत", "अनिस्तारित", "कार्यरत", "निष्क्रिय", "सक्रिय", "प्रक्रियाधीन", "निर्माणाधीन", "अधूरे", "प्रतिवेदित", "गठित", "आच्छादित", "संबंधित",
		"rank", "Rank", "progress", "Progress", "up", "far", "score", "Score", "stuck", "achievement", "hua", "hue", "hui", "ho", "gaya", "gaye", "gayi", "done",
		"baki", "lambit", "poore", "pure", "complete", "active", "functional", "defunct", "closed", "vacant", "cleared", "found":
		return true
	}
	return false
}

// obliges tells whether a statement asks after all: 95% पूरा करना है, न्यूनतम 90 प्रतिशत.
func (r *reader) obliges(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t, n := &r.toks[k], r.at(k+1, lo, hi)
		if t.is(tNoun) && !t.is(tRoot|tPerf) && (n.is(tBe) || n.kind == kNone || r.word(n, "होगा") || r.word(n, "होगी")) {
			return true
		}
		if r.word(t, "न्यूनतम") || t.kw == kwOnly && false {
			return true
		}
	}
	return false
}

// hasRank tells whether a place in an order is among the figures of a statement.
func (r *reader) hasRank(lo, hi int) bool {
	for i := range r.figs {
		if f := &r.figs[i]; f.rank && f.lo >= lo && f.hi <= hi {
			return true
		}
	}
	return false
}

// ceremonial tells whether a statement tells of a ceremony, of money spent on
// one or of what is to come.
func (r *reader) ceremonial(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if r.word(t, "कार्यक्रम") && !r.hasRank(lo, hi) {
			return true
		}
		switch r.raw(t) {
		case "भूमिपूजन", "लोकार्पण", "शिलान्यास", "सम्मानित", "उद्घाटन", "लागत", "शक्ति", "समारोह", "पुरस्कृत", "विदाई", "प्रशस्ति", "गोदभराई", "शपथ", "मौन", "पुरस्कार", "सम्मान", "अवसर", "प्रशंसा", "सराहना":
			return true
		}
		if t.is(tFut|tInf) && t.is(tPassFut) {
			return true
		}
		if r.word(t, "बांटे") || r.word(t, "बांटी") || r.word(t, "बांटा") {
			return true
		}
	}
	return false
}

package extract

import "strings"

// figure is a number of a statement that may be a fact.
type figure struct {
	amount
	whole bool    // में से follows: the number is the whole of the next
	of    float64 // the whole that stands right behind it
	rank  bool    // an ordinal: सातवें स्थान पर
	money bool
	span  bool // a stretch of time: औसत निस्तारण समय 17 दिन
}

// figures finds the numbers of a statement that count things, give a rate, a rank or money.
func (r *reader) figures(lo, hi int) []figure {
	r.figs = r.figs[:0]
	r.findTimes(lo, hi)
	for i := lo; i < hi; i++ {
		if r.toks[i].kind == kDay {
			continue
		}
		if f, ok := r.rankAt(i, lo, hi); ok {
			r.figs = append(r.figs, f)
			i = f.hi - 1
			continue
		}
		a, ok := amountAt(r.toks[:hi], i)
		if !ok {
			continue
		}
		i = a.hi - 1
		f := figure{amount: a, whole: r.isWhole(a.hi, hi)}
		if k := r.ofWhole(a.hi, lo, hi); k > 0 { // 51 of 58; 51/58
			if b, ok := amountAt(r.toks[:hi], k); ok && b.val >= a.val {
				f.whole, f.of, i = false, b.val, b.hi-1
				f.hi = b.hi
			}
		}
		if r.ordinalTail(a.hi, hi) {
			continue
		}
		f.money = r.isMoney(&f, lo, hi)
		f.span = r.at(f.hi, lo, hi).is(tUnit)
		if r.isCount(&f, lo, hi) {
			r.figs = append(r.figs, f)
		}
	}
	r.settleWholes(lo, hi)
	return r.figs
}

// ofWhole gives the index of the whole behind 51 of the, 51 out of, 51/; 0 if none follows.
func (r *reader) ofWhole(k, lo, hi int) int {
	t, n := r.at(k, lo, hi), r.at(k+1, lo, hi)
	switch {
	case r.word(t, "out") && n.kw == kwOf:
		k += 2
	case t.kw == kwOf, r.word(t, "against"):
		k++
	case t.kind == kSlash && t.glued && n.glued && n.kind == kNum:
		k++
	default:
		return 0
	}
	for k < hi && (r.toks[k].kw == kwThe || r.word(&r.toks[k], "target") || r.word(&r.toks[k], "total")) {
		k++
	}
	if k >= hi {
		return 0
	}
	return k
}

// rankAt reads a place in an order: 29वां, सातवें स्थान, rank 19, रैंक 23.
func (r *reader) rankAt(i, lo, hi int) (figure, bool) {
	t := &r.toks[i]
	f := figure{rank: true}
	switch {
	case t.kind == kNum && t.tag == 0 && r.ordinalTail(i+1, hi):
		f.amount = amount{lo: i, hi: i + 2, val: t.val}
	case t.kind == kNum && t.tag == 0 && r.isRank(r.at(i-1, lo, hi)):
		f.amount = amount{lo: i, hi: i + 1, val: t.val}
		if p := r.at(i-1, lo, hi); r.at(i+1, lo, hi).kind == kPercent || r.word(p, "स्थान") || r.word(p, "नंबर") || r.word(p, "place") {
			return f, false
		}
		return f, true
	case t.kind == kWord && r.isRank(r.at(i+1, lo, hi)):
		v := r.rankWord(t)
		f.amount = amount{lo: i, hi: i + 1, val: v}
		return f, v > 0
	default:
		return f, false
	}
	if f.val < 1 || f.val > 2000 {
		return f, false
	}
	for k := i + 2; k < min(hi, i+4); k++ {
		if r.isRank(&r.toks[k]) {
			return f, true
		}
	}
	for k := i - 1; k >= max(lo, i-8); k-- {
		if r.isRank(&r.toks[k]) {
			return f, r.at(i+2, lo, hi).kind != kWord || r.at(i+2, lo, hi).is(tBe|tWas|tPerf|tLoc|tAnd)
		}
	}
	return f, false
}

// isRank tells whether a word means a place in an order.
func (r *reader) isRank(t *token) bool {
	return t.kind == kWord && rankStems[t.stem]
}

var rankStems = stemsOf(`स्थान रैंक रैंकिंग नंबर नम्बर पायदान क्रम rank ranking ranked place position`)

// isMoney tells whether a number is of rupees.
func (r *reader) isMoney(f *figure, lo, hi int) bool {
	n, p := r.at(f.hi, lo, hi), r.at(f.lo-1, lo, hi)
	if n.kind == kStop {
		n = r.at(f.hi+1, lo, hi)
	}
	for _, w := range [...]string{"रुपये", "रुपए", "रूपये", "रूपए", "रुपया", "रु", "रू", "rupees", "Rs"} {
		if r.word(n, w) {
			return true
		}
	}
	if p.kind == kStop {
		p = r.at(f.lo-2, lo, hi)
	}
	return r.word(p, "Rs") || r.word(p, "INR") || r.word(p, "रु") && p.end-p.start < 12 || r.word(p, "रू") && p.end-p.start < 12 || p.kind == kOther && r.text[p.start:p.end] == "₹"
}

// isWhole tells whether में से or में follows the noun a number counts, with another number after it.
func (r *reader) isWhole(k, hi int) bool {
	for n := 0; k < hi && n < 7; n++ {
		t := &r.toks[k]
		switch {
		case t.kw == kwIn && !t.latin, r.word(t, "सापेक्ष"), r.word(t, "विरुद्ध"), r.word(t, "विरूद्ध"), r.word(t, "मुकाबले"), r.word(t, "बनिस्बत"), r.word(t, "तुलना"):
			return r.hasNumber(k+1, min(hi, k+9)) || r.hasTag(k+1, min(hi, k+9), tNumber)
		case t.kind != kWord || t.is(tKo|tSe|tNe|tAnd|tBe|tWas):
			return t.kind == kComma && t.glued && r.toks[0].latin && r.hasNumber(k+1, min(hi, k+4))
		}
		k++
	}
	return false
}

// settleWholes takes back the wholes that are none: a bare में makes a whole
// only where both numbers count the same thing and the second is the smaller,
// since 72 केंद्रों में 11,460 पशु tells where, not of how many.
func (r *reader) settleWholes(lo, hi int) {
	for i := range r.figs {
		f := &r.figs[i]
		if !f.whole {
			continue
		}
		if i+1 >= len(r.figs) {
			f.whole = false
			continue
		}
		next := &r.figs[i+1]
		from, loc := r.nounAfter(f.hi, hi)
		if loc >= hi || r.toks[loc].kw != kwIn || r.at(loc+1, lo, hi).is(tSe) {
			continue
		}
		f.whole = next.val <= f.val && !next.rank && (next.percent || loc == from || r.bareCount(next, hi) || r.sameNoun(from, loc, next.hi))
		if !f.whole && next.val > f.val {
			f.whole, f.of = false, -1 // a place
		}
	}
	kept := r.figs[:0]
	for _, f := range r.figs {
		if f.of >= 0 {
			kept = append(kept, f)
		}
	}
	r.figs = kept
}

// nounAfter gives the words that a number counts, up to the case sign behind them.
func (r *reader) nounAfter(k, hi int) (from, end int) {
	from = k
	for n := 0; k < hi && n < 7; n++ {
		t := &r.toks[k]
		if t.kind != kWord || t.is(tKo|tSe|tNe|tLoc|tAnd|tBe|tWas|tTak) || t.kw == kwIn {
			return from, k
		}
		k++
	}
	return from, k
}

// bareCount tells whether a number stands without a noun of its own: 97 में 61 चालू.
func (r *reader) bareCount(f *figure, hi int) bool {
	t := r.at(f.hi, 0, hi)
	return t.kind != kWord || t.is(tGen|tKo|tSe|tNe|tLoc|tState|tBe|tWas|tPerf) || t.kw == kwOnly || t.kw == kwAlso
}

// sameNoun tells whether what stands behind k is counted like toks[from:end).
func (r *reader) sameNoun(from, end, k int) bool {
	for j := k; j < min(len(r.toks), k+3); j++ {
		for i := from; i < end; i++ {
			if r.toks[j].kind == kWord && r.toks[i].kind == kWord && r.toks[j].stem == r.toks[i].stem {
				return true
			}
		}
	}
	return false
}

// isCount tells whether a number counts something: it is no date, name, label,
// threshold, cost or stretch of time.
func (r *reader) isCount(f *figure, lo, hi int) bool {
	n, p, p2 := r.at(f.hi, lo, hi), r.at(f.lo-1, lo, hi), r.at(f.lo-2, lo, hi)
	if f.year || f.val < 0 || r.inTime(f.lo) || f.word && f.val <= 2 {
		return false
	}
	switch {
	case n.is(tMonth), p.is(tMonth), n.kw == kwHour, n.kw == kwDate, n.kind == kClose && p.kind == kOpen, p.kind == kOther && !f.money, n.kw == kwYear:
		return false
	case n.is(tUnit):
		return r.average(lo, f.lo) && n.val <= 4
	case f.money:
		return r.moneyMoves(lo, hi)
	case p.kw == kwPlace, p.kind == kDash && p.glued && p2.kind == kWord, p.kind == kSlash:
		return false
	case r.labelWord(p) && !(r.word(p, "संख्या") && n.is(tBe|tWas)), p.is(tAnd) && r.labelWord(r.at(f.lo-3, lo, hi)), n.is(tAnd) && r.labelWord(p):
		return false
	case (n.kind == kSlash || n.kind == kStop || n.kind == kClose) && f.lo == lo && !f.percent, r.keycap(f.hi): // 01/ at the start
		return false
	case r.threshold(f, lo, hi), p.kw == kwMore && p.latin, p.latin && r.word(p, "above"):
		return false
	}
	if p.kind == kStop && r.labelWord(p2) {
		return false
	}
	for _, w := range [...]string{"सेवाओं", "सेवाएं", "सेवा", "दिवसीय", "सूत्री", "सूत्रीय", "सदस्यीय", "स्तरीय", "बार", "सीसीए", "हेल्पलाइन", "किमी", "किलोमीटर", "एकड़", "मिनट", "वर्षीय", "बिंदुओं", "बिन्दुओं"} {
		if r.word(n, w) {
			return false
		}
	}
	return true
}

// labelWord tells whether a number behind the word is a name: वार्ड 7, धारा 55, क्रमांक 4.
func (r *reader) labelWord(t *token) bool {
	if t.kind != kWord {
		return false
	}
	switch r.raw(t) {
	case "वर्ष", "धारा", "वार्ड", "वार्डों", "नंबर", "नम्बर", "संख्या", "सं", "सं०", "सं0", "हेल्पलाइन", "क्रमांक", "क्र", "क्र०", "क्र0", "कंडिका", "बिंदु", "बिन्दु", "मद", "एजेंडा", "एजेण्डा", "नियम",
		"कक्षा", "कक्षाओं", "जोन", "पैरा", "चरण", "फेज", "ग्रुप", "प्रपत्र", "फॉर्म", "परिपत्र", "पत्रांक", "ज्ञापांक", "कॉलम", "खसरा", "खाता", "अनुच्छेद", "सेक्टर", "भाग", "खंड", "पृष्ठ", "मोबाइल", "दूरभाष", "फोन", "no", "No", "ward", "Ward", "section", "Section", "class", "Class", "form", "Form", "phase", "Phase", "item", "Item", "point", "Point", "rule", "Rule", "zone", "Zone":
		return true
	}
	return false
}

// keycap tells whether a number is drawn as a key: 8️⃣.
func (r *reader) keycap(k int) bool {
	for j := k; j < min(k+2, len(r.toks)); j++ {
		if t := &r.toks[j]; t.glued && strings.Contains(r.text[t.start:t.end], "\u20e3") {
			return true
		}
	}
	return false
}

// threshold tells whether a number only bounds a set: 75 प्रतिशत से कम वाले, 50 से अधिक फॉर्म.
func (r *reader) threshold(f *figure, lo, hi int) bool {
	for k := f.hi; k < min(hi, f.hi+4); k++ {
		t := &r.toks[k]
		if t.is(tGen|tKo|tLoc|tBe|tNumber) || t.kind == kNum {
			return false
		}
		if t.is(tSe) {
			n, n2 := r.at(k+1, lo, hi), r.at(k+2, lo, hi)
			bound := n.kw == kwMore || n.kw == kwOld || r.word(n, "कम") || r.word(n, "नीचे") || r.word(n, "न्यून") || r.word(n, "उपर") || r.word(n, "बाहर")
			return bound && n2.kind == kWord && !n2.is(tBe|tWas|tPerf)
		}
	}
	return false
}

// average tells whether a mean is told: औसत निस्तारण समय 17 दिन.
func (r *reader) average(lo, at int) bool {
	for k := max(lo, at-6); k < at; k++ {
		if t := &r.toks[k]; r.word(t, "औसत") || r.word(t, "औसतन") || r.word(t, "average") {
			return true
		}
	}
	return false
}

// moneyMoves tells whether money was spent, paid, taken in or is owed, which
// measures work; what a thing costs does not.
func (r *reader) moneyMoves(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		switch t := &r.toks[k]; r.raw(t) {
		case "लागत", "मूल्य", "दर", "निर्धारित", "सीमा", "प्रति", "cost", "rate", "रेट", "कीमत", "इनाम", "पुरस्कार", "सहायता":
			return false
		}
	}
	for k := lo; k < hi; k++ {
		switch t := &r.toks[k]; r.raw(t) {
		case "वसूल", "वसूली", "वसूला", "वसूले", "जमा", "बकाया", "अर्थदंड", "अर्थदण्ड", "जुर्माना", "शास्ति", "व्यय", "खर्च", "भुगतान", "राजस्व", "ऋण", "शेष", "लंबित", "उपयोग", "अंतरित", "वितरित", "जब्त", "रिकवरी", "उठाव",
			"recovered", "collected", "spent", "paid", "disbursed", "pending", "released", "outstanding", "deposited", "recovery":
			return true
		}
	}
	return false
}

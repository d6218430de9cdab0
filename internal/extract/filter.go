package extract

import "strings"

// earlier tells whether a clause is about a former meeting.
func (r *reader) earlier(lo, hi int) bool {
	for k := lo; k < hi && k < lo+6; k++ {
		t := &r.toks[k]
		if t.is(tRel) {
			return false
		}
		if t.is(tPast) && r.has(k+1, min(hi, k+4), kwMeeting) {
			return true
		}
		if t.kw == kwBefore && r.at(k+1, lo, hi).kw == kwIn {
			return !r.hasTag(k, hi, tTak)
		}
	}
	return false
}

// publicAddressed tells whether a clause speaks to the public: किसानों से अपील.
func (r *reader) publicAddressed(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if r.toks[k].is(tPublic) && r.toks[k+1].is(tSe|tKo) && !r.isPost(k) {
			return true
		}
	}
	return false
}

// asks tells whether the verb of a clause puts something on an owner.
func (r *reader) asks(s *segment, sp *speech) bool {
	list := r.asking()
	switch s.pred.kind {
	case pSubj, pPassSubj:
		return !r.joined(s)
	case pMust:
		return r.toks[s.pred.end-1].is(tFut) || list || sp.kind == gOrder || sp.kind == gSay && sp.on && r.hasOwner(s) || r.dutyOf(s) || r.item && r.hasTag(s.main, s.pred.at, tTak|tLate) && !r.hasTag(s.main, s.pred.at, tPublic|tTitle)
	case pDue:
		return list || sp.kind == gOrder
	case pWould:
		return r.would(s, sp)
	case pFut:
		return r.future(s, sp)
	case pPassFut:
		return r.passive(s, sp)
	case pName:
		return list
	case pNone:
		return false
	}
	return false
}

// dutyOf tells whether a post is said to have something to do: खाद्य निरीक्षक को जांच करनी है.
func (r *reader) dutyOf(s *segment) bool {
	for i := range r.posts {
		if m := &r.posts[i]; m.lo >= s.main && m.hi <= s.pred.at && m.role == rKo && m.lo <= s.main+2 {
			return true
		}
	}
	return false
}

// joined tells whether a clause only says who was there: वीडियो कॉन्फ्रेंसिंग से जुड़े. The
// order would be जुड़ें.
func (r *reader) joined(s *segment) bool {
	w := r.raw(&r.toks[s.pred.end-1])
	return w == "जुडे" || w == "जुडें" && !r.hasOwner(s) && (r.hasWord(s.main, s.pred.at, "चैनल") || r.hasWord(s.main, s.pred.at, "ग्रुप") || r.hasWord(s.main, s.pred.at, "पेज")) // at the foot of a page
}

// hasOwner tells whether a post that can act is named in the clause.
func (r *reader) hasOwner(s *segment) bool {
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo >= s.lo && m.hi <= s.hi && (m.role == rBare || m.role == rKo || m.role == rBy) && !r.speaker(m) {
			return true
		}
	}
	return false
}

// would takes करना चाहिए said to an owner; लाभ मिलना चाहिए is a wish.
func (r *reader) would(s *segment, sp *speech) bool {
	if r.has(max(s.main, s.pred.at-7), s.pred.at, kwReport) && (r.item || r.hasOwner(s)) {
		return true
	}
	for k := s.pred.at - 1; k >= s.lo && k > s.pred.at-3; k-- {
		if t := &r.toks[k]; t.is(tNoun) {
			switch r.raw(t) {
			case "रहना":
				return s.pred.not && r.hasTag(s.main, s.pred.at, tState)
			case "मिलना", "होना", "मिलनी", "होनी", "रहनी", "बनना", "आना", "आनी":
				return false
			}
			return r.hasOwner(s)
		}
	}
	return false
}

// future takes करेंगे where a post is the subject; what the chair or a
// minister will do, and what will take place, is a programme.
func (r *reader) future(s *segment, sp *speech) bool {
	v := &r.toks[s.pred.end-1]
	if s.gov.kind == gDuty {
		return true
	}
	if t := &r.toks[s.main]; s.main > 0 && t.is(tRel) && strings.HasSuffix(r.raw(t), "में") {
		return false // अभियान चलेगा, जिसमें आशा घर-घर जाएंगी
	}
	switch r.raw(v) {
	case "होगा", "होगी", "होंगे", "होंगी", "रहेगा", "रहेगी", "मिलेगा", "मिलेगी", "मिलेंगे", "चलेगा", "चलेगी", "पडेगा", "सकेगा", "सकेंगे", "आएगा", "आएगी", "बनेगा", "पहुंचेगा":
		return false
	}
	if r.hasTag(s.main, s.pred.at, tTitle) && !r.hasOwner(s) {
		return false
	}
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo >= s.lo && m.hi <= s.hi && (m.role == rBare || m.role == rBy) {
			return !r.speaker(m)
		}
	}
	if r.ctx.subject && r.ctx.next && len(r.ctx.last) > 0 && !r.ctx.generic && !s.pred.not && !r.hasTag(s.main, s.pred.at, tTitle|tNe|tVala) && !contains(" रहेंगे जाएंगे जायेंगे जाएगा जाएगी आएंगे मिलेंगे चलेंगे ", r.raw(v)) {
		return true
	}
	if t := &r.toks[s.main]; len(r.ctx.last) > 0 && !r.ctx.generic && r.raw(t) == "वे" {
		return !r.has(s.main, s.pred.at, kwOwn) && (!sp.on || len(sp.owners) > 0)
	}
	if t := &r.toks[s.lo]; len(r.cands) > 0 && (r.word(t, "वे") || r.word(t, "वह")) {
		return true
	}
	return s.link == lAnd && len(r.cands) > 0 && r.cands[len(r.cands)-1].pred.kind == s.pred.kind || r.asking() || sp.on && len(sp.owners) > 0 && r.hasTag(s.lo, s.hi, tPro)
}

// passive takes किया जाएगा where it is said to be made sure or who does it.
func (r *reader) passive(s *segment, sp *speech) bool {
	if r.sanctionIn(s.lo, s.hi) != NoSanction {
		return !s.cond && !r.lapseOnly(s)
	}
	if r.hasTag(s.lo, s.hi, tLack) || r.threat(s) {
		return false
	}
	if r.has(max(s.lo, s.pred.at-2), s.pred.end, kwSure) {
		return true
	}
	if r.holds(s) && (!r.asking() || strings.HasPrefix(r.raw(&r.toks[s.pred.at]), "मना")) {
		return false
	}
	for i := range r.posts {
		m := &r.posts[i]
		if m.lo >= s.lo && m.hi <= s.hi && m.role == rBy && !r.speaker(m) {
			return true
		}
	}
	return r.asking() || sp.on && (sp.kind == gOrder || sp.kind == gDecide)
}

// holds tells whether a clause says that something will be held or open.
func (r *reader) holds(s *segment) bool {
	return r.hasTag(max(s.lo, s.pred.at-4), s.pred.at, tEvent)
}

// threat tells whether a clause promises action against those who fail.
func (r *reader) threat(s *segment) bool {
	for k := s.lo; k < s.hi; k++ {
		t := &r.toks[k]
		if t.kw == kwPenalty {
			return true
		}
		if t.kw == kwAct && k >= s.pred.at-2 {
			return true
		}
		if r.word(t, "शासन") && r.at(k+1, s.lo, s.hi).is(tKo) {
			return true
		}
	}
	return s.cond && r.denied(s.main, s.pred.end, s.lo)
}

// idle tells whether a clause asks for nothing that can be checked: an aim, an
// exhortation, a threat, an appeal, or what is done in the meeting itself.
func (r *reader) idle(s *segment, sp *speech) bool {
	if r.exhorts(s.main, s.pred.at, s.pred) || r.publicSubject(s) || r.attended(s) || r.refers(s) {
		return true
	}
	if s.pred.kind == pSubj || s.pred.kind == pPassSubj {
		if s.cond && r.threat(s) && !r.hasOwner(s) {
			return true
		}
		if r.wish(s, sp) {
			return true
		}
	}
	for i := range r.posts {
		m := &r.posts[i]
		if m.role == rBare && m.lo >= s.main && m.hi <= s.hi && s.pred.kind == pFut && !m.all && (m.key == "dm" && !r.bids("dm") || r.res.Meeting.ChairKey == m.key && r.has(m.hi, s.hi, kwOwn)) {
			return true
		}
	}
	return r.atOnce(s.lo, s.hi)
}

// hears tells whether the text is addressed to a post.
func (r *reader) hears(key string) bool {
	for i := range r.ctx.audience {
		if r.ctx.audience[i].Key == key {
			return true
		}
	}
	return false
}

// bids tells whether the text may ask something of a post that mostly speaks itself: it is
// addressed, or one above it is in the chair.
func (r *reader) bids(key string) bool {
	return r.hears(key) || r.res.Meeting.ChairKey == "divisional_commissioner" || strings.HasSuffix(r.res.Meeting.ChairKey, "secretary")
}

// intends tells whether a clause speaks of an aim: मंशा, उद्देश्य; प्राथमिकता only
// where it is one, not where it says how to act.
func (r *reader) intends(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if t := &r.toks[k]; t.kw == kwIntent && (!r.word(t, "प्राथमिकता") || r.at(k+1, lo, hi).is(tBe|tThat)) {
			return true
		}
	}
	return false
}

// wish tells whether हो, मिले, रहे at the end only hopes for a state of things.
func (r *reader) wish(s *segment, sp *speech) bool {
	if sp.sure {
		return false
	}
	if sp.on && sp.kind == gNone || r.intends(s.lo, s.hi) && !r.hasOwner(s) && len(sp.owners) == 0 {
		return true
	}
	t := &r.toks[s.pred.end-1]
	switch r.raw(t) {
	case "पडे":
		return !r.hasOwner(s)
	case "मिले", "मिलें", "आए", "बने", "लगे", "रुके", "घटे", "सुधरे", "सके", "मिल", "बढे", "चले":
		return !r.hasOwner(s) && !r.asking() || !s.pred.not && r.raw(t) != "आए" && !r.asking()
	case "रहे", "रहें":
		if r.deprived(s) && !r.hasOwner(s) && !sp.on {
			return true
		}
		return !s.pred.not && !r.hasOwner(s) && !r.asking() && !r.has(max(s.main, s.pred.at-2), s.pred.at, kwSure) && !(sp.on && (sp.kind == gOrder || sp.kind == gSay) && len(sp.owners) > 0 && !sp.owners[0].generic)
	case "हो", "हों", "होवे":
		return !r.hasNumber(s.main, s.pred.at) && !(sp.on && sp.kind == gOrder && !r.hasTag(s.main, s.pred.at, tPublic)) && !r.actIn(max(s.main, s.pred.at-3), s.pred.end) && !s.pred.not && !r.has(max(s.main, s.pred.at-3), s.pred.at, kwSure) && !r.hasTag(max(s.main, s.pred.at-3), s.pred.at, tState) && !r.entered(s.pred.at)
	}
	return false
}

// entered tells whether a paper is to be made out or put in: दर्ज हो, जारी हो.
func (r *reader) entered(at int) bool {
	t := r.at(at-1, 0, len(r.toks))
	if t.kind == kWord && t.is(tPerf|tRoot) && !t.is(tAct) {
		t = r.at(at-2, 0, len(r.toks))
	}
	return t.kind == kWord && contains(" दर्ज जारी उपलब्ध प्रस्तुत प्रेषित प्रदर्शित चस्पा फीड जमा सुनिश्चित स्थापित तैनात निर्गत पूर्ण ", r.raw(t))
}

// deprived tells whether a clause hopes that nobody goes without: कोई पात्र वंचित न रहे.
func (r *reader) deprived(s *segment) bool {
	for k := s.main; k < s.pred.at; k++ {
		if r.word(&r.toks[k], "वंचित") {
			return true
		}
	}
	return false
}

func (r *reader) actIn(lo, hi int) bool { return r.hasTag(lo, hi, tAct) }

// exhorts tells whether a clause only calls for zeal: कोताही न बरतें, गंभीरता से काम करें.
func (r *reader) exhorts(lo, head int, p predicate) bool {
	if head <= lo {
		return false
	}
	from := max(lo, head-5)
	if r.hasTag(from, min(head+2, p.end), tLack) || strings.HasPrefix(r.raw(r.at(head, lo, len(r.toks))), "समझ") {
		return true
	}
	for k := from; k < head; k++ {
		t := &r.toks[k]
		if k >= head-4 && (r.word(t, "मंशा") || r.word(t, "साकार")) || k >= head-2 && (r.word(t, "प्रयास") || r.word(t, "कोशिश") || r.word(t, "करके") || r.word(t, "सहयोग") || r.word(t, "ध्यान")) {
			return true
		}
		if r.word(t, "प्राथमिकता") && k >= head-1 && r.content(lo, k) < 2 {
			return true
		}
		if r.word(t, "सफल") && k >= head-2 {
			return true
		}
		if !t.is(tManner) || r.at(k+1, lo, head).is(tRoot) && !strings.HasPrefix(r.raw(r.at(head, lo, len(r.toks))), "चल") {
			continue
		}
		if k >= head-2 { // गंभीरता बरतें, गंभीरता से लें
			return true
		}
		rest := r.content(k+1, head)
		if rest == 0 {
			return true
		}
	}
	return r.labour(lo, head)
}

// labour tells whether what is asked is only to work: टीम भावना से कार्य करें.
func (r *reader) labour(lo, head int) bool {
	t := r.at(head-1, lo, head)
	return (t.kw == kwWork || t.kw == kwTask || contains(" पैरवी ड्यूटी सेवा नौकरी निर्वहन ", r.raw(t))) && r.hasTag(lo, head, tManner)
}

// content counts the words of a stretch that carry matter of their own.
func (r *reader) content(lo, hi int) int {
	n := 0
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if t.kind == kWord && t.kw == 0 && !t.is(tGen|tKo|tSe|tLoc|tAnd|tFor|tPro|tManner|tNot|tRoot) {
			n++
		}
	}
	return n
}

// publicSubject tells whether the public is asked, not an officer.
func (r *reader) publicSubject(s *segment) bool {
	if r.hasOwner(s) || s.pred.not && contains(" हो हों रहे रहें ", r.raw(&r.toks[s.pred.end-1])) {
		return false
	}
	for k := s.main; k < s.pred.at; k++ {
		t := &r.toks[k]
		if !t.is(tPublic) || r.isPost(k) {
			continue
		}
		n := r.at(k+1, s.lo, s.hi)
		if (n.kind == kWord && !r.marks(n) && !n.is(tPublic|tVala|tRoot) || n.kind == kNum) && k < s.main+14 {
			return s.pred.kind == pSubj || s.pred.kind == pFut
		}
	}
	return false
}

// atOnce tells whether the act was asked for and done while the meeting sat.
func (r *reader) atOnce(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		t := &r.toks[k]
		if t.kw == kwDuring && r.at(k-1, lo, hi).kw == kwKe && r.at(k-2, lo, hi).kw == kwMeeting {
			if r.at(k+1, lo, hi).kw == kwOnly || r.has(lo, hi, kwSome) {
				return true
			}
		}
		if t.kw == kwMeeting && r.at(k+1, lo, hi).kw == kwIn && r.at(k+2, lo, hi).kw == kwOnly {
			return true
		}
		if r.word(t, "मौके") && r.at(k+1, lo, hi).kw == kwOn && r.at(k+2, lo, hi).kw == kwOnly {
			return true
		}
	}
	return false
}

// empty tells whether a governed act is no act: सफल बनाने, गंभीरता बरतने.
func (r *reader) empty(lo, head int, s *segment) bool {
	if r.atOnce(s.lo, s.hi) {
		return true
	}
	if !r.toks[head].is(tInf) {
		return r.toks[head].kw == kwAct && s.gov.kind == gWord && !r.addressed(s) // अन्यथा कार्रवाई की बात कही
	}
	return r.exhorts(lo, head, predicate{at: head, end: head + 1})
}

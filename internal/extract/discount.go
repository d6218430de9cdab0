package extract

// soThat tells whether a clause says in what way: इस प्रकार बनाए जाएं कि ...
func (r *reader) soThat(s *segment) bool {
	for k := s.lo; k < s.pred.at; k++ {
		if t := &r.toks[k]; (r.word(t, "प्रकार") || r.word(t, "तरह")) && k > s.lo && r.toks[k-1].kw == kwThis {
			return true
		}
	}
	return false
}

// inForce tells whether a clause tells of an order that was there before: आदेश पूर्व से
// प्रभावी हैं. What it points back to, ऐसे आदेश, is then none of this meeting.
func (r *reader) inForce(s *segment) bool {
	if s.pred.kind != pStated || !r.toks[s.pred.end-1].is(tBe) {
		return false
	}
	for k := s.lo; k+1 < s.hi; k++ {
		if r.toks[k].kw == kwBefore && (r.toks[k+1].is(tSe) || r.toks[k+1].kw == kwOnly) || r.word(&r.toks[k], "पूर्ववत") {
			if n := len(r.cands); n > 0 && r.toks[s.lo].kw == kwSuch {
				r.cands = r.cands[:n-1]
			}
			return true
		}
	}
	return false
}

// onlyHoped tells whether a clause says of the one before that it is only an aim: ऐसी शासन
// की अपेक्षा है. That one is then taken back.
func (r *reader) onlyHoped(s *segment) bool {
	if s.link != lAnd || s.pred.kind != pStated || r.toks[s.lo].kw != kwSuch || !r.has(s.lo, s.hi, kwIntent) && !r.hasWord(s.lo, s.hi, "अपेक्षा") && !r.hasWord(s.lo, s.hi, "इच्छा") {
		return false
	}
	if n := len(r.cands); n > 0 {
		r.cands = r.cands[:n-1]
	}
	return true
}

// preface tells whether a clause only announces the directions of a list, निम्न निदेशों का
// अनुपालन सुनिश्चित किया जाय:, or is a question.
func (r *reader) preface(s *segment) bool {
	for k := s.lo; k < s.pred.at; k++ {
		if r.word(&r.toks[k], "क्यों") {
			return true
		}
	}
	return r.has(s.lo, s.pred.at, kwFollowing) && r.hasTag(s.lo, s.pred.at, tOrder|tDecision) && s.hi+2 >= len(r.toks)
}

// either tells whether a clause gives another way to do the same: जारी करें अथवा प्रस्ताव भेजें.
func (r *reader) either(s *segment) bool {
	if len(r.cands) == 0 || s.lo == 0 || s.lo-r.cands[len(r.cands)-1].hi > 2 {
		return false
	}
	w := r.raw(&r.toks[s.lo-1])
	return w == "अथवा" || w == "या"
}

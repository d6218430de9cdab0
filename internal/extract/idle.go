package extract

// attended tells whether a clause only lists who was there: इस मौके पर सीएमओ, डीपीआरओ आदि रहे.
func (r *reader) attended(s *segment) bool {
	if r.raw(&r.toks[s.pred.end-1]) != "रहे" {
		return false
	}
	for k := s.lo; k < s.pred.at; k++ {
		t := &r.toks[k]
		if (r.word(t, "मौके") || r.word(t, "अवसर")) && k < s.lo+4 || (r.word(t, "आदि") || r.word(t, "इत्यादि") || r.word(t, "उपस्थित") || r.word(t, "मौजूद")) && k >= s.pred.at-2 {
			return true
		}
	}
	return false
}

// refers tells whether a letter only points to a paper: कृपया पत्र दिनांक ... का सन्दर्भ ग्रहण करें.
func (r *reader) refers(s *segment) bool {
	for k := max(s.main, s.pred.at-2); k < s.pred.at; k++ {
		if contains(" संदर्भ सन्दर्भ सन्दर्भित अवलोकन अवलोकनार्थ ", r.raw(&r.toks[k])) && (k+1 == s.pred.at || r.word(&r.toks[k+1], "ग्रहण") || r.word(&r.toks[k+1], "लेने") || r.word(&r.toks[k+1], "का")) {
			return true
		}
	}
	return false
}

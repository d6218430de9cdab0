package extract

// complement finds the acts that a directing word asks for, in the order of
// the text: the tokens of their infinitives, or of one noun such as प्रचार-प्रसार.
func (r *reader) complement(s *segment) []int {
	g := s.gov.at
	if k := s.gov.kind; k == gNone || k == gTell || k == gWarn || k == gSeek || k == gAsk {
		return nil
	}
	head := r.linked(s, g)
	if head < 0 {
		head = r.apart(s, g)
	}
	if head < 0 {
		return nil
	}
	if !r.toks[head].is(tInf) {
		return []int{head}
	}
	return r.coordinated(s.lo, head)
}

// linked finds the head right before the directing word, tied by के, का, को or हेतु.
func (r *reader) linked(s *segment, g int) int {
	k := g - 1
	if s.gov.kind == gWord && g > s.lo && r.toks[k].kw == kwWord {
		k--
	}
	if s.gov.kind == gWord && g > s.lo && r.toks[g].kw != kwWord && !r.toks[g].is(tSay) {
		k = g - 1
	}
	for n := 0; k > s.lo && n < 3; n++ {
		t := &r.toks[k]
		if t.kind == kWord && !t.is(tGen|tKo|tFor|tSe|tLoc|tInf|tPerf|tBy|tAnd) || t.kind == kQuote {
			k--
			continue
		}
		break
	}
	if k <= s.lo {
		return -1
	}
	t := &r.toks[k]
	if t.is(tInf) {
		return k
	}
	if !t.is(tGen|tKo|tFor) && !(t.is(tLoc) && s.gov.kind == gWord) {
		return -1
	}
	h := k - 1
	if t.is(tFor) && r.toks[h].is(tGen) && h > s.lo {
		h--
	}
	if r.toks[h].kw == kwAlso || r.toks[h].kw == kwOnly {
		h--
	}
	if h < s.lo {
		return -1
	}
	switch x := &r.toks[h]; {
	case x.is(tInf):
		return h
	case x.is(tAct) && !t.is(tKo) && !x.is(tEvent) || x.is(tAct) && t.is(tFor):
		return h
	case x.is(tNoun) && t.is(tGen):
		return h
	case s.gov.kind == gDuty && t.is(tGen) && !r.isPost(h):
		return h
	}
	return -1
}

// isPost tells whether a token ends the name of a post.
func (r *reader) isPost(k int) bool {
	for i := range r.posts {
		if m := &r.posts[i]; m.lo <= k && k < m.hi {
			return true
		}
	}
	return false
}

// apart finds the last infinitive before the directing word where the owner
// stands in between: करने के लिए पदाधिकारियों को निर्देशित किया.
func (r *reader) apart(s *segment, g int) int {
	for k := g - 1; k >= s.lo; k-- {
		t := &r.toks[k]
		if !t.is(tInf|tAct) || t.kind != kWord {
			continue
		}
		n, m := r.at(k+1, s.lo, g), r.at(k+2, s.lo, g)
		switch {
		case t.is(tInf) && n.is(tGen) && m.is(tFor), n.is(tFor):
			return k
		case t.is(tInf) && n.is(tKo):
			return k
		case t.is(tInf) && n.is(tGen) && s.gov.kind == gDuty:
			return k
		case t.is(tInf) && n.kind == kComma:
			continue
		}
	}
	return -1
}

// coordinated goes left from the last infinitive over those joined to it.
func (r *reader) coordinated(lo, head int) []int {
	heads := []int{head}
	punishes := r.sanctionIn(max(lo, head-5), head+1) != NoSanction
	for k := head - 1; k > lo; k-- {
		t := &r.toks[k]
		if !t.is(tInf) || t.kind != kWord {
			continue
		}
		j := k + 1
		if n := r.at(j, lo, head); n.is(tGen|tKo) && !r.at(j+1, lo, head).is(tFor) {
			j++
		} else if n.is(tFor) {
			j++
		} else if n.is(tGen) && r.at(j+1, lo, head).is(tFor) {
			j += 2
		}
		n := r.at(j, lo, head)
		if punishes && !n.is(tAnd) && n.kind != kComma {
			break // what stands before is why, not what else
		}
		if n.kind == kComma && r.at(j+1, lo, head).is(tAnd) {
			n = r.at(j+1, lo, head)
		}
		if n.is(tAnd) || n.kind == kComma || r.word(n, "साथ") && r.at(j+1, lo, head).kw == kwOnly {
			heads = append([]int{k}, heads...)
		}
	}
	return heads
}

// governed enters one candidate for each act that a directing word asks for.
func (r *reader) governed(s *segment, heads []int, sp *speech) {
	lo := s.lo
	for n, h := range heads {
		hi := h + 1
		if n == len(heads)-1 {
			hi = s.hi
		}
		from := lo
		lo = r.afterJoin(h+1, s.hi)
		if n > 0 && r.thin(from, h) && len(r.cands) > 0 && r.sanctionIn(from, h+1) == NoSanction {
			r.cands[len(r.cands)-1].hi = hi
			continue
		}
		if r.empty(from, h, s) {
			continue
		}
		c := candidate{lo: from, hi: hi, head: h, gov: s.gov}
		if sp != nil && sp.on {
			c.owners = sp.owners
		}
		r.add(s, c)
	}
}

// afterJoin steps over case sign and joining word after an infinitive.
func (r *reader) afterJoin(k, hi int) int {
	for k < hi && k < len(r.toks) {
		t := &r.toks[k]
		if t.kind == kComma || t.is(tAnd|tGen|tKo|tFor) {
			k++
			continue
		}
		break
	}
	return k
}

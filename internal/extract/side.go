package extract

import "strings"

// Beside a direction, or behind it, stands who is to act: (कार्रवाई: सिविल सर्जन),
// (पालनकर्ता- समस्त सीईओ), (जिला कार्यक्रम प्रबंधक). The note may be a line, a cell of a row, or a
// sentence in the paragraph.

// marginWords open a note on who is to act.
const marginWords = ` कार्य. कार्य० कार्य0 कार्य कार्रवाईकर्ता कर्ता कार्रवाई कार्यवाही अनुपालन अनुपालनकर्ता पालनकर्ता पालन जिम्मेदारी जिम्मेवारी जिम्मेदार दायित्व उत्तरदायित्व उत्तरदायी जवाबदेही जवाबदेह प्रभार क्रियान्वयन action responsibility responsible owner accountability compliance resp assigned `

// marginTails may follow them: कार्रवाई हेतु, action to be taken by.
const marginTails = ` by हेतु करें द्वारा अधिकारी पदाधिकारी कर्ता विभाग of officer to be taken person dept department सुनिश्चित करेंगे की का के करना `

// margin tells whether a line only names who is to act: (कार्रवाई: सिविल सर्जन).
func margin(line string) bool {
	if len(line) > 400 {
		return false
	}
	return marginWord(line) > 0
}

// marginWord gives how many bytes of a line open a note on who is to act, with the colon, or 0.
func marginWord(line string) int {
	rest := strings.TrimLeft(line, "([ -–—*_→•►/")
	n := 0
	for {
		end := strings.IndexAny(rest, " :-–—")
		if end <= 0 {
			return 0
		}
		list := marginTails
		if n == 0 {
			list = marginWords
		}
		if n++; n > 5 || !contains(list, lower(rest[:end])) {
			return 0
		}
		rest = strings.TrimLeft(rest[end:], " ")
		for _, sign := range []string{":", "-", "–", "—"} {
			if after, ok := strings.CutPrefix(rest, sign); ok {
				return len(line) - len(after)
			}
		}
	}
}

// contains tells whether a list of words parted by spaces holds s.
func contains(list, s string) bool {
	return s != "" && strings.Contains(list, " "+s+" ")
}

// sideNote reads a note on who is to act at the head of a sentence, gives its owners
// to the directives of the block that stand before it, and returns where the rest begins.
func (r *reader) sideNote(lo, hi int) int {
	k, labelled := lo, false
	open := r.toks[k].kind == kOpen
	if !open && !contains(marginWords, r.raw(&r.toks[k])) && !r.toks[k].latin {
		return lo
	}
	if open {
		k++
	}
	if k >= hi {
		return lo
	}
	if n := marginWord(r.text[r.toks[k].start:r.toks[min(hi, k+8)-1].end]); n > 0 {
		for at := int(r.toks[k].start) + n; k < hi && int(r.toks[k].start) < at; k++ {
		}
		labelled = true
	}
	if !open && !labelled || k >= hi {
		return lo
	}
	end := hi
	if open {
		depth := 1
		for end = k; end < hi; end++ {
			if r.toks[end].kind == kOpen {
				depth++
			} else if r.toks[end].kind == kClose {
				if depth--; depth == 0 {
					break
				}
			}
		}
	}
	r.mentions(k, end)
	if len(r.posts) == 0 || r.posts[0].lo > k+1 || r.speaks(k, end) || !labelled && !r.onlyPosts(k, end) {
		return lo
	}
	r.assign(r.toOwners(r.posts), labelled)
	return min(hi, end+1)
}

// bracketed tells whether a line is in brackets, as a note on who acts may be.
func (r *reader) bracketed() bool {
	n := len(r.toks)
	return n > 2 && r.toks[0].kind == kOpen && r.toks[n-1].kind == kClose
}

// margin gives the owners of a line that notes who acts to the directives of the block
// before, and tells whether the line was such a note.
func (r *reader) margin(labelled bool) bool {
	n, k := len(r.toks), 0
	for at := int(r.toks[0].start) + marginWord(r.span(0, n).Of(r.text)); labelled && k < n && int(r.toks[k].start) < at; {
		k++
	}
	r.mentions(k, n)
	owners := r.toOwners(r.posts)
	if len(owners) == 0 || r.speaks(0, n) || !labelled && (!r.onlyPosts(0, n) || owners[0].Key == "dm" || owners[0].Key == r.res.Meeting.ChairKey) {
		return labelled && n < 12 && !r.speaks(0, n)
	}
	from := r.ctx.from
	r.ctx.from = r.from
	r.assign(owners, labelled)
	r.ctx.from = from
	return true
}

// speaks tells whether a stretch is a sentence of its own, not a mere list of names.
func (r *reader) speaks(k, end int) bool {
	for ; k < end; k++ {
		if t := &r.toks[k]; t.kind == kWord && t.is(tSubj|tFut|tPass|tInf|tKo|tNe|tWas) && !t.is(tRoot|tPerf) && !r.isPost(k) {
			return true
		}
	}
	return false
}

// onlyPosts tells whether toks[k:end) hold only names of posts and what joins them.
func (r *reader) onlyPosts(k, end int) bool {
	for ; k < end; k++ {
		if t := &r.toks[k]; t.kind == kWord && !r.isPost(k) && !t.is(tAnd|tAll) {
			return false
		}
	}
	return true
}

// assign gives owners to the directives of the block since the last note; those that name
// their own keep them unless the note says that it is about who acts.
func (r *reader) assign(owners []Owner, labelled bool) {
	for i := max(r.ctx.from, r.noted); i < len(r.res.Directives); i++ {
		d := &r.res.Directives[i]
		if len(d.Owners) == 0 || d.carried() || labelled && (d.Sanction != NoSanction || d.Keys[0] == "all_officers" || d.Keys[0] == "all_concerned") {
			d.setOwners(owners)
			d.settled()
		}
	}
	r.noted = len(r.res.Directives)
	r.ctx.last, r.ctx.generic, r.ctx.section = owners, false, owners
}

// carried tells whether the owners of a directive were taken from before it.
func (d *Directive) carried() bool {
	for _, w := range d.Why {
		if strings.HasPrefix(w.Code, "owner_") {
			return true
		}
	}
	return false
}

// settled takes back the doubt about the owner.
func (d *Directive) settled() {
	out := d.Why[:0]
	for _, w := range d.Why {
		if strings.HasPrefix(w.Code, "owner_") {
			d.Confidence += weights[w.Code]
			continue
		}
		out = append(out, w)
	}
	d.Why = out
}

package extract

import "strings"

// An order is often addressed to those it binds: सेवा में, समस्त खंड विकास अधिकारी; सभी
// एमओ ध्यान दें; Dear BDOs. Whoever is so addressed is asked for all that names nobody else.

// callers are the words beside the posts of an address that are no part of a sentence.
const callers = ` सेवा प्रति प्रेषित प्रेषिति ध्यान ध्यानार्थ कृपया नोट दें देवें दीजिए करें लें महोदय महोदया साथी साथियों साथियो साहब सर जी आदरणीय प्रिय उपस्थिति उपस्थित प्रतिभागी जिला जनपद
 to dear all attention attn kind sir madam please note respected `

// calls takes a line that only calls on posts, and tells whether it was one.
func (r *reader) calls(b block) bool {
	n := len(r.toks)
	opener := r.opener()
	if n > 40 || n == 0 || len(r.res.Directives) > 0 && b.kind == bHead {
		return false
	}
	r.mentions(0, n)
	owners := r.plainPosts()
	if len(owners) == 0 {
		r.called = opener && n < 5
		return false
	}
	m := &owners[0]
	named := r.called || opener || m.all && r.toks[m.lo].is(tAll) && r.vocative(m.lo)
	r.called = false
	if !named || !r.onlyCalls(owners) || !m.generic && m.key == r.res.Meeting.ChairKey && m.key != "dm" && !m.all {
		return false
	}
	hearers := r.toOwners(owners)
	if r.calling { // an address of several lines
		hearers = append(r.ctx.audience[:len(r.ctx.audience):len(r.ctx.audience)], hearers...)
	}
	r.calling = true
	r.ctx.audience, r.ctx.bound = hearers, !owners[0].generic && !r.has(0, n, kwPresent) && !r.hasWord(0, n, "उपस्थिति")
	return true
}

// vocative tells whether nothing but a greeting stands before toks[k].
func (r *reader) vocative(k int) bool {
	for j := 0; j < k; j++ {
		if t := &r.toks[j]; t.kind == kWord && !r.caller(t) && !t.is(tAll) {
			return false
		}
	}
	return true
}

// opener tells whether the line begins as an address does: सेवा में, प्रति, To.
func (r *reader) opener() bool {
	t, next := &r.toks[0], r.at(1, 0, len(r.toks))
	switch lower(r.raw(t)) {
	case "सेवा":
		return next.kw == kwIn
	case "प्रति", "to":
		return next.kind == kComma || next.kind == kColon || next.kind == kDash || next.kind == kNone || next.kind == kWord && t.latin && r.startsAt(1) || next.is(tAll)
	case "प्रेषित", "प्रेषिति", "dear", "attention", "attn":
		return true
	case "उपस्थिति", "उपस्थित", "प्रतिभागी":
		return next.kind == kColon || next.kind == kDash
	}
	return false
}

// startsAt tells whether a post begins at toks[k] or behind an article.
func (r *reader) startsAt(k int) bool {
	_, ok := r.mentionAt(k, 0, len(r.toks))
	return ok || r.at(k, 0, len(r.toks)).is(tAll)
}

func (r *reader) caller(t *token) bool {
	return contains(callers, lower(r.raw(t)))
}

// plainPosts gives the posts of the line without those known only by a guess.
func (r *reader) plainPosts() []mention {
	var out []mention
	for i := range r.posts {
		m := r.posts[i]
		if i > 0 && !m.known && m.lo-r.posts[i-1].hi <= 2 {
			continue // कलेक्टर एवं प्रमुख जनगणना अधिकारी is one person
		}
		out = append(out, m)
	}
	return out
}

// onlyCalls tells whether a line holds nothing but posts, places and words of address.
func (r *reader) onlyCalls(owners []mention) bool {
	other := 0
	for k := 0; k < len(r.toks); k++ {
		t := &r.toks[k]
		switch {
		case r.isPost(k), t.kind == kNum, t.kind == kOpen:
			if t.kind == kOpen { // what is in brackets adds nothing
				for k < len(r.toks) && r.toks[k].kind != kClose {
					k++
				}
			}
		case t.kind != kWord, t.is(tAnd | tAll | tHon), r.caller(t), t.kw == kwIn, t.kw == kwHead:
		case t.is(tGen|tKo|tFor|tBe) || t.tag&^tPublic == 0 && t.kw == 0:
			if other++; other > 4 {
				return false
			}
		default:
			return false
		}
	}
	return len(owners) > 0
}

// headed takes a heading: the subject, and perhaps the owner, of what follows.
func (r *reader) headed(b block) {
	r.cols = nil
	r.ctx.asking, r.ctx.head, r.ctx.section, r.ctx.weak = false, nil, nil, nil
	r.beneath(b)
	r.heads = append(r.heads, b)
	n := len(r.toks)
	r.mentions(0, n)
	last := n - 1
	for last > 0 && r.toks[last].kind == kDash {
		last--
	}
	colon := r.toks[last].kind == kColon || last < n-1
	if r.hasTag(0, n, tOrder|tDecision) || r.has(0, n, kwFollowing) {
		r.ctx.asking = true
		r.ctx.limit = r.openingLimit(0, n)
	}
	if owners := r.headPosts(); len(owners) > 0 && (colon || !b.first || owners[0].department()) {
		r.ctx.head, r.ctx.title = r.toOwners(owners), b.first && !colon
	}
	if b.first && !colon && len(r.ctx.head) == 0 {
		return
	}
	r.ctx.heading = r.trimmed(0, n)
	r.ctx.weak = r.topicHead(0, n)
}

// department tells whether a mention is of an office, not of a person in it.
func (m *mention) department() bool {
	return strings.HasSuffix(m.key, "_dept") || m.key == "all_officers"
}

// headPosts gives the posts that a heading consists of.
func (r *reader) headPosts() []mention {
	if len(r.posts) == 0 || r.posts[0].role == rNe || !r.onlyPosts(0, len(r.toks)) {
		return nil
	}
	out := r.posts[:0:0]
	for _, m := range r.posts {
		if m.role != rBare && m.role != rBy && !(m.role == rKo) {
			return nil
		}
		out = append(out, m)
	}
	return out
}

// topicHead gives the department whose topic is the whole of a heading: पीएचई :-.
func (r *reader) topicHead(lo, hi int) []Owner {
	for lo < hi && (r.toks[lo].kind != kWord || r.toks[lo].end-r.toks[lo].start <= 3) {
		lo++
	}
	for hi > lo && r.toks[hi-1].kind != kWord {
		hi--
	}
	if lo >= hi || r.toks[lo].id == 0 || !r.lex.nouns[r.toks[lo].id].starts {
		return nil
	}
	leaf, end := r.phrase(lo, hi)
	e := &r.lex.entries[leaf]
	if r.at(end, lo, hi).kw == kwDept {
		end++
	}
	if leaf == 0 || !e.topic || end != hi || contains(noDepartment, e.key) {
		return nil
	}
	sp := r.span(lo, hi)
	return []Owner{{Span: sp, Text: sp.Of(r.text), Key: e.key + "_dept"}}
}

// noDepartment are topics that no department is named by.
const noDepartment = ` general development programme confidential tl grievance pm planning survey establishment school_transport settlement immunization malaria sanitation family_planning mdm swachh jal_jeevan mgnrega `

// tellers notes who reported in a sentence that asks for nothing: सिविल सर्जन ने बताया.
func (r *reader) tellers() {
	for i := range r.posts {
		m := &r.posts[i]
		if m.role != rNe && m.role != rBy || m.generic || !m.known || r.res.Meeting.ChairKey == m.key || m.key == "dm" || !r.hasTag(m.hi, len(r.toks), tTell) {
			continue
		}
		o := r.toOwners(r.posts[i : i+1])
		if len(r.ctx.section) == 0 {
			r.ctx.section = o
		}
		if len(r.ctx.last) == 0 {
			r.ctx.told, r.ctx.toldNow = o, true
		}
		return
	}
}

// asksInCopy tells whether an entry in the list of copies asks something of him who gets
// one: उप कोषाधिकारी को भेजकर लेख है कि ...
func asksInCopy(s string) bool {
	return strings.Contains(s, "लेख है") || strings.Contains(s, "अनुरोध है") || strings.Contains(s, "निवेदन है") || strings.Contains(s, "निर्देश है") || strings.Contains(s, "निदेश है") || strings.Contains(s, "निर्देश के साथ") || strings.Contains(s, "निदेश के साथ") || strings.Contains(s, "अनुरोध के साथ")
}

// copies reads the entries of a list of copies that ask for something.
func (r *reader) copies() {
	r.ctx.paragraph(len(r.res.Directives))
	lo := 0
	for k := 0; k <= len(r.toks); k++ {
		if k < len(r.toks) && !r.ends(k) {
			continue
		}
		forwarded := r.has(lo, k, kwSure) && r.hasWord(lo, k, "अनुपालन") // as above, to all
		if r.hasTag(lo, k, tThat) && k-lo > 6 && !forwarded {
			r.sentence(lo, k)
		}
		lo = k + 1
	}
}

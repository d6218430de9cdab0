package extract

// notes says what a person should know of the reading as a whole.
func (r *reader) notes() {
	if len(r.res.Directives) == 0 {
		if r.words.deva+r.words.latin < 3 {
			r.note("no_text")
		} else {
			r.note("no_directive")
		}
	}
	if r.res.Meeting.Date == 0 {
		r.note("meeting_date_missing")
	}
	if len(r.lex.entries) <= 1 {
		r.note("no_lexicon")
	}
}

func (r *reader) note(code string) { r.res.Notes = append(r.res.Notes, reason(code)) }

package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/record"
)

// question is what the engines are asked: groups of words of which a text must have one each, in one rank and in none before.
type question struct {
	table  string
	scope  [][]string
	forms  [][]string
	not    [][]string // nil: nothing is left out
	begins bool       // the last group also as a beginning
	before record.ID
	limit  int
}

// Search gives the page of matters that fit; an empty one if the query has no word. A wrong After is a fault.
func (r *Reader) Search(ctx context.Context, want SearchWant) (SearchPage, error) {
	var page SearchPage
	rank, before, err := readCursor(want.After)
	sought := askedTerms(want.Query)
	if err != nil || len(sought) == 0 {
		return page, err
	}
	if want.Limit < 1 || want.Limit > 500 {
		want.Limit = 25
	}
	list, err := r.spellings(ctx, want.District, sought)
	if err != nil {
		return page, err
	}
	for ; rank < beginning; rank++ {
		if full, err := r.fill(ctx, &want, &page, list, rank, before); full || err != nil {
			return page, err
		}
		before = newest
	}
	last := &list[len(list)-1]
	if len(page.IDs) > 0 || want.After != "" && rank != beginning || strings.HasSuffix(want.Query, " ") {
		return page, nil
	}
	if err := r.beginnings(ctx, want.District, last); err != nil {
		return page, err
	}
	_, err = r.fill(ctx, &want, &page, list, beginning, before)
	return page, err
}

// fill adds what one rank has, and says whether the page is full.
func (r *Reader) fill(ctx context.Context, want *SearchWant, page *SearchPage, list []wanted, rank int, before record.ID) (full bool, err error) {
	q := question{before: before, limit: want.Limit - len(page.IDs) + 1, begins: rank == beginning}
	grown := rank == exact || rank == beginning
	for i := range list {
		q.forms = append(q.forms, list[i].forms[rank])
		if rank == near || rank == careless {
			grown = grown || len(list[i].forms[rank]) > len(list[i].forms[rank-1])
			if want.After != "" {
				q.not = append(q.not, list[i].forms[rank-1])
			}
		}
	}
	if !grown {
		return false, nil
	}
	room := q.limit
	if q.not == nil {
		q.limit += len(page.IDs) // the first page has all of the ranks before, which are found again
	}
	ids, err := r.both(ctx, want, q)
	if err != nil {
		return false, err
	}
	if q.not == nil {
		ids = slices.DeleteFunc(ids, func(id record.ID) bool { return slices.Contains(page.IDs, id) })
	}
	q.limit = room
	ids = ids[:min(len(ids), room)]
	for _, f := range q.forms {
		page.Words = append(page.Words, f...)
	}
	slices.Sort(page.Words)
	page.Words = slices.Compact(page.Words)
	if full = len(ids) == q.limit; full {
		ids = ids[:q.limit-1]
	}
	page.IDs = append(page.IDs, ids...)
	if full {
		at := before
		if len(ids) > 0 {
			at = ids[len(ids)-1]
		}
		page.Next = strconv.Itoa(rank) + "." + at.String()
	}
	return full, nil
}

// both asks the index of open text, and that of restricted text where any is open to the asker.
func (r *Reader) both(ctx context.Context, want *SearchWant, q question) ([]record.ID, error) {
	q.table, q.scope = searchTable(false), scopeGroups(want.District, want.Scope...)
	ids, err := r.asked(ctx, want.District, q)
	if err != nil || len(want.Above) == 0 {
		return ids, err
	}
	q.table, q.scope = searchTable(true), scopeGroups(want.District, want.Above...)
	more, err := r.asked(ctx, want.District, q)
	ids = append(ids, more...)
	slices.SortFunc(ids, func(a, b record.ID) int { return int(min(1, max(-1, b-a))) })
	return ids[:min(len(ids), q.limit)], err
}

const newest = record.ID(1<<63 - 1)

// readCursor reads where a page goes on: the rank and the last matter.
func readCursor(after string) (rank int, before record.ID, err error) {
	if after == "" {
		return exact, newest, nil
	}
	head, tail, _ := strings.Cut(after, ".")
	rank, err = strconv.Atoi(head)
	if err != nil || rank < 0 || rank >= ranks {
		return 0, 0, fault.New(fault.Invalid, "api.query_wrong").With("before", "api.cursor_wrong")
	}
	if tail == newest.String() {
		return rank, newest, nil
	}
	if before, err = record.ParseID(tail); err != nil {
		return 0, 0, fault.New(fault.Invalid, "api.query_wrong").With("before", "api.cursor_wrong")
	}
	return rank, before, nil
}

// SearchNear gives questions close to one that found nothing, which do find something for the asker: a slip of one letter
// mended in each word that no text has, or a word left out. Nothing that the asker may not see is told by them.
func (r *Reader) SearchNear(ctx context.Context, want SearchWant, n int) ([]string, error) {
	sought := askedTerms(want.Query)
	if len(sought) == 0 {
		return nil, nil
	}
	typed := asTyped(want.Query, sought)
	var tries []string
	for i, w := range sought {
		mended, err := r.slips(ctx, want.District, w)
		if err != nil {
			return nil, err
		}
		for _, m := range mended {
			tries = append(tries, strings.Join(slices.Concat(typed[:i], []string{m}, typed[i+1:]), " "))
		}
	}
	if len(sought) > 1 {
		for i := range sought {
			tries = append(tries, strings.Join(slices.Concat(typed[:i], typed[i+1:]), " "))
		}
	}
	const most = 8
	var out []string
	want.After, want.Limit = "", 1
	for _, t := range tries[:min(len(tries), most)] {
		want.Query = t + " "
		page, err := r.Search(ctx, want)
		if err != nil {
			return nil, err
		}
		if len(page.IDs) > 0 && len(out) < n {
			out = append(out, t)
		}
	}
	return out, nil
}

// asTyped gives sought words as they stand in the query, for showing.
func asTyped(query string, sought []string) []string {
	out := slices.Clone(sought)
	for piece, word := range i18n.Pieces(query) {
		if t := terms(piece, true); word && len(t) == 1 {
			for i, w := range sought {
				if w == t[0] {
					out[i] = piece
				}
			}
		}
	}
	return out
}

// slips gives words of the texts, as typed, that are one slip from a word, whichever script it is typed in.
func (r *Reader) slips(ctx context.Context, district int32, w string) ([]string, error) {
	const looked, most = 2000, 3
	var out []string
	for _, key := range i18n.Keys(w) {
		if len(key) < 2 || key[0] == '=' {
			continue
		}
		begin := key[:1+len(key)/3]
		found, err := collect(ctx, r, scanKnown, `SELECT word, typed FROM search_word WHERE district=$1 AND sound>$2 AND sound<$3 ORDER BY sound, word LIMIT $4`,
			district, begin, begin+"~", looked)
		if err != nil {
			return nil, err
		}
		for _, k := range found {
			if len(out) < most && !slices.Contains(out, k.typed) && (i18n.Slip(w, k.word) || i18n.Slip(w, i18n.Fold(i18n.Latin(k.typed)))) {
				out = append(out, k.typed)
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out, nil
}

package store

import (
	"strings"

	"github.com/anupalan/anupalan/internal/record"
)

// branches gives the conditions of each branch beside the shared ones. A list that is
// narrowed to a holder, asker, department or block is one branch with the whole
// predicate; one that is not is cut by what the scope names.
func (want *ListWant) branches(w *where) branchList {
	s := &want.Scope
	if want.Holder != 0 || want.Asker != 0 || want.Department != 0 || want.Block != 0 {
		return want.bothPhases([]string{s.sees(w, "matter.")})
	}
	var out branchList
	if s.All || len(s.Areas) > 0 {
		out = want.coveredBranches(w)
	}
	if s.everything() {
		return out
	}
	return append(out, want.openedBranches(w)...)
}

// openedBranches lead to what the posts hold and to what was opened to them.
func (want *ListWant) openedBranches(w *where) branchList {
	s := &want.Scope
	var out branchList
	for _, p := range s.Posts {
		post := w.arg(int64(p))
		out = append(out, want.bothPhases([]string{"holder=" + post})...)
		if !s.holderOnly {
			out = append(out, []string{"id IN (SELECT matter FROM reach WHERE district=" + w.arg(s.District) + " AND post=" + post + ")"})
		}
	}
	return out
}

// bothPhases cuts a branch that leads by holder into open and closed matters where the
// order walks both, because the indexes of holders do.
func (want *ListWant) bothPhases(branch []string) branchList {
	if want.Order != LatestOpened || want.Holder == 0 && !strings.HasPrefix(branch[0], "holder=") {
		return branchList{branch}
	}
	return branchList{append([]string{"phase < 5"}, branch...), append([]string{"phase >= 5"}, branch...)}
}

// everything reports a scope that covers the district and all its departments; whatever
// else is opened lies in it, unless its class is higher.
func (s *Scope) everything() bool {
	return s.All && len(s.Departments) == 0 && s.Class >= record.Judicial
}

func (want *ListWant) coveredBranches(w *where) branchList {
	s := &want.Scope
	covered := s.covered(w, "matter.")
	var out branchList
	by := func(column string, list []record.ID) branchList {
		for _, id := range list {
			out = append(out, []string{column + "=" + w.arg(int64(id)), covered})
		}
		return out
	}
	switch blocks := s.blocks(); {
	case want.Order == LatestOpened:
		for _, t := range want.Types {
			out = append(out, []string{"type=" + w.arg(t), covered})
		}
		if len(out) > 0 {
			return out
		}
	case blocks != nil && (len(s.Departments) != 1 || len(blocks) <= 3):
		return by("block", blocks)
	case len(want.Types) > 0 && len(want.Types) <= 8 && len(s.Departments) == 0:
		for _, t := range want.Types {
			out = append(out, []string{"type=" + w.arg(t), covered})
		}
		return out
	case len(s.Departments) > 0 && len(s.Departments) <= 8:
		return by("department", s.Departments)
	}
	return branchList{{covered}}
}

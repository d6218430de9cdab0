package store

import (
	"strings"

	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/record"
)

// branches gives the conditions of each branch beside the shared ones. A list that is
// narrowed to a holder, asker, department or block is one branch with the whole
// predicate; one that is not is cut by what the scope names.
func (want *ListWant) branches(w *where) branchList {
	s := &scope{want.Scope}
	switch {
	case want.held:
		return want.heldBranches(w, s.Posts)
	case want.Holder != 0 || want.Asker != 0 || want.Department != 0 || want.Block != 0:
		return want.bothPhases([]string{s.sees(w, "matter.")})
	}
	var out branchList
	for i := range s.Charges {
		out = append(out, want.chargeBranches(w, &s.Charges[i])...)
	}
	if s.everything() {
		return out
	}
	out = append(out, want.heldBranches(w, s.holders())...)
	for _, p := range s.Posts {
		out = append(out, []string{"id IN (SELECT matter FROM reach WHERE district=" + w.arg(s.District) + " AND post=" + w.arg(int64(p)) + s.inWhole() + ")"})
	}
	return out
}

// heldBranches lead to what each of the posts holds.
func (want *ListWant) heldBranches(w *where, posts []record.ID) branchList {
	var out branchList
	for _, p := range posts {
		out = append(out, want.bothPhases([]string{"holder=" + w.arg(int64(p))})...)
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

// chargeBranches lead to what lies in one charge.
func (want *ListWant) chargeBranches(w *where, c *matter.Charge) branchList {
	covered := chargeText(w, "matter.", c)
	if covered == "" {
		return nil
	}
	var out branchList
	by := func(column string, list []record.ID) branchList {
		for _, id := range list {
			out = append(out, []string{column + "=" + w.arg(int64(id)), covered})
		}
		return out
	}
	_, singles := parted(c.Areas)
	switch blocks := few(c); {
	case want.Order == LatestOpened:
		for _, t := range want.Types {
			out = append(out, []string{"type=" + w.arg(t), covered})
		}
		if len(out) > 0 {
			return out
		}
	case want.Order == SoonestDue && len(singles) > 0 && len(singles) == len(c.Areas) && len(singles) <= 40:
		return by("place", singles)
	case blocks != nil && (len(c.Departments) != 1 || len(blocks) <= 3):
		return by("block", blocks)
	case len(want.Types) > 0 && len(want.Types) <= 8 && len(c.Departments) == 0:
		for _, t := range want.Types {
			out = append(out, []string{"type=" + w.arg(t), covered})
		}
		return out
	case len(c.Departments) > 0 && len(c.Departments) <= 8:
		return by("department", c.Departments)
	}
	return branchList{{covered}}
}

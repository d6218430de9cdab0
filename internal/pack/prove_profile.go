package pack

import (
	"maps"
	"slices"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/rule"
)

// rolesUsed lists the common roles that some pack names, each of which a State must fill.
func (l *loader) rolesUsed() []string {
	used := map[string]bool{}
	for _, p := range l.set.Packs {
		for _, post := range p.Scope.Posts {
			for _, r := range post.Roles {
				used[r.Role] = true
			}
			if post.Desk && post.Under != "" {
				used[post.Under] = true
			}
		}
		for _, t := range p.Types {
			typeRoles(t, used)
		}
		for i := range p.Sittings {
			s := &p.Sittings[i]
			rolesOf(append([]rule.Who{s.Chair, s.Convenor}, s.Members...), used)
		}
	}
	return slices.Sorted(maps.Keys(used))
}

// typeRoles gathers the roles that a matter names anywhere.
func typeRoles(t *matter.Type, used map[string]bool) {
	for _, s := range t.States() {
		roleOf(s.With, used)
	}
	for _, g := range t.Ladder() {
		roleOf(&g.With, used)
	}
	for _, a := range t.Acts() {
		rolesOf(slices.Concat(a.By, a.Not), used)
	}
	rolesOf(slices.Concat(t.Seen().Whole, t.Seen().Outline), used)
}

func rolesOf(list []rule.Who, used map[string]bool) {
	for i := range list {
		roleOf(&list[i], used)
	}
}

func roleOf(w *rule.Who, used map[string]bool) {
	for ; w != nil; w = w.Of {
		if w.As == rule.AsRole && w.Role != "" {
			used[w.Role] = true
		}
	}
}

// labelled reports whether a path names something that has a label: pack, pack.matter,
// pack.matter.state, act, field or clock, pack.list.code, pack.post, pack.setting.
func (l *loader) labelled(path string) bool {
	parts := strings.Split(path, ".")
	p := l.set.Pack(parts[0])
	if p == nil || len(parts) > 3 {
		return false
	}
	if len(parts) == 1 {
		return true
	}
	sc, second := p.Scope, parts[1]
	t := p.Type(second)
	if len(parts) == 2 {
		return t != nil || hasKey(sc.Posts, second) || hasKey(sc.Settings, second) || hasKey(sc.Books, second) ||
			hasKey(sc.Letters, second) || hasKey(sc.Checklist, second) || hasSitting(p, second)
	}
	third := parts[2]
	if list, ok := sc.Lists[second]; ok && hasCode(&list, third) {
		return true
	}
	return t != nil && hasPart(t, third)
}

func hasPart(t *matter.Type, key string) bool {
	if t.State(key) != nil || t.Act(key) != nil || t.Field(key) != nil || t.Clock(key) != nil {
		return true
	}
	_, rung := t.Level(key)
	return rung
}

func hasSitting(p *Pack, key string) bool {
	for i := range p.Sittings {
		if p.Sittings[i].Key == key {
			return true
		}
	}
	return false
}

func (l *loader) settingPaths() []string {
	var paths []string
	for _, p := range l.set.Packs {
		for key := range p.Scope.Settings {
			paths = append(paths, p.Key+"."+key)
		}
	}
	return paths
}

// answersTwice wants a profile to choose where two packs answer an ask that is raised.
func (l *loader) answersTwice() {
	by := map[string][]string{}
	for _, p := range l.set.Packs {
		for _, a := range l.world.packs[p.Key] {
			by[a] = append(by[a], p.Key)
		}
	}
	for _, a := range l.asked {
		if len(by[a.name.S]) < 2 {
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(l.set.Profiles)) {
			if l.set.Profiles[key].answers[a.name.S] == "" {
				l.faults = append(l.faults, Fault{
					File: l.set.Profiles[key].File, Pos: rule.Pos{Line: 1, Col: 1}, Key: "pack.ask_twice",
					Args: []any{a.name.S, by[a.name.S]}, pass: passMeaning,
				})
			}
		}
	}
}

// worded puts a State's words into a label: "$minutes भेजें".
func (p *Profile) worded(t i18n.Text) i18n.Text {
	if !strings.Contains(t.Hi+t.En, "$") {
		return t
	}
	for key, w := range p.Words {
		t.Hi = strings.ReplaceAll(t.Hi, "$"+key, w.Hi)
		t.En = strings.ReplaceAll(t.En, "$"+key, w.En)
	}
	return t
}

package store

import (
	"context"
	"database/sql"

	"github.com/anupalan/anupalan/internal/record"
)

// Reach lets a post see a matter outside its own places and departments; without Whole
// it sees the outline only.
type Reach struct {
	Matter record.Key
	Post   record.ID
	Whole  bool
}

func reachTable() *table {
	return &table{name: "reach", keys: 3, cols: columnsOf("district", num, "post", big, "matter", big, "whole", num)}
}

// ReachRewrite replaces all rows of the known matters by the given ones; matters that are
// new need not be named.
func (tx *Tx) ReachRewrite(known []record.Key, list []Reach) error {
	keys := make([][]any, len(known))
	for i, k := range known {
		keys[i] = []any{k.District, int64(k.ID)}
	}
	if err := tx.many.remove(reachOfMatter(), "", keys); err != nil {
		return err
	}
	rows := make([][]any, len(list))
	for i, r := range list {
		rows[i] = []any{r.Matter.District, int64(r.Post), int64(r.Matter.ID), bit(r.Whole)}
	}
	return tx.many.insert(reachTable(), `ON CONFLICT (district, post, matter) DO UPDATE SET whole=excluded.whole`, rows)
}

// reachOfMatter is the table by its second index, to take away what a matter has.
func reachOfMatter() *table {
	return &table{name: "reach", keys: 2, cols: columnsOf("district", num, "matter", big)}
}

// Reach lists the posts that matters were opened to, by matter and post; no posts means all.
func (r *Reader) Reach(ctx context.Context, district int32, matters, posts []record.ID) ([]Reach, error) {
	if len(matters) == 0 {
		return nil, nil
	}
	var w where
	w.add("district=%s", district)
	w.in("matter", matters)
	if posts != nil {
		w.in("post", posts)
	}
	return collect(ctx, r, scanReach, `SELECT district, post, matter, whole FROM reach WHERE `+w.text()+` ORDER BY matter, post`, w.args...)
}

// ReachBetween reads what the matters after an id up to another were opened to: for the audit.
func (r *Reader) ReachBetween(ctx context.Context, district int32, after, last record.ID) ([]Reach, error) {
	return collect(ctx, r, scanReach, `SELECT district, post, matter, whole FROM reach WHERE district=$1 AND matter>$2 AND matter<=$3 ORDER BY matter, post`,
		district, int64(after), int64(last))
}

func scanReach(rows *sql.Rows, x *Reach) error {
	var whole int32
	err := rows.Scan(&x.Matter.District, &x.Post, &x.Matter.ID, &whole)
	x.Whole = whole != 0
	return err
}

// Link ties two things by a relation: raised, repeats, letter_of …
type Link struct {
	From     record.Ref // its district is where the row lies
	Relation string
	To       record.Ref
}

func linkTable() *table {
	return &table{name: "link", keys: 7, cols: columnsOf("district", num, "source_kind", num, "source", big, "relation", text,
		"target_kind", num, "target_district", num, "target", big)}
}

// LinksPut saves links; one that is there stays.
func (tx *Tx) LinksPut(list []Link) error {
	rows := make([][]any, len(list))
	for i, l := range list {
		rows[i] = []any{l.From.Key.District, int32(l.From.Kind), int64(l.From.Key.ID), l.Relation, int32(l.To.Kind), l.To.Key.District, int64(l.To.Key.ID)}
	}
	return tx.many.insert(linkTable(), `ON CONFLICT (district, source, relation, target) DO NOTHING`, rows)
}

func scanLink(rows *sql.Rows, l *Link) error {
	return rows.Scan(&l.From.Key.District, &l.From.Kind, &l.From.Key.ID, &l.Relation, &l.To.Kind, &l.To.Key.District, &l.To.Key.ID)
}

const linkColumns = `district, source_kind, source, relation, target_kind, target_district, target`

// LinksFrom lists what a thing is tied to.
func (r *Reader) LinksFrom(ctx context.Context, k record.Key) ([]Link, error) {
	return collect(ctx, r, scanLink, `SELECT `+linkColumns+` FROM link WHERE district=$1 AND source=$2 ORDER BY relation, target`, k.District, int64(k.ID))
}

// LinksTo lists what is tied to a thing.
func (r *Reader) LinksTo(ctx context.Context, k record.Key) ([]Link, error) {
	return collect(ctx, r, scanLink, `SELECT `+linkColumns+` FROM link WHERE target_district=$1 AND target=$2 ORDER BY relation, source`, k.District, int64(k.ID))
}

package store_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// question is a query with the texts that it ought to find; kind says how it differs from them.
type question struct {
	query, kind string
	targets     []record.ID
}

// TestQuestionsFindTheirTexts asks questions in both scripts, in many spellings and forms, over texts among which near
// misses lie. asked_kept_back.csv was not looked at while the rules were made.
func TestQuestionsFindTheirTexts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		var docs []store.SearchDoc
		for _, row := range table(t, "testdata/finding/texts.csv") {
			docs = append(docs, store.SearchDoc{Key: key(number(t, row[0])), Text: row[1]})
		}
		update(t, db, func(tx *store.Tx) error { return tx.SearchPut(docs) })
		for _, file := range []string{"asked.csv", "asked_kept_back.csv"} {
			asked := questions(t, "testdata/finding/"+file)
			recall, precision := 0.0, 0.0
			for _, q := range asked {
				r, p := weigh(t, db, q)
				recall, precision = recall+r, precision+p
				if r < 1 || p < 0.7 {
					t.Logf("%s (%s): recall %.2f, precision %.2f", q.query, q.kind, r, p)
				}
			}
			n := float64(len(asked))
			t.Logf("%s: %d questions over %d texts, recall@10 %.3f, precision@10 %.3f", file, len(asked), len(docs), recall/n, precision/n)
			if recall/n < 0.98 || precision/n < 0.95 {
				t.Errorf("%s: recall@10 %.3f, precision@10 %.3f", file, recall/n, precision/n)
			}
		}
	})
}

// weigh gives how many of the texts that ought to be found are among the first ten, and how many of the first ten ought to be.
func weigh(t *testing.T, db *store.DB, q question) (recall, precision float64) {
	t.Helper()
	page, err := db.Reader().Search(ctx, store.SearchWant{District: district, Query: q.query, Limit: 10})
	if err != nil {
		t.Fatalf("%s: %v", q.query, err)
	}
	good := 0
	for _, id := range page.IDs {
		if slices.Contains(q.targets, id) {
			good++
		}
	}
	if len(page.IDs) == 0 {
		return 0, 0
	}
	return float64(good) / float64(min(10, len(q.targets))), float64(good) / float64(len(page.IDs))
}

func questions(t *testing.T, name string) []question {
	t.Helper()
	var list []question
	for _, row := range table(t, name) {
		q := question{query: row[0], kind: row[1]}
		for id := range strings.FieldsSeq(row[2]) {
			q.targets = append(q.targets, record.ID(number(t, id)))
		}
		list = append(list, q)
	}
	return list
}

func table(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) < 100 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	return rows[1:]
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

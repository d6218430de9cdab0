package store_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What only one engine knows, or what both know differently and say nothing.
var unportable = regexp.MustCompile(`(?i)\b(ILIKE|group_concat|json_each|json_extract|SKIP LOCKED|FOR UPDATE|generate_series|AUTOINCREMENT|GLOB|PRAGMA|STRICT|INSERT OR|REPLACE INTO|now\(\)|CURRENT_TIMESTAMP|strftime|NUMERIC|SERIAL PRIMARY|TIMESTAMPTZ?|CAST\(|IFNULL|LIMIT \d+ *,|ctid|rowid)\b|->>|::[a-z]|= *ANY *\(|\?\d`)

func TestSQLIsPortable(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*.go", "migrations/*/*.sql"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	quoted := regexp.MustCompile("(?s)`[^`]*`|\"[^\"\n]*\"")
	for _, f := range files {
		if strings.Contains(f, "_sqlite") || strings.Contains(f, "_postgres") || strings.Contains(f, ".sqlite.") || strings.Contains(f, ".postgres.") ||
			strings.HasSuffix(f, "_test.go") {
			continue
		}
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts := []string{strings.ReplaceAll(string(src), "WITHOUT ROWID", "")}
		if strings.HasSuffix(f, ".go") {
			texts = quoted.FindAllString(string(src), -1)
		}
		for _, s := range texts {
			if strings.Contains(s, "WITHOUT ROWID") {
				continue
			}
			if m := unportable.FindString(s); m != "" {
				t.Errorf("%s: %q is not portable; put it into a file of one engine", f, m)
			}
		}
	}
}

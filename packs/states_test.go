package packs

import (
	"encoding/csv"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/calendar"
)

// table reads a CSV file of states/ into rows by heading.
func table(t *testing.T, name string) []map[string]string {
	t.Helper()
	src, err := fs.ReadFile(FS, name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(strings.NewReader(string(src))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var rows []map[string]string
	for _, rec := range all[1:] {
		row := map[string]string{}
		for i, h := range all[0] {
			row[h] = rec[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func states(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := fs.Glob(FS, "states/"+pattern)
	if err != nil || len(files) != 4 {
		t.Fatal(files, err)
	}
	return files
}

func TestHolidaysAreOrderedNamedAndSourced(t *testing.T) {
	for _, file := range states(t, "*_holidays.csv") {
		last := calendar.Date(0)
		years := map[int]int{}
		for _, r := range table(t, file) {
			day, err := calendar.ParseDate(r["date"])
			if err != nil || day <= last {
				t.Errorf("%s: %s stands twice, out of order or is no day", file, r["date"])
			}
			last = day
			years[day.Year()]++
			if r["name_hi"] == "" || r["name_en"] == "" || r["source"] == "" || (r["status"] != "notified" && r["status"] != "expected") {
				t.Errorf("%s: %s lacks a name, source or status", file, r["date"])
			}
		}
		if years[2026] < 20 || years[2027] < 20 {
			t.Errorf("%s: %v", file, years)
		}
	}
}

// TestNationalHolidaysStandInEveryState guards against a list cut short.
func TestNationalHolidaysStandInEveryState(t *testing.T) {
	for _, file := range states(t, "*_holidays.csv") {
		has := map[string]bool{}
		for _, r := range table(t, file) {
			has[r["date"]] = true
		}
		for _, year := range []string{"2026", "2027"} {
			for _, day := range []string{"-01-26", "-08-15", "-10-02", "-12-25"} {
				if !has[year+day] {
					t.Errorf("%s has no %s", file, year+day)
				}
			}
		}
	}
}

func TestHearingDaysAreRhythmsWithHours(t *testing.T) {
	for _, file := range states(t, "*_hearings.csv") {
		for _, r := range table(t, file) {
			if _, err := calendar.ParseRhythm(r["rhythm"]); err != nil {
				t.Errorf("%s: %v", file, err)
			}
			if _, _, err := calendar.ParseHours(r["open"] + " to " + r["close"]); err != nil {
				t.Errorf("%s: %v", file, err)
			}
			if _, err := calendar.ParseDate(r["from"]); err != nil || r["source"] == "" || r["level"] == "" {
				t.Errorf("%s: %v", path.Base(file), r)
			}
		}
	}
}

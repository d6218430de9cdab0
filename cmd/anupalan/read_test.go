package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// reading runs read with the arguments and gives exit code, output and complaints.
func reading(args ...string) (code int, out, complaints string) {
	var o, e bytes.Buffer
	code = run(append([]string{"read", "--lang=en"}, args...), &o, &e, func(string) string { return "" })
	return code, o.String(), e.String()
}

func textFile(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

const sentence = "डीएम ने सभी बीडीओ को तीन दिनों में अपूर्ण आवास पूर्ण कराने का निर्देश दिया।"

func TestReadWritesOneObjectAFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	code, _, complaints := reading("--format", "json", "--date", "2026-03-10", "--out", dir, textFile(t, sentence))
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, complaints)
	}
	b, err := os.ReadFile(filepath.Join(dir, "note.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Directives []struct {
			Keys     []string `json:"owner_keys"`
			Deadline struct {
				End string `json:"end"`
			} `json:"deadline"`
		} `json:"directives"`
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Directives) != 1 || got.Directives[0].Keys[0] != "bdo" || got.Directives[0].Deadline.End != "2026-03-13" {
		t.Errorf("%s", b)
	}
}

func TestReadShowsATable(t *testing.T) {
	t.Parallel()
	code, out, _ := reading(textFile(t, sentence))
	if code != exitOK || !strings.Contains(out, "अपूर्ण आवास पूर्ण कराएं") || !strings.Contains(out, "does not give the day of the meeting") {
		t.Errorf("exit %d: %s", code, out)
	}
}

func TestReadSaysWhyAFileCannotBeRead(t *testing.T) {
	t.Parallel()
	large := filepath.Join(t.TempDir(), "large.txt")
	f, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(maxText + 1); err != nil {
		t.Fatal(err)
	}
	f.Close()
	for name, want := range map[string]string{
		textFile(t, " \n"):                   "is empty",
		textFile(t, "\x00\x01\x02\x03"):      "does not hold text",
		textFile(t, "%PDF-1.7"):              "cannot be read",
		filepath.Join(t.TempDir(), "no.txt"): "there is no file",
		t.TempDir():                          "is a folder",
		large:                                "too large",
	} {
		code, _, complaints := reading(name)
		if code != exitFaults || !strings.Contains(complaints, want) {
			t.Errorf("%s: exit %d, %q; want %q", name, code, complaints, want)
		}
	}
}

func TestOneBadFileDoesNotStopTheRest(t *testing.T) {
	t.Parallel()
	code, out, _ := reading(filepath.Join(t.TempDir(), "no.txt"), textFile(t, sentence))
	if code != exitFaults || !strings.Contains(out, "bdo") {
		t.Errorf("exit %d: %s", code, out)
	}
}

func TestReadRefusesAWrongDate(t *testing.T) {
	t.Parallel()
	code, _, complaints := reading("--date", "31-02-26", textFile(t, sentence))
	if code != exitFailed || !strings.Contains(complaints, "2026-03-12") {
		t.Errorf("exit %d: %s", code, complaints)
	}
}

package doc

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// kinds tells for each level of a list whether it is numbered and how.
type kinds []string

// readLists reads word/numbering.xml into the levels of each numId.
func readLists(data []byte) map[string]kinds {
	abstract, lists := map[string]kinds{}, map[string]kinds{}
	d := xml.NewDecoder(bytes.NewReader(data))
	var in, num string
	for {
		tok, err := d.Token()
		if err != nil {
			return lists
		}
		t, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch t.Name.Local {
		case "abstractNum":
			in = attr(t, "abstractNumId")
		case "numFmt":
			if in != "" && len(abstract[in]) < 9 {
				abstract[in] = append(abstract[in], attr(t, "val"))
			}
		case "num":
			in, num = "", attr(t, "numId")
		case "abstractNumId":
			if num != "" {
				lists[num] = abstract[attr(t, "val")]
			}
		}
	}
}

// mark gives the number or bullet that stands before the paragraph, counting on in its list.
func (r *reader) mark() string {
	if r.list == "" || r.list == "0" || r.level < 0 || r.level > 8 {
		return ""
	}
	format := "decimal"
	if k := r.lists[r.list]; r.level < len(k) {
		format = k[r.level]
	}
	switch format {
	case "none":
		return ""
	case "bullet":
		return "• "
	}
	c := r.counts[r.list]
	for len(c) <= r.level {
		c = append(c, 0)
	}
	c = c[:r.level+1] // deeper levels begin again
	c[r.level]++
	r.counts[r.list] = c
	if strings.HasSuffix(format, "Letter") && c[r.level] <= 26 {
		return string(rune('a'+c[r.level]-1)) + ". "
	}
	return number(c[r.level])
}

func number(n int) string { return strconv.Itoa(n) + ". " }

package sitting

import (
	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// Source is how the text of the proceedings came in. The words are stored.
type Source string

// The sources.
const (
	Typed    Source = "typed"
	Pasted   Source = "pasted"
	Uploaded Source = "uploaded" // read out of a paper, whose hash is kept
	Live     Source = "live"     // the lines said in the sitting
)

// MaxText is the longest text of proceedings, in bytes.
const MaxText = 2 << 20

// Minutes is one revision of the proceedings; the last one is frozen at issue.
type Minutes struct {
	Revision   int32            `json:"revision"`
	At         calendar.Instant `json:"at"`
	Person     record.ID        `json:"person"`
	Post       record.ID        `json:"post"`
	Source     Source           `json:"source"`
	Text       string           `json:"text"`
	File       string           `json:"file,omitempty"` // SHA-256 of the paper in hexadecimal
	FileName   string           `json:"file_name,omitempty"`
	Font       string           `json:"font,omitempty"`  // from before Unicode, out of which the text was turned
	Blank      []int32          `json:"blank,omitempty"` // pages of the paper that held no letters
	Frozen     bool             `json:"frozen,omitempty"`
	Directives []Issued         `json:"directives,omitempty"`
}

// Issued is one directive as it was issued: the draft, its words, and what it became.
type Issued struct {
	N       int32       `json:"n"`
	Draft   record.ID   `json:"draft"`
	Subject string      `json:"subject"`
	Owners  []record.ID `json:"owners"`
	Matters []record.ID `json:"matters"`
}

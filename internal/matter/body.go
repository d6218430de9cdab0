package matter

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/record"
)

// body is what an event of a matter says besides its header: the outcomes, so that a
// replay resolves nothing anew. Members stand in the order of their names, which makes
// the JSON canonical.
type body struct {
	About       record.Ref       `json:"about,omitzero"`
	Asked       record.ID        `json:"asked,omitempty"`
	Asker       record.ID        `json:"asker,omitempty"`
	Block       *record.ID       `json:"block,omitempty"`
	Cause       string           `json:"cause,omitempty"` // the condition, timer or clock that made a rule act
	Class       record.Class     `json:"class,omitempty"`
	Clock       string           `json:"clock,omitempty"` // the clock that is meant
	Clocks      []Running        `json:"clocks,omitempty"`
	Contact     *talkBody        `json:"contact,omitempty"`
	Department  *record.ID       `json:"department,omitempty"`
	Fields      map[string]typed `json:"fields,omitempty"`
	Fired       string           `json:"fired,omitempty"`
	Hash        string           `json:"hash,omitempty"` // of the pack's meaning
	Holder      *record.ID       `json:"holder,omitempty"`
	Holds       bool             `json:"holds,omitempty"`       // counted: done from now on
	Independent bool             `json:"independent,omitempty"` // checked by a desk because everybody is below the doer
	Level       *int             `json:"level,omitempty"`
	Letter      string           `json:"letter,omitempty"`
	N           int              `json:"n,omitempty"` // of an act's offers; how many members
	Number      string           `json:"number,omitempty"`
	Offer       record.ID        `json:"offer,omitempty"` // the draft signed or set aside
	Other       record.Ref       `json:"other,omitzero"`  // matter raised, linked, merged; whose set; post to be asked
	Parent      record.ID        `json:"parent,omitempty"`
	Phase       Phase            `json:"phase,omitempty"`
	Place       record.ID        `json:"place,omitempty"`
	Post        record.ID        `json:"post,omitempty"` // post told or asked, before which a draft lies, that may except
	Reason      string           `json:"reason,omitempty"`
	Relation    string           `json:"relation,omitempty"`
	Returned    bool             `json:"returned,omitempty"`
	Revision    int              `json:"revision,omitempty"`
	Role        string           `json:"role,omitempty"` // what was asked of the organisation: head_of_block
	Sitting     record.ID        `json:"sitting,omitempty"`
	Spoke       bool             `json:"spoke,omitempty"`
	State       string           `json:"state,omitempty"`
	Text        *typed           `json:"text,omitempty"` // a remark, its words beside the event
	To          calendar.Date    `json:"to,omitempty"`   // a day asked or granted
	Type        string           `json:"type,omitempty"`
	Until       calendar.Instant `json:"until,omitempty"`
	Visit       *visitBody       `json:"visit,omitempty"`
	What        string           `json:"what,omitempty"` // ask raised, why excepted
}

type talkBody struct {
	How  typed  `json:"how"`
	With string `json:"with,omitempty"`
}

type visitBody struct {
	At    calendar.Instant `json:"at,omitempty"`
	Lat   int32            `json:"lat,omitempty"`
	Lon   int32            `json:"lon,omitempty"`
	NoFix string           `json:"no_fix,omitempty"`
}

func idp(id record.ID) *record.ID { return &id }

// encode writes the canonical form.
func (b *body) encode() ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(b); err != nil {
		return nil, err
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), nil
}

// decode reads a body; a member that is not known is an error, never ignored.
func decode(raw []byte) (body, error) {
	var b body
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&b); err != nil {
		return body{}, err
	}
	if dec.More() {
		return body{}, errors.New("more than one value")
	}
	return b, nil
}

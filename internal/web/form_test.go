package web

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

func sampleForm() Form {
	return Form{Fields: []Field{
		{Name: "what", Label: "क्या"},
		{Name: "why", Label: "क्यों", Kind: OneOfField, Options: []Option{{Value: "1"}, {Value: "2"}}},
		{Name: "post", Label: "पद", Kind: PostField, Options: []Option{{Value: "p1"}, {Value: "p2"}}},
		{Name: "secret", Label: "पासवर्ड", Kind: SecretField},
	}}
}

func TestAFormKeepsWhatWasTyped(t *testing.T) {
	f := sampleForm()
	f.Fill(post("/x", url.Values{"what": {"काम"}, "why": {"2"}, "post": {"p1"}, "post.q": {"bdo"}, "secret": {"s"}}))
	if f.Field("what").Value != "काम" || !f.Field("why").Options[1].Chosen || f.Field("why").Options[0].Chosen {
		t.Errorf("fields %+v", f.Fields)
	}
	if p := f.Field("post"); p.Value != "bdo" || !p.Options[0].Chosen {
		t.Errorf("picked field %+v", p)
	}
	if f.Field("secret").Value != "" {
		t.Error("a password was put back")
	}
}

func TestARefusalLinksToItsFieldInTheOrderOfThePage(t *testing.T) {
	f := sampleForm()
	err := fault.New(fault.Invalid, "fault.invalid").With("elsewhere", "fault.refused").With("why", "fault.refused").With("what", "fault.too_large")
	if !f.Refuse(i18n.English, err) {
		t.Fatal("an invalid form was not refused")
	}
	if len(f.Refused) != 3 || f.Refused[0].Field != "f-what" || f.Refused[1].Field != "f-why" || f.Refused[2].Field != "" || f.Wrong() != 2 {
		t.Errorf("refused %+v", f.Refused)
	}
	if f.Field("what").Fault != "This is too large." || !strings.Contains(f.Fields[0].Described(), "f-what-err") {
		t.Errorf("field %+v", f.Fields[0])
	}
}

func TestAFormShowsOnlyWhatAFormCanMend(t *testing.T) {
	f := sampleForm()
	for _, err := range []error{nil, errors.New("disk"), fault.New(fault.Forbidden, "fault.forbidden"), fault.New(fault.Conflict, "fault.conflict")} {
		if f.Refuse(i18n.Hindi, err) {
			t.Errorf("the form took %v", err)
		}
	}
	if !f.Refuse(i18n.Hindi, fault.New(fault.Refused, "fault.refused")) || len(f.Refused) != 1 || f.Wrong() != 0 {
		t.Errorf("a refusal by rule: %+v", f.Refused)
	}
}

package indicator

import (
	"math"
	"reflect"
	"testing"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/record"
)

func world(t *testing.T) *World {
	t.Helper()
	ids, err := record.NewMaker(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	return &World{Now: on("2026-03-03").At(12, 0), District: 218, Actor: Actor{Person: 5, Post: 6}, IDs: ids, Seed: [32]byte{7}}
}

func TestANotedFigureIsWhatItsEventSays(t *testing.T) {
	w := world(t)
	o, e, err := Note(w, Observation{Measure: " लंबित वाद ", Place: 1, To: on("2026-03-03"), AsOn: on("2026-03-03"), Value: 12.5, Of: 3, Unit: "वाद", Nature: Stock, Sitting: 9, Quote: "12.5 वाद लंबित"})
	if err != nil {
		t.Fatal(err)
	}
	if o.Kind != Reported || o.Measure != "लंबित वाद" || o.Person != 5 || e.Subject.Kind != record.Reading || e.Check() != nil {
		t.Errorf("%+v", o)
	}
	for _, v := range e.Values {
		if v.Path == "observation.quote" && string(v.Bytes) != o.Quote {
			t.Errorf("%s", v.Bytes)
		}
	}
	rows, err := Replay([]record.Event{e})
	if err != nil || !reflect.DeepEqual(rows[o.Key.ID], &o) {
		t.Errorf("replayed %+v, %v; want %+v", rows[o.Key.ID], err, o)
	}
}

// TestAFigureIsKeptAsItWasGiven: only what is no figure is refused; a part above its whole stays.
func TestAFigureIsKeptAsItWasGiven(t *testing.T) {
	if o, _, err := Note(world(t), Observation{Measure: "वाद", To: 1, Value: 120, Of: 100, Nature: Flow}); err != nil || o.Value != 120 || o.Of != 100 {
		t.Errorf("%+v, %v", o, err)
	}
	_, _, err := Note(world(t), Observation{Value: Number(math.NaN()), From: 3, Nature: "?"})
	f := fault.As(err)
	if f == nil || len(f.Fields) != 5 {
		t.Errorf("%v", err)
	}
}

func TestNumbersAreNoPartOfAMeasure(t *testing.T) {
	if MeasureKey("", "राशन की 40 दुकानें") != MeasureKey("", "राशन की ४५ दुकानें") || MeasureKey("", "a") == MeasureKey("", "b") || MeasureKey("x.y", "a") != "x.y" {
		t.Error(MeasureKey("", "राशन की 40 दुकानें"), MeasureKey("", "राशन की ४५ दुकानें"))
	}
}

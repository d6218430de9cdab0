package app

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/matter"
	"github.com/anupalan/anupalan/internal/org"
	"github.com/anupalan/anupalan/internal/record"
	"github.com/anupalan/anupalan/internal/rule"
	"github.com/anupalan/anupalan/internal/store"
	"github.com/anupalan/anupalan/internal/store/storetest"
)

// picture makes a JPEG of bands of light that differ with the seed.
func picture(t testing.TB, seed, quality int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 360, 320))
	for y := range 320 {
		for x := range 360 {
			field := (x/40*7 + y/40*3) * (seed*2 + 1) % 29
			img.SetGray(x, y, color.Gray{Y: uint8(field * 8)})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// takenAt puts into a JPEG when it was taken and, in whole degrees, where.
func takenAt(jpg []byte, when string, lat, lon uint32) []byte {
	b := make([]byte, 300)
	le := binary.LittleEndian
	entry := func(at int, tag, kind uint16, n, v uint32) {
		le.PutUint16(b[at:], tag)
		le.PutUint16(b[at+2:], kind)
		le.PutUint32(b[at+4:], n)
		le.PutUint32(b[at+8:], v)
	}
	copy(b, "II*\x00\x08\x00\x00\x00\x02\x00")
	entry(10, 0x8769, 4, 1, 40)
	entry(22, 0x8825, 4, 1, 60)
	b[40], b[60] = 1, 4
	entry(42, 0x9003, 2, 20, 200)
	entry(62, 1, 2, 2, 'N')
	entry(74, 2, 5, 1, 240)
	entry(86, 3, 2, 2, 'E')
	entry(98, 4, 5, 1, 260)
	copy(b[200:], when)
	le.PutUint32(b[240:], lat)
	le.PutUint32(b[244:], 1)
	le.PutUint32(b[260:], lon)
	le.PutUint32(b[264:], 1)
	body := append([]byte("Exif\x00\x00"), b...)
	seg := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	return bytes.Join([][]byte{jpg[:2], seg, body, jpg[2:]}, nil)
}

func filesApp(t *testing.T, db *store.DB) (*App, *org.Org) {
	t.Helper()
	a := orgApp(t, db)
	if _, err := a.ImportOrg(context.Background(), installer, sampleFiles(t)); err != nil {
		t.Fatal(err)
	}
	return a, snapshot(t, a)
}

func sent(t *testing.T, a *App, who Actor, name string, content []byte) FileView {
	t.Helper()
	v, err := a.PutFile(context.Background(), who, name, content)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func factOf(t *testing.T, a *App, hash string) matter.FileFact {
	t.Helper()
	f, err := a.fileFact(context.Background(), sampleDistrict, hash)
	if err != nil || f == nil {
		t.Fatal(f, err)
	}
	return *f
}

func files(hashes ...string) rule.Value { return rule.Value{Kind: rule.File, List: hashes} }

// asked is a direction of the head of the district to one block, with a paper.
func asked(t *testing.T, a *App, o *org.Org, paper string) (direction, share record.Key) {
	t.Helper()
	ctx, dm := context.Background(), officer(o, "dm_saran", a.today())
	v, err := a.Open(ctx, dm, "directive", matter.Command{Typed: map[string]rule.Value{
		"subject": {Kind: rule.Text, S: "जर्जर पुलिया की सूची दें"},
		"owners":  {Kind: rule.Links, List: []string{"bdo_amnour"}},
		"file":    files(paper),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if v.Parts == nil || len(v.Parts.Parts) != 1 {
		t.Fatalf("parts %+v", v.Parts)
	}
	return v.Key, v.Parts.Parts[0].Key
}

func report(a *App, who Actor, share record.Key, act string, photos ...string) error {
	_, err := a.Act(context.Background(), who, matter.Command{Matter: share, Act: act, Typed: map[string]rule.Value{
		"remark": {Kind: rule.Text, S: "पुलियों का निरीक्षण किया गया"}, "photo": files(photos...),
	}})
	return err
}

func TestAPhotographIsKeptWithoutItsMetadata(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, o := filesApp(t, db)
		bdo := officer(o, "bdo_amnour", a.today())
		content := takenAt(picture(t, 1, 90), "2026:01:05 09:15:00", 25, 84)
		v := sent(t, a, bdo, `C:\DCIM\पुलिया.jpeg`, content)
		if v.Name != "पुलिया.jpg" || v.Kind != "jpg" || v.Type != "image/jpeg" || v.Size == 0 {
			t.Errorf("%+v", v)
		}
		kept, err := db.Blob(context.Background(), sampleDistrict, v.Hash)
		if err != nil || bytes.Contains(kept, []byte("Exif")) || int64(len(kept)) != v.Size {
			t.Errorf("%d bytes, %v", len(kept), err)
		}
		at := calendar.Instant(calendar.DateAt(t, "2026-01-05").At(9, 15))
		want := matter.FileFact{Image: true, Taken: at, Visit: &matter.Visit{At: at, Lat: 25_000_000, Lon: 84_000_000}}
		if diff := cmp.Diff(want, factOf(t, a, v.Hash)); diff != "" {
			t.Error(diff)
		}
		if again := sent(t, a, bdo, "x.jpg", content); again.Hash != v.Hash {
			t.Error("the same photograph is kept twice")
		}
	})
}

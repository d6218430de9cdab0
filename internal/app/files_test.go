package app

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		at := a.today().At(9, 15)
		want := matter.FileFact{Image: true, Taken: at, Visit: &matter.Visit{At: at, Lat: 25_000_000, Lon: 84_000_000}}
		if diff := cmp.Diff(want, factOf(t, a, v.Hash)); diff != "" {
			t.Error(diff)
		}
		if again := sent(t, a, bdo, "x.jpg", content); again.Hash != v.Hash {
			t.Error("the same photograph is kept twice")
		}
	})
}

func TestAPictureGivenInAnActIsNoFreshOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, o := filesApp(t, db)
		bdo := officer(o, "bdo_amnour", a.today())
		paper := sent(t, a, bdo, "सूची.csv", []byte("प्रखंड,संख्या\nअमनौर,12\n"))
		_, share := asked(t, a, o, paper.Hash)
		first, worse, other := sent(t, a, bdo, "1.jpg", picture(t, 1, 92)), sent(t, a, bdo, "2.jpg", picture(t, 1, 60)), sent(t, a, bdo, "3.jpg", picture(t, 2, 92))
		if first.Hash == worse.Hash || factOf(t, a, first.Hash).Seen || factOf(t, a, worse.Hash).Seen {
			t.Fatal("a picture that was only sent counts as given")
		}
		if err := report(a, bdo, share, "no_such_act", first.Hash); err == nil {
			t.Fatal("an act that is none was done")
		}
		if factOf(t, a, first.Hash).Seen {
			t.Error("a refused act gave its picture")
		}
		if err := report(a, bdo, share, "progress", first.Hash); err != nil {
			t.Fatal(err)
		}
		for hash, want := range map[string]bool{first.Hash: true, worse.Hash: true, other.Hash: false, paper.Hash: true} {
			if got := factOf(t, a, hash).Seen; got != want {
				t.Errorf("%s: seen %v, want %v", hash[:6], got, want)
			}
		}
		verified(t, db)
	})
}

func TestAFileIsForThoseWhoSeeTheWholeMatter(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		a, o := filesApp(t, db)
		ctx := context.Background()
		dm, bdo := officer(o, "dm_saran", a.today()), officer(o, "bdo_amnour", a.today())
		content := []byte("प्रखंड,संख्या\nअमनौर,12\n")
		paper, unused := sent(t, a, dm, "सूची.txt", content), sent(t, a, dm, "b.txt", []byte("और कुछ"))
		direction, share := asked(t, a, o, paper.Hash)
		photo := sent(t, a, bdo, "1.jpg", picture(t, 1, 92))
		if err := report(a, bdo, share, "report", photo.Hash); err != nil {
			t.Fatal(err)
		}
		got, read, err := a.File(ctx, dm, direction, paper.Hash)
		if err != nil || !bytes.Equal(read, content) || got.Name != "सूची.csv" || got.Type != "text/csv; charset=utf-8" {
			t.Errorf("%+v, %q, %v", got, read, err)
		}
		for _, who := range []Actor{dm, bdo} {
			if _, read, err := a.File(ctx, who, share, photo.Hash); err != nil || int64(len(read)) != photo.Size {
				t.Errorf("%v may not read the photograph: %v", who.Post, err)
			}
		}
		elsewhere := dm
		elsewhere.District++
		for name, c := range map[string]struct {
			who  Actor
			of   record.Key
			hash string
		}{
			"another block":        {officer(o, "bdo_maker", a.today()), share, photo.Hash},
			"another matter":       {dm, direction, photo.Hash},
			"a file nothing names": {dm, direction, unused.Hash},
			"another district":     {elsewhere, direction, paper.Hash},
			"no hash":              {dm, direction, "../x"},
			"no matter":            {dm, record.Key{District: sampleDistrict, ID: 7}, paper.Hash},
		} {
			if v, read, err := a.File(ctx, c.who, c.of, c.hash); !fault.Is(err, fault.NotFound) || read != nil {
				t.Errorf("%s: %+v, %v", name, v, err)
			}
		}
		erase(t, db, share)
		if _, _, err := a.File(ctx, dm, share, photo.Hash); !fault.Is(err, fault.NotFound) {
			t.Errorf("erased, and yet: %v", err)
		}
	})
}

// erase deletes every photograph's name from the events of a matter.
func erase(t *testing.T, db *store.DB, k record.Key) {
	t.Helper()
	events, err := db.Reader().History(context.Background(), k, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *store.Tx) error {
		for _, e := range events {
			if err := tx.ValuesErase(record.Key{District: k.District, ID: e.ID}, []string{"fields.photo.d"}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAreNotTakenLeaveNothing(t *testing.T) {
	db := storetest.SQLite(t)
	a, o := filesApp(t, db)
	ctx, bdo := context.Background(), officer(o, "bdo_amnour", a.today())
	large := append([]byte("%PDF-1.7"), make([]byte, maxDocument)...)
	for name, c := range map[string]struct {
		content []byte
		kind    fault.Kind
		key     string
	}{
		"empty":     {nil, fault.Invalid, "file.empty"},
		"a program": {[]byte("MZ\x90\x00"), fault.Invalid, "file.refused"},
		"too large": {large, fault.TooLarge, "file.large"},
		"damaged":   {picture(t, 1, 90)[:900], fault.Invalid, "photo.broken"},
	} {
		_, err := a.PutFile(ctx, bdo, "a.pdf", c.content)
		if f := fault.As(err); f == nil || f.Kind != c.kind || len(f.Fields) != 1 || f.Fields[0].Path != "file" || f.Fields[0].Key != c.key {
			t.Errorf("%s: %+v", name, err)
		}
	}
	if left, err := db.BlobHashes(ctx, sampleDistrict, "", 10); err != nil || len(left) != 0 {
		t.Errorf("kept %v, %v", left, err)
	}
	_, share := asked(t, a, o, sent(t, a, bdo, "a.txt", []byte("कागज")).Hash)
	if err := report(a, bdo, share, "progress", strings.Repeat("0", hashLength)); !fault.Is(err, fault.Invalid) {
		t.Errorf("a file that was never sent was named: %v", err)
	}
}

func TestACameraAheadOfTimeProvesNothing(t *testing.T) {
	db := storetest.SQLite(t)
	a, o := filesApp(t, db)
	bdo := officer(o, "bdo_amnour", a.today())
	v := sent(t, a, bdo, "1.jpg", takenAt(picture(t, 1, 90), "2026:03:05 09:15:00", 25, 84))
	if f := factOf(t, a, v.Hash); f.Taken != 0 || f.Visit != nil || !f.Image {
		t.Errorf("%+v", f)
	}
}

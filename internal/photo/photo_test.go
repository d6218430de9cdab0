package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/anupalan/anupalan/internal/fault"
)

func read(t testing.TB, content []byte) Photo {
	t.Helper()
	p, err := Read(content)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// golden are the facts of a picture taken at 25°46′54.12″ N, 84°43.66′ E.
type golden struct {
	Width, Height int
	Taken         string
	Lat, Lon      int32
}

func (p *Photo) golden() golden {
	taken := ""
	if p.Taken != 0 {
		taken = p.Taken.Time().Format("2006-01-02T15:04:05-07:00")
	}
	return golden{p.Width, p.Height, taken, p.Lat, p.Lon}
}

func TestFactsAreReadBeforeThePictureIsEncodedAnew(t *testing.T) {
	small := asJPEG(t, scene(400, 300, 1), 90)
	upright := golden{400, 300, "2026-03-12T14:05:59+05:30", 25_781_700, 84_727_667}
	lying := upright
	lying.Width, lying.Height = 300, 400
	for name, c := range map[string]struct {
		content []byte
		want    golden
	}{
		"little endian":   {spliced(small, chhapra(binary.LittleEndian, 1)), upright},
		"big endian":      {spliced(small, chhapra(binary.BigEndian, 3)), upright},
		"on its side":     {spliced(small, chhapra(binary.BigEndian, 6)), lying},
		"png":             {chunked(asPNG(t, scene(400, 300, 1)), "eXIf", chhapra(binary.LittleEndian, 8)), lying},
		"says nothing":    {small, golden{Width: 400, Height: 300}},
		"exif in garbage": {spliced(small, []byte("II*\x00\xff\xff\xff\xff")), golden{Width: 400, Height: 300}},
		"scaled down":     {spliced(asJPEG(t, scene(3300, 2000, 1), 90), chhapra(binary.LittleEndian, 1)), golden{1600, 969, upright.Taken, upright.Lat, upright.Lon}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := read(t, c.content)
			if diff := cmp.Diff(c.want, p.golden()); diff != "" {
				t.Error(diff)
			}
			if bytes.Contains(p.JPEG, []byte("Exif")) || len(p.JPEG) > MaxBytes {
				t.Errorf("%d bytes, EXIF kept: %v", len(p.JPEG), bytes.Contains(p.JPEG, []byte("Exif")))
			}
			again := read(t, c.content)
			if !bytes.Equal(p.JPEG, again.JPEG) {
				t.Error("the same bytes gave other bytes")
			}
			img, err := jpeg.Decode(bytes.NewReader(p.JPEG))
			if err != nil || img.Bounds() != image.Rect(0, 0, p.Width, p.Height) {
				t.Errorf("what is kept is %v, %v", img.Bounds(), err)
			}
		})
	}
}

// TestPicturesAreTurnedUpright marks the corner that is to be at the top left.
func TestPicturesAreTurnedUpright(t *testing.T) {
	corners := [...]image.Point{1: {0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {0, 1}, {1, 1}, {1, 0}}
	for orientation := 1; orientation <= 8; orientation++ {
		const w, h = 200, 100
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		c := corners[orientation]
		for y := range h / 2 {
			for x := range w / 2 {
				img.Set(x+c.X*w/2, y+c.Y*h/2, color.White)
			}
		}
		p := read(t, spliced(asJPEG(t, img, 95), chhapra(binary.LittleEndian, uint16(orientation))))
		got, err := jpeg.Decode(bytes.NewReader(p.JPEG))
		if err != nil {
			t.Fatal(err)
		}
		light := func(x, y int) bool { return color.GrayModel.Convert(got.At(x, y)).(color.Gray).Y > 128 }
		if !light(10, 10) || light(p.Width-10, 10) || light(10, p.Height-10) || light(p.Width-10, p.Height-10) {
			t.Errorf("orientation %d: the corner is not at the top left", orientation)
		}
	}
}

func TestTheHardestPictureFits(t *testing.T) {
	t.Parallel()
	p := read(t, asJPEG(t, noise(2400, 1800), 95))
	if len(p.JPEG) > MaxBytes || p.Width < 320 {
		t.Errorf("%d bytes, %d × %d", len(p.JPEG), p.Width, p.Height)
	}
}

func TestOddShapesAreRead(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {7, 3}, {1, 9000}, {20000, 2}} {
		p := read(t, asPNG(t, scene(size[0], size[1], 1)))
		if max(p.Width, p.Height) > MaxSide || min(p.Width, p.Height) < 1 {
			t.Errorf("%v became %d × %d", size, p.Width, p.Height)
		}
	}
}

func TestTransparentIsWhite(t *testing.T) {
	p := read(t, asPNG(t, image.NewNRGBA(image.Rect(0, 0, 64, 64))))
	img, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	if g := color.GrayModel.Convert(img.At(30, 30)).(color.Gray).Y; g < 250 {
		t.Errorf("transparent became %d", g)
	}
}

// The smallest lossless and lossy WebP pictures: one pixel.
var (
	webpLossless = "RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"
	webpLossy    = "RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x00\x30\x01\x00\x9d\x01\x2a\x01\x00\x01\x00\x02\x00\x34\x25\xa4\x00\x03\x70\x00\xfe\xfb\x94\x00\x00"
)

func TestWebPIsRead(t *testing.T) {
	for name, s := range map[string]string{"lossless": webpLossless, "lossy": webpLossy} {
		if p := read(t, []byte(s)); p.Width != 1 || p.Height != 1 {
			t.Errorf("%s: %d × %d", name, p.Width, p.Height)
		}
	}
	exif := chhapra(binary.LittleEndian, 1)
	chunk := append(binary.LittleEndian.AppendUint32([]byte("EXIF"), uint32(len(exif))), exif...)
	with := append([]byte(webpLossless), chunk...)
	binary.LittleEndian.PutUint32(with[4:], uint32(len(with)-8))
	if p := read(t, with); p.Lat != 25_781_700 {
		t.Errorf("its EXIF gave %d", p.Lat)
	}
}

// resizedPNG tells a picture that it is larger than it is.
func resizedPNG(t *testing.T, w, h uint32) []byte {
	b := asPNG(t, scene(8, 8, 1))
	header := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	header = append(binary.BigEndian.AppendUint32(header, h), b[24:29]...)
	return append(append(append([]byte{}, b[:8]...), chunkOf(header)...), b[33:]...)
}

func TestBombsAreRefusedBeforeTheyAreDecoded(t *testing.T) {
	jpg := asJPEG(t, scene(8, 8, 1), 90)
	sof := bytes.Index(jpg, []byte{0xff, 0xc0})
	wide := bytes.Clone(jpg)
	copy(wide[sof+5:], []byte{0xff, 0xff, 0xff, 0xff})
	hidden := []byte(webpLossless) // the header of an outer part would say one pixel
	copy(hidden[21:], []byte{0xff, 0xff, 0xff, 0x0f})
	for name, content := range map[string][]byte{
		"jpeg": wide,
		"png":  resizedPNG(t, 100_000, 100_000),
		"edge": resizedPNG(t, 50_000_001, 1),
		"webp": hidden,
	} {
		_, err := Read(content)
		if f := fault.As(err); f == nil || f.Kind != fault.TooLarge || f.Key != "photo.pixels" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestManyScansAreRefused(t *testing.T) {
	jpg := asJPEG(t, scene(8, 8, 1), 90)
	scan := bytes.Index(jpg, []byte{0xff, markScan})
	many := bytes.Clone(jpg[:len(jpg)-2])
	for range maxScans {
		many = append(many, jpg[scan:len(jpg)-2]...)
	}
	_, err := Read(append(many, 0xff, markEnd))
	if f := fault.As(err); f == nil || f.Key != "photo.broken" || f.Err != nil {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsNoPictureIsSaid(t *testing.T) {
	jpg := asJPEG(t, scene(64, 64, 1), 90)
	for name, c := range map[string]struct {
		content []byte
		key     string
	}{
		"nothing":       {nil, "photo.unknown"},
		"a paper":       {[]byte("%PDF-1.7"), "photo.unknown"},
		"a gif":         {[]byte("GIF89a"), "photo.unknown"},
		"half a header": {jpg[:20], "photo.broken"},
		"half a jpeg":   {jpg[:len(jpg)/2], "photo.broken"},
		"no pixels":     {resizedPNG(t, 0, 0), "photo.broken"},
	} {
		_, err := Read(c.content)
		if f := fault.As(err); f == nil || f.Kind != fault.Invalid || f.Key != c.key {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMomentsAreIndiasUnlessTheySayAnotherZone(t *testing.T) {
	if at := moment("2026:03:12 14:05:59", ""); at.Time().Format(time.DateTime) != "2026-03-12 14:05:59" {
		t.Errorf("without a zone: %v", at.Time())
	}
	for _, c := range []struct{ text, offset, want string }{
		{"2026:03:12 14:05:59", "+05:30", "2026:03:12 14:05:59"},
		{"2026:03:12 23:05:00", "+00:00", "2026:03:13 04:35:00"},
		{"2026:03:12 23:05:00", "-01:30", "2026:03:13 06:05:00"},
		{"2026:03:12 14:05:59", "Z", "2026:03:12 14:05:59"},
		{"0000:00:00 00:00:00", "", ""},
		{"2026:02:30 10:00:00", "", ""},
		{"2026:02:20 25:00:00", "", ""},
		{"2026-02-20 10:00:00", "", ""},
		{"", "", ""},
	} {
		if got := moment(c.text, c.offset); got != moment(c.want, "") {
			t.Errorf("%s %s: %v", c.text, c.offset, got.Time())
		}
	}
}

func TestPositionsThatCannotBeAreUnknown(t *testing.T) {
	m := exifMaker{binary.LittleEndian}
	lat, lon := m.fractions(tagLat, 25, 1, 30, 1, 0, 1), m.fractions(tagLon, 84, 1, 45, 1, 0, 0)
	n, e := m.text(tagLatRef, "N"), m.text(tagLonRef, "E")
	for name, c := range map[string]struct {
		gps      []aTag
		lat, lon int32
	}{
		"whole":            {[]aTag{n, lat, e, lon}, 25_500_000, 84_750_000},
		"south and west":   {[]aTag{m.text(tagLatRef, "S"), lat, m.text(tagLonRef, "W"), lon}, -25_500_000, -84_750_000},
		"degrees only":     {[]aTag{n, m.fractions(tagLat, 255, 10), e, m.fractions(tagLon, 8475, 100)}, 25_500_000, 84_750_000},
		"one side missing": {[]aTag{n, lat, e}, 0, 0},
		"no letter":        {[]aTag{lat, e, lon}, 0, 0},
		"beyond the pole":  {[]aTag{n, m.fractions(tagLat, 91, 1, 0, 1, 0, 1), e, lon}, 0, 0},
		"divided by zero":  {[]aTag{n, m.fractions(tagLat, 25, 0, 0, 1, 0, 1), e, lon}, 0, 0},
		"void":             {[]aTag{n, lat, e, lon, m.text(tagStatus, "V")}, 0, 0},
	} {
		f := readExif(m.tiff(nil, nil, c.gps))
		if f.lat != c.lat || f.lon != c.lon {
			t.Errorf("%s: %d, %d", name, f.lat, f.lon)
		}
	}
}

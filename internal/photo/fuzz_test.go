package photo

import (
	"encoding/binary"
	"testing"
	"time"
)

func FuzzExif(f *testing.F) {
	f.Add(chhapra(binary.LittleEndian, 6))
	f.Add(chhapra(binary.BigEndian, 1))
	f.Add([]byte("II*\x00\x08\x00\x00\x00\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got := readExif(b)
		if got.orientation < 0 || got.orientation > 8 || got.lat < -90e6 || got.lat > 90e6 || got.lon < -180e6 || got.lon > 180e6 {
			t.Errorf("%+v", got)
		}
	})
}

// FuzzRead takes any bytes: no panic, no long loop, and what comes out fits.
func FuzzRead(f *testing.F) {
	f.Add(spliced(asJPEG(f, scene(32, 24, 1), 80), chhapra(binary.LittleEndian, 6)))
	f.Add(chunked(asPNG(f, scene(16, 16, 1)), "eXIf", chhapra(binary.BigEndian, 8)))
	f.Add([]byte(webpLossless))
	f.Add([]byte(webpLossy))
	f.Add([]byte("\xff\xd8\xff\xda\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if raw, err := outline(b); err == nil && raw.width*raw.height > 4_000_000 {
			t.Skip("large pictures are slow, and tested elsewhere")
		}
		start := time.Now()
		p, err := Read(b)
		if err == nil && (len(p.JPEG) > MaxBytes || p.Width > MaxSide || p.Height > MaxSide) {
			t.Errorf("%d bytes, %d × %d", len(p.JPEG), p.Width, p.Height)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("took %v", d)
		}
	})
}

package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"testing"
)

// scene paints a made-up view that differs with its seed: a sky, hills, some houses.
func scene(w, h int, seed uint64) *image.RGBA {
	rng := rand.New(rand.NewPCG(seed, 7))
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	waves := [4][3]float64{}
	for i := range waves {
		waves[i] = [3]float64{1 + 6*rng.Float64(), 6 * rng.Float64(), 6.28 * rng.Float64()}
	}
	for y := range h {
		for x := range w {
			v := 0.0
			for _, k := range waves {
				v += math.Sin(k[0]*float64(x)/float64(w)*3 + k[1]*float64(y)/float64(h)*3 + k[2])
			}
			c := uint8(128 + 30*v)
			img.SetRGBA(x, y, color.RGBA{c, c / 2, 255 - c, 255})
		}
	}
	return img
}

func noise(w, h int) *image.RGBA {
	rng := rand.New(rand.NewPCG(3, 4))
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(rng.Uint32()) | uint8(i&3/3*255)
	}
	return img
}

func asJPEG(t testing.TB, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// aTag is one entry of a directory; its value is put where it must stand.
type aTag struct {
	tag, kind uint16
	count     uint32
	value     []byte
}

// exifMaker writes a TIFF structure in either byte order.
type exifMaker struct{ order binary.AppendByteOrder }

func (m exifMaker) short(tag uint16, n uint16) aTag {
	return aTag{tag, 3, 1, m.order.AppendUint16(nil, n)}
}

func (m exifMaker) long(tag uint16, n uint32) aTag {
	return aTag{tag, 4, 1, m.order.AppendUint32(nil, n)}
}

func (m exifMaker) text(tag uint16, s string) aTag {
	return aTag{tag, 2, uint32(len(s) + 1), append([]byte(s), 0)}
}

func (m exifMaker) fractions(tag uint16, n ...uint32) aTag {
	var b []byte
	for _, v := range n {
		b = m.order.AppendUint32(b, v)
	}
	return aTag{tag, 5, uint32(len(n) / 2), b}
}

// directory writes entries that stand at an offset, with their values behind them.
func (m exifMaker) directory(at int, tags ...aTag) []byte {
	b := m.order.AppendUint16(nil, uint16(len(tags)))
	far := at + 2 + 12*len(tags) + 4
	var values []byte
	for _, t := range tags {
		b = m.order.AppendUint16(b, t.tag)
		b = m.order.AppendUint16(b, t.kind)
		b = m.order.AppendUint32(b, t.count)
		if len(t.value) <= 4 {
			b = append(b, append(t.value, make([]byte, 4-len(t.value))...)...)
			continue
		}
		b = m.order.AppendUint32(b, uint32(far+len(values)))
		values = append(values, t.value...)
	}
	return append(m.order.AppendUint32(b, 0), values...)
}

// tiff writes the three directories at fixed places.
func (m exifMaker) tiff(top, camera, gps []aTag) []byte {
	const cameraAt, gpsAt = 512, 1024
	b := make([]byte, 2048)
	copy(b, "II*\x00")
	if m.order == binary.AppendByteOrder(binary.BigEndian) {
		copy(b, "MM\x00*")
	}
	copy(b[4:], m.order.AppendUint32(nil, 8))
	top = append(top, m.long(tagExif, cameraAt), m.long(tagGPS, gpsAt))
	copy(b[8:], m.directory(8, top...))
	copy(b[cameraAt:], m.directory(cameraAt, camera...))
	copy(b[gpsAt:], m.directory(gpsAt, gps...))
	return b
}

// chhapra is the EXIF of a picture taken at the district's office.
func chhapra(order binary.AppendByteOrder, orientation uint16) []byte {
	m := exifMaker{order}
	return m.tiff(
		[]aTag{m.short(tagOrientation, orientation), m.text(0x0132, "2027:01:01 00:00:00")},
		[]aTag{m.text(tagTaken, "2026:03:12 14:05:59")},
		[]aTag{m.text(tagLatRef, "N"), m.fractions(tagLat, 25, 1, 46, 1, 5412, 100), m.text(tagLonRef, "E"), m.fractions(tagLon, 84, 1, 4366, 100, 0, 1)})
}

// spliced puts EXIF into a JPEG behind its first marker.
func spliced(jpg, exif []byte) []byte {
	body := append([]byte(exifMark), exif...)
	seg := binary.BigEndian.AppendUint16([]byte{0xff, markApp1}, uint16(len(body)+2))
	return bytes.Join([][]byte{jpg[:2], seg, body, jpg[2:]}, nil)
}

// chunked puts a chunk into a PNG behind its header.
func chunked(png []byte, name string, body []byte) []byte {
	const header = 8 + 12 + 13
	return bytes.Join([][]byte{png[:header], chunkOf(append([]byte(name), body...)), png[header:]}, nil)
}

// chunkOf puts length and sum around a chunk's name and body.
func chunkOf(b []byte) []byte {
	out := append(binary.BigEndian.AppendUint32(nil, uint32(len(b)-4)), b...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(b))
}

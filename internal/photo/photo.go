// Package photo makes a photograph fit to be kept: what it says of itself is read first,
// then its picture alone is scaled down and encoded anew, so that neither the position of
// the one who took it nor anything hidden in the file goes with it.
//
// It is pure: bytes in, bytes and facts out; the same bytes give the same bytes. Any input
// ends in bounded time and memory: dimensions and scans are counted before anything is
// decoded.
package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"

	"github.com/anupalan/anupalan/internal/calendar"
	"github.com/anupalan/anupalan/internal/fault"
)

// Photo is a photograph ready to be kept, and what the file it came in said of it.
type Photo struct {
	JPEG          []byte // at most MaxBytes, upright, without any metadata
	Width, Height int    // of JPEG
	Taken         calendar.Instant
	Lat, Lon      int32  // millionths of a degree; both 0 unknown
	Alike         uint64 // few bits differ between pictures that look the same; see Apart
}

// The limits of a photograph: what is taken in, and what comes out.
const (
	MaxPixels = 50_000_000
	MaxBytes  = 250 << 10
	MaxSide   = 1600
)

// Kind tells jpeg, png and webp by their first bytes; "" is something else.
func Kind(content []byte) string {
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xd8\xff")):
		return "jpeg"
	case bytes.HasPrefix(content, []byte(pngSignature)):
		return "png"
	case len(content) >= 12 && string(content[:4]) == "RIFF" && string(content[8:12]) == "WEBP":
		return "webp"
	}
	return ""
}

// Read reads a photograph and makes it fit to be kept. What is no photograph or damaged is
// Invalid, what is too large to be decoded TooLarge.
func Read(content []byte) (Photo, error) {
	raw, err := outline(content)
	if err != nil {
		return Photo{}, err
	}
	if raw.width <= 0 || raw.height <= 0 {
		return Photo{}, fault.New(fault.Invalid, "photo.broken")
	}
	if raw.tooMany() {
		return Photo{}, fault.New(fault.TooLarge, "photo.pixels", raw.width, raw.height, MaxPixels/100_000)
	}
	facts := readExif(raw.exif)
	img, err := raw.decode(bytes.NewReader(content))
	if err != nil || img.Bounds().Empty() {
		return Photo{}, fault.Wrap(err, fault.Invalid, "photo.broken")
	}
	upright := turn(shrink(img, MaxSide), facts.orientation)
	p := Photo{Taken: facts.taken, Lat: facts.lat, Lon: facts.lon, Alike: alike(upright)}
	p.JPEG, p.Width, p.Height, err = encode(upright)
	return p, err
}

// raw is a file before it is decoded.
type raw struct {
	width, height int
	deep          bool   // 16 bits a colour
	exif          []byte // a TIFF structure; nil if there is none
	decode        func(io.Reader) (image.Image, error)
}

// outline reads the dimensions and finds the metadata.
func outline(content []byte) (raw, error) {
	var out raw
	var config func(io.Reader) (image.Config, error)
	switch Kind(content) {
	case "jpeg":
		var scans int
		if out.exif, scans = walkJPEG(content); scans > maxScans {
			return raw{}, fault.New(fault.Invalid, "photo.broken")
		}
		config, out.decode = jpeg.DecodeConfig, jpeg.Decode
	case "png":
		out.exif = walkPNG(content)
		config, out.decode = png.DecodeConfig, png.Decode
	case "webp":
		out.exif, out.width, out.height = walkWebP(content)
		config, out.decode = webp.DecodeConfig, webp.Decode
	default:
		return raw{}, fault.New(fault.Invalid, "photo.unknown")
	}
	c, err := config(bytes.NewReader(content))
	if err != nil {
		return raw{}, fault.Wrap(err, fault.Invalid, "photo.broken")
	}
	out.width, out.height = max(out.width, c.Width), max(out.height, c.Height)
	out.deep = c.ColorModel == color.NRGBA64Model || c.ColorModel == color.RGBA64Model
	return out, nil
}

// tooMany reports whether a picture has more pixels than are decoded; twice as many bits
// each count twice.
func (r *raw) tooMany() bool {
	most := MaxPixels / r.height
	if r.deep {
		most /= 2
	}
	return r.width > most
}

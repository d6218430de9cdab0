package photo

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"

	scale "golang.org/x/image/draw"

	"github.com/anupalan/anupalan/internal/fault"
)

// shrink draws a picture on white, with no side longer than side. Large ones are averaged
// in whole blocks first, strip by strip, so that a picture of any size needs little room.
func shrink(src image.Image, side int) *image.RGBA {
	b := src.Bounds()
	k := max(1, max(b.Dx(), b.Dy())/side)
	img := average(src, k)
	return within(img, side)
}

// within scales a picture down so that no side is longer than side.
func within(img *image.RGBA, side int) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	long := max(w, h)
	if long <= side {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, max(1, w*side/long), max(1, h*side/long)))
	scale.ApproxBiLinear.Scale(out, out.Rect, img, img.Rect, scale.Src, nil)
	return out
}

// average makes one pixel of each k × k block; what is left over at the edges is cut off.
func average(src image.Image, k int) *image.RGBA {
	b := src.Bounds()
	kx, ky := min(k, b.Dx()), min(k, b.Dy())
	out := image.NewRGBA(image.Rect(0, 0, b.Dx()/kx, b.Dy()/ky))
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), ky))
	for y := range out.Rect.Dy() {
		draw.Draw(strip, strip.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(strip, strip.Rect, src, image.Pt(b.Min.X, b.Min.Y+y*ky), draw.Over)
		row := out.Pix[y*out.Stride:]
		for x := range out.Rect.Dx() {
			block(row[4*x:4*x+4], strip, x*kx, kx, ky)
		}
	}
	return out
}

// block averages the pixels of a strip from column x on.
func block(into []byte, strip *image.RGBA, x, kx, ky int) {
	var r, g, b int
	for y := range ky {
		for p := strip.Pix[y*strip.Stride+4*x:][:4*kx]; len(p) >= 4; p = p[4:] {
			r, g, b = r+int(p[0]), g+int(p[1]), b+int(p[2])
		}
	}
	n := kx * ky
	into[0], into[1], into[2], into[3] = byte((r+n/2)/n), byte((g+n/2)/n), byte((b+n/2)/n), 0xff
}

// turn makes a picture upright: orientation is EXIF's 1 to 8, where 5 to 8 lie on a side.
func turn(img *image.RGBA, orientation int) *image.RGBA {
	if orientation < 2 || orientation > 8 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			sx, sy := source(orientation, x, y, w, h)
			copy(out.Pix[y*out.Stride+4*x:][:4], img.Pix[sy*img.Stride+4*sx:])
		}
	}
	return out
}

// source tells where in a picture of w × h the upright pixel x, y is found.
func source(orientation, x, y, w, h int) (int, int) {
	switch orientation {
	case 2: // mirrored
		return w - 1 - x, y
	case 3: // upside down
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5: // along the diagonal
		return y, x
	case 6: // its top is on the right
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	default: // its top is on the left
		return w - 1 - y, x
	}
}

// The steps of making a picture small: first worse, then smaller. The last holds any picture.
var (
	sides     = [...]int{MaxSide, 1280, 1024, 800, 640, 480, 320}
	qualities = [...]int{85, 75, 65}
)

// encode writes the best JPEG of at most MaxBytes.
func encode(img *image.RGBA) (content []byte, width, height int, err error) {
	var buf bytes.Buffer
	for _, side := range sides {
		if side < MaxSide && max(img.Rect.Dx(), img.Rect.Dy()) <= side {
			continue
		}
		img = within(img, side)
		for _, q := range qualities {
			buf.Reset()
			if err := jpeg.Encode(&buf, img, &jpeg.Options{Quality: q}); err != nil {
				return nil, 0, 0, err
			}
			if buf.Len() <= MaxBytes {
				return buf.Bytes(), img.Rect.Dx(), img.Rect.Dy(), nil
			}
		}
	}
	return nil, 0, 0, fault.New(fault.TooLarge, "photo.no_fit", MaxBytes>>10)
}

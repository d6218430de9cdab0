package photo

import (
	"image"
	"testing"

	scale "golang.org/x/image/draw"
)

func TestAPictureIsKnownAgainAfterItWasEncodedOrScaled(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		img := scene(600, 450, seed)
		half := image.NewRGBA(image.Rect(0, 0, 311, 233))
		scale.CatmullRom.Scale(half, half.Rect, img, img.Rect, scale.Src, nil)
		first := read(t, asJPEG(t, img, 92)).Alike
		for name, content := range map[string][]byte{
			"worse":  asJPEG(t, img, 30),
			"scaled": asJPEG(t, half, 70),
			"kept":   read(t, asJPEG(t, img, 92)).JPEG,
		} {
			if n := Apart(first, read(t, content).Alike); n > 4 {
				t.Errorf("scene %d, %s: %d bits apart", seed, name, n)
			}
		}
	}
}

func TestDifferentPicturesAreApart(t *testing.T) {
	t.Parallel()
	var hashes []uint64
	for seed := range uint64(40) {
		hashes = append(hashes, alike(scene(180, 160, seed)))
	}
	for i, a := range hashes {
		for j, b := range hashes[:i] {
			if Apart(a, b) <= 4 {
				t.Errorf("scenes %d and %d: %d bits apart", i, j, Apart(a, b))
			}
		}
	}
}

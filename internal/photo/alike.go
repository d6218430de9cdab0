package photo

import (
	"image"
	"math/bits"
)

// Apart counts the bits in which two perceptual hashes differ: 0 to 4 is the same picture,
// encoded or scaled anew; different pictures differ in some twenty.
func Apart(a, b uint64) int { return bits.OnesCount64(a ^ b) }

const (
	hashColumns = 9 // one more than bits in a row: each bit compares two neighbours
	hashRows    = 8
	// steady is by how much of 255 the left must be the brighter one. Without it the noise
	// of an even sky or wall would throw dice.
	steady = 2
)

// alike is the difference hash: the picture is averaged into 9 × 8 fields, and each bit
// says whether a field is brighter than its right neighbour.
func alike(img *image.RGBA) uint64 {
	var hash uint64
	for row := range hashRows {
		left := brightness(img, 0, row)
		for column := 1; column < hashColumns; column++ {
			right := brightness(img, column, row)
			hash <<= 1
			if left > right+steady*brightnessUnit {
				hash |= 1
			}
			left = right
		}
	}
	return hash
}

const brightnessUnit = 1000

// brightness is the mean luminance of a field, 255 being 255,000.
func brightness(img *image.RGBA, column, row int) int {
	x0, x1 := span(img.Rect.Dx(), column, hashColumns)
	y0, y1 := span(img.Rect.Dy(), row, hashRows)
	sum := 0
	for y := y0; y < y1; y++ {
		for p := img.Pix[y*img.Stride+4*x0:][:4*(x1-x0)]; len(p) >= 4; p = p[4:] {
			sum += 299*int(p[0]) + 587*int(p[1]) + 114*int(p[2])
		}
	}
	return sum / ((x1 - x0) * (y1 - y0)) // the weights add up to a thousand
}

// span gives the pixels of the i-th of n fields; a field of a tiny picture has at least one.
func span(size, i, n int) (from, to int) {
	from = min(size*i/n, size-1)
	return from, max(from+1, size*(i+1)/n)
}

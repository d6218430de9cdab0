package photo

import (
	"bytes"
	"encoding/binary"
)

const (
	pngSignature = "\x89PNG\r\n\x1a\n"
	exifMark     = "Exif\x00\x00"
	// maxScans bounds the work of a progressive JPEG: each scan, however short, goes through
	// the whole picture. Cameras and programs write about ten.
	maxScans = 64
)

// The markers of a JPEG that the walk must know.
const (
	markRestart = 0xd0 // to 0xd7, and the start of the image 0xd8: no length follows
	markEnd     = 0xd9
	markScan    = 0xda
	markApp1    = 0xe1
)

// walkJPEG goes through the segments, gives the first EXIF and counts the scans.
func walkJPEG(b []byte) (exif []byte, scans int) {
	for at := 2; ; {
		mark, body := nextMarker(b, at)
		if body < 0 || mark == markEnd {
			return exif, scans
		}
		if mark <= 0x01 || mark >= markRestart && mark < markEnd {
			at = body
			continue
		}
		if body+2 > len(b) {
			return exif, scans
		}
		end := body + int(binary.BigEndian.Uint16(b[body:]))
		if end < body+2 || end > len(b) {
			return exif, scans
		}
		switch {
		case mark == markScan:
			scans++
		case mark == markApp1 && exif == nil:
			if tiff, ok := bytes.CutPrefix(b[body+2:end], []byte(exifMark)); ok {
				exif = tiff
			}
		}
		at = end
	}
}

// nextMarker gives the next marker from at on and where its segment begins; -1 at the end.
func nextMarker(b []byte, at int) (mark byte, body int) {
	for at < len(b) {
		i := bytes.IndexByte(b[at:], 0xff)
		if i < 0 {
			break
		}
		for at += i; at < len(b) && b[at] == 0xff; at++ {
		}
		if at < len(b) {
			return b[at], at + 1
		}
	}
	return 0, -1
}

// walkPNG gives the EXIF of a PNG's eXIf chunk.
func walkPNG(b []byte) (exif []byte) {
	for b = b[min(len(b), len(pngSignature)):]; len(b) >= 12; {
		n := int64(binary.BigEndian.Uint32(b))
		if n > int64(len(b)-12) {
			return nil
		}
		switch string(b[4:8]) {
		case "eXIf":
			return b[8 : 8+n]
		case "IEND":
			return nil
		}
		b = b[12+n:]
	}
	return nil
}

// walkWebP gives the EXIF, and the largest dimensions that any part claims: the decoder
// believes the innermost, which the header need not tell.
func walkWebP(b []byte) (exif []byte, width, height int) {
	for b = b[min(len(b), 12):]; len(b) >= 8; {
		name, n := string(b[:4]), int64(binary.LittleEndian.Uint32(b[4:]))
		b = b[8:]
		body := b[:min(n, int64(len(b)))]
		w, h := webpSize(name, body)
		width, height = max(width, w), max(height, h)
		if name == "EXIF" && exif == nil {
			exif = bytes.TrimPrefix(body, []byte(exifMark))
		}
		b = b[min(n+n&1, int64(len(b))):]
	}
	return exif, width, height
}

func webpSize(chunk string, b []byte) (width, height int) {
	switch {
	case chunk == "VP8 " && len(b) >= 10:
		return int(binary.LittleEndian.Uint16(b[6:]) & 0x3fff), int(binary.LittleEndian.Uint16(b[8:]) & 0x3fff)
	case chunk == "VP8L" && len(b) >= 5:
		bits := binary.LittleEndian.Uint32(b[1:])
		return int(bits&0x3fff) + 1, int(bits>>14&0x3fff) + 1
	}
	return 0, 0
}

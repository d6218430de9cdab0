package photo

import (
	"encoding/binary"
	"strings"
	"time"

	"github.com/anupalan/anupalan/internal/calendar"
)

// facts are what a camera wrote beside the picture.
type facts struct {
	taken       calendar.Instant
	lat, lon    int32
	orientation int // 1 to 8 as EXIF counts them; 0 unsaid
}

// The tags that are read.
const (
	tagOrientation = 0x0112
	tagExif        = 0x8769
	tagGPS         = 0x8825
	tagTaken       = 0x9003 // when the shutter opened
	tagDigitized   = 0x9004
	tagOffset      = 0x9011 // zone of tagTaken, written by newer telephones
	tagOffsetDigit = 0x9012
	tagLatRef      = 1
	tagLat         = 2
	tagLonRef      = 3
	tagLon         = 4
	tagStatus      = 9
)

// maxEntries bounds a directory; cameras write some dozens.
const maxEntries = 512

// tiff is a TIFF structure. Only three directories are read, none of which leads on to
// another, so that no chain of offsets can make a loop.
type tiff struct {
	b     []byte
	order binary.ByteOrder
}

// entry is one tag of a directory: its value lies in raw, or where raw points to.
type entry struct {
	kind  uint16
	count uint32
	raw   []byte // four bytes
}

// readExif reads what it can; what is damaged is not said.
func readExif(b []byte) facts {
	t := tiff{b: b}
	if len(b) < 8 {
		return facts{}
	}
	switch string(b[:4]) {
	case "II*\x00":
		t.order = binary.LittleEndian
	case "MM\x00*":
		t.order = binary.BigEndian
	default:
		return facts{}
	}
	top := t.directory(t.order.Uint32(b[4:]))
	var f facts
	if n, ok := t.number(top[tagOrientation]); ok && n >= 1 && n <= 8 {
		f.orientation = int(n)
	}
	if at, ok := t.number(top[tagExif]); ok {
		f.taken = t.taken(t.directory(at))
	}
	if at, ok := t.number(top[tagGPS]); ok {
		f.lat, f.lon = t.position(t.directory(at))
	}
	return f
}

// directory reads the entries at an offset; of a tag that stands twice the first counts.
func (t tiff) directory(at uint32) map[uint16]entry {
	if uint64(at)+2 > uint64(len(t.b)) {
		return nil
	}
	n := min(int(t.order.Uint16(t.b[at:])), maxEntries)
	out := map[uint16]entry{}
	for b := t.b[at+2:]; n > 0 && len(b) >= 12; n, b = n-1, b[12:] {
		tag := t.order.Uint16(b)
		if _, twice := out[tag]; !twice {
			out[tag] = entry{t.order.Uint16(b[2:]), t.order.Uint32(b[4:]), b[8:12]}
		}
	}
	return out
}

// number reads a single SHORT or LONG.
func (t tiff) number(e entry) (uint32, bool) {
	switch {
	case e.kind == 3 && e.count == 1:
		return uint32(t.order.Uint16(e.raw)), true
	case e.kind == 4 && e.count == 1:
		return t.order.Uint32(e.raw), true
	}
	return 0, false
}

// text reads an ASCII value without its closing zero.
func (t tiff) text(e entry) string {
	const longest = 64
	if e.kind != 2 || e.count > longest {
		return ""
	}
	b := e.raw
	if e.count > 4 {
		b = t.at(e, e.count)
	} else if b != nil {
		b = b[:e.count]
	}
	s, _, _ := strings.Cut(string(b), "\x00")
	return strings.TrimSpace(s)
}

// at gives n bytes of a value that lies elsewhere, or nil.
func (t tiff) at(e entry, n uint32) []byte {
	from := uint64(t.order.Uint32(e.raw))
	if from+uint64(n) > uint64(len(t.b)) {
		return nil
	}
	return t.b[from : from+uint64(n)]
}

// taken is when the picture was taken. The day a program last saved it (tag 0x0132) says
// nothing of that, so it does not stand in.
func (t tiff) taken(dir map[uint16]entry) calendar.Instant {
	if at := moment(t.text(dir[tagTaken]), t.text(dir[tagOffset])); at != 0 {
		return at
	}
	return moment(t.text(dir[tagDigitized]), t.text(dir[tagOffsetDigit]))
}

// moment reads "2026:03:12 14:05:59" with an offset like "+05:30". EXIF times mostly have
// no zone; they are India's then.
func moment(s, offset string) calendar.Instant {
	if len(s) != 19 || s[4] != ':' || s[7] != ':' || s[10] != ' ' || s[13] != ':' || s[16] != ':' {
		return 0
	}
	var n [6]int
	for i, at := range [6][2]int{{0, 4}, {5, 7}, {8, 10}, {11, 13}, {14, 16}, {17, 19}} {
		var ok bool
		if n[i], ok = digits(s[at[0]:at[1]]); !ok {
			return 0
		}
	}
	day, ok := calendar.DateOf(n[0], time.Month(n[1]), n[2])
	if !ok || n[0] < 1970 || n[3] > 23 || n[4] > 59 || n[5] > 59 {
		return 0
	}
	at := day.At(n[3], n[4]) + calendar.Instant(n[5]*1_000_000)
	if east, ok := minutesEast(offset); ok {
		at += calendar.Instant((indiaEast - east) * calendar.Minute)
	}
	return at
}

const indiaEast = 5*60 + 30

func minutesEast(s string) (int, bool) {
	if len(s) != 6 || s[3] != ':' || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	h, ok := digits(s[1:3])
	m, also := digits(s[4:6])
	if !ok || !also || h > 14 || m > 59 {
		return 0, false
	}
	if s[0] == '-' {
		return -h*60 - m, true
	}
	return h*60 + m, true
}

func digits(s string) (n int, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != ""
}

// position gives where the picture was taken; 0, 0, which lies in the sea, where it is not
// known or the receiver said so itself.
func (t tiff) position(dir map[uint16]entry) (lat, lon int32) {
	if t.text(dir[tagStatus]) == "V" {
		return 0, 0
	}
	lat, ok := t.degrees(dir[tagLat], t.text(dir[tagLatRef]), "N", "S", 90)
	lon, also := t.degrees(dir[tagLon], t.text(dir[tagLonRef]), "E", "W", 180)
	if !ok || !also {
		return 0, 0
	}
	return lat, lon
}

// degrees adds up degrees, minutes and seconds, each a fraction, in millionths.
func (t tiff) degrees(e entry, ref, plus, minus string, most float64) (int32, bool) {
	if e.kind != 5 || e.count < 1 || e.count > 3 || ref != plus && ref != minus {
		return 0, false
	}
	b := t.at(e, 8*e.count)
	sum, unit := 0.0, 1.0
	for ; len(b) >= 8; b, unit = b[8:], unit*60 {
		above, below := t.order.Uint32(b), t.order.Uint32(b[4:])
		switch {
		case below != 0:
			sum += float64(above) / float64(below) / unit
		case above != 0 || unit == 1:
			return 0, false
		}
	}
	if unit == 1 || sum > most {
		return 0, false
	}
	if ref == minus {
		sum = -sum
	}
	return int32(round(sum * 1_000_000)), true
}

func round(x float64) float64 {
	if x < 0 {
		return -round(-x)
	}
	return float64(int64(x + 0.5))
}

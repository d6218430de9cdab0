package extract

import "unicode/utf8"

// number reads a run of digits from i: 1,046 and 2,54,000 are one number,
// 12.03.2026 one date, 2022-23 one year, 6:30 one hour of the clock.
func (s *scanner) number(i, to int, glued bool) int {
	start := i
	var parts [4]int64
	var width [4]int
	var sep [4]rune
	n, end := 0, i
	for n < 4 {
		v, w, e := s.digits(end, to)
		if w == 0 {
			break
		}
		parts[n], width[n], end = v, w, e
		n++
		if n == 4 || end >= to {
			break
		}
		r, size := utf8.DecodeRuneInString(s.text[end:to])
		if !numberSign(r) || !s.digitAt(end+size, to) {
			break
		}
		sep[n-1] = r
		end += size
	}
	t := token{start: int32(start), glued: glued, kind: kNum}
	used := assemble(&t, parts[:n], width[:n], sep[:])
	// Step over the parts used; what is left is read again.
	end = start
	for k := 0; k < used; k++ {
		_, _, end = s.digits(end, to)
		if k+1 < used {
			_, size := utf8.DecodeRuneInString(s.text[end:to])
			end += size
		}
	}
	t.end = int32(end)
	s.out = append(s.out, t)
	return end
}

func numberSign(r rune) bool {
	return r == ',' || r == '.' || r == '/' || r == '-' || r == ':' || r == '–'
}

func (s *scanner) digitAt(i, to int) bool {
	if i >= to {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:to])
	return isDigit(r)
}

// digits reads plain digits of either script, at most 15 of them as a value.
func (s *scanner) digits(i, to int) (v int64, width, end int) {
	for i < to {
		r, n := utf8.DecodeRuneInString(s.text[i:to])
		switch {
		case r >= '0' && r <= '9':
			r -= '0'
		case r >= '०' && r <= '९':
			r -= '०'
		default:
			return v, width, i
		}
		if width < 15 {
			v = v*10 + int64(r)
		}
		width++
		i += n
	}
	return v, width, i
}

// assemble decides what the parts are together and says how many it used.
func assemble(t *token, p []int64, w []int, sep []rune) int {
	same := len(p) >= 3 && sep[0] == sep[1] && sep[0] != ',' && sep[0] != ':'
	switch {
	case same && w[0] <= 2 && w[1] <= 2 && (w[2] == 2 || w[2] == 4):
		t.kind, t.d, t.m, t.y = kDay, int16(p[0]), int16(p[1]), fullYear(p[2], w[2])
		return 3
	case same && w[0] == 4 && w[1] <= 2 && w[2] <= 2:
		t.kind, t.y, t.m, t.d = kDay, int16(p[0]), int16(p[1]), int16(p[2])
		return 3
	case len(p) >= 2 && w[0] == 4 && w[1] == 2 && (sep[0] == '-' || sep[0] == '–' || sep[0] == '/') && (p[0]+1)%100 == p[1]:
		t.val, t.y, t.tag = float64(p[0]), int16(p[0]), tYears
		return 2
	case len(p) >= 2 && sep[0] == ':' && w[0] <= 2 && w[1] == 2:
		t.val, t.tag, t.m = float64(p[0]), tClock, int16(p[1])
		return 2
	case len(p) >= 2 && sep[0] == '.' && (len(p) == 2 || sep[1] != '.'):
		t.val = float64(p[0]) + fraction(p[1], w[1])
		return 2
	}
	v, used := p[0], 1
	for used < len(p) && sep[used-1] == ',' && (w[used] == 2 || w[used] == 3) && w[0] <= 3 {
		scale := int64(100)
		if w[used] == 3 {
			scale = 1000
		}
		if v > 1e12 {
			break
		}
		v = v*scale + p[used]
		used++
	}
	if used > 1 && w[used-1] != 3 {
		v, used = p[0], 1 // 12,15: two numbers
	}
	t.val = float64(v)
	if w[0] == 4 && used == 1 && v >= 1900 && v <= 2100 {
		t.y = int16(v)
	}
	return used
}

func fullYear(v int64, width int) int16 {
	if width == 2 {
		if v += 2000; v >= 2070 { // ३०.९.९८ is of the last century
			v -= 100
		}
	}
	return int16(v)
}

func fraction(v int64, width int) float64 {
	f := float64(v)
	for ; width > 0; width-- {
		f /= 10
	}
	return f
}

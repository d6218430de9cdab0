package i18n

import (
	"strconv"
	"strings"
)

// Digits writes every digit of s in one set: Devanagari if deva, else ASCII. Nothing else is touched.
func Digits(s string, deva bool) string {
	if deva {
		return strings.Map(devaDigit, s)
	}
	return strings.Map(asciiDigit, s)
}

func devaDigit(r rune) rune {
	if r >= '0' && r <= '9' {
		return r - '0' + '०'
	}
	return r
}

func asciiDigit(r rune) rune {
	if r >= '०' && r <= '९' {
		return r - '०' + '0'
	}
	return r
}

// Number writes n with Indian grouping, 2,54,000 or २,५४,०००; a negative number has its sign in front.
func Number(n int64, deva bool) string {
	raw := strconv.FormatInt(n, 10)
	sign := ""
	if raw[0] == '-' {
		sign, raw = "-", raw[1:]
	}
	s := sign + group(raw)
	if deva {
		return Digits(s, true)
	}
	return s
}

// Rupees writes an amount kept in paise, ₹2,54,000 or ₹2,54,000.50; whole rupees show no paise.
func Rupees(paise int64, deva bool) string {
	sign, whole, part := "", paise/100, paise%100
	if paise < 0 {
		sign, whole, part = "-", -whole, -part
	}
	s := sign + "₹" + Number(whole, false)
	if part != 0 {
		s += "." + strconv.FormatInt(part+100, 10)[1:]
	}
	return Digits(s, deva)
}

// group puts commas into a run of digits: the last three together, then twos.
func group(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	head, tail := digits[:len(digits)-3], digits[len(digits)-3:]
	var b strings.Builder
	for i := range len(head) {
		if i > 0 && (len(head)-i)%2 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(head[i])
	}
	return b.String() + "," + tail
}

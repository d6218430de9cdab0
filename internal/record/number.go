package record

import (
	"fmt"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
	"github.com/anupalan/anupalan/internal/i18n"
)

// Number is what a citizen reads out at a counter: a series, a year, a serial number and a check digit, SRN-26-00517-9.
type Number struct {
	Series string // two to six capital letters
	Year   int    // 2000 to 2099
	Serial int    // from 1
}

// damm is the quasigroup of H. M. Damm's check digit: it finds every single wrong digit and every swap of neighbours.
var damm = [10]string{
	"0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
}

// check gives the check digit over series (a letter counts as two digits, A = 10), year and serial.
func (n Number) check() byte { return CheckDigit(n.body()) - '0' }

func (n Number) body() string { return fmt.Sprintf("%s-%02d-%05d", n.Series, n.Year%100, n.Serial) }

// String gives the number as it is printed, check digit last.
func (n Number) String() string { return fmt.Sprintf("%s-%d", n.body(), n.check()) }

// ParseNumber reads a number as people copy it: small letters, either digit set, hyphens and spaces anywhere. A wrong check
// digit has its own message, since the remedy is to look again.
func ParseNumber(s string) (Number, error) {
	wrong := fault.New(fault.Invalid, "record.number_form", s)
	clean := strings.Map(dropJoin, strings.ToUpper(i18n.Digits(s, false)))
	letters := strings.IndexFunc(clean, func(r rune) bool { return r < 'A' || r > 'Z' })
	if letters < 2 || letters > 6 {
		return Number{}, wrong
	}
	digits := clean[letters:]
	if len(digits) < 8 || len(digits) > 12 {
		return Number{}, wrong
	}
	all := 0
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return Number{}, wrong
		}
	}
	for _, c := range []byte(digits[2 : len(digits)-1]) {
		all = all*10 + int(c-'0')
	}
	n := Number{Series: clean[:letters], Year: 2000 + int(digits[0]-'0')*10 + int(digits[1]-'0'), Serial: all}
	if all == 0 || len(digits) > 8 && digits[2] == '0' {
		return Number{}, wrong
	}
	if n.check() != digits[len(digits)-1]-'0' {
		return Number{}, fault.New(fault.Invalid, "record.number_check", s)
	}
	return n, nil
}

func dropJoin(r rune) rune {
	if r == '-' || r == ' ' || r == '/' || r == '–' {
		return -1
	}
	return r
}

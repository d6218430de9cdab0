package record

// CheckDigit gives the last character of a public number from everything before it: digits
// count, a capital letter counts as two digits (A = 10), whatever joins them does not.
func CheckDigit(s string) byte {
	at := byte(0)
	for _, c := range []byte(s) {
		switch {
		case c >= 'A' && c <= 'Z':
			v := c - 'A' + 10
			at = damm[damm[at][v/10]-'0'][v%10] - '0'
		case c >= '0' && c <= '9':
			at = damm[at][c-'0'] - '0'
		}
	}
	return '0' + at
}

package doc

import "slices"

const (
	halant = '\u094D'
	nukta  = '\u093C'
	aa     = '\u093E'
)

func consonant(r rune) bool { return r >= 'क' && r <= 'ह' || r >= '\u0958' && r <= '\u095F' }

// sign reports vowel signs and what stands above or below: all that follows a consonant.
func sign(r rune) bool {
	return r >= '\u0900' && r <= '\u0903' || r == nukta || r >= aa && r <= '\u094C' || r == '\u094E' || r == '\u094F' || r >= '\u0962' && r <= '\u0963'
}

// syllables sets letters typed in the order of their looks into the order of their sounds.
func syllables(in []rune) []rune {
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); i++ {
		switch in[i] {
		case shortI:
			end := cluster(in, i+1)
			out = append(append(out, in[i+1:end]...), 'ि')
			i = end - 1
		case reph:
			out = slices.Insert(out, before(out), 'र', halant)
		case aa:
			if n := len(out); n > 0 && out[n-1] == halant { // the upright of a half letter makes it whole
				out = out[:n-1]
				continue
			}
			out = append(out, aa)
		default:
			out = append(out, in[i])
		}
	}
	return out
}

// cluster gives the end of the consonants that stand together from at on. A half letter
// and its upright are one whole letter.
func cluster(in []rune, at int) int {
	i := at
	for i < len(in) && consonant(in[i]) {
		i++
		for i < len(in) && in[i] == nukta {
			i++
		}
		if i >= len(in) || in[i] != halant {
			return i
		}
		i++
		if i < len(in) && in[i] == aa {
			return i + 1
		}
	}
	return i
}

// before gives where the last syllable of the letters begins.
func before(out []rune) int {
	i := len(out)
	for i > 0 && sign(out[i-1]) {
		i--
	}
	if i == 0 || !consonant(out[i-1]) {
		return len(out)
	}
	for i--; i > 1 && out[i-1] == halant && consonant(out[i-2]); {
		i -= 2
	}
	return i
}

// joined are signs that were typed in two strokes.
var joined = map[[2]rune]rune{
	{'अ', 'ा'}: 'आ', {'आ', 'े'}: 'ओ', {'आ', 'ै'}: 'औ', {'अ', 'ो'}: 'ओ', {'अ', 'ौ'}: 'औ', {'आ', 'ॅ'}: 'ऑ', {'अ', 'ॉ'}: 'ऑ', {'ए', 'े'}: 'ऐ',
	{'ा', 'े'}: 'ो', {'ा', 'ै'}: 'ौ', {'ा', 'ॅ'}: 'ॉ',
}

// marks puts the signs of each syllable into their one order, without repetitions: nukta,
// vowel, then anusvara. A sign before nothing is left as it was typed.
func marks(in []rune) []rune {
	out := make([]rune, 0, len(in))
	for _, r := range in {
		n := len(out)
		switch {
		case n == 0:
		case r == out[n-1] && sign(r):
			continue
		case joined[[2]rune{out[n-1], r}] != 0:
			out[n-1] = joined[[2]rune{out[n-1], r}]
			continue
		case above(out[n-1]) && vowelSign(r) && n > 1 && joined[[2]rune{out[n-2], r}] != 0: // ाे with the dot typed between
			out[n-2] = joined[[2]rune{out[n-2], r}]
			continue
		case above(out[n-1]) && (vowelSign(r) || r == nukta), vowelSign(out[n-1]) && r == nukta:
			out = append(out, out[n-1])
			out[n-1] = r
			continue
		}
		out = append(out, r)
	}
	return out
}

func above(r rune) bool     { return r == 'ं' || r == 'ँ' }
func vowelSign(r rune) bool { return r >= aa && r <= '\u094C' }

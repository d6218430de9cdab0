package i18n

// latinSounds appends the sounds of a word in Latin letters, read as Hindi is romanised and English is borrowed.
func latinSounds(out []phone, w []rune, how reading) (phones []phone, other reading) {
	for i := 0; i < len(w); {
		l, n := letters{w, i}, 0
		if l.at(0) == 'd' && vowel(l.at(-1)) && (vowel(l.at(1)) || l.at(1) == 'h' && vowel(l.at(2))) {
			other |= flapAsR
			if how&flapAsR != 0 {
				out = append(out, phone{'r', bent})
				i++
				continue
			}
		}
		out, n = latinSound(out, l)
		i += n
	}
	return out, other
}

// letters is a place in a word; at looks around it, 0 beyond the ends.
type letters struct {
	w []rune
	i int
}

func (l letters) at(n int) rune {
	if l.i+n < 0 || l.i+n >= len(l.w) {
		return 0
	}
	return l.w[l.i+n]
}

// follow reports that the word goes on with s.
func (l letters) follow(s string) bool {
	for n, r := range s {
		if l.at(n+1) != r {
			return false
		}
	}
	return true
}

// latinSound appends the sound at a place and says how many letters it took.
func latinSound(out []phone, l letters) (phones []phone, n int) {
	r := l.at(0)
	if s, n := latinVowels(l); s != 0 {
		return append(out, phone{sound: s}), n
	}
	switch r {
	case 'c':
		return latinC(out, l)
	case 'p':
		if l.follow("h") {
			return append(out, phone{sound: 'f'}), 2
		}
	case 's':
		switch {
		case l.follow("ion") && l.i > 0:
			return append(out, phone{'s', hushed}, phone{sound: vowelA}), 3
		case l.i == 0 && l.follow("ch") && vowel(l.at(3)):
			return append(out, phone{sound: 's'}, phone{sound: 'k'}), 3
		case l.follow("h"):
			return append(out, phone{'s', hushed}), 2
		}
	case 't':
		if l.follow("ion") {
			return append(out, phone{'s', hushed}, phone{sound: vowelA}), 3
		}
	case 'g':
		if l.follow("aon") && l.at(4) == 0 {
			return append(out, phone{sound: 'g'}, phone{sound: latinA}, phone{sound: 'n'}, phone{'b', soft}), 4
		}
		if l.follow("e") && l.at(2) == 0 && l.at(-1) != 'n' && l.i > 0 {
			return append(out, phone{sound: 'j'}), 2
		}
	case 'x':
		return append(out, phone{sound: 'k'}, phone{sound: 's'}), 1
	}
	return append(out, latinPhone(r)), 1
}

func latinPhone(r rune) phone {
	switch r {
	case 'q':
		r = 'k'
	case 'z':
		r = 'j'
	case 'v', 'w':
		return phone{'b', soft}
	}
	if latin(r) {
		return phone{sound: byte(r)}
	}
	return phone{sound: byte(r) | 0x80} // another script: no sound, but not nothing
}

// latinC reads c as in chhapra, chapra, block, centre and court.
func latinC(out []phone, l letters) (phones []phone, n int) {
	switch l.at(1) {
	case 'h':
		if l.at(2) == 'h' {
			return append(out, phone{'c', breathed}), 3
		}
		return append(out, phone{sound: 'c'}), 2
	case 'k':
		return append(out, phone{sound: 'k'}), 2
	case 'e', 'i', 'y':
		return append(out, phone{sound: 's'}), 1
	}
	return append(out, phone{sound: 'k'}), 1
}

// latinVowels reads one vowel, with the letters that make a long one or a diphthong; 0 if there is none.
func latinVowels(l letters) (sound byte, n int) {
	next := l.at(1)
	closed := !vowel(l.at(2)) // y and w before a vowel begin the next syllable
	switch l.at(0) {
	case 'a':
		switch {
		case next == 'a':
			return vowelAA, 2
		case next == 'i':
			return vowelAI, 2
		case next == 'u', next == 'w' && l.at(2) == 0:
			return vowelAU, 2
		}
		return latinA, 1
	case 'e':
		switch {
		case next == 'e', next == 'a':
			return vowelI, 2
		case next == 'i', next == 'y' && closed:
			return vowelAI, 2
		case next == 0 && l.i > 1:
			return latinE, 1
		}
		return vowelE, 1
	case 'i':
		if next == 'e' {
			return vowelI, 2
		}
		return vowelI, 1
	case 'o':
		switch {
		case next == 'o':
			return vowelU, 2
		case next == 'u', next == 'w' && closed:
			return vowelAU, 2
		case next == 'a':
			return vowelO, 2
		}
		return vowelO, 1
	case 'u':
		return vowelU, 1
	case 'y':
		if l.i > 0 {
			return glideY, 1
		}
	case 'w':
		if before := l.at(-1); (before == 'o' || before == 'e') && !vowel(next) {
			return vowelU, 1
		}
	}
	return 0, 0
}

func vowel(r rune) bool { return r == 'a' || r == 'e' || r == 'i' || r == 'o' || r == 'u' }

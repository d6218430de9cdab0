package audit

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/anupalan/anupalan/internal/fault"
)

// Head is what a signature covers: whose log, how many leaves, which root, and when it was signed by the signer's clock.
type Head struct {
	District int32
	Size     int64
	Root     Hash
	At       int64 // microseconds since 1970-01-01 UTC
}

const (
	originPrefix = "anupalan/"
	timeForm     = "2006-01-02T15:04:05.000000Z"
)

// text gives the checkpoint: origin, size, root and, as a line of our own, the time.
func (h Head) text() string {
	return originPrefix + strconv.Itoa(int(h.District)) + "\n" + strconv.FormatInt(h.Size, 10) + "\n" + h.Root.String() + "\n" +
		time.UnixMicro(h.At).UTC().Format(timeForm) + "\n"
}

// Sign gives the signed note of the head.
func (h Head) Sign(k Key) (string, error) { return k.sign(h.text()) }

func (k Key) sign(text string) (string, error) {
	signed, err := note.Sign(&note.Note{Text: text}, k.signer)
	if err != nil {
		return "", fault.Wrap(err, fault.Internal, "audit.sign")
	}
	return string(signed), nil
}

// ReadHead reads a head without checking who signed it.
func ReadHead(signed string) (Head, error) {
	text, _, _ := strings.Cut(signed, "\n\n")
	h, ok := parseHead(text + "\n")
	if !ok || h.text() != text+"\n" {
		return Head{}, fault.New(fault.Invalid, "audit.head_form")
	}
	return h, nil
}

func parseHead(text string) (h Head, ok bool) {
	lines := strings.Split(text, "\n")
	if len(lines) != 5 || lines[4] != "" {
		return h, false
	}
	district, err1 := strconv.ParseInt(strings.TrimPrefix(lines[0], originPrefix), 10, 32)
	size, err2 := strconv.ParseInt(lines[1], 10, 64)
	root, err3 := tlog.ParseHash(lines[2])
	at, err4 := time.Parse(timeForm, lines[3])
	if err1 != nil || err2 != nil || err3 != nil || err4 != nil || district < 0 || size < 0 || size > maxSize {
		return h, false
	}
	return Head{int32(district), size, root, at.UnixMicro()}, true
}

// OpenHead reads a head and checks that the key with that public line signed it.
func OpenHead(signed, public string) (Head, error) {
	if err := opened(signed, public); err != nil {
		return Head{}, err
	}
	return ReadHead(signed)
}

// opened checks a note's signature by one public key.
func opened(signed, public string) error {
	verifier, err := note.NewVerifier(public)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "audit.public_key")
	}
	if _, err := note.Open([]byte(signed), note.VerifierList(verifier)); err != nil {
		return fault.Wrap(err, fault.Invalid, "audit.signature", verifier.Name())
	}
	return nil
}

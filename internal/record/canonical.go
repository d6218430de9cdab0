package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/anupalan/anupalan/internal/fault"
)

// maxDepth bounds the nesting of a body, so that no body can exhaust the stack of whoever reads it.
const maxDepth = 32

// Canonical gives v as JSON in the one form that is hashed: keys sorted by their bytes, no spaces, whole numbers of 64
// bits only, strings as encoding/json writes them without HTML escapes. A struct whose members stand in the order of
// their names is therefore canonical as that package writes it.
func Canonical(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "record.json_form", err)
	}
	tree, err := parseTree(raw)
	if err != nil {
		return nil, err
	}
	return appendTree(make([]byte, 0, len(raw)), tree), nil
}

// Recanonical brings JSON text into canonical form; text that is canonical already comes back byte for byte.
func Recanonical(raw []byte) ([]byte, error) {
	tree, err := parseTree(raw)
	if err != nil {
		return nil, err
	}
	return appendTree(make([]byte, 0, len(raw)), tree), nil
}

// parseTree reads JSON into maps, slices, strings, int64, bool and nil, refusing what canonical JSON cannot hold.
func parseTree(raw []byte) (any, error) {
	if !utf8.Valid(raw) {
		return nil, fault.New(fault.Invalid, "record.json_text", "$")
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	v, err := parseValue(d, "$", 0)
	if err == nil {
		if _, end := d.Token(); end != io.EOF {
			err = errors.New("more than one value")
		}
	}
	if f := (*fault.Fault)(nil); err != nil && !errors.As(err, &f) {
		return nil, fault.Wrap(err, fault.Invalid, "record.json_form", err)
	}
	return v, err
}

func parseValue(d *json.Decoder, path string, depth int) (any, error) {
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	if depth > maxDepth {
		return nil, fault.New(fault.Invalid, "record.json_deep", path)
	}
	switch t := t.(type) {
	case json.Delim:
		if t == '{' {
			return parseObject(d, path, depth)
		}
		return parseList(d, path, depth)
	case json.Number:
		n, err := strconv.ParseInt(t.String(), 10, 64)
		if err != nil || t == "-0" {
			return nil, fault.New(fault.Invalid, "record.json_float", path, t.String())
		}
		return n, nil
	}
	return t, nil
}

func parseObject(d *json.Decoder, path string, depth int) (any, error) {
	m := map[string]any{}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		key, at := t.(string), path+"."+t.(string)
		if _, double := m[key]; double {
			return nil, fault.New(fault.Invalid, "record.json_double", at)
		}
		if m[key], err = parseValue(d, at, depth+1); err != nil {
			return nil, err
		}
	}
	_, err := d.Token()
	return m, err
}

func parseList(d *json.Decoder, path string, depth int) (any, error) {
	list := []any{}
	for d.More() {
		v, err := parseValue(d, path+"."+strconv.Itoa(len(list)), depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := d.Token()
	return list, err
}

// appendTree writes what parseTree gives.
func appendTree(b []byte, v any) []byte {
	switch v := v.(type) {
	case map[string]any:
		b = append(b, '{')
		for i, k := range slices.Sorted(maps.Keys(v)) {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendText(b, k), ':')
			b = appendTree(b, v[k])
		}
		return append(b, '}')
	case []any:
		b = append(b, '[')
		for i, e := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendTree(b, e)
		}
		return append(b, ']')
	case string:
		return appendText(b, v)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case bool:
		return strconv.AppendBool(b, v)
	}
	return append(b, "null"...)
}

func appendText(b []byte, s string) []byte {
	b = append(b, '"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < 0x20:
			b = appendControl(b, byte(r))
		case r == '\u2028' || r == '\u2029':
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = append(b, s[i:i+utf8.RuneLen(r)]...)
		}
	}
	return append(b, '"')
}

func appendControl(b []byte, c byte) []byte {
	if i := strings.IndexByte("\b\f\n\r\t", c); i >= 0 {
		return append(b, '\\', "bfnrt"[i])
	}
	return fmt.Appendf(b, `\u%04x`, c)
}

package record

import "github.com/anupalan/anupalan/internal/fault"

// In JSON and in addresses an id, key, reference, kind, class and mode are their names; none is the empty text.

// MarshalText gives the 13 characters, or nothing for none.
func (id ID) MarshalText() ([]byte, error) {
	if id == 0 {
		return nil, nil
	}
	return []byte(id.String()), nil
}

// UnmarshalText reads MarshalText's form.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id = 0
	if len(b) > 0 {
		*id, err = ParseID(string(b))
	}
	return err
}

// MarshalText gives d<district>-<id>, or nothing for none.
func (k Key) MarshalText() ([]byte, error) {
	if k.IsZero() {
		return nil, nil
	}
	return []byte(k.String()), nil
}

// UnmarshalText reads MarshalText's form.
func (k *Key) UnmarshalText(b []byte) (err error) {
	*k = Key{}
	if len(b) > 0 {
		*k, err = ParseKey(string(b))
	}
	return err
}

// MarshalText gives kind:key, or nothing for none.
func (r Ref) MarshalText() ([]byte, error) {
	if r.IsZero() {
		return nil, nil
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads MarshalText's form.
func (r *Ref) UnmarshalText(b []byte) (err error) {
	*r = Ref{}
	if len(b) > 0 {
		*r, err = ParseRef(string(b))
	}
	return err
}

// MarshalText gives the class's name.
func (c Class) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the class's name.
func (c *Class) UnmarshalText(b []byte) error {
	v, ok := ParseClass(string(b))
	if !ok {
		return fault.New(fault.Invalid, "record.class_unknown", string(b))
	}
	*c = v
	return nil
}

// MarshalText gives the mode's name.
func (m Mode) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the mode's name.
func (m *Mode) UnmarshalText(b []byte) error {
	for v := InPerson; v <= Program; v++ {
		if v.String() == string(b) {
			*m = v
			return nil
		}
	}
	return fault.New(fault.Invalid, "record.mode_unknown", string(b))
}

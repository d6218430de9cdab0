package api

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"
)

// schemaSet gathers the schemas of named types, so that each stands once in the document.
type schemaSet map[string]object

func (s schemaSet) all() object {
	out := object{}
	for name, schema := range s {
		out[name] = schema
	}
	return out
}

var textType = reflect.TypeFor[encoding.TextMarshaler]()

// of gives the schema of a type; a named struct becomes a reference.
func (s schemaSet) of(t reflect.Type) object {
	switch {
	case t.Kind() == reflect.Pointer:
		return s.of(t.Elem())
	case t.Implements(textType):
		return object{"type": "string"}
	case t == reflect.TypeFor[[]byte]():
		return object{"type": "string", "contentEncoding": "base64"}
	case t.Kind() == reflect.Slice:
		return object{"type": "array", "items": s.of(t.Elem())}
	case t.Kind() == reflect.Map:
		return object{"type": "object", "additionalProperties": s.of(t.Elem())}
	case t.Kind() == reflect.Struct:
		return s.structure(t)
	case t.Kind() == reflect.Interface:
		return object{}
	}
	return scalar(t)
}

func scalar(t reflect.Type) object {
	switch t.Kind() {
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint8:
		return object{"type": "integer"}
	case reflect.Float64:
		return object{"type": "number"}
	}
	return object{"type": "string"}
}

func (s schemaSet) structure(t reflect.Type) object {
	name := t.Name()
	if name == "" {
		return s.members(t)
	}
	if _, done := s[name]; !done {
		s[name] = object{} // a type may hold itself
		s[name] = s.members(t)
	}
	return object{"$ref": "#/components/schemas/" + name}
}

func (s schemaSet) members(t reflect.Type) object {
	props := object{}
	required := []string{}
	for _, f := range reflect.VisibleFields(t) {
		if !isBodyField(f) || f.Anonymous {
			continue
		}
		name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			name = f.Name
		}
		schema := s.of(f.Type)
		if doc := f.Tag.Get("doc"); doc != "" && schema["$ref"] == nil {
			schema["description"] = doc
		}
		if enum := f.Tag.Get("enum"); enum != "" {
			schema["enum"] = strings.Split(enum, " ")
		}
		props[name] = schema
		if !strings.Contains(opts, "omitempty") && !strings.Contains(opts, "omitzero") {
			required = append(required, name)
		}
	}
	out := object{"type": "object", "properties": props, "additionalProperties": false}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// plain is the schema of a path or query value.
func plain(f reflect.StructField) object {
	schema := scalar(f.Type)
	if enum := f.Tag.Get("enum"); enum != "" {
		schema["enum"] = strings.Split(enum, " ")
	}
	return schema
}

func statusText(code int) string { return strconv.Itoa(code) }

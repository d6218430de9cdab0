package api

import (
	"net/http"
	"reflect"
	"strings"

	"github.com/anupalan/anupalan/internal/i18n"
)

// object is a JSON object of the document; the encoder sorts its members.
type object map[string]any

// document makes the OpenAPI 3.1 description from the table of routes.
func document(routes []route, lang i18n.Lang) object {
	schemas := schemaSet{}
	paths := object{}
	for _, rt := range routes {
		item, _ := paths[rt.path].(object)
		if item == nil {
			item = object{}
			paths[rt.path] = item
		}
		item[strings.ToLower(rt.method)] = operation(rt, schemas, lang)
	}
	return object{
		"openapi": "3.1.0",
		"info": object{
			"title":   i18n.Text{Hi: "अनुपालन", En: "Anupalan"}.In(lang),
			"version": "1",
		},
		"servers":  []object{{"url": "/"}},
		"security": []object{{"bearer": []string{}}},
		"paths":    paths,
		"components": object{
			"schemas":         schemas.all(),
			"securitySchemes": object{"bearer": object{"type": "http", "scheme": "bearer"}},
		},
	}
}

func operation(rt route, schemas schemaSet, lang i18n.Lang) object {
	op := object{
		"operationId": rt.name,
		"summary":     rt.summary.In(lang),
		"parameters":  parameters(rt),
		"responses":   responses(rt, schemas),
	}
	if rt.power == public {
		op["security"] = []object{}
	} else if rt.power != "" {
		op["description"] = "power: " + rt.power
	}
	if rt.method == http.MethodPost && rt.in.Kind() == reflect.Struct && hasBody(rt.in) {
		op["requestBody"] = object{"required": true, "content": jsonContent(schemas.of(rt.in))}
	}
	return op
}

func parameters(rt route) []object {
	out := []object{}
	if rt.in.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(rt.in) {
			if name := f.Tag.Get("path"); name != "" {
				out = append(out, parameter("path", name, f, true))
			}
			if name := f.Tag.Get("query"); name != "" {
				out = append(out, parameter("query", name, f, false))
			}
		}
	}
	if rt.method == http.MethodPost {
		out = append(out, object{
			"in": "header", "name": "Idempotency-Key", "required": false,
			"description": "the same key and body within 24 hours gives the first answer again",
			"schema":      object{"type": "string", "maxLength": maxKey},
		})
	}
	return out
}

func parameter(in, name string, f reflect.StructField, required bool) object {
	return object{"in": in, "name": name, "required": required, "description": f.Tag.Get("doc"), "schema": plain(f)}
}

func responses(rt route, schemas schemaSet) object {
	ok := object{"description": http.StatusText(rt.status), "content": jsonContent(schemas.of(rt.out))}
	if rt.status == http.StatusCreated {
		ok["headers"] = object{"Location": object{"schema": object{"type": "string"}}}
	}
	return object{
		statusText(rt.status): ok,
		"default": object{
			"description": "a problem document",
			"content":     object{"application/problem+json": object{"schema": schemas.of(reflect.TypeFor[Problem]())}},
		},
	}
}

func jsonContent(schema object) object {
	return object{"application/json": object{"schema": schema}}
}

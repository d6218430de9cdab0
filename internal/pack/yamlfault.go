package pack

import (
	"errors"

	"github.com/goccy/go-yaml"

	"github.com/anupalan/anupalan/internal/rule"
)

// yamlPos gives the place of the YAML parser's fault.
func yamlPos(err error) rule.Pos {
	var e yaml.Error
	if errors.As(err, &e) && e.GetToken() != nil && e.GetToken().Position != nil {
		p := e.GetToken().Position
		return rule.Pos{Line: max(1, p.Line), Col: max(1, p.Column)}
	}
	return rule.Pos{Line: 1, Col: 1}
}

// yamlMessage gives its words without the excerpt of the source.
func yamlMessage(err error) string {
	var e yaml.Error
	if errors.As(err, &e) {
		return e.GetMessage()
	}
	return err.Error()
}

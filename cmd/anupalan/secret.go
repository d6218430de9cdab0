package main

import (
	"os"
	"strings"

	"github.com/anupalan/anupalan/internal/fault"
)

// secretFrom reads a secret from a file, so that it stands in no process list and no log.
func secretFrom(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", fault.Wrap(err, fault.NotFound, "command.secret_file", file)
	}
	return strings.TrimSpace(string(text)), nil
}

package main

import (
	"os"
	"runtime/debug"
)

// restCollector lets a server's small heap grow to three times what lives in it before it is
// swept: a fifth of the work of a page was sweeping, and 30 MB more is all it costs. Whoever
// sets GOGC is asked first.
func restCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}

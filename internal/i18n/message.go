package i18n

import (
	"fmt"
	"iter"
	"maps"
	"strings"
	"sync"

	"github.com/anupalan/anupalan/internal/fault"
)

// areas are the tables of messages, one file each; a key is "<area>.<what>", all lower case.
func areas() []map[string]Text {
	return []map[string]Text{
		messagesFault, messagesCalendar, messagesRecord, messagesAudit,
		messagesOrg, messagesRule, messagesMatter, messagesIndicator, messagesRegister, messagesSitting, messagesLetter, messagesExtract,
		messagesPack, messagesPackNames, messagesIngest, messagesPdf, messagesNotify, messagesStore, messagesFile, messagesApp,
		messagesWeb, messagesOffice, messagesCitizen, messagesAPI, messagesCommand,
	}
}

// merged joins the areas once, at the first message asked for.
var merged = sync.OnceValue(func() map[string]Text {
	all := map[string]Text{}
	for _, a := range areas() {
		maps.Copy(all, a)
	}
	return all
})

// Message gives the message of a key in l with its arguments put in; an unknown key gives the key itself.
// Arguments that have two languages themselves (Text, Part, faults) are put in in l.
func Message(l Lang, key string, args ...any) string {
	t, ok := merged()[key]
	if !ok {
		return key
	}
	s := t.In(l)
	if len(args) == 0 || !strings.Contains(s, "%") {
		return s
	}
	in := make([]any, len(args))
	for i, a := range args {
		in[i] = inLang(l, a)
	}
	return fmt.Sprintf(s, in...)
}

// Messages walks over every key with its text, in no order.
func Messages() iter.Seq2[string, Text] { return maps.All(merged()) }

// Known reports whether a key has a message.
func Known(key string) bool { _, ok := merged()[key]; return ok }

func inLang(l Lang, a any) any {
	switch v := a.(type) {
	case interface{ In(Lang) string }:
		return v.In(l)
	case *fault.Fault:
		return Explain(l, v)
	case []Text:
		parts := make([]string, len(v))
		for i, t := range v {
			parts[i] = t.In(l)
		}
		return l.And(parts)
	case []string:
		return l.And(v)
	}
	return a
}

// Explain gives the whole message of a fault: its own sentence, then each wrong field, row or line on a line of its own.
func Explain(l Lang, f *fault.Fault) string {
	if f == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(Message(l, f.Key, f.Args...))
	for _, w := range f.Fields {
		b.WriteString("\n")
		if w.Path != "" {
			b.WriteString(w.Path + ": ")
		}
		b.WriteString(Message(l, w.Key, w.Args...))
	}
	return b.String()
}

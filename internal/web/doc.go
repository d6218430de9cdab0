// Package web is the kit of every page: layout, assets, the two-language template engine, forms, errors, icons.
//
// A page is a typed struct that embeds Base, with a template of its own. Templates are parsed once for each language,
// digit set and word table; both halves of every wording stand in one call of t. Pages carry no inline script or style,
// so the content policy can forbid both, and work without script. Handlers return an error; one funnel (Kit.Error) turns
// it into the designed page in the reader's language, with what was typed kept.
package web

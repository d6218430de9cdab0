// Package api is the JSON interface under /api/v1: one table of routes from which both
// the handlers and the OpenAPI 3.1 document are made, so that neither can drift from the
// other. It calls the same use cases as the pages and knows nothing of the store.
package api

// Package audit is the arithmetic of the log that nobody can change unseen.
package audit

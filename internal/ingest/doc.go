// Package ingest reads what offices send as tables: CSV and XLSX files become sheets of
// text, sheets become typed rows of a declared form, and whatever is wrong is told by line
// and column, in the reader's language.
//
// Nothing is half imported: a file is bound to rows whole or refused whole, after a
// preview, and the same file again changes nothing. Files come from outside, so size,
// rows, columns and the unpacked size are bounded and no file can end the program.
package ingest

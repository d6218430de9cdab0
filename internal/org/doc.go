// Package org is the organisation of one district: its dated places, its departments
// and posts, who holds them, for whom somebody may act, and which powers are vested.
//
// Duties hang on a post, never on a person: a post is vacant or held, on a day, and a
// vacancy is an answer and not a gap. Everything is dated with both ends counted and
// nothing is ever removed, so that any day can be asked again later.
//
// Org is an immutable snapshot with indexes; a change is decided against one snapshot
// (Decide), becomes events and rows, and the next snapshot is made from the rows.
package org

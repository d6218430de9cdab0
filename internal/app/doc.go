// Package app is the one door: everything that changes goes through a use case here,
// which authorises, loads, decides, saves events, rows, tallies, wakes, audit leaves and
// outbox together, and answers a view. Pages, the JSON interface and the command line
// are three skins over it.
package app

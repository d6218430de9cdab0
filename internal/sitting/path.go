package sitting

import "strconv"

// path names a wrong field of one entry of a list: roll.2.reason.
func path(list string, i int, field string) string {
	return list + "." + strconv.Itoa(i) + "." + field
}

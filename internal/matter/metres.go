package matter

import "math"

// Metres gives the distance between two positions in millionths of a degree; over the few
// kilometres that matter here the earth is flat.
func Metres(lat1, lon1, lat2, lon2 int32) int {
	const perDegree = 111_195.0
	north := float64(lat1-lat2) / 1e6 * perDegree
	east := float64(lon1-lon2) / 1e6 * perDegree * math.Cos(float64(lat1)/1e6*math.Pi/180)
	return int(math.Round(math.Hypot(north, east)))
}

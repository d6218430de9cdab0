package rule

// Facts is what a condition may ask of the world: the matter tried, or a row of a
// register, a sitting, a place. Two kinds implement it: loaded matters and rows.
type Facts interface {
	// Value follows a path; None where nothing stands.
	Value(p string) Value
	// Measure answers a measured fact (TestLate … TestActOn) with its argument(s).
	Measure(k TestKind, name, than string) Value
	// Members gives the parts, links, sittings or matters about it under this name,
	// oldest first, for some, no, every and last.
	Members(name, by string) []Facts
	// Setting gives a setting's value, as it stands for this place and day.
	Setting(name string) Value
}

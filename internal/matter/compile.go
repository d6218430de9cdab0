package matter

// Compile proves a definition and indexes it. With any problem but a warning the Type
// is nil; all problems come back together, in the order of the definition.
func Compile(d Def) (*Type, []Problem) {
	t := newType(d)
	ps := t.prove()
	for _, p := range ps {
		if !p.Warning {
			return nil, ps
		}
	}
	return t, ps
}

package matter

// prove runs every proof that needs one definition alone.
func (t *Type) prove() []Problem {
	var ps problems
	return ps
}

"""Known figures against a copy of their text: which stand where, which copy is the best, marks."""

"""Review: proposals of the machine, decisions of a person on them, and the package they make."""

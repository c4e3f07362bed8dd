"""A corpus in four parts: overview, all figures with their card, documents, comparison."""

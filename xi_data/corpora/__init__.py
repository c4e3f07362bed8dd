"""A corpus as the explorer asks it: a finished data set of Parquet, never loaded whole."""

SAID, UNFINISHED = "corpus.json", "corpus.unfinished"
"""In the folder of a data set: what it says of itself when it is whole, and what it is made in."""

"""All figures of a narrowing for a file, some thousand at a time, however many there are."""

from collections.abc import Iterator

import pyarrow as pa

from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.corpora.queries import filled

_AT_ONCE = 20_000
"""Rows in memory. No place in the line of questions is taken while somebody reads them slowly."""


def tables(corpus: Corpus, narrowing: Narrowing) -> Iterator[pa.Table]:
    """The figures in the order of the files, with place, publisher and day of their document; one
    table at least. Raises UnreadableCorpusError.
    """
    condition, values = narrowing.condition()
    reach = corpus.rows(filled("reach", condition=condition), values)
    asked = filled("taken", condition=condition)
    pieces = [
        {"file": one["file"], "path": corpus.files[one["file"]], "first": first, "end": end}
        for one in reach
        for first in range(one["first"], one["end"], _AT_ONCE)
        for end in [min(first + _AT_ONCE, one["end"])]
    ]
    nothing = {"file": 0, "path": corpus.files[0], "first": 0, "end": 0}
    for piece in pieces or [nothing]:
        yield corpus.table(asked, values | piece)

"""Sentences of a reading copy."""

from bisect import bisect_right
from collections.abc import Iterator

from xi_data.reading.patterns import Pattern

_END = Pattern(r"[。!?\n][。!?\n]*[”」』]*")
_BLANK = " \n"


class Sentences:
    """Where the sentences of a reading copy begin and end: after 。!? and at the end of a line."""

    def __init__(self, words: str):
        self._words = words
        self._ends = [found.end() for found in _END.finditer(words)]
        self._ends.append(len(words))

    def at(self, position: int) -> tuple[int, int]:
        """Half-open place of the sentence that holds a position, without blanks at either end."""
        index = bisect_right(self._ends, position)
        begin = self._ends[index - 1] if index else 0
        sentence = self._words[begin : self._ends[index]]
        left = len(sentence) - len(sentence.lstrip(_BLANK))
        return begin + left, begin + len(sentence.rstrip(_BLANK))

    def every(self) -> Iterator[tuple[int, int]]:
        """Half-open places of all sentences that hold words, in their order."""
        begin = 0
        for end in self._ends:
            if self._words[begin:end].strip(_BLANK):
                yield self.at(begin)
            begin = end

"""Words to what they mean, found where they stand in a text."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")


class WordTable(dict[str, Meaning], Generic[Meaning]):
    """Words to what they mean, with the longest that begin or end at a place of a text."""

    def __init__(self, items: Iterable[tuple[str, Meaning]]):
        super().__init__(items)
        self._from = {word[0]: self._lengths(0, word[0]) for word in self}
        self._to = {word[-1]: self._lengths(-1, word[-1]) for word in self}

    def beginning(self, words: str, place: int) -> list[tuple[int, Meaning]]:
        """(end, meaning) of each word that begins at a place, longest first."""
        lengths = self._from.get(words[place : place + 1])
        if not lengths:  # mostly
            return []
        return [
            (place + length, self[word])
            for length in lengths
            if (word := words[place : place + length]) in self and len(word) == length
        ]

    def ending(self, words: str, place: int, floor: int) -> tuple[int, Meaning] | None:
        """(start, meaning) of the longest word that ends at a place and begins not before floor."""
        for length in self._to.get(words[place - 1 : place], ()):
            start = place - length
            if start >= floor and words[start:place] in self:
                return start, self[words[start:place]]
        return None

    def _lengths(self, index: int, character: str) -> list[int]:
        return sorted({len(word) for word in self if word[index] == character}, reverse=True)

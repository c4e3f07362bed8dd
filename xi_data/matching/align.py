"""Figures against a copy of their text: which stand at their place, which moved, which are gone."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xi_data.reading.text import CONTEXT, NUMERAL, ReadingCopy, hash_of, normalised
from xi_data.record.figures import Excused, Figure


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a figure stands in a copy: half-open code points, None where it is missing.

    verdict is aligned (its place is that of data/), moved (it is another) or missing. proof of one
    that stands is "context" (its neighbours are the same) or "order" (its neighbours changed, and
    between the figures around it this mention occurs just as often as it should).
    """

    figure: Figure
    verdict: str
    start: int | None = None
    end: int | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """Verdicts in the order of the figures, and the places of numerals that nothing covers.

    excused: where the excused numerals stand, half-open, with the reason.
    """

    verdicts: list[Verdict]
    excused: list[tuple[int, int, str]]
    uncovered: list[tuple[int, int]]

    def count(self, verdict: str) -> int:
        """How many figures have a verdict."""
        return sum(one.verdict == verdict for one in self.verdicts)

    @property
    def all_well(self) -> bool:
        """Whether every figure was found and every numeral of the copy is covered."""
        return not self.uncovered and not self.count("missing")


class _Plain:
    """A copy in normalised form, with the place of each of its characters in the copy as given."""

    def __init__(self, text: str):
        copy = ReadingCopy(text)
        characters: list[str] = []
        places: list[int] = []
        for position, character in enumerate(copy.words):
            plain = unicodedata.normalize("NFKC", character)
            for one in "".join(filter(str.isalnum, plain)).lower():
                characters.append(one)
                places.append(position)
        self.characters = "".join(characters)
        self._places = places
        self._copy = copy

    def place(self, start: int, end: int) -> tuple[int, int]:
        return self._copy.place(self._places[start], self._places[end - 1] + 1)

    def occurrences(self, mention: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where a mention occurs, not as a part of a longer number."""
        found = self.characters.find(mention, start, end)
        while found >= 0:
            stop = found + len(mention)
            before, after = self.characters[found - 1 : found], self.characters[stop : stop + 1]
            goes_on = _are_numerals(before, mention[0]) or _are_numerals(mention[-1], after)
            if not goes_on:
                yield found
            found = self.characters.find(mention, found + 1, end)

    def hash(self, start: int, end: int) -> str:
        return hash_of(
            self.characters[max(0, start - CONTEXT) : start],
            self.characters[start:end],
            self.characters[end : end + CONTEXT],
        )


def verify(text: str, figures: Sequence[Figure], excused: Sequence[Excused]) -> Verification:
    """Find figures and excused numerals of one bulletin, in order, in a copy of its text.

    The copy may differ in script, width, glosses, spaces and punctuation, and may lack parts.
    """
    plain = _Plain(text)
    mentions = [normalised(figure.mention) for figure in figures]
    placed = _by_context(plain, figures, mentions)
    by_order = _by_order(plain, mentions, placed)
    verdicts = []
    for index, figure in enumerate(figures):
        at = placed[index]
        if at is None:
            verdicts.append(Verdict(figure, "missing"))
            continue
        start, end = _printed(text, plain.place(at, at + len(mentions[index])), figure.mention)
        verdict = "aligned" if (start, end) == (figure.start, figure.end) else "moved"
        proof = "order" if index in by_order else "context"
        verdicts.append(Verdict(figure, verdict, start, end, proof))
    places = sorted((v.start, v.end) for v in verdicts if v.start is not None)
    found = _excused(plain, figures, placed, mentions, excused)
    covered = sorted([*places, *((start, end) for start, end, _ in found)])
    return Verification(verdicts, found, list(_uncovered(text, covered)))


def _are_numerals(first: str, second: str) -> bool:
    return bool(NUMERAL.match(first) and NUMERAL.match(second))


def _printed(text: str, place: tuple[int, int], mention: str) -> tuple[int, int]:
    """The place with the signs at the ends of the mention, which the normalised form drops."""
    start, end = place
    tail = mention[len(mention.rstrip("+%％＋")) :]
    if tail and text.startswith(("+", "%", "％", "＋"), end):
        end += 1
    return start, end


def _by_context(
    plain: _Plain, figures: Sequence[Figure], mentions: Sequence[str]
) -> list[int | None]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for figure, mention in zip(figures, mentions, strict=True):
        wanted[mention].add(figure.context_hash)
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for mention, hashes in wanted.items():
        for start in plain.occurrences(mention):
            found = plain.hash(start, start + len(mention))
            if found in hashes:
                known[mention, found].append(start)
    placed: list[int | None] = []
    for figure, mention in zip(figures, mentions, strict=True):
        places = known[mention, figure.context_hash]
        placed.append(places.pop(0) if places else None)
    return placed


def _by_order(plain: _Plain, mentions: Sequence[str], placed: list[int | None]) -> set[int]:
    """Place figures whose neighbours changed, where order leaves just one way; which they were."""
    taken = sorted(
        (at, at + len(mention))
        for at, mention in zip(placed, mentions, strict=True)
        if at is not None
    )
    gaps: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    before = 0
    for index, at in enumerate(placed):
        if at is not None:
            before = at + len(mentions[index])
            continue
        after = next((p for p in placed[index:] if p is not None), len(plain.characters))
        gaps[before, after, mentions[index]].append(index)
    found = set()
    for (begin, end, mention), waiting in gaps.items():
        free = [
            start
            for start in plain.occurrences(mention, begin, end)
            if not _overlaps(taken, start, start + len(mention))
        ]
        if len(free) == len(waiting):
            for index, start in zip(waiting, free, strict=True):
                placed[index] = start
                found.add(index)
    if not taken and not _is_the_order(placed):
        for index in found:
            placed[index] = None
        return set()  # another text altogether: a mention in it proves nothing
    return found


def _is_the_order(placed: Sequence[int | None]) -> bool:
    """Whether order alone is proof: more than half of the figures, one after another."""
    places = [at for at in placed if at is not None]
    return 2 * len(places) > len(placed) and places == sorted(places)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(taken, (end,))
    return index > 0 and taken[index - 1][1] > start


def _excused(
    plain: _Plain,
    figures: Sequence[Figure],
    placed: Sequence[int | None],
    mentions: Sequence[str],
    excused: Sequence[Excused],
) -> list[tuple[int, int, str]]:
    anchors = [
        (figure.start, at, at + len(mention))
        for figure, at, mention in zip(figures, placed, mentions, strict=True)
        if at is not None
    ]
    starts = [anchor[0] for anchor in anchors]
    found = []
    position = 0
    for one in excused:
        index = bisect_right(starts, one.start)
        begin = anchors[index - 1][2] if index else 0
        end = anchors[index][1] if index < len(anchors) else len(plain.characters)
        mention = normalised(one.mention)
        start = plain.characters.find(mention, max(begin, min(position, end)), end)
        if start >= 0:
            position = start + len(mention)
            found.append((*plain.place(start, position), one.reason))
    return found


def _uncovered(text: str, covered: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    starts = [start for start, _ in covered]
    for numeral in NUMERAL.finditer(text):
        index = bisect_right(starts, numeral.start()) - 1
        if index < 0 or covered[index][1] < numeral.end():
            yield numeral.span()

"""A long text in parts that a page can draw, the same whatever is decided of its figures."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from xi_data.record.figures import Figure
from xi_data.review.deciding import figures
from xi_data.review.draft import Draft

MOST_FIGURES, MOST_CHARACTERS = 300, 20_000
"""A figure with which a part would hold more figures or characters begins the next one."""


class Part(NamedTuple):
    """Figures that follow one another, and the span of the text with them, half-open both.

    first, last: numbers of its figures in the order of the text, from 0. start, end: in code
    points; parts follow one another without a gap.
    """

    first: int
    last: int
    start: int
    end: int


def parts(draft: Draft) -> tuple[Part, ...]:
    """The parts of a draft, at least one; they begin with lines where they can, else with figures.

    Computed once for each state of a draft.
    """
    return draft.once("_parts", _parts)


def part_with(draft: Draft, figure_id: str | None) -> int:
    """The number of the part with a figure, from 0; the first for None."""
    at = 0 if figure_id is None else draft.state.numbers[figure_id]
    return bisect_right([one.first for one in parts(draft)], at) - 1


def _parts(draft: Draft) -> tuple[Part, ...]:
    rows = [one.figure for one in figures(draft)]
    end = max((one.end for one in rows), default=0) if draft.text is None else len(draft.text)
    begins = [(0, 0), *_begins(rows, draft.text), (len(rows), end)]
    return tuple(Part(first, last, start, end) for (first, start), (last, end) in pairwise(begins))


def _begins(rows: Sequence[Figure], text: str | None) -> Iterator[tuple[int, int]]:
    """The figure that each part but the first begins with, and where in the text it does."""
    begun = line = free = (0, 0)
    reach = 0  # of the figures so far: what they overlap cannot be cut
    for number, (before, one) in enumerate(pairwise(rows), start=1):
        reach = max(reach, before.end)
        if one.start >= reach:
            free = (number, one.start)
            if one.paragraph != before.paragraph:
                above = one.start if text is None else text.rfind("\n", 0, one.start) + 1
                line = free = (number, max(reach, above))
        if number - begun[0] >= MOST_FIGURES or one.end - begun[1] > MOST_CHARACTERS:
            cut = line if line > begun else free
            if cut > begun:
                begun = cut
                yield cut

"""Totals of the tables in a text: a row or column that is called so, and the lines it adds up.

A table is a grid; its columns are the rows of the grid on its side. A line is called a total by
words; which of the lines before or behind it are its parts the numbers decide, for all its cells
together. Nothing is added across tables.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from xi_data.reading.listing import is_only_total, is_total
from xi_data.reading.tables import Table
from xi_data.reading.text import simplified
from xi_data.record.bases import PRINTED
from xi_data.record.figures import Figure
from xi_data.review.relation import NEARLY, PART_OF, Relation, can_add, exact

_WORD = re.compile("[^\\W\\d_]")


class _Cell(NamedTuple):
    """The figures of a cell, and what is written in it: without blanks, in Simplified."""

    figures: tuple[Figure, ...]
    written: str

    @property
    def adds_nothing(self) -> bool:
        """Whether it is left empty, or holds a dash or the like."""
        return not self.figures and not any(map(str.isalnum, self.written))


_EMPTY = _Cell((), "")

_Line = Sequence[_Cell]


class _Addition(NamedTuple):
    """A figure of a total, the figures of its parts, and what it exceeds their sum by."""

    whole: Figure
    parts: list[Figure]

    @property
    def missing(self) -> Decimal:
        return exact(self.whole) - sum(map(exact, self.parts))

    @property
    def is_near(self) -> bool:
        """Whether it holds, or fails by so little that it is meant to."""
        return abs(self.missing) <= exact(self.whole) * NEARLY


def sums_of_table(text: str, table: Table, figures: Sequence[Figure]) -> tuple[Relation, ...]:
    """Wholes with their parts in a table, those of its rows of totals first.

    figures: of the text, in the order of their places.
    """
    rows = _grid(text, table, figures)
    columns = list(zip(*rows, strict=True))
    return (
        *_sums(rows, [_is_called_total(_names(row)) for row in rows]),
        *_sums(columns, [_is_called_total(_names(column)[-1:]) for column in columns]),
    )


def _grid(text: str, table: Table, figures: Sequence[Figure]) -> list[_Line]:
    """The cells of a table, as many in each row."""
    starts = [one.start for one in figures]

    def cell(start: int, end: int) -> _Cell:
        within = figures[bisect_left(starts, start) : bisect_left(starts, end)]
        counts = tuple(one for one in within if one.kind != "date")  # a date names a line
        return _Cell(counts, simplified("".join(text[start:end].split())))

    rows = [[cell(*place) for place in row] for row in table.rows]
    return list(zip(*zip_longest(*rows, fillvalue=_EMPTY), strict=True))


def _names(line: _Line) -> list[str]:
    """What a line is called: its words before the first figure; none where it has no figure."""
    first = next((at for at, cell in enumerate(line) if cell.figures), 0)
    return [cell.written for cell in line[:first] if _WORD.search(cell.written)]


def _is_called_total(names: Sequence[str]) -> bool:
    return any(map(is_total, (*names, "".join(names))))


def _sums(lines: Sequence[_Line], totals: Sequence[bool]) -> Iterator[Relation]:
    """Relations of the totals among lines to their parts."""
    for number in [at for at, called in enumerate(totals) if called]:
        for one in _of_total(lines, totals, number):
            parts = sorted(one.parts, key=lambda each: each.start)
            keys = tuple(each.figure_id for each in parts)
            yield Relation(PART_OF, one.whole.figure_id, keys, PRINTED, float(one.missing))


def _of_total(lines: Sequence[_Line], totals: Sequence[bool], number: int) -> Iterator[_Addition]:
    """What a total adds up: of the lines that may be its parts, those that it is the sum of in most
    of its cells, and in half of them at least, or the one sum is chance."""
    best: list[_Addition] = []
    most = 0
    for parts in _candidates(totals, number):
        additions = _additions(lines, number, parts)
        held = sum(not one.missing for one in additions)
        if 2 * held >= len(additions) and held > most:
            best, most = additions, held
    if not best and is_only_total("".join(_names(lines[number]))):
        others = _additions(lines, number, _all_others(lines, totals, number))
        best = others if all(one.is_near for one in others) else []
    yield from (one for one in best if one.is_near)


def _candidates(totals: Sequence[bool], number: int) -> Iterator[list[int]]:
    """Lines that a total may add up, before it and then behind it: those up to the next total; the
    other totals, with what is in none of them; all that are no totals."""
    for side in (range(number - 1, -1, -1), range(number + 1, len(totals))):
        near = next((at for at, line in enumerate(side) if totals[line]), len(side))
        yield list(side[:near])
        yield [*side[:near], *(line for line in side if totals[line])]
        yield [line for line in side if not totals[line]]


def _all_others(lines: Sequence[_Line], totals: Sequence[bool], number: int) -> list[int]:
    """All other lines with figures, where the total is the only one and the first or last."""
    filled = [at for at, line in enumerate(lines) if _has_figures(line)]
    at_end = number in (filled[0], filled[-1])
    return [at for at in filled if at != number] if at_end and sum(totals) == 1 else []


def _additions(lines: Sequence[_Line], number: int, parts: Sequence[int]) -> list[_Addition]:
    """The sums of a total over these lines, where each cell can be added and has its unit."""
    found = []
    for at, total in enumerate(lines[number]):
        cells = [lines[line][at] for line in parts if _has_figures(lines[line])]
        cells = [cell for cell in cells if not cell.adds_nothing]
        added = [cell.figures[0] for cell in cells if len(cell.figures) == 1]
        if len(added) < len(cells) or len(added) < 2 or len(total.figures) != 1:
            continue
        whole = total.figures[0]
        if whole.value and all(can_add(one) and one.unit == whole.unit for one in (whole, *added)):
            found.append(_Addition(whole, added))
    return found


def _has_figures(line: _Line) -> bool:
    return any(cell.figures for cell in line)

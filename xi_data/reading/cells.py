"""The phrases of a text's tables as a reading copy, with the way back to their cells."""

from bisect import bisect_right

from xi_data.reading.dates import Day
from xi_data.reading.quantity import Quantity
from xi_data.reading.tables import Span, Table, needs_mark, phrases
from xi_data.reading.text import ReadingCopy

_MARK = "："
"""Set between a name that ends in a numeral and what follows."""

_MINUS, _GAP = "-－−", " "
"""A sign at the head of a cell, and what keeps it apart from a name: it is a minus for certain."""


class CellCopy(ReadingCopy):
    """What rules match in tables: a line for each cell with a number, as tables.phrases has them.

    place() leads to the part of the text that the first character comes from, and not beyond it.
    """

    def __init__(self, text: str, tables: list[Table]):
        self._pieces: list[
            tuple[int, int]
        ] = []  # where one begins among the lines, and in the text
        self._ends: list[int] = []  # where it ends in the text
        self._cells: dict[int, tuple[Span, Span, Span]] = {}
        lines, length = [], 0
        for table in tables:
            for phrase in phrases(text, table):
                number = (0, 0)
                for index, (start, end) in enumerate(phrase.pieces):
                    self._pieces.append((length, start))
                    self._ends.append(end)
                    if index == phrase.number:
                        number = (length, length + end - start)
                    length += end - start
                    lines.append(text[start:end])
                    if index < phrase.number and needs_mark(text[start:end]):
                        lines.append(_MARK)
                        length += 1
                    elif (
                        index + 1 == phrase.number
                        and text[phrase.pieces[phrase.number][0]] in _MINUS
                    ):
                        lines.append(_GAP)
                        length += 1
                cell = phrase.pieces[phrase.number]
                self._cells[number[0]] = ((number[0], length), cell, phrase.line)
                lines.append("\n")
                length += 1
        self._starts = [start for start, _ in self._pieces]
        super().__init__("".join(lines))
        self._lines = self.text
        self.text = text

    def place(self, start: int, end: int) -> Span:
        """Half-open span of the text as given for a span of the copy that is not empty."""
        start, end = super().place(start, end)
        index = bisect_right(self._starts, start) - 1
        begun, given = self._pieces[index]
        return given + start - begun, min(given + end - begun, self._ends[index])

    def read_whole(self, found: list[Quantity | Day]) -> dict[int, tuple[Span, Span]]:
        """Index of each token that is a cell's number, to the place of that cell and of its row.

        Those of a cell count only where they begin in it and are read to the end of its unit.
        """
        whole: dict[int, tuple[Span, Span]] = {}
        spans = [super(CellCopy, self).place(one.start, one.end) for one in found]
        numbers = sorted(self._cells)
        by_cell: dict[int, list[int]] = {}
        for index, (start, _) in enumerate(spans):
            at = bisect_right(numbers, start) - 1
            if at >= 0 and start < self._cells[numbers[at]][0][1]:
                by_cell.setdefault(numbers[at], []).append(index)
        for number, indices in by_cell.items():
            (_, end), cell, line = self._cells[number]
            unbroken = spans[indices[0]][0] == number and spans[indices[-1]][1] == end
            if unbroken and all(isinstance(found[index], Quantity) for index in indices):
                whole |= dict.fromkeys(indices, (cell, line))
        return whole

"""A text written from lines and tables: a line a row, a tab between cells; where each stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Union

from xi_data.opening.opened import Origin

_PROSE_ENDS = "。！？；"
_PROSE = 3
"""Lines of prose in one cell from which on a table only places them on a page."""

_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_blanks = re.compile(r"[ \t\r\n\f\v\xa0]+")
_between_wide = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")


@dataclass
class Cell:
    """A cell: what stands in it, and how many columns and rows it takes."""

    items: list[Union[str, "Table"]] = field(default_factory=list)
    columns: int = 1
    rows: int = 1

    @property
    def lays_out(self) -> bool:
        """Whether it holds a table or paragraphs of prose."""
        lines = [item for item in self.items if isinstance(item, str)]
        prose = sum(line.endswith(tuple(_PROSE_ENDS)) for line in lines)
        return len(lines) < len(self.items) or prose >= _PROSE


@dataclass
class Table:
    """The cells of a table, row by row."""

    rows: list[list[Cell]] = field(default_factory=list)

    @property
    def lays_out(self) -> bool:
        """Whether it places things on a page and compares nothing."""
        return all(len(row) < 2 for row in self.rows) or any(
            cell.lays_out for row in self.rows for cell in row
        )


Items = Iterable[str | Table]


class Page:
    """A text as it is written, with the origins of its cells."""

    def __init__(self):
        self._pieces: list[str] = []
        self._length = 0
        self._tables = 0
        self.origins: list[Origin] = []

    @property
    def text(self) -> str:
        """All lines, without the end of the last one."""
        return "".join(self._pieces).removesuffix("\n")

    def add(self, items: Items) -> None:
        """Lines, and tables: those that only lay out as the lines of their cells."""
        for item in items:
            if isinstance(item, str):
                self._write(f"{item}\n")
            elif item.lays_out:
                for row in item.rows:
                    for cell in row:
                        self.add(cell.items)
            else:
                self._add_table(item)

    def _add_table(self, table: Table) -> None:
        """A cell over several columns or rows stands in the first; the others are empty."""
        self._tables += 1
        reaching: dict[int, int] = {}  # column to the further rows that a cell above takes of it
        for number, row in enumerate(table.rows, start=1):
            line: dict[int, str] = {}
            column = 0
            for cell in row:
                column = _free(column, reaching)
                line[column] = " ".join(item for item in cell.items if isinstance(item, str))
                for taken in range(column, column + cell.columns):
                    reaching[taken] = cell.rows
                column += cell.columns
            if any(line.values()):
                self._write_row(number, line)
            reaching = {taken: left - 1 for taken, left in reaching.items() if left > 1}

    def _write_row(self, number: int, line: dict[int, str]) -> None:
        for column in range(max(line) + 1):
            if column:
                self._write("\t")
            words = line.get(column, "").replace("\t", " ")
            if words:
                place = self._length, self._length + len(words)
                self.origins.append(
                    Origin(*place, table=self._tables, row=number, column=column + 1)
                )
                self._write(words)
        self._write("\n")

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


def _free(column: int, reaching: dict[int, int]) -> int:
    """The first column from this one on that no cell of a row above takes."""
    while column in reaching:
        column += 1
    return column


def collapsed(text: str) -> str:
    """Text with one space for each run of blanks, none for a line end between wide characters.

    Source: CSS Text, level 3, sections 4.1.1 and 4.1.3.
    """
    text = _blanks.sub(lambda run: "\n" if "\n" in run[0] or "\r" in run[0] else " ", text)
    return _between_wide.sub("", text).replace("\n", " ").strip(" ")

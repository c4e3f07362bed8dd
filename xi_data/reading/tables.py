"""Tables in a text: lines of cells with tabs, pipes or wide blanks between them.

A cell that holds nothing but a number is read as a phrase of what its row and its column are
called, the number, and the unit that its column, its row or the table states: 口罩 | 储备（只） |
1200 as 口罩储备1200只. It is taken only where number and unit are read to the end.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import cues
from xi_data.reading.text import NUMERAL, simplified

_PIPE = "|"
_WIDE = re.compile(r"[ \u3000]{2,}|\u3000")
_RULE = re.compile(r":?-{2,}:?|:?-:?")
_FIGURES = "[0-9０-９](?:[0-9０-９ ,，.．]*[0-9０-９])?"
_NUMBER = re.compile(
    rf"[约約近超逾不足<>≥≤ ]{{0,3}}[-−－+＋]?{_FIGURES}(?: ?[-~～—至] ?{_FIGURES})?"
    r"(?P<unit>[^0-9０-９:：/年月日号號]{0,6})"
    # 三十, but not 三, which may name a row as well
    "|[零〇一二两兩三四五六七八九十百千万萬亿億]{2,}"
)
_SERIAL = re.compile("(?P<number>[0-9]{1,4})[.、．]?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?")
_STATED = re.compile(r"[（(](?P<unit>[^（）()]{1,8})[）)]\s*$|[/／:：](?P<other>[^/／:：]{1,4})$")
_COUNTED = Pattern(lambda: rf"(?P<unit>{cues('counted_column')})数$")
_OF_TABLE = re.compile(r"[单單]位\s*[:：]\s*(?P<unit>[^\s）)，,；;]{1,6})")
_UNIT_COLUMN = Pattern(lambda: cues("unit_column"))
_PRICED = Pattern(lambda: cues("priced_column"))
_NO_COUNT = Pattern(lambda: cues("uncounted_column"))

_TITLE_LINES = 2
"""Lines above a table in which its unit is looked for."""

_LONGEST_NAME = 20
_ENDS_IN_NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两半A-Za-z.]$")

Span = tuple[int, int]


class Table(NamedTuple):
    """Where the cells of a table stand in the text, row by row, and its lines from start to end."""

    start: int
    end: int
    rows: list[list[Span]]


class Phrase(NamedTuple):
    """pieces: places of the text that are read one after another; number: which one is the cell."""

    pieces: list[Span]
    number: int
    line: Span


def find_tables(text: str) -> list[Table]:
    """Tables of a text in their order: two lines or more of two cells or more, of one kind."""
    if "\t" not in text and _PIPE not in text and not _WIDE.search(text):
        return []
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, _cells(line, start)))
        start += len(line) + 1
    found = []
    for (kind, _), group in groupby(lines, key=lambda line: line[1][:2]):
        members = list(group)
        rows = [cells for _, (_, _, cells) in members if not _is_rule(text, cells)]
        if kind and len(rows) > 1:
            found.append(Table(members[0][0], rows[-1][-1][1], rows))
    return found


def apart(text: str, tables: list[Table]) -> str:
    """The text with an end of a line for all that stands between cells: no number goes on there."""
    pieces, begin = [], 0
    for table in tables:
        for row in table.rows:
            for (_, end), (start, _) in zip(row, row[1:], strict=False):
                pieces += [text[begin:end], "\n" * (start - end)]
                begin = start
    return "".join([*pieces, text[begin:]])


def phrases(text: str, table: Table) -> Iterator[Phrase]:
    """A phrase for each cell that holds a number, in the order of the text."""
    head = _heading_rows(text, table)
    stated = _OF_TABLE.search(text, _above(text, table.start), _row_end(table, head))
    uncounted = _uncounted(text, table, head)
    labels: list[Span] = []
    for row in table.rows[head:]:
        labels = _labels(text, table, head, row, uncounted) or labels
        for column, cell in enumerate(row):
            number = _NUMBER.fullmatch(text, *cell)
            if number is None or column in uncounted:
                continue
            heading = _headings(text, table, head, column)
            own = bool(number["unit"] and number["unit"].strip(" +＋余餘多"))
            unit = None if own else _unit(text, table, head, row, column, labels, heading)
            if unit is None and not own:
                if stated is None:
                    continue
                unit = stated.span("unit")
            names = [_bare_name(text, name) for name in (*labels, *heading)]
            names = [name for name in names if name[0] < name[1] <= name[0] + _LONGEST_NAME]
            pieces = [*names, cell, *([unit] if unit else [])]
            yield Phrase(pieces, len(names), (row[0][0], row[-1][1]))


def _cells(line: str, start: int) -> tuple[str, int, list[Span]]:
    """How the cells of a line are set apart, how many there are (0 where it may vary), and where.

    The kind is "" for a line that is none of a table.
    """
    line = line.removesuffix("\r")
    if "\t" in line.strip("\t "):
        return "tabs", 0, _split(line, start, re.compile("\t"))
    if line.count(_PIPE) > 1 or line.strip().startswith(_PIPE):
        inside = line.strip().strip(_PIPE)
        cells = _split(inside, start + line.index(inside), re.compile(r"\|"))
        return ("pipes", 0, cells) if len(cells) > 1 else ("", 0, [])
    inside = line.strip(" \u3000")
    if _WIDE.search(inside):
        cells = _split(inside, start + line.index(inside), _WIDE)
        if not any(mark in inside for mark in "。；！？，"):
            return "blanks", len(cells), cells
    return "", 0, []


def _split(line: str, start: int, between: re.Pattern) -> list[Span]:
    cells, begin = [], 0
    for gap in (*between.finditer(line), None):
        end = gap.start() if gap else len(line)
        words = line[begin:end]
        left = begin + len(words) - len(words.lstrip(" \u3000"))
        cells.append((start + left, start + max(left, begin + len(words.rstrip(" \u3000")))))
        begin = gap.end() if gap else end
    return cells


def _is_rule(text: str, cells: list[Span]) -> bool:
    """Whether a line draws the rule below the headings: |---|:-:|."""
    return bool(cells) and all(_RULE.fullmatch(text, *cell) for cell in cells)


def _heading_rows(text: str, table: Table) -> int:
    """How many rows name the columns: those before the first with a number that is no year."""
    for index, row in enumerate(table.rows):
        numbers = [cell for cell in row if _NUMBER.fullmatch(text, *cell)]
        years = [cell for cell in row if _YEAR.fullmatch(text, *cell)]
        if numbers and not (index == 0 and len(years) == len(numbers) > 0):
            return index
    return len(table.rows)


def _above(text: str, start: int) -> int:
    """Where the lines begin in which a table's unit is looked for."""
    for _ in range(_TITLE_LINES + 1):
        start = text.rfind("\n", 0, max(0, start))
        if start < 0:
            return 0
    return start


def _row_end(table: Table, head: int) -> int:
    return table.rows[head - 1][-1][1] if head else table.start


def _name(text: str, table: Table, head: int, column: int) -> str:
    """What a column is called in its lowest heading, without blanks, Simplified."""
    spans = _headings(text, table, head, column)
    return simplified("".join(text[slice(*spans[-1])].split())) if spans else ""


def _headings(text: str, table: Table, head: int, column: int) -> list[Span]:
    """Headings of a column from the top; one that is empty is that at its left, but the lowest."""
    found = []
    for index, row in enumerate(table.rows[:head]):
        reach = column if index < head - 1 else 0
        for at in range(column, column - reach - 1, -1):
            if at < len(row) and row[at][0] < row[at][1]:
                found.append(row[at])
                break
    return found


def _uncounted(text: str, table: Table, head: int) -> set[int]:
    """Columns whose numbers count nothing: they are called so, or they number the rows."""
    columns = range(max(map(len, table.rows)))
    found = {at for at in columns if _NO_COUNT.fullmatch(_name(text, table, head, at))}
    firsts = [_SERIAL.fullmatch(text, *row[0]) for row in table.rows[head:]]
    numbers = [int(first["number"]) for first in firsts if first]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        found.add(0)
    return found


def _labels(text: str, table: Table, head: int, row: list[Span], uncounted: set[int]) -> list[Span]:
    """What a row is called: its cells before the first number, but those that number it."""
    found = []
    for column, cell in enumerate(row):
        numbers = column in uncounted and NUMERAL.search(text, *cell)
        if numbers or _UNIT_COLUMN.fullmatch(_name(text, table, head, column)):
            continue
        if _NUMBER.fullmatch(text, *cell):
            break
        if cell[0] < cell[1]:
            found.append(cell)
    return found[-2:]


def _unit(
    text: str,
    table: Table,
    head: int,
    row: list[Span],
    column: int,
    labels: list[Span],
    heading: list[Span],
) -> Span | None:
    """Where the unit of a number is stated: in its headings, its row's name, a column of units."""
    for name in (*reversed(heading), *reversed(labels)):
        if found := _STATED.search(text[: name[1]], name[0]):
            return found.span("unit" if found["unit"] else "other")
    if not any(_PRICED.search(simplified(text[slice(*name)])) for name in heading):
        for at, cell in enumerate(row):
            if cell[0] < cell[1] and _UNIT_COLUMN.fullmatch(_name(text, table, head, at)):
                return cell
    for name in reversed(heading):
        if found := _COUNTED.search(simplified(text[: name[1]]), name[0]):
            return found.span("unit")
    return None


def _bare_name(text: str, name: Span) -> Span:
    """A name without the unit that it states."""
    found = _STATED.search(text[: name[1]], name[0])
    return (name[0], found.start()) if found else name


def needs_mark(name: str) -> bool:
    """Whether a number straight behind a name would be read as one with it."""
    return _ENDS_IN_NUMERAL.search(simplified(name)) is not None

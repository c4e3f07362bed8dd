"""Review in a spreadsheet: a row a figure, and what was changed in it read back as decisions."""

import datetime
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from xi_data.record.figures import Figure
from xi_data.record.version import version
from xi_data.record.workbooks import OPTIONS
from xi_data.review.deciding import figures
from xi_data.review.doubts import doubts
from xi_data.review.draft import Draft
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED, cells, json_of
from xi_data.review.marking import sentence_of
from xi_data.review.written import CHANGEABLE, VOCABULARIES

FIGURES, ABOUT, LISTS = "figures", "about", "lists"
"""Sheets of the workbook."""

KEYS = ("bulletin_id", "figure_id")
DECIDED = ("decision", "reason")
SHOWN = ("doubts", "sentence", "mention")
CHANGED = tuple(one.name for one in fields(Figure) if one.name in CHANGEABLE)
COLUMNS = (*KEYS, *DECIDED, *SHOWN, *CHANGED)
"""Columns of the sheet of figures: keys, what a person decides, what she sees, what she changes."""

VERDICTS = {OPEN: None, ACCEPTED: "accept", REJECTED: "reject"}
"""What stands in the column decision for each verdict."""

STATE = "state of the review"
"""Of the sheet about: by which row a workbook is known to be of this package as it is."""

_WIDTHS = {
    "sentence": 60,
    "label_en": 36,
    "label_zh": 24,
    "mention": 16,
    "reason": 18,
    "doubts": 20,
}
_LONGEST = 32_000  # characters of a cell, of which a spreadsheet holds some more

_TEXT = ("date", "as_of")
"""Columns of dates, kept as text: a spreadsheet makes a day of 2020-02."""


def workbook_bytes(drafts: Sequence[Draft]) -> bytes:
    """The workbook of these drafts: figures, with drop-downs; about; the lists that they drop.

    The same drafts give the same bytes. A sentence stands beside a figure where the text is there.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as workbook:
        created = datetime.datetime.combine(version().date, datetime.time())
        workbook.set_properties({"created": created})
        head = workbook.add_format({"bold": True, "valign": "top"})
        text = workbook.add_format({"num_format": "@", "valign": "top"})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        sheet = workbook.add_worksheet(FIGURES)
        sheet.write_row(0, 0, COLUMNS, head)
        number = 0
        for number, row in enumerate((row for draft in drafts for row in _rows(draft)), start=1):
            for place, cell in enumerate(row):
                if cell is not None:
                    sheet.write(number, place, cell, text if COLUMNS[place] in _TEXT else wrapped)
        for place, name in enumerate(COLUMNS):
            style = text if name in _TEXT else wrapped
            sheet.set_column(place, place, _WIDTHS.get(name, 14), style)
        sheet.freeze_panes(1, len(KEYS))
        sheet.autofilter(0, 0, number, len(COLUMNS) - 1)
        about = workbook.add_worksheet(ABOUT)
        about.set_column(0, 0, 24, head)
        about.set_column(1, 1, 90, wrapped)
        for line, told in enumerate(_about(drafts)):
            about.write_row(line, 0, told)
        _add_lists(sheet, workbook.add_worksheet(LISTS), max(number, 1), head, drafts)
    return file.getvalue()


def state_key(drafts: Sequence[Draft]) -> str:
    """16 hex digits that change with any figure or verdict."""
    digest = hashlib.sha256()
    for one in (one for draft in drafts for one in figures(draft)):
        digest.update(f"{json_of(cells(one.figure))} {one.verdict} {one.reason}\n".encode())
    return digest.hexdigest()[:16]


def cell_of(figure: Figure, column: str) -> Any:
    """What stands in a column that can be changed: dates as text, partial ones too."""
    value = getattr(figure, column)
    if column == "date" and value is None:
        return figure.date_partial
    return value.isoformat() if isinstance(value, datetime.date) else value


def _rows(draft: Draft) -> Iterator[list[Any]]:
    doubtful = doubts(draft)
    for one in figures(draft):
        figure = one.figure
        told = {
            "bulletin_id": draft.bulletin_id,
            "figure_id": figure.figure_id,
            "decision": VERDICTS[one.verdict],
            "reason": one.reason or None,
            "doubts": ", ".join(doubtful.get(figure.figure_id, ())) or None,
            "sentence": _sentence(draft, figure),
            "mention": figure.mention,
        }
        yield [told[name] if name in told else cell_of(figure, name) for name in COLUMNS]


def _sentence(draft: Draft, figure: Figure) -> str | None:
    if draft.text is None:
        return None
    begin, end = sentence_of(draft.text, figure.start, figure.end)
    return draft.text[begin:end][:_LONGEST]


def _about(drafts: Sequence[Draft]) -> Iterator[tuple[str, str]]:
    yield "what this is", "Figures of bulletins under review: a row each"
    yield "decision", "accept, reject, or empty for a figure that is still open"
    yield "reason", "why a figure is rejected: a key of the list, or words"
    yield "what can be changed", ", ".join(CHANGED)
    yield "what cannot", "All other columns; rows may be sorted, hidden and left out"
    yield "how it goes back", "python -m xi_data review import THIS.xlsx PACKAGE --output NEW.zip"
    yield "bulletins", ", ".join(draft.bulletin_id for draft in drafts)
    yield STATE, state_key(drafts)


def _add_lists(
    sheet: Worksheet, lists: Worksheet, last: int, head: Any, drafts: Sequence[Draft]
) -> None:
    """Drop-downs of the sheet of figures, and the sheet that holds what they offer."""

    def keys_of(table: str) -> list[str]:
        return list(dict.fromkeys(key for draft in drafts for key in draft.vocabulary(table)))

    offered = {
        "decision": ["accept", "reject"],
        "reason": keys_of("excuse_reasons"),
        **{column: keys_of(table) for column, table in VOCABULARIES.items()},
    }
    for place, (column, keys) in enumerate(offered.items()):
        lists.write(0, place, column, head)
        lists.write_column(1, place, keys)
        letter = chr(ord("A") + place)
        at = COLUMNS.index(column)
        rule = {
            "validate": "list",
            "source": f"={LISTS}!${letter}$2:${letter}${len(keys) + 1}",
            "error_title": column,
            "error_message": f"One of the sheet {LISTS}, column {column}, or nothing",
            "error_type": "information" if column == "reason" else "stop",
        }
        sheet.data_validation(1, at, last, at, rule)

"""XLSX: printed figures, computed figures and what they are, each on a sheet of its own."""

import datetime
import io
import unicodedata

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format

from xi_data.publish import cells
from xi_data.publish.download import Download

_WIDEST = 48
"""Columns, in characters: a note wider than this runs into the next cell or is cut off."""

OPTIONS = {
    "in_memory": True,
    # A cell is what its type says: text that looks like a formula or a link stays text.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


def xlsx_bytes(download: Download) -> bytes:
    """A workbook with the sheets figures or checks, computed (if there are any) and about.

    Numbers and dates are typed, missing cells blank. The same download gives the same bytes.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as workbook:
        # The time of creation would differ from one click to the next.
        workbook.set_properties(
            {"created": datetime.datetime.combine(download.date, datetime.time())}
        )
        bold = workbook.add_format({"bold": True})
        _add_table(workbook, download.name, download.records, bold)
        if not download.computed.empty:
            _add_table(workbook, "computed", download.computed, bold)
        _add_about(workbook, download.about, bold)
    return file.getvalue()


def _add_table(
    workbook: xlsxwriter.Workbook, name: str, frame: pd.DataFrame, header: Format
) -> None:
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, frame.columns, header)
    rows = list(cells.rows(frame))
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    for number, column in enumerate(frame.columns):
        sheet.set_column(number, number, _width([column, *(row[number] for row in rows)]))


def _add_about(workbook: xlsxwriter.Workbook, about: dict[str, str], bold: Format) -> None:
    sheet = workbook.add_worksheet("about")
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _width(list(about)))
    sheet.set_column(1, 1, 2 * _WIDEST, wrapped)
    for number, (key, words) in enumerate(about.items()):
        sheet.write(number, 0, key, bold)
        sheet.write(number, 1, words, wrapped)


def _width(column: list[cells.Cell]) -> int:
    """Width that shows every cell, up to _WIDEST; a Chinese character takes two places."""
    texts = ["" if cell is None else str(cell) for cell in column]
    return min(_WIDEST, 2 + max(sum(map(_cell_width, text)) for text in texts))


def _cell_width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "FW" else 1

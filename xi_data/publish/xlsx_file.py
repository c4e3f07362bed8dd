"""XLSX: figures to be read, then as data, what we computed, the dictionary, what the file is."""

import datetime
import io
import unicodedata

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format

from xi_data.locale import translator
from xi_data.publish import cells
from xi_data.publish.about_names import about_names
from xi_data.publish.download import Context, Download
from xi_data.record.workbooks import OPTIONS

_WIDEST = 48
"""Columns, in characters: a note wider than this runs into the next cell or is cut off."""

_READ = {"text_wrap": True, "valign": "top", "num_format": "#,##0"}
"""A cell of the sheet to be read: a whole number prints no point."""


def xlsx_bytes(download: Download) -> bytes:
    """A workbook: a sheet to be read, in the order and the language of the page; then figures with
    the columns of data/figures.csv, computed (if there is any), dictionary and about. Checks are
    words as they are: a sheet of them, and about.

    Numbers and dates are typed, missing cells blank. The same download gives the same bytes.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as workbook:
        # The time of creation would differ from one click to the next.
        workbook.set_properties(
            {"created": datetime.datetime.combine(download.date, datetime.time())}
        )
        t = translator(download.lang)
        bold = workbook.add_format({"bold": True, "valign": "top"})
        if len(download.readable.columns):
            _add_table(workbook, t("For reading"), download.readable, bold, wrapped=True)
        _add_table(workbook, download.name, download.records, bold)
        if not download.computed.empty:
            _add_table(workbook, "computed", download.computed, bold)
        if download.context:
            _add_table(workbook, "dictionary", _dictionary(download.context), bold)
        named = about_names(t)
        _add_about(workbook, {named[key]: said for key, said in download.about.items()}, bold)
    return file.getvalue()


def _add_table(
    workbook: xlsxwriter.Workbook,
    name: str,
    frame: pd.DataFrame,
    header: Format,
    wrapped: bool = False,
) -> None:
    """A sheet that can be filtered. wrapped: long words go on in a second line, thousands are
    grouped."""
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, frame.columns, header)
    rows = list(cells.rows(frame))
    read = workbook.add_format(_READ) if wrapped else None
    broken = workbook.add_format(_READ | {"num_format": "#,##0.##"}) if wrapped else None
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell, broken if isinstance(cell, float) else read)
    for number, column in enumerate(frame.columns):
        width = _width([column, *(row[number] for row in rows)])
        sheet.set_column(number, number, width, read)
    sheet.autofilter(0, 0, len(rows), len(frame.columns) - 1)


def _dictionary(context: Context) -> pd.DataFrame:
    """What the columns of the sheet of figures mean, in the order of the columns."""
    columns = context.dictionary[context.dictionary["table_name"] == "figures"]
    named = {"column_name": "column", "data_type": "type", "column_comment": "meaning"}
    return columns[list(named)].rename(columns=named)


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

"""CSV that Excel opens in the right encoding, and without running any cell."""

import re

import pandas as pd

from xi_data.publish import cells
from xi_data.publish.download import Download

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters by which a spreadsheet takes text for a formula, the wide ones in East Asia.

Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
"""

_QUOTED = re.compile('[",\r\n]')
"""What puts a cell in quotation marks: RFC 4180, section 2.6.

csv.writer leaves a carriage return bare where rows end in a line feed (Python 3.11): a spreadsheet
would begin a new row there.
"""


def csv_bytes(download: Download) -> bytes:
    """The records as UTF-8 with a byte order mark, lines ended by one line feed.

    Numbers without grouping, whole ones without a point; dates as YYYY-MM-DD; missing cells empty.
    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers never do.
    """
    return csv_head(download.records) + csv_rows(download.records)


def csv_head(records: pd.DataFrame) -> bytes:
    """The first line, with the names of the columns."""
    # Without the mark Excel reads a CSV in the code page of the system and garbles Chinese.
    return (",".join(map(_printed, records.columns)) + "\n").encode("utf-8-sig")


def csv_rows(records: pd.DataFrame) -> bytes:
    """The other lines."""
    return "".join(",".join(map(_printed, line)) + "\n" for line in cells.rows(records)).encode()


def _printed(cell: cells.Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    return '"{}"'.format(text.replace('"', '""')) if _QUOTED.search(text) else text

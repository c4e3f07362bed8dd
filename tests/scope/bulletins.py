"""The bulletins of these tests: the three, and a fourth that holds nothing but one figure."""

import csv
import re
from pathlib import Path

from tests import three_bulletins
from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from xi_data.record.tables import TABLES

ONE_FIGURE = ("one-figure-2022-01",)
EVERY = (*SHIPPED, *COPY, *MADE_UP, *ONE_FIGURE)

_FIGURE = {
    "figure_id": "stalls-shut",
    **dict(start="4", end="6", mention="9家", context_hash="0123456789abcdef"),
    **dict(paragraph="1", kind="quantity", value="9", value_low="9", value_high="9"),
    **dict(printed_step="1", qualifier="exact", unit="place", unit_printed="家", topic="closure"),
    **dict(status="closed", subject="攤位", label_en="Stalls shut", label_zh="关停摊位"),
}
_ROWS = {
    "bulletins": {
        **dict(title_en="Invented notice from Linhe Township", title_zh="虚构的林河乡通知"),
        **dict(place_en="Linhe Township, an invented place", place_zh="林河乡（虚构）"),
        **dict(place_short_en="Linhe Township", place_short_zh="林河乡"),
        **dict(latest_date="2022-01-09", language="zh", sha256="1" * 64),
        **dict(code_points="8", paragraphs="1"),
    },
    "paragraphs": {
        **dict(paragraph="1", start="0", end="8", role="body"),
        **dict(label_en="Stalls", label_zh="摊位"),
    },
    "figures": _FIGURE,
}


def write(folder: Path) -> Path:
    """A data folder with the four; return where it is."""
    data = three_bulletins.write(folder)
    for table, row in _ROWS.items():
        file = data / TABLES[table]
        with file.open(encoding="utf-8", newline="") as lines:
            header = next(csv.reader(lines))
        with file.open("a", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, header, restval="", lineterminator="\n")
            writer.writerow({"bulletin_id": ONE_FIGURE[0], **row})
    return data


def as_shipped(text: str) -> str:
    """What is said of the copy, as it would be said of the shipped bulletin."""
    [copy], [shipped] = COPY, SHIPPED
    named, further = f"bulletin={copy}", "(?:&amp;|&)"
    text = re.sub(rf"(?<=[?]){named}{further}|[?]{named}(?!&)|{further}{named}", "", text)
    return text.replace(f"{copy}:", "").replace(f"{copy}-", "xi-county-").replace(copy, shipped)

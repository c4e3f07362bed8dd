"""Short notices that we made up, added to a data folder: a few figures each, nothing else."""

import csv
from pathlib import Path
from typing import Any

from xi_data.record.tables import TABLES

SHUT = dict(topic="closure", category="karaoke", status="closed", unit="establishment")
"""What most of their figures count."""


def add(
    data: Path,
    bulletin: str,
    *figures: dict[str, Any],
    place: str = "",
    published: str = "",
    relations: tuple[tuple[str, str, str], ...] = (),
) -> tuple[str, ...]:
    """Add a bulletin; return its scope. place: its key, where not said.

    figures: what differs from 3 exact venues shut; the first is called f1. A qualifier is given
    with its bounds. relations: figure, relation and other.
    """
    place = place or bulletin
    _append(
        data,
        "bulletins",
        bulletin_id=bulletin,
        **{
            f"{name}_{lang}": place
            for name in ("title", "place", "place_short")
            for lang in ("en", "zh")
        },
        published=published,
        language="zh",
        sha256=f"{len(bulletin):x}".rjust(64, "0"),
        code_points=1000,
        paragraphs=1,
    )
    where = dict(start=0, end=1000, role="body", label_en="All", label_zh="全文")
    _append(data, "paragraphs", bulletin_id=bulletin, paragraph=1, **where)
    for number, differs in enumerate(figures, start=1):
        value = differs.get("value", 3)
        figure = {
            **dict(value_low=value, value_high=value, mention=f"{value}家", context_hash="0" * 16),
            **dict(figure_id=f"f{number}", start=10 * number, end=10 * number + 4, paragraph=1),
            **dict(kind="quantity", value=value, printed_step=1, qualifier="exact"),
            **dict(unit_printed="家", subject="", label_en="Counted", label_zh="计数"),
            **SHUT,
            **differs,
        }
        figure["end"] = figure["start"] + len(figure["mention"])
        _append(data, "figures", bulletin_id=bulletin, **figure)
    for figure_id, relation, other in relations:
        pair = dict(figure_id=figure_id, other_id=other, relation=relation, basis="printed")
        _append(data, "relations", bulletin_id=bulletin, **pair)
    return (bulletin,)


def _append(data: Path, table: str, **row: Any) -> None:
    file = data / TABLES[table]
    with file.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    with file.open("a", encoding="utf-8", newline="") as lines:
        csv.DictWriter(lines, header, restval="", lineterminator="\n").writerow(row)

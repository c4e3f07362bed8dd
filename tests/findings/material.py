"""Bulletins made of the shipped figures by one change each, and what views say of them.

Each is a case that findings must bear: one row, none, one group, no category, hedges of every kind,
no value. All are in one data folder, so that one database serves every test.
"""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.three_bulletins import SHIPPED
from xi_data.record.tables import DATA, TABLES

Row = dict[str, str]


def _bounds(row: Row) -> Row:
    """The bounds that the qualifier states."""
    value, qualifier = row["value"], row["qualifier"]
    low = value if qualifier in ("exact", "over", "at_least") else ""
    high = value if qualifier in ("exact", "nearly", "under", "at_most") else ""
    return row | {"value_low": low, "value_high": high}


def _hedged(*qualifiers: str) -> Callable[[list[Row]], list[Row]]:
    """Every number hedged by one of the qualifiers, one after the other."""

    def change(rows: list[Row]) -> list[Row]:
        return [
            row
            if row["kind"] == "date"
            else _bounds(row | {"qualifier": qualifiers[place % len(qualifiers)]})
            for place, row in enumerate(rows)
        ]

    return change


def _first_of_each_topic(rows: list[Row]) -> list[Row]:
    return list({row["topic"]: row for row in reversed(rows)}.values())


def _one_group(rows: list[Row]) -> list[Row]:
    first = {row["topic"]: row["category"] for row in reversed(rows)}
    return [row | {"category": first[row["topic"]]} for row in rows]


def _without_value(row: Row) -> Row:
    if row["kind"] == "date":
        return row
    empty = dict.fromkeys(("value", "value_low", "value_high", "printed_step"), "")
    return row | empty | {"kind": "vague", "qualifier": "about"}


CASES: dict[str, Callable[[list[Row]], list[Row]]] = {
    "one-row": _first_of_each_topic,
    "no-row": lambda rows: [],
    "one-group": _one_group,
    "no-category": lambda rows: [row | {"category": ""} for row in rows],
    "no-status": lambda rows: [row | {"status": ""} for row in rows],
    "no-date": lambda rows: [
        row | {"as_of": "", "as_of_basis": ""} for row in rows if row["kind"] != "date"
    ],
    "no-value": lambda rows: [_without_value(row) for row in rows],
    "every-other-value": lambda rows: [
        _without_value(row) if place % 2 else row for place, row in enumerate(rows)
    ],
    "zero": lambda rows: [
        row if row["kind"] == "date" else _bounds(row | {"value": "0"}) for row in rows
    ],
    "over": _hedged("over"),
    "under": _hedged("under"),
    "about": _hedged("about"),
    "all-hedges": _hedged("over", "about", "under"),
}
"""Key of a bulletin to what was done to the shipped figures."""


def write(folder: Path) -> Path:
    """A data folder with the shipped bulletin and one for each case."""
    data = Path(shutil.copytree(DATA, folder / "cases"))
    kept = {case: {row["figure_id"] for row in _figures(case)} for case in CASES}
    for table, file in TABLES.items():
        rows = _read(data / file)
        if "bulletin_id" not in rows[0]:
            continue
        changed = [
            row | {"bulletin_id": case}
            for case in CASES
            for row in (_figures(case) if table == "figures" else rows)
            if _named(row) <= kept[case]
        ]
        with (data / file).open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows + changed)
    return data


def _named(row: Row) -> set[str]:
    """Figures that a row of another table speaks of, in its keys or in braces in its words."""
    keys = {row[key] for key in ("figure_id", "other_id") if key in row}
    return keys | set(re.findall(r"{(.+?)}", row.get("text_en", "")))


def _figures(case: str) -> list[Row]:
    return CASES[case](_read(DATA / TABLES["figures"]))


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row.get("bulletin_id", SHIPPED[0]) for row in rows} == set(SHIPPED)
    return rows

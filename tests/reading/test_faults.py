"""Faults that were found in the reader, by kind, in the folder ../reader of XI_BULLETINS."""

import csv
import os
from pathlib import Path

import pytest

from xi_data.reading.extract import extract

PUBLISHED = "2020-03"


@pytest.fixture(scope="module")
def faults() -> list[dict[str, str]]:
    folder = os.environ.get("XI_BULLETINS")
    if not folder:
        pytest.skip("not run: XI_BULLETINS names no folder with ../reader/faults.csv beside it")
    file = Path(folder).resolve().parent / "reader" / "faults.csv"
    if not file.is_file():
        pytest.fail(f"XI_BULLETINS={folder}, but there is no {file}")
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def is_mended(fault: dict[str, str]) -> bool:
    """Whether the sentence holds the listed figure, or none where none is listed."""
    found = extract(fault["sentence"], published=PUBLISHED)
    if not fault["mention"]:
        return found == []
    [*same] = [one for one in found if one.mention == fault["mention"]]
    if len(same) != 1:
        return False
    [one] = same
    if one.kind == "date":
        return one.printed_date == fault["value"]
    bounds = (number(fault["value"]), number(fault["low"]), number(fault["high"]))
    said = (one.value, one.value_low, one.value_high)
    return (said, one.unit, one.qualifier) == (bounds, fault["unit"], fault["qualifier"])


def test_no_fault_of_the_list_is_left(faults):
    assert len(faults) > 50
    failing = [
        f"line {line}: {fault['kind']}"
        for line, fault in enumerate(faults, start=2)
        if not is_mended(fault)
    ]
    assert failing == []

"""The bulletins that a person read, and how many of their figures a tool finds."""

import csv
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

Result = tuple[int, int, list[str]]  # half-open place in the text, and the values that it may mean


class Figure(NamedTuple):
    """value is a number, or an ISO day or month."""

    start: int
    end: int
    value: str


class Bulletin(NamedTuple):
    text: str
    published: str
    figures: list[Figure]


class Count(NamedTuple):
    """Figures that have a result in their very place, with their value in that place, and with
    their value in any result that overlaps them; and how many results there are."""

    exact: int
    in_place: int
    overlap: int
    results: int


def article() -> str:
    return _folder().joinpath("xi.txt").read_text(encoding="utf-8")


def bulletins() -> list[Bulletin]:
    """The dev bulletins below XI_BULLETINS; none where it is not set."""
    dev = _folder() / "dev"
    if not (dev / "index.csv").exists():
        return []
    return [
        Bulletin(
            (dev / row["file"]).read_text(encoding="utf-8"),
            row["published"].split()[0],  # a remark may follow
            [
                Figure(int(figure["start"]), int(figure["end"]), figure["value"])
                for figure in _rows((dev / row["file"]).with_suffix(".csv"))
            ],
        )
        for row in _rows(dev / "index.csv")
    ]


def counted(pairs: Iterable[tuple[Bulletin, list[Result]]]) -> Count:
    """Counts over bulletins, each with what a tool found in it."""
    exact = in_place = overlap = results = 0
    for bulletin, found in pairs:
        results += len(found)
        for start, end, value in bulletin.figures:
            near = [result for result in found if result[0] < end and start < result[1]]
            there = [result for result in near if (result[0], result[1]) == (start, end)]
            exact += bool(there)
            in_place += any(_says(result, value) for result in there)
            overlap += any(_says(result, value) for result in near)
    return Count(exact, in_place, overlap, results)


def _says(result: Result, value: str) -> bool:
    """Whether one of its values is the number, or a day within the date."""
    told = result[2]
    if "-" in value[1:]:
        return any(one.startswith(value) for one in told)
    for one in told:
        with suppress(ValueError):
            if abs(float(one) - float(value)) <= 1e-9 * abs(float(value)):
                return True
    return False


def _folder() -> Path:
    return Path(os.environ.get("XI_BULLETINS", "no folder"))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))

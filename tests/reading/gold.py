"""Bulletins with answers made by hand, and how well the reader agrees with them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from xi_data.reading.extract import Candidate, extract


@dataclass
class Score:
    """Counts over some bulletins; the rest follows from them.

    placed: figures found at their exact place; valued, topped: those with the right value (or
    date), and with the right topic, of which dates have none.
    """

    wanted: int = 0
    found: int = 0
    placed: int = 0
    valued: int = 0
    counted: int = 0
    topped: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.placed / (self.wanted + self.found)

    @property
    def values(self) -> float:
        return self.valued / self.placed

    @property
    def topics(self) -> float:
        return self.topped / self.counted

    def add(self, text: str, published: str, answers: list[dict[str, str]]) -> None:
        """Read one bulletin; vague counts, which the answers leave out, count for nothing."""
        found = [one for one in extract(text, published=published) if one.kind != "vague"]
        by_place = {(int(row["start"]), int(row["end"])): row for row in answers}
        self.wanted += len(by_place)
        self.found += len(found)
        for candidate in found:
            row = by_place.get((candidate.start, candidate.end))
            if row:
                self.placed += 1
                self.valued += has_value(candidate, row["value"])
                if candidate.kind != "date":
                    self.counted += 1
                    self.topped += candidate.topic == row["topic"]


def has_value(candidate: Candidate, value: str) -> bool:
    if candidate.kind == "date":
        return candidate.printed_date == value
    return candidate.value is not None and abs(candidate.value - float(value)) < 1e-9


def score(folder: Path) -> Score:
    """Score over all bulletins of a folder: NN.txt, NN.csv, and index.csv with file, published."""
    total = Score()
    for file, published in bulletins(folder):
        total.add(text_of(file), published, rows(file.with_suffix(".csv")))
    return total


def bulletins(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each bulletin's file with the date it was published, without remarks on that."""
    for row in rows(folder / "index.csv"):
        yield folder / row["file"], row["published"].split()[0]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def text_of(file: Path) -> str:
    """Text of a file with its line ends as they are."""
    with file.open(encoding="utf-8", newline="") as lines:
        return lines.read()

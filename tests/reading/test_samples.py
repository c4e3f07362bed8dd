"""The reader on bulletins that we invented, which are always at hand."""

from pathlib import Path

import pytest

from tests.reading.gold import bulletins, rows, score, text_of
from xi_data.reading.extract import read
from xi_data.reading.text import NUMERAL

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = [file for file, _ in bulletins(SAMPLES)]

every_sample = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def answers(file: Path) -> list[dict[str, str]]:
    return [*rows(file.with_suffix(".csv")), *rows(file.with_name(f"{file.stem}_non.csv"))]


def test_places_values_and_topics_are_right():
    found = score(SAMPLES)
    assert found.wanted > 600
    assert found.f1 >= 0.95
    assert found.values >= 0.99
    assert found.topics >= 0.80


@every_sample
def test_qualifiers_and_units_are_right(file):
    published = dict(bulletins(SAMPLES))[file]
    by_place = {(one.start, one.end): one for one in read(text_of(file), published=published)[0]}
    pairs = [
        (row, by_place[place])
        for row in rows(file.with_suffix(".csv"))
        if (place := (int(row["start"]), int(row["end"]))) in by_place
    ]
    for column in ("qualifier", "unit"):
        wrong = [row["mention"] for row, one in pairs if getattr(one, column) != row[column]]
        assert len(wrong) <= len(pairs) / 10, (column, wrong)


@every_sample
def test_what_counts_nothing_is_not_read(file):
    """At most two of all numerals of a bulletin that count nothing are taken for figures."""
    published = dict(bulletins(SAMPLES))[file]
    found = [one for one in read(text_of(file), published=published)[0] if one.kind != "vague"]
    taken = [
        row["mention"]
        for row in rows(file.with_name(f"{file.stem}_non.csv"))
        if row["reason"] != "vague number"
        and any(one.start < int(row["end"]) and int(row["start"]) < one.end for one in found)
    ]
    assert len(taken) <= 2, taken


@every_sample
def test_the_answers_are_those_of_the_text(file):
    text = text_of(file)
    listed = sorted((int(row["start"]), int(row["end"]), row["mention"]) for row in answers(file))
    assert [text[start:end] for start, end, _ in listed] == [mention for *_, mention in listed]
    for numeral in NUMERAL.finditer(text):
        holders = [one for one in listed if one[0] <= numeral.start() and numeral.end() <= one[1]]
        assert len(holders) == 1, numeral

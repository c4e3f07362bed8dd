"""The reader on twenty bulletins of other kinds, which we invented before the rules knew them."""

from pathlib import Path

import pytest

from tests.reading.gold import bulletins, rows, score, text_of
from tests.reading.test_samples import answers
from xi_data.reading.extract import Candidate, extract
from xi_data.reading.text import NUMERAL

GENRES = Path(__file__).parent / "genres"
FILES = [file for file, _ in bulletins(GENRES)]
GUESSES = ("topic", "category", "status", "unit")


@pytest.fixture(scope="module")
def pairs() -> list[tuple[dict[str, str], Candidate]]:
    """Each answer that is read at its place, with what was read there."""
    found = []
    for file, published in bulletins(GENRES):
        by_place = {
            (one.start, one.end): one for one in extract(text_of(file), published=published)
        }
        for row in rows(file.with_suffix(".csv")):
            one = by_place.get((int(row["start"]), int(row["end"])))
            if one:
                found.append((row, one))
    return found


def test_places_and_values_are_right():
    found = score(GENRES)
    assert found.wanted > 630
    assert found.f1 >= 0.97
    assert found.values >= 0.99


@pytest.mark.parametrize(("column", "least"), [("unit", 0.97), ("qualifier", 0.97)])
def test_units_and_qualifiers_are_right(pairs, column, least):
    right = sum(getattr(one, column) == row[column] for row, one in pairs)
    assert right >= least * len(pairs)


@pytest.mark.parametrize("column", GUESSES)
def test_what_is_not_marked_unsure_is_right(pairs, column):
    sure = [(row, one) for row, one in pairs if column not in (one.unsure or "").split()]
    right = sum((getattr(one, column) or "") == row[column] for row, one in sure)
    assert right >= 0.95 * len(sure)


def test_at_most_a_third_is_marked_unsure(pairs):
    assert sum(bool(one.unsure) for _, one in pairs) <= len(pairs) / 3


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_answers_are_those_of_the_text(file):
    text = text_of(file)
    listed = [(int(row["start"]), int(row["end"]), row["mention"]) for row in answers(file)]
    assert [text[start:end] for start, end, _ in listed] == [mention for *_, mention in listed]
    for numeral in NUMERAL.finditer(text):
        holders = [one for one in listed if one[0] <= numeral.start() and numeral.end() <= one[1]]
        assert len(holders) == 1, numeral

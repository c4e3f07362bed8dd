"""The reader on real bulletins, where they are at hand; failures quote no sentence."""

import os
from pathlib import Path

import pytest

from tests.reading.gold import score
from xi_data.reading.extract import Candidate, read
from xi_data.reading.text import GLOSS, simplified
from xi_data.record.figures import read_excused, read_figures

PUBLISHED = "2020-02"
FIGURES = read_figures()


@pytest.fixture(scope="module")
def simplified_copy(article) -> tuple[str, list[int]]:
    """The article in Simplified characters without glosses, and where each place of it came to."""
    places, kept = [], []
    end = 0
    for gloss in [*GLOSS.finditer(article), None]:
        begin = gloss.start() if gloss else len(article)
        places += range(len(kept), len(kept) + begin - end)
        kept += article[end:begin]
        if gloss:
            places += [len(kept)] * len(gloss.group())
            end = gloss.end()
    return simplified("".join(kept)), [*places, len(kept)]


def said(candidate: Candidate) -> tuple:
    value = candidate.printed_date if candidate.kind == "date" else candidate.value
    bounds = (candidate.value_low, candidate.value_high)
    return (value, *bounds, candidate.qualifier, candidate.kind, candidate.unit)


def expected(figure) -> tuple:
    value = figure.date.isoformat() if figure.date else figure.value
    return (value, figure.value_low, figure.value_high, figure.qualifier, figure.kind, figure.unit)


def disagreeing(found: list[Candidate], places) -> list[str]:
    """Figures whose place, value, bounds, qualifier, kind or unit the reader has otherwise."""
    by_place = {(one.start, one.end): one for one in found}
    return [
        figure.figure_id
        for figure, place in zip(FIGURES, places, strict=True)
        if place not in by_place or said(by_place[place]) != expected(figure)
    ]


def test_every_figure_of_the_article_is_read(article):
    found, _ = read(article, published=PUBLISHED)
    places = [(figure.start, figure.end) for figure in FIGURES]
    assert disagreeing(found, places) == []
    assert len(found) <= len(FIGURES) + 1
    assert [one.mention for one in found] == [article[one.start : one.end] for one in found]


def test_every_figure_is_read_from_a_simplified_copy_without_glosses(simplified_copy):
    text, moved = simplified_copy
    found, _ = read(text, published=PUBLISHED)
    places = [(moved[figure.start], moved[figure.end]) for figure in FIGURES]
    assert disagreeing(found, places) == []
    assert len(found) <= len(FIGURES) + 1


def test_topics_categories_and_dates_of_the_article(article):
    by_place = {(one.start, one.end): one for one in read(article, published=PUBLISHED)[0]}
    pairs = [(figure, by_place[figure.start, figure.end]) for figure in FIGURES]
    counted = [(figure, one) for figure, one in pairs if figure.kind != "date"]
    assert sum(one.topic == figure.topic for figure, one in counted) >= 0.9 * len(counted)
    assert sum(one.category == figure.category for figure, one in counted) >= 0.8 * len(counted)
    stated = {figure.figure_id for figure in FIGURES if figure.as_of_basis == "stated"}
    assert {figure.figure_id for figure, one in pairs if one.as_of_basis == "stated"} == stated


def test_what_is_excused_in_the_article_is_refused(article):
    found, refused = read(article, published=PUBLISHED)
    places = [(one.start, one.end) for one in refused]
    read_as_figures = [
        (excused.start, excused.mention)
        for excused in read_excused()
        if any(one.start < excused.end and excused.start < one.end for one in found)
    ]
    assert read_as_figures == []
    unlisted = [
        (excused.start, excused.mention)
        for excused in read_excused()
        if not any(start < excused.end and excused.start < end for start, end in places)
    ]
    assert unlisted == []


def test_the_bulletins_that_the_rules_were_made_on():
    folder = os.environ.get("XI_BULLETINS")
    if not folder:
        pytest.skip("not run against real bulletins: XI_BULLETINS names no folder that holds dev/")
    bulletins = Path(folder) / "dev"
    if not bulletins.is_dir():
        pytest.fail(f"XI_BULLETINS={folder} holds no folder dev")
    found = score(bulletins)
    assert found.wanted > 190
    assert found.f1 >= 0.95
    assert found.values >= 0.99
    assert found.topics >= 0.80

"""Source: where the figures stand, and what was found in a copy of the text."""

import pytest

from tests.findings.conftest import requested
from tests.three_bulletins import SHIPPED
from xi_data.findings import source
from xi_data.findings.story import gathered
from xi_data.matching.align import verify
from xi_data.record.figures import read_excused, read_figures
from xi_data.record.tables import DATA
from xi_data.views import VIEWS


@pytest.fixture
def of(cases, lang):
    question = requested(cases, "source", lang=lang).question
    return gathered(cases, question, VIEWS["source"].rows)


def held(text: str):
    [bulletin] = SHIPPED
    return verify(text, read_figures(DATA, bulletin), read_excused(DATA, bulletin))


def test_figures_stand_in_some_of_the_paragraphs(told):
    story = told("source")
    assert story.finding == "120 figures appear in 16 of the article’s 39 paragraphs"
    assert [cell.number for cell in story.cells] == ["120", "54", "6,220"]
    assert told("source", family=["money"]).finding == "13 of 120 figures are in this selection"


def test_a_text_that_is_another_holds_none(of):
    story = source.of_copy(of, held("昨日收到12筐梨。"))
    assert [cell.number for cell in story.cells] == ["0", "0", "120", "1", "0"]
    assert "120" in story.finding


def test_the_article_holds_all(of, article):
    story = source.of_copy(of, held(article))
    assert [cell.number for cell in story.cells] == ["120", "0", "0", "0", "54"]
    assert "120" in story.finding

"""What every view bears and what none may say: hedges kept, nothing across bulletins, no markup."""

import re
from dataclasses import replace

import pytest

from tests.findings.conftest import requested
from tests.findings.material import CASES
from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.findings import Cell, tell
from xi_data.locale import LANGUAGES, translator
from xi_data.record.qualifiers import open_sides
from xi_data.sums import Total
from xi_data.views import VIEWS

PAGES = [key for key, view in VIEWS.items() if view.thing != "id"]
BY_TURNS = [
    (view, case, list(LANGUAGES)[(at + number) % len(LANGUAGES)])
    for number, view in enumerate(PAGES)
    for at, case in enumerate(CASES)
]
"""Each page of each case in one language: every page and every case meets both."""

SUMMED = ("screening", "closures", "publicity")
NO_NUMBER = re.compile(r"\b(nan|inf|None|NaT)\b|\{\w*\}")


def words(story) -> list[str]:
    """Every sentence of a story."""
    cells = [part for cell in story.cells for part in (cell.number, cell.label, cell.source)]
    notes = [note.sentence for note in story.notes]
    return [story.finding, story.definition, story.how, *cells, *notes, story.first_words]


@pytest.mark.parametrize(("view", "case", "lang"), BY_TURNS)
def test_any_figures_are_borne_with_and_without_filters(cases, view, case, lang):
    t, bulletin = translator(lang), (case,)
    asked = [{}] + [
        {one.key: [str(choice)]}
        for one in VIEWS[view].filters(t, cases, bulletin)
        for choice in list(one.names)[:1]
    ]
    for one in asked:
        story = tell(cases, requested(cases, view, case, lang, **one).question)
        assert story.finding
        assert "Σ" not in story.finding[:2], "a title begins with a word"
        assert [said for said in words(story) if NO_NUMBER.search(said)] == []
        if view not in ("overview", "checks", "about"):  # whose first figure is an example, or none
            assert story.first in set(story.order) or (story.first == "" and story.rows.empty)
        if not one:
            assert not story.active


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("view", SUMMED)
def test_a_sum_is_hedged_as_its_parts_are(told, view, case):
    story = told(view, case)
    by_value = story.every.dropna(subset="value").groupby("value")["qualifier"].agg(set)
    for one in story.sums:
        if not isinstance(one.value, Total) or len(one.value.parts) < 2:
            continue
        assert one.name
        assert one.value.value == sum(one.value.parts)
        if case in ("over", "under", "about"):
            expected = {"over": "at_least", "under": "at_most", "about": "about"}
            assert one.value.qualifier == expected[case]
        printed = [by_value[part] for part in one.value.parts if part in by_value]
        certain = [open_sides()[next(iter(one))] for one in printed if len(one) == 1]
        assert not {(True, False), (False, True)} <= set(certain), "over and under: no sum"


@pytest.mark.parametrize("view", [key for key in PAGES if VIEWS[key].several])
def test_several_bulletins_are_told_side_by_side_and_never_added(cases, view, lang):
    asked = {"bulletin": [*SHIPPED, "one-group"]}
    story = tell(cases, requested(cases, view, lang=lang, **asked).question)
    if not VIEWS[view].compares:  # which leaves out what only one of them gives
        assert len(story.rows) == 2 * len(cases(store.figures, SHIPPED, lang))
    assert story.sums == ()
    assert "9,486" not in " ".join(words(story))
    assert "702" not in " ".join(words(story))


@pytest.mark.parametrize("view", PAGES)
def test_the_shipped_figures_say_the_same_whatever_else_is_there(cases, connection, view, lang):
    alone = store.asker(connection)
    asked = requested(cases, view, lang=lang).question
    assert words(tell(cases, asked)) == words(tell(alone, asked))


@pytest.mark.parametrize(
    ("finding", "number", "left"),
    [
        ("351 venues shut: 136 for food", "136", False),
        ("Public money of over 2.5M", "> 2.5M", False),
        ("1,351 venues shut", "351", True),
        ("2 of 12 figures", "2", True),
        ("占 95.6%", "95.6%", False),
    ],
)
def test_a_headline_number_that_the_title_says_is_not_said_again(told, finding, number, left):
    story = replace(told("closures"), finding=finding, cells=[Cell(number, "words", "source")])
    assert bool(story.cells_beyond_title) == left


@pytest.mark.parametrize("view", PAGES)
def test_every_sum_names_the_figures_that_it_adds(told, view):
    """A citation of a sum says how many figures it is of."""
    story = told(view)
    said = [one.value for one in story.sums] + [cell.of for cell in story.cells]
    for one in said:
        if isinstance(one, Total):
            assert len(one.figures) >= len(one.parts)
            assert set(one.figures) <= set(story.every["figure_id"])

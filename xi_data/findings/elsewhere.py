"""Sums that stand on other pages, for whoever looks for such a number among all figures."""

from typing import NamedTuple

from xi_data.findings.story import Story
from xi_data.locale import Translator
from xi_data.publish.plain import unmarked
from xi_data.reading.search import matches
from xi_data.views import VIEWS
from xi_data.wording import SIGMA, SUM_SIGN, formula, result


class Elsewhere(NamedTuple):
    """A number that we computed on the page of a view: its name, how it comes about, the number."""

    view: str
    name: str
    formula: str
    number: str


def sums_of(t: Translator, story: Story) -> list[Elsewhere]:
    """What a view computes, as its page shows it: its sums, and other headline numbers with a Σ."""
    view = story.question.view
    found = [
        Elsewhere(view, one.name, formula(t, one.value), result(t, one.value)) for one in story.sums
    ]
    known = {one.number for one in found}
    return found + [
        Elsewhere(view, unmarked(cell.label), cell.source.removeprefix(SIGMA).strip(), cell.number)
        for cell in story.cells
        if cell.source.startswith(SIGMA) and cell.number not in known
    ]


def searched(t: Translator, every: list[Elsewhere], search: str) -> list[Elsewhere]:
    """Those that a search finds, by number, name, the sign Σ and the page's name."""
    return [
        one
        for one in every
        if matches(search, one.number, f"{SUM_SIGN} {one.name}", VIEWS[one.view].title(t))
    ]


def in_words(t: Translator, found: Elsewhere) -> str:
    """The number with how it comes about, and where it stands."""
    return t(
        "{sign} {number} · {name} ({formula}): our sum, on the page {page}",
        sign=SUM_SIGN,
        number=found.number,
        name=found.name,
        formula=found.formula,
        page=VIEWS[found.view].title(t),
    )

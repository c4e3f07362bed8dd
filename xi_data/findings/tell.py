"""Which module tells the story of which view."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from xi_data.findings import (
    about,
    all_figures,
    bounded_topics,
    checks,
    closures,
    compare,
    elsewhere,
    one_figure,
    organisation,
    overview,
    publicity,
    screening,
    source,
    supplies,
    timeline,
)
from xi_data.findings.bounded import Bounded
from xi_data.findings.story import Material, Story, gathered
from xi_data.locale import translator
from xi_data.memory import memoised
from xi_data.views import VIEWS, Query, Question
from xi_data.wording import with_unit

_STORIES: Mapping[str, Callable[[Material], Story]] = {
    "overview": overview.story,
    "screening": screening.story,
    "closures": closures.story,
    "supplies": supplies.story,
    "money": bounded_topics.money,
    "medical": bounded_topics.medical,
    "disinfection": bounded_topics.disinfection,
    "organisation": organisation.story,
    "publicity": publicity.story,
    "timeline": timeline.story,
    "figures": all_figures.story,
    "figure": one_figure.story,
    "source": source.story,
    "checks": checks.story,
    "compare": compare.story,
    "about": about.story,
}

_COUNTED = ("supplies", "organisation", "publicity", "figures")
"""Views whose finding about a selection says how many figures are in it, of whatever units, as
that of figures in panels does."""


def tell(query: Query, question: Question) -> Story:
    """What the view of a question says. query: asks one of store's queries."""
    of = gathered(query, question, VIEWS[question.view].rows)
    story = _STORIES[question.view](of)
    counted = question.view in _COUNTED or isinstance(story, Bounded)
    if of.narrowed and counted and story.first:
        story = replace(story, finding=_of_the_selection(of, story))
    if not question.typed or len(question.bulletins) > 1:  # many have more sums than can be made
        return story
    every = _sums_of_every_page(query, question.lang, question.bulletins)
    found = elsewhere.searched(translator(question.lang), every, question.typed)
    return replace(story, elsewhere=found)


@memoised
def _sums_of_every_page(
    query: Query, lang: str, bulletins: tuple[str, ...]
) -> list[elsewhere.Elsewhere]:
    return [
        found
        for view in VIEWS.values()
        if view.group == "topics"
        for found in elsewhere.sums_of(
            translator(lang), tell(query, Question(view.key, lang, bulletins))
        )
    ]


def _of_the_selection(of: Material, found: Story) -> str:
    """A finding that counts the rows of a selection, with the figure that is shown first."""
    rows = pd.concat([found.rows, found.beside])
    leading = rows.iloc[found.order.index(found.first)]
    figure = of.t.pair(leading["label"], with_unit(of.t, leading))
    if len(rows) == 1:
        return of.t("{selection}: {figure}", selection=found.finding, figure=figure)
    return of.t("{selection}, first {figure}", selection=found.finding, figure=figure)

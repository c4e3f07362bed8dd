"""Which module tells the story of which view."""

from collections.abc import Callable, Mapping

from xi_data.findings import (
    about,
    all_figures,
    bounded,
    checks,
    closures,
    one_figure,
    organisation,
    overview,
    publicity,
    screening,
    source,
    supplies,
    timeline,
)
from xi_data.findings.story import Material, Story, gathered
from xi_data.views import VIEWS, Query, Question

_STORIES: Mapping[str, Callable[[Material], Story]] = {
    "overview": overview.story,
    "screening": screening.story,
    "closures": closures.story,
    "supplies": supplies.story,
    "money": bounded.money,
    "medical": bounded.medical,
    "disinfection": bounded.disinfection,
    "organisation": organisation.story,
    "publicity": publicity.story,
    "timeline": timeline.story,
    "figures": all_figures.story,
    "figure": one_figure.story,
    "source": source.story,
    "checks": checks.story,
    "about": about.story,
}


def tell(query: Query, question: Question) -> Story:
    """What the view of a question says. query: asks one of store's queries."""
    return _STORIES[question.view](gathered(query, question, VIEWS[question.view].rows))

"""Counts of a corpus, remembered, and the choices of its facets in words."""

import datetime

from xi_data.corpora import queries
from xi_data.corpora.facets import Facet
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.corpora.queries import Counts
from xi_data.locale import Translator
from xi_data.ui.corpus import asking


def counted(corpus: Corpus, narrowing: Narrowing) -> Counts:
    """Figures of each choice of each facet under a narrowing."""
    return asking.remembered(corpus, narrowing, "counts", lambda: queries.counts(corpus, narrowing))


def names_of(t: Translator, facet: Facet, every: Counts) -> dict[str, str]:
    """Every choice of a facet in words: months the latest first, others by their figures."""
    found = {choice: number for (key, choice), number in every.of.items() if key == facet.key}
    if facet.key == "month":
        return {one: month_name(t, one) for one in sorted(found, reverse=True)}
    return {one: facet.named(t, one) for one in sorted(found, key=lambda one: (-found[one], one))}


def month_name(t: Translator, month: str) -> str:
    """A month of an index, YYYY-MM, in words."""
    return t.month(datetime.date.fromisoformat(f"{month}-01"))

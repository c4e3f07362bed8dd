"""The filters of a view, with the number of figures that each choice would give."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from xi_data import store
from xi_data.locale import Translator
from xi_data.ui.cards import family_icons
from xi_data.ui.data import ask, kept
from xi_data.views import VIEWS
from xi_data.views.filters import Filter


@kept
def facets(t: Translator, view: str) -> tuple[Filter, ...]:
    """The filters of a view of figures; choices over all figures are counted, topics coloured."""
    found = VIEWS[view].filters(t, ask)
    if VIEWS[view].query is not store.figures:
        return found
    icons = {"family": family_icons(t)}
    return tuple(
        replace(one, counts=_live(one.param.key), icons=icons.get(one.param.key, {}))
        for one in found
    )


def beside(t: Translator, view: str, every: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The figures that stand beside a view's rows and can be picked as they can."""
    return kept(VIEWS[view].beside)(ask, t.lang, every, rows)


def _live(facet: str) -> Callable[[dict[str, Any]], Mapping[str, int]]:
    def counts(values: dict[str, Any]) -> Mapping[str, int]:
        found = ask(store.counts, **values)
        return {choice: number for (one, choice), number in found.items() if one == facet}

    return counts

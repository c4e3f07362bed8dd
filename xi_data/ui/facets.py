"""Facets over all figures: choices with the number of figures that each would give."""

from collections.abc import Callable, Mapping
from typing import Any

from xi_data import store
from xi_data.locale import Translator
from xi_data.ui.cards import family_icons
from xi_data.ui.controls import filters
from xi_data.ui.data import ask, kept
from xi_data.ui.filters import Filter, Filters, choices, search


def facets(t: Translator) -> Filters:
    """Search, wording and topic at hand; status, unit, section and date in popovers."""
    return filters(
        t,
        search("search", t("Search"), t("a word or a number, English or Chinese")),
        choices("wording", t("Wording"), _offered(t)["wording"], counts=_live("wording")),
        topics(t),
        facet(t, "status", t("Status")),
        facet(t, "unit", t("Unit")),
        facet(t, "section", t("Section")),
        facet(t, "dated", t("Date")),
    )


def topics(t: Translator) -> Filter:
    """Families of topics at hand, each in its colour."""
    offered = _offered(t)["family"]
    return choices("family", t("Topic"), offered, counts=_live("family"), icons=family_icons(t))


def facet(t: Translator, key: str, label: str) -> Filter:
    """One facet in a popover."""
    return choices(key, label, _offered(t)[key], popover=True, counts=_live(key))


@kept
def _offered(t: Translator) -> dict[str, dict[str, str]]:
    """Facet to the choices that some figure has, in the order of the vocabularies."""
    found = ask(store.counts)
    names = ask(store.options, t.lang)
    names = names | {"dated": names["dated"] | {"none": t("no date printed")}}
    return {
        facet: {key: name for key, name in options.items() if (facet, key) in found}
        for facet, options in names.items()
    }


def _live(facet: str) -> Callable[[dict[str, Any]], Mapping[str, int]]:
    def counts(values: dict[str, Any]) -> Mapping[str, int]:
        found = ask(store.counts, **values)
        return {choice: number for (one, choice), number in found.items() if one == facet}

    return counts

"""Facets over all figures: choices with the number of figures that each would give."""

from collections.abc import Callable, Mapping
from typing import Any

from xi_data import store
from xi_data.locale import Translator
from xi_data.ui.cards import family_icons
from xi_data.ui.data import ask, kept
from xi_data.ui.filters import Filters, choices, filters, search


def facets(t: Translator) -> Filters:
    """Search, wording and topic at hand; status, unit, section and date in popovers."""
    offered = _offered(t)
    return filters(
        t,
        search("search", t("Search"), t("a word or a number, English or Chinese")),
        choices("wording", t("Wording"), offered["wording"], counts=_live("wording")),
        choices(
            "family",
            t("Topic"),
            offered["family"],
            counts=_live("family"),
            icons=family_icons(t),
        ),
        *(
            choices(facet, label, offered[facet], popover=True, counts=_live(facet))
            for facet, label in (
                ("status", t("Status")),
                ("unit", t("Unit")),
                ("section", t("Section")),
                ("dated", t("Date")),
            )
        ),
    )


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

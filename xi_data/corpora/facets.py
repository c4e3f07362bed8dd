"""The facets of a corpus, one row each: what its figures are narrowed and counted by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from xi_data.locale import Translator
from xi_data.reading.rule_tables import vocabulary


@dataclass(frozen=True)
class Facet:
    """One thing that figures are narrowed by.

    key: in addresses, and the column of the index, NULL where a figure has none of it. label: its
    name in a language. icon: Material symbol of the button that opens it. names: table that names
    its choices, "" where the corpus does. wordings: of choices that are in no vocabulary.
    """

    key: str
    label: Callable[[Translator], str]
    icon: str
    names: str = ""
    wordings: Callable[[Translator], Mapping[str, str]] = field(default=lambda t: {})

    def named(self, t: Translator, choice: str) -> str:
        """A choice in words."""
        row = vocabulary(self.names).get(choice, {}) if self.names else {}
        # Of a unit English names the many: it stands for a kind of figure.
        known = row.get("plural_en" if t.lang == "en" else "label_zh") or row.get(f"label_{t.lang}")
        return known or self.wordings(t).get(choice, choice)


FACETS = (
    Facet("topic", lambda t: t("Topic"), "category", "topics"),
    Facet("category", lambda t: t("Category"), "sell", "categories"),
    Facet("unit", lambda t: t("Unit"), "straighten", "units"),
    Facet("status", lambda t: t("Status"), "label", "statuses"),
    Facet("place", lambda t: t("Place"), "location_on"),
    Facet("month", lambda t: t("Published in"), "date_range"),
    Facet("publisher", lambda t: t("Publisher"), "newspaper"),
    Facet("wording", lambda t: t("How exact"), "format_quote", "qualifiers"),
    Facet(
        "guesses",
        lambda t: t("Guesses"),
        "help",
        wordings=lambda t: {"sure": t("Decided by words nearby"), "unsure": t("Doubtful")},
    ),
)
"""Every facet, in the order that they are offered in; documents give place, month and publisher."""

FACET = {one.key: one for one in FACETS}

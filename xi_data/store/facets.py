"""The facets of figures, one row each: what to filter by, and where its names come from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import duckdb

from xi_data.locale import Translator


@dataclass(frozen=True)
class Facet:
    """One thing that figures are narrowed and counted by.

    key: in addresses. column: SQL expression over described_figures, NULL where a figure has none
    of it. names: table that names its choices, the key in its first column. label: gives
    its name in a language. icon: Material symbol of the button that opens it; "" where its
    choices are all in sight.
    """

    key: str
    column: str
    names: str
    label: Callable[[Translator], str]
    icon: str
    several: bool = False


FACETS = (
    Facet("wording", "qualifier", "qualifiers", lambda t: t("How exact"), ""),
    Facet("family", "family", "families", lambda t: t("Topic"), ""),
    Facet("status", "status", "statuses", lambda t: t("Status"), "label"),
    Facet("unit", "unit", "units", lambda t: t("Unit"), "straighten"),
    Facet("section", "section", "sections", lambda t: t("Section"), "article"),
    Facet(
        "dated",
        "coalesce(as_of_basis, 'none')",
        "as_of_bases",
        lambda t: t("Date"),
        "calendar_month",
    ),
    Facet(
        "place",
        "(SELECT place_short_en FROM bulletins "
        "WHERE bulletins.bulletin_id = described_figures.bulletin_id)",
        "places",
        lambda t: t("Place"),
        "location_on",
        several=True,
    ),
    Facet(
        "month",
        "strftime(coalesce(\"date\", as_of), '%Y-%m')",
        "months",
        lambda t: t("Month"),
        "date_range",
        several=True,
    ),
)
"""Every facet, in the order that they are offered in."""


def chosen_of(chosen: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The choices of each facet of which there are any, as facet=choice.

    Raises TypeError for a facet that is none of FACETS.
    """
    if unknown := chosen.keys() - {facet.key for facet in FACETS}:
        raise TypeError(f"no such facet: {', '.join(sorted(unknown))}")
    return tuple(
        tuple(f"{facet}={choice}" for choice in choices)
        for facet, choices in chosen.items()
        if choices
    )


def choices_of_figure() -> str:
    """SQL expression over described_figures: what a figure has of each facet, as facet=choice."""
    all_facets = ", ".join(f"'{facet.key}=' || {facet.column}" for facet in FACETS)
    return f"list_filter([{all_facets}], lambda choice: choice IS NOT NULL)"


def fill_choices(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill facet_choices from the vocabularies."""
    for facet in FACETS:
        key, label = _key_and_label(connection, facet.names)
        connection.execute(
            f"INSERT INTO facet_choices SELECT $facet, {key}, {label}, label_zh, "
            f"row_number() OVER (ORDER BY rowid) FROM {facet.names} ORDER BY rowid",
            {"facet": facet.key},
        )


def _key_and_label(connection: duckdb.DuckDBPyConnection, vocabulary: str) -> tuple[str, str]:
    """Columns of a vocabulary: its key, and its name in English for many where it has one."""
    columns = [name for (name, *_) in connection.execute(f"DESCRIBE {vocabulary}").fetchall()]
    return columns[0], "plural_en" if "plural_en" in columns else "label_en"

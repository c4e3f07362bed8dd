"""One figure in words: value, bounds, date, citation."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from xi_data import export, store
from xi_data.locale import Translator
from xi_data.publish import citation as quoting
from xi_data.record.version import version
from xi_data.ui import links
from xi_data.ui.data import ask


def value_words(t: Translator, figure: Mapping[str, Any]) -> str:
    """The value with its hedge in words: over 2,500,000; a date as a date."""
    if figure["kind"] == "date":
        return t.date(figure["date"])
    number = t.number(figure["value"])
    if figure["qualifier"] == "exact":
        return number
    return t("{hedge} {number}", hedge=figure["qualifier_label"], number=number)


def hedged_number(t: Translator, figure: Mapping[str, Any]) -> str:
    """The value in a short form with its sign: > 2.5M."""
    number = t.compact(figure["value"])
    return number if figure["qualifier"] == "exact" else f"{figure['sign']} {number}"


def bounds_words(t: Translator, figure: Mapping[str, Any]) -> str:
    """What the words bound, and how far the print is rounded."""
    value = t.number(figure["value"])
    said = {
        "exact": t("Printed without a hedge: from {value} to {value}."),
        "over": t("More than {value}. No upper bound is printed."),
        "at_least": t("{value} or more. No upper bound is printed."),
        "nearly": t("Just under {value}. No lower bound is printed."),
        "under": t("Less than {value}. No lower bound is printed."),
        "at_most": t("{value} or less. No lower bound is printed."),
        "about": t("Around {value}. Neither bound is printed."),
    }[figure["qualifier"]].format(value=value)
    step = figure["printed_step"]
    if step < 100:
        return said
    return t.sentences(said, t("Last digit printed stands for {step}.", step=t.number(step)))


def as_of_words(t: Translator, figure: Mapping[str, Any]) -> str:
    """The date that a figure holds to, and how the text says so."""
    if figure["kind"] == "date":
        return ""
    if not pd.isna(figure["as_of"]):
        return t("{date}, {basis}", date=t.date(figure["as_of"]), basis=figure["basis_label"])
    return figure["basis_label"] or t("no date printed")


def source(t: Translator) -> str:
    """The article as a reader would cite it."""
    return export.source(t, ask)


def number_words(t: Translator, figure: Mapping[str, Any]) -> str:
    """The value with its hedge and its unit."""
    unit = "" if figure["kind"] == "date" else figure["unit_label"]
    return f"{value_words(t, figure)} {unit}".strip()


def cited(t: Translator, figure: Mapping[str, Any]) -> quoting.Citation:
    """One figure with all that a citation says of it."""
    bulletin = ask(store.bulletin, t.lang)
    return quoting.Citation(
        figure_id=figure["figure_id"],
        value=number_words(t, figure),
        label=figure["label"],
        mention=figure["mention"],
        paragraph=int(figure["paragraph"]),
        publisher=bulletin["publisher_printed"],
        title=bulletin["title"],
        place=bulletin["place"],
        month=bulletin["latest_date"],
        language=bulletin["language"],
        version=version().version,
        link=figure_link(t, figure["figure_id"]),
    )


def citation(t: Translator, figure: Mapping[str, Any]) -> str:
    """One figure as a reader would cite it, with its words, place, version and address."""
    return quoting.plain(t, cited(t, figure))


def figure_link(t: Translator, figure_id: str) -> str:
    """The address of one figure's page, in the page's language."""
    return f"{links.root()}/figure?id={figure_id}&lang={t.lang}"

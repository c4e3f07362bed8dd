"""One figure in words: value, bounds, date, citation."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.page import data_version


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


def citation(t: Translator, figure: Mapping[str, Any]) -> str:
    """One figure as a reader would cite it, with its words, place, version and address."""
    unit = "" if figure["kind"] == "date" else figure["unit_label"]
    return t(
        "{value}: {label} (printed “{mention}”, paragraph {paragraph}, {key}). "
        "Xi County Response Explorer, data {version}. {link}",
        value=f"{value_words(t, figure)} {unit}".strip(),
        label=figure["label"],
        mention=figure["mention"],
        paragraph=figure["paragraph"],
        key=figure["figure_id"],
        version=data_version(),
        link=figure_link(t, figure["figure_id"]),
    )


def figure_link(t: Translator, figure_id: str) -> str:
    """The address that shows one figure's evidence, in the page's language."""
    root = (st.context.url or "").rsplit("/", 1)[0]
    return f"{root}/figures?figure={figure_id}&lang={t.lang}"

"""Figures as a person reads them: what is counted, the number in words, where the text says so."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from xi_data.locale import Translator
from xi_data.wording import as_of, hedged, measure_word, unreviewed, with_hedge


def readable(t: Translator, rows: pd.DataFrame, bulletins: Mapping[str, str]) -> pd.DataFrame:
    """A row of words for each figure, in the order of the rows, its key last.

    rows: described figures, labels in t's language. bulletins: the names of those that the rows
    are of, by key, for a column of their own where there are several. An exact number is a
    number, so that it can be added; one with a hedge is text, so that the hedge is never lost.
    Where it stands is said by paragraph, section and printed words: sentences are not ours.
    """
    return pd.DataFrame([_row(t, one, bulletins) for one in rows.to_dict("records")], dtype=object)


def _row(t: Translator, figure: Mapping[str, Any], bulletins: Mapping[str, str]) -> dict[str, Any]:
    several = {t("Bulletin"): bulletins[figure["bulletin_id"]]} if len(bulletins) > 1 else {}
    return {
        **several,
        t("What is counted"): figure["label"],
        t("Value"): _value(t, figure),
        t("Unit"): measure_word(t, figure) if pd.notna(figure["value"]) else None,
        t("As of"): as_of(t, figure) or None,
        t("Note"): t.chain(filter(None, (figure["note"], unreviewed(t, figure)))) or None,
        t("Where the text says so"): _place(t, figure),
        t("Key of the figure"): figure["figure_id"],
    }


def _value(t: Translator, figure: Mapping[str, Any]) -> float | str:
    """In full: a column of numbers is compared line by line."""
    if pd.isna(figure["value"]):
        return hedged(t, figure)
    if figure["qualifier"] == "exact":
        return figure["value"]
    number = t.number(figure["value"])
    return with_hedge(t, number, figure["qualifier"], figure["qualifier_label"])


def _place(t: Translator, figure: Mapping[str, Any]) -> str:
    """Paragraph and section with the printed words."""
    place = t(
        "Paragraph {number} ({subject})",
        number=figure["paragraph"],
        subject=t.inside(figure["paragraph_label"]),
    )
    if figure["section_label"]:
        place = t("{place}, section {section}", place=place, section=figure["section_label"])
    return t("{place}: “{mention}”", place=place, mention=figure["mention"])

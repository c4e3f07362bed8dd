"""The fields of a proposal: each with its value, its reason, and what was proposed before."""

from typing import Any

import streamlit as st

from xi_data.locale import Translator
from xi_data.reading.rule_tables import Vocabularies
from xi_data.review import deciding
from xi_data.review.draft import Draft
from xi_data.review.folding import Reviewed
from xi_data.ui.review import steps
from xi_data.ui.review.reasons import reason_words, reasons
from xi_data.ui.state import keys
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import plain

_NONE = ""
_TABLES = {
    "qualifier": "qualifiers",
    "unit": "units",
    "topic": "topics",
    "category": "categories",
    "status": "statuses",
}
_MAY_LACK = ("category", "status")


def fields(t: Translator, draft: Draft, reviewed: Reviewed) -> None:
    """Each column with its value, its reason, and what was proposed where it differs."""
    figure = reviewed.figure
    why = {each.column: reason_words(t, each) for each in reasons(figure.reasons)}
    dated = figure.kind == "date"
    names = {
        **({"date": t("Date")} if dated else {"value": t("Value")}),
        "qualifier": t("How exact"),
        "unit": t("Unit"),
        "topic": t("Topic"),
        "category": t("Category"),
        "status": t("Status"),
        "subject": t("Noun"),
        "as_of": t("As of"),
        "label_en": t("Name in English"),
        "label_zh": t("Name in Chinese"),
    }
    if dated:
        names = {k: v for k, v in names.items() if k in ("date", "label_en", "label_zh")}
    left, right = st.columns(2, gap="small")
    for number, (column, name) in enumerate(names.items()):
        with left if number % 2 == 0 else right, st.container(gap=None):
            _field(t, draft, reviewed, column, name)
            if column in why:
                aside(plain(why[column]))
            if column in reviewed.changed:
                before = _named_value(
                    t, draft.vocabulary, column, getattr(reviewed.proposed, column)
                )
                aside(t("Proposed: {value}", value=plain(before)))


def _field(t: Translator, draft: Draft, reviewed: Reviewed, column: str, name: str) -> None:
    key = reviewed.figure.figure_id
    widget = keys.field(column, key, len(draft.undone))
    now = getattr(reviewed.figure, column)
    if column == "date":
        now = now or reviewed.figure.date_partial

    shown = (now or _NONE) if column in _TABLES else _written(now)

    def changed() -> None:
        value = st.session_state[widget]
        # Streamlit calls this for a box that is drawn anew as well, with what we wrote into it.
        if value != shown:
            steps.take(t, lambda draft: deciding.change(draft, key, {column: value}))

    st.session_state[widget] = shown
    if column in _TABLES:
        choices = _choices(t, draft.vocabulary, column, reviewed)
        st.selectbox(name, list(choices), format_func=choices.get, key=widget, on_change=changed)
    else:
        st.text_input(name, key=widget, on_change=changed)


def _choices(
    t: Translator, vocabularies: Vocabularies, column: str, reviewed: Reviewed
) -> dict[str, str]:
    """Keys that a column can have, with their names, in the order of the names."""
    rows = vocabularies(_TABLES[column])
    if column == "category":
        rows = {key: row for key, row in rows.items() if row["topic"] == reviewed.figure.topic}
    named = {key: _named(t, vocabularies, column, key) for key in rows}
    if column != "qualifier":
        named = dict(sorted(named.items(), key=lambda pair: pair[1]))
    return ({_NONE: t("none")} if column in _MAY_LACK else {}) | named


def _named(t: Translator, vocabularies: Vocabularies, column: str, key: str) -> str:
    """A key's name; of a category below a group with the group's."""
    rows = vocabularies(_TABLES[column])
    name = rows[key][f"label_{t.lang}"]
    above = rows[key].get("parent") if column == "category" else None
    return t.pair(rows[above][f"label_{t.lang}"], name) if above else name


def _named_value(t: Translator, vocabularies: Vocabularies, column: str, value: Any) -> str:
    """A column's value as a person reads it."""
    if value in (None, ""):
        return t("none")
    return _named(t, vocabularies, column, value) if column in _TABLES else _written(value)


def _written(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)

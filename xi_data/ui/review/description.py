"""What is known of a bulletin: title, publisher, place and date, each guessed, each editable."""

from functools import partial

import streamlit as st

from xi_data.locale import Translator
from xi_data.review.draft import Draft, describe
from xi_data.ui.review import steps
from xi_data.ui.state import keys
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover


def description(t: Translator, draft: Draft) -> None:
    """Title, publisher, place and date in a line; a popover to correct them."""
    known = draft.bulletin
    parts = (known.publisher, draft.row[f"place_{t.lang}"], known.published or t("undated"))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(plain(" · ".join(filter(None, parts))), width="content")
        popover(
            t("Correct title, place or date"),
            keys.decide("describe"),
            partial(_fields, t, draft),
            icon=":material/edit:",
            type="tertiary",
        )


def _fields(t: Translator, draft: Draft) -> None:
    known, why = draft.bulletin, _why(t, draft)
    for name, label in (
        ("title", t("Title")),
        ("publisher", t("Publisher")),
        ("place", t("Place")),
        ("published", t("Published (YYYY-MM-DD, YYYY-MM or YYYY)")),
    ):
        widget = keys.describe(name)

        def changed(name: str = name, widget: str = widget) -> None:
            words = st.session_state[widget]
            steps.take(t, lambda one: describe(one, **{name: words}))

        st.session_state[widget] = getattr(known, name)
        st.text_input(label, key=widget, on_change=changed)
        if why.get(name):
            aside(plain(why[name]))


def _why(t: Translator, draft: Draft) -> dict[str, str]:
    """What each guess rests on, as far as it is still the guess."""
    found = {"published": draft.row[f"date_note_{t.lang}"] or ""}
    for one in draft.guesses:
        if one.basis == "line" and one.guess == getattr(draft.bulletin, one.column):
            found[one.column] = t("Guessed from line {line}.", line=one.line)
    return found

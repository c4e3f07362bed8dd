"""The table of printed figures and its columns."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import export, store
from xi_data.findings import Story
from xi_data.locale import Translator
from xi_data.memory import memoised
from xi_data.ui.state import keys
from xi_data.ui.state.answers import answered, query
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import show_figure
from xi_data.ui.widgets.headings import aside, header
from xi_data.views import Request
from xi_data.views.request import figure_key
from xi_data.wording import as_of

_WHOLE = 20  # rows up to which a table is shown without a scroll bar of its own
_MOST = 2000  # rows that are sent to the browser; files hold them all
_LETTER, _WIDE_LETTER = 6.1, 14.2  # pixels of a Latin letter on average, of a Chinese one
_AIR = 22  # pixels left and right of a cell's words
_BADGE = 20  # pixels more where the words stand in a badge


def table(
    page: Page,
    request: Request,
    story: Story,
    columns: Mapping[str, Any],
    selected: str,
    height: int = 520,
) -> None:
    """The printed figures; the selected one is ticked, and ticking one shows its evidence.

    columns: column of the rows to its name or column_config, in the order shown; besides the
    columns of rows there are dated (as-of in words) and characters (place in the text).
    """
    t = page.t
    shown = export.listed(request, story)
    whole = _whole(story, shown)
    number = (
        t.plural("{number} figure", "{number} figures", len(shown))
        if len(shown) == len(whole)
        else t("{number} of {all} figures", number=len(shown), all=len(whole))
    )
    one_text = len(page.bulletins) == 1
    printed = t("Printed in the article") if one_text else t("Printed in these bulletins")
    header(f"{printed} :gray[· {number}]")
    sent = shown.head(_MOST)
    if len(sent) < len(shown):
        aside(t("The first {number} are shown; files hold them all.", number=t.number(_MOST)))
    figures = _keys(page, sent)
    widget = keys.table("table", zlib.crc32(" ".join(figures).encode()))

    def ticked() -> None:
        if rows_ticked := st.session_state[widget]["selection"]["rows"]:
            show_figure(figures[rows_ticked[0]])

    ticks = [figures.index(selected)] if selected in figures else []
    st.session_state[widget] = {"selection": {"rows": ticks, "columns": [], "cells": []}}
    frame = answered(
        request.question,
        ("table", tuple(columns), widget),
        lambda: _frame(t, sent, tuple(columns)),
    )
    st.dataframe(
        frame,
        column_config=dict(columns),
        hide_index=True,
        key=widget,
        on_select=ticked,
        selection_mode="single-row",
        height="content" if len(shown) <= _WHOLE else height,
        placeholder="",
        alt=t("Table of the figures, {number}", number=number),
    )


def columns(page: Page, *names: str) -> dict[str, Any]:
    """Columns that mean the same on every page, by their names in the rows."""
    t = page.t
    known = {
        "bulletin_name": st.column_config.TextColumn(t("Bulletin"), width=125),
        "sign": st.column_config.TextColumn(t("Sign"), width=50),
        "label": st.column_config.TextColumn(t("What is counted"), width=_width(page, "label")),
        "value": st.column_config.NumberColumn(t("Value"), format="localized", width=90),
        "unit_label": st.column_config.TextColumn(t("Unit"), width=80),
        "mention": st.column_config.TextColumn(t("As printed"), width=_width(page, "mention")),
        "paragraph": st.column_config.NumberColumn(t("Paragraph"), width=70),
        "family_label": t("Topic"),
        "status_label": t("Status"),
        "qualifier_label": t("Wording"),
        "dated": t("As of"),
        "characters": t("Characters"),
    }
    return {name: known[name] for name in names}


def bar_column(label: str, largest: float) -> Any:
    """A column of numbers with a bar on the chart's scale."""
    return st.column_config.ProgressColumn(
        label, min_value=0, max_value=float(largest), format="localized", width=110
    )


def badge_column(label: str, texts: pd.Series, colour: str) -> Any:
    """A column of badges in one named colour of the theme."""
    options = sorted(set(texts) - {""})
    return st.column_config.MultiselectColumn(
        label, options=options, color=colour, width=_widest([label, *options]) + _BADGE
    )


def _whole(story: Story, shown: pd.DataFrame) -> pd.DataFrame:
    """The rows that those shown are among: the view's own, or those that stand beside them."""
    if shown is story.rows:
        return shown
    if "figure_id" in story.beside and set(shown["figure_id"]) <= set(story.beside["figure_id"]):
        return story.beside
    return story.rows


def _keys(page: Page, rows: pd.DataFrame) -> list[str]:
    """How this page's address names the figures of the rows."""
    if len(page.bulletins) == 1:
        return list(rows["figure_id"])
    return [
        figure_key(page.bulletins, *pair)
        for pair in zip(rows["bulletin_id"], rows["figure_id"], strict=True)
    ]


def _width(page: Page, column: str) -> int:
    """Pixels that no cell of the page's first bulletin is cut at."""
    return _column_width(page.bulletins[0], page.t.lang, column)


@memoised
def _column_width(bulletin_id: str, lang: str, column: str) -> int:
    return _widest(query(store.figures, (bulletin_id,), lang)[column])


def _widest(texts: Iterable[str]) -> int:
    """Pixels of a column that cuts none of these words; Python does not know the font."""
    return _AIR + int(
        max(
            (
                sum(_WIDE_LETTER if ord(letter) > 0x2E80 else _LETTER for letter in one)
                for one in texts
            ),
            default=0,
        )
    )


def _frame(t: Translator, rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The columns shown, with bulletin_name, dated and characters in words."""
    names = query(store.bulletins, t.lang).set_index("bulletin_id")["short_name"]
    words = rows.assign(
        bulletin_name=rows["bulletin_id"].map(names),
        dated=[as_of(t, one) for one in rows.itertuples()],
        characters=[f"{t.number(one.start)}–{t.number(one.end)}" for one in rows.itertuples()],
    )
    return words[list(columns)]

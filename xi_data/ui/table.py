"""The table of printed figures and its columns."""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.data import described, ids, kept
from xi_data.ui.figure import as_of_words
from xi_data.ui.filters import Filters
from xi_data.ui.picks import show_figure

_WHOLE = 20  # rows up to which a table is shown without a scroll bar of its own
_LETTER, _WIDE_LETTER = 6.1, 14.2  # pixels of a Latin letter on average, of a Chinese one
_AIR = 22  # pixels left and right of a cell's words
_BADGE = 20  # pixels more where the words stand in a badge


def table(
    t: Translator,
    asked: Filters,
    rows: pd.DataFrame,
    columns: Mapping[str, Any],
    selected: str,
    height: int = 520,
) -> None:
    """The printed figures; the selected one is ticked, and ticking one shows its evidence.

    columns: column of rows to its name or column_config, in the order shown; besides the columns of
    rows there are dated (as-of in words) and characters (place in the text).
    """
    shown = asked.narrowed(rows)
    number = (
        t.plural("{number} figure", "{number} figures", len(shown))
        if len(shown) == len(rows)
        else t("{number} of {all} figures", number=len(shown), all=len(rows))
    )
    st.markdown(f"#### {t('Printed in the article')} :gray[· {number}]")
    figure_ids = ids(shown)
    widget = f"_table_{zlib.crc32(' '.join(figure_ids).encode())}"

    def ticked() -> None:
        if rows_ticked := st.session_state[widget]["selection"]["rows"]:
            show_figure(figure_ids[rows_ticked[0]])

    ticks = [figure_ids.index(selected)] if selected in figure_ids else []
    st.session_state[widget] = {"selection": {"rows": ticks, "columns": [], "cells": []}}
    st.dataframe(
        _table_frame(t, shown, tuple(columns)),
        column_config=dict(columns),
        hide_index=True,
        key=widget,
        on_select=ticked,
        selection_mode="single-row",
        height="content" if len(shown) <= _WHOLE else height,
        placeholder="",
        alt=t("Table of the figures, {number}", number=number),
    )


def columns(t: Translator, *names: str) -> dict[str, Any]:
    """Columns that mean the same on every page, by their names in the rows."""
    known = {
        "sign": st.column_config.TextColumn(t("Sign"), width=50),
        "label": st.column_config.TextColumn(t("What is counted"), width=_width(t, "label")),
        "value": st.column_config.NumberColumn(t("Value"), format="localized", width=90),
        "unit_label": st.column_config.TextColumn(t("Unit"), width=80),
        "mention": st.column_config.TextColumn(t("As printed"), width=_width(t, "mention")),
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


def badge_column(label: str, words: pd.Series, colour: str) -> Any:
    """A column of badges in one named colour of the theme."""
    options = sorted(set(words) - {""})
    return st.column_config.MultiselectColumn(
        label, options=options, color=colour, width=_widest([label, *options]) + _BADGE
    )


@kept
def _width(t: Translator, column: str) -> int:
    return _widest(one[column] for one in described(t.lang).values())


def _widest(words: Iterable[str]) -> int:
    """Pixels of a column that cuts none of these words; Python does not know the font."""
    return _AIR + int(
        max(
            sum(_WIDE_LETTER if ord(letter) > 0x2E80 else _LETTER for letter in one)
            for one in words
        )
    )


@kept
def _table_frame(t: Translator, rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """The columns shown, with dated and characters in words."""
    figures = [described(t.lang)[key] for key in rows["figure_id"]]
    words = rows.assign(
        dated=[as_of_words(t, one) for one in figures],
        characters=[f"{t.number(one['start'])}–{t.number(one['end'])}" for one in figures],
    )
    return words[list(columns)]

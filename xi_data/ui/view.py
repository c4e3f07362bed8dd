"""Chart and table of the same rows, headline numbers, what we computed, and an empty result."""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from xi_data.locale import Translator
from xi_data.sums import Ratio, Share, Total
from xi_data.ui.data import ask, described, drawn, kept
from xi_data.ui.figure import as_of_words, value_words
from xi_data.ui.filters import Filters, chip, pick_bar, show_figure

SIGMA = ":violet-badge[Σ]"
"""The one sign for what we computed."""

_WHOLE_TABLE = 20  # rows up to which a table is shown without a scroll bar of its own


def names(rows: pd.DataFrame, key: str, label: str) -> dict[str, str]:
    """Key to name, in the order of the rows: the choices of a filter."""
    return dict(zip(rows[key], rows[label], strict=True))


def headline(cells: Sequence[tuple[str, str, str]]) -> None:
    """Headline numbers: (number, words, where it comes from) each, number first."""
    with st.grid(len(cells), min_column_width=100, gap=("xxsmall", "small")):
        for number, words, _ in cells:
            st.metric(words, number, label_visibility="collapsed")
        for _, words, source in cells:
            st.markdown(f"{words}  \n:small[{source}]")


def chart(
    t: Translator,
    draw: Callable[..., Any],
    rows: pd.DataFrame,
    words: str,
    *,
    key: str,
    **options: Any,
) -> None:
    """A chart whose marks pick a figure: the pick narrows the table and shows the evidence.

    The picked figure stands below the chart, with a way to let it go: nothing above it moves.

    words: the chart's alternative text.
    """
    widget = f"_chart_{key}_{st.session_state.get('_chart_round', 0)}"

    def picked() -> None:
        found = st.session_state[widget]["selection"].get("pick", [])
        pick_bar(found[0]["figure_id"] if found else None, key)

    st.vega_lite_chart(
        None, drawn(draw, rows, t, **options), theme=None, key=widget, on_select=picked, alt=words
    )
    bar = st.session_state["bar"]
    if bar and (rows["figure_id"] == bar).any():
        figure = described(t.lang)[bar]
        said = t("Selected: {label}, {value}", label=figure["label"], value=value_words(t, figure))
        chip(said, "bar", pick_bar, None)


@dataclass(frozen=True)
class Places:
    """Where chart, evidence card and table go; None where the view switch leaves one out."""

    chart: DeltaGenerator | None
    card: DeltaGenerator
    table: DeltaGenerator | None


def places(asked: Filters) -> Places:
    """Chart beside card, table below; with the chart switched off the table takes its place."""
    left, right = st.columns([2, 1], gap="medium")
    view = asked.switches["view"]
    below = st.container()
    return Places(
        chart=None if view == "table" else left,
        card=right,
        table={"both": below, "chart": None, "table": left}[view],
    )


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
    number = t.plural("{number} figure", "{number} figures", len(shown))
    st.markdown(f"#### {t('Printed in the article')} :gray[· {number}]")
    ids = list(shown["figure_id"])
    widget = f"_table_{zlib.crc32(' '.join(ids).encode())}"

    def ticked() -> None:
        if rows_ticked := st.session_state[widget]["selection"]["rows"]:
            show_figure(ids[rows_ticked[0]])

    ticks = [ids.index(selected)] if selected in ids else []
    st.session_state[widget] = {"selection": {"rows": ticks, "columns": [], "cells": []}}
    st.dataframe(
        _table_frame(t, shown, tuple(columns)),
        column_config=dict(columns),
        hide_index=True,
        key=widget,
        on_select=ticked,
        selection_mode="single-row",
        height="content" if len(shown) <= _WHOLE_TABLE else height,
        placeholder="",
        alt=t("Table of the figures, {number}", number=number),
    )


def bar_column(label: str, largest: float) -> Any:
    """A column of numbers with a bar on the chart's scale."""
    return st.column_config.ProgressColumn(
        label, min_value=0, max_value=float(largest), format="localized", width=110
    )


def badge_column(label: str, words: pd.Series, colour: str) -> Any:
    """A column of badges in one named colour of the theme."""
    return st.column_config.MultiselectColumn(
        label, options=sorted(set(words) - {""}), color=colour
    )


def computed(t: Translator, sums: Sequence[tuple[str, Total | Ratio]]) -> None:
    """What we computed, apart from what is printed: name, formula, value."""
    if not sums:
        return
    st.markdown(f"#### {t('Computed by us')} {SIGMA}")
    st.table(
        _sums_frame(t, tuple(sums)),
        border="horizontal",
        hide_header=True,
        hide_index=True,
        width="content",
    )


def formula(t: Translator, one: Total | Ratio) -> str:
    """97 + 8 + 1 + 1, or 125,000 ÷ 5,000."""
    if isinstance(one, Ratio):
        return f"{t.number(one.dividend)} ÷ {t.number(one.divisor)}"
    return " + ".join(t.number(part) for part in one.parts)


def _result(t: Translator, one: Total | Ratio) -> str:
    if isinstance(one, Share):
        return t.percent(one.value)
    value = t.number(one.value)
    return f"{value} {one.unit}" if isinstance(one, Ratio) else value


def notes(t: Translator, *lines: tuple[str, str]) -> None:
    """How to read the numbers: (icon, sentence) each."""
    said = [f":small[:gray[{icon} {sentence}]]" for icon, sentence in lines]
    st.markdown("\n\n".join([f"#### {t('How to read these numbers')}", *said]))


def nothing_fits(t: Translator, query: Callable[..., pd.DataFrame], asked: Filters) -> None:
    """An empty result: which filter to loosen, and what that would give."""
    lines = [t("No figure fits all of these filters.")]
    for key, words in asked.active.items():
        found = len(ask(query, t.lang, **asked.without(key)))
        if found:
            lines.append(
                "- "
                + t.plural(
                    "Without “{words}” there is {number} figure.",
                    "Without “{words}” there are {number} figures.",
                    found,
                    words=words,
                )
            )
    st.info("\n".join(lines), icon=":material/filter_alt_off:")


@kept
def _table_frame(t: Translator, rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """The columns shown, with dated and characters in words."""
    figures = [described(t.lang)[key] for key in rows["figure_id"]]
    words = rows.assign(
        dated=[as_of_words(t, one) for one in figures],
        characters=[f"{t.number(one['start'])}–{t.number(one['end'])}" for one in figures],
    )
    return words[list(columns)]


@kept
def _sums_frame(t: Translator, sums: tuple[tuple[str, Total | Ratio], ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {"name": name, "sum": f"{formula(t, one)} = **{_result(t, one)}**"} for name, one in sums
    )

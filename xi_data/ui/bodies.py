"""Parts of the organisation page: counts without their repeats, who, where, passages and rules."""

import pandas as pd
import streamlit as st

from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.locale import Translator
from xi_data.ui.computed import SIGMA
from xi_data.ui.data import described, ids, kept
from xi_data.ui.figure import number_words
from xi_data.ui.picks import show_figure
from xi_data.ui.units import by_unit
from xi_data.ui.view import chart

VILLAGES, COMPOUNDS = "checkpoint-village-points", "community-compounds-contracted"


@kept
def part(t: Translator, rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Counts of one part of the page, without repeats: who, where, passages or rules.

    Those of a unit stand together, the largest first. label says how often a count is printed;
    outlined marks counts that cannot hold beside each other.
    """
    parts = rows["topic"].map({"schedule": "rules"}).fillna("who")
    parts = parts.mask(rows["category"] == "passage", "passages").mask(
        rows["unit"] == "place", "where"
    )
    counts = rows[rows["stands"] & (parts == name)]
    labels = [
        t("{label} (printed {number} times)", label=row.label, number=t.number(row.printings))
        if row.printings > 1
        else row.label
        for row in counts.itertuples()
    ]
    return by_unit(t, counts.assign(label=labels, outlined=counts["conflict_id"] != ""))


def first(*parts: pd.DataFrame) -> str:
    """Key of the first figure of the first part that has any."""
    return next(ids(rows)[0] for rows in parts if len(rows))


@kept
def finding(t: Translator, rows: pd.DataFrame, every: pd.DataFrame, selection: bool) -> str:
    """Where control points stood, with both printed numbers where two are printed."""
    if rows.empty:
        return t("No figure on organisation or control points in this selection")
    if selection:
        return t(
            "Selection: {rows} of {all} figures on organisation and control points",
            rows=len(rows),
            all=len(every),
        )
    figures = described(t.lang)
    return t(
        "Control points at {villages} village entrances and {compounds} compounds; the county’s "
        "own entrances are printed as {entrances}",
        villages=t.number(figures[VILLAGES]["value"]),
        compounds=t.number(figures[COMPOUNDS]["value"]),
        entrances=t.listed(t.number(value) for value in _conflict(every)["value"]),
    )


@kept
def headline_cells(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Counts behind the figures, the conflict, and the passages, as ui.headline takes them."""
    counts = int(rows["stands"].sum())
    parts = [t.plural("{number} figure", "{number} figures", len(rows))]
    if repeats := len(rows) - counts:
        parts.append(t.plural("{number} of them a repeat", "{number} of them repeats", repeats))
    cells = [(t.number(counts), t("different counts"), f"{SIGMA} {t.chain(parts)}")]
    two = _conflict(rows)
    if len(two) > 1:
        numbers = t.listed((t.number(value) for value in two["value"]), "or")
        cells.append((numbers, t("county entrances"), t("printed both ways: a conflict")))
    passages = rows[rows["category"] == "passage"].sort_values("value", ascending=False)
    for row in passages.head(1).itertuples():
        cells.append((t.number(row.value), t.inside(row.label), t("read as passages")))
    return cells


@kept
def notes(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str]]:
    """What the rows in view do not say: repeats, the conflict, what is never added."""
    lines = []
    if not rows["stands"].all():
        lines.append(
            (
                ":material/repeat:",
                t(
                    "A count that the text prints again has one bar; the table lists every "
                    "printing."
                ),
            )
        )
    two = _conflict(rows)
    if len(two) > 1:
        lines += [(":material/error:", t.pair(row.label, row.note)) for row in two.itertuples()]
    lines.append(
        (
            ":material/account_tree:",
            t(
                "Bodies, places and people are never added: who is part of what the article "
                "does not say."
            ),
        )
    )
    return lines


def bars(t: Translator, heading: str, rows: pd.DataFrame, key: str, selected: str) -> None:
    """Bars of one part, if it has any; nothing otherwise."""
    if rows.empty:
        return
    st.markdown(f"#### {heading}")
    chart(
        t,
        bounded_bars,
        rows,
        kept(bounded_bars_alt)(rows, t, panel="panel"),
        key=key,
        title=heading,
        selected=selected,
        panel="panel",
        outlined=t("dashed: one sentence prints both numbers, and both cannot hold"),
    )


def sentences(t: Translator, heading: str, rows: pd.DataFrame, key: str, selected: str) -> None:
    """A line for each figure of one part, if it has any: choosing one shows its evidence."""
    if rows.empty:
        return
    said, notes = _said(t, rows)
    st.markdown(f"#### {heading}")
    widget = f"_said_{key}"
    st.session_state[widget] = selected if selected in said else None
    st.radio(
        heading,
        list(said),
        format_func=said.get,
        captions=notes,
        index=None,
        key=widget,
        on_change=lambda: show_figure(st.session_state[widget]),
        label_visibility="collapsed",
    )


@kept
def _said(t: Translator, rows: pd.DataFrame) -> tuple[dict[str, str], list[str]]:
    """Figure to its sentence; and the note of each, or nothing."""
    figures = rows.to_dict("records")
    said = {
        one["figure_id"]: t.pair(one["label"], f"**{number_words(t, one)}**") for one in figures
    }
    return said, [one["note"] for one in figures]


@kept
def remarks(t: Translator, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with remark: whether a figure repeats another or conflicts with one."""
    words = [
        t("conflict") if row.conflict_id else t("repeat") if row.repeats else ""
        for row in rows.itertuples()
    ]
    return rows.assign(remark=words)


def _conflict(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures that cannot hold beside each other, the smaller first."""
    return rows[rows["conflict_id"] != ""].sort_values("value")

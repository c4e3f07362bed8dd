"""Parts of the topic pages: what has bars and what is said in words, notes, table."""

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.locale import Translator
from xi_data.ui.data import ask, described, ids, kept
from xi_data.ui.figure import hedged_number, number_words
from xi_data.ui.filters import Filters
from xi_data.ui.picks import show_figure
from xi_data.ui.table import badge_column, columns, table
from xi_data.ui.view import chart

_HEADLINES = 3  # numbers side by side on a phone


@kept
def panelled(
    t: Translator, rows: pd.DataFrame, every: pd.DataFrame, in_words: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The rows with panel: the name of the panel that their bar stands in, "" for those in words.

    Figures of one topic in one unit share a panel. A figure that is alone with its unit among
    `every` has nothing to be compared with and is said in words, as are the groups in_words.
    """
    compared = every[~every["category_group"].isin(in_words)]
    units = ask(store.options, t.lang)["unit"]
    panels = {}
    for (topic, unit), members in compared.groupby(["topic", "unit"], sort=False):
        if len(members) > 1:
            groups = members["group_label"].unique()
            name = groups[0] if len(groups) == 1 else members["topic_label"].iloc[0]
            named = units[unit].casefold() == name.casefold()
            panels[topic, unit] = (
                name if named else t("{name} · {unit}", name=name, unit=units[unit])
            )
    stands_in = [
        "" if row.category_group in in_words else panels.get((row.topic, row.unit), "")
        for row in rows.itertuples()
    ]
    return rows.assign(panel=stands_in)


@kept
def flagged(rows: pd.DataFrame, flag: str, **values: str) -> pd.DataFrame:
    """The rows with a column `flag`, true where they have all these values: see bounded_bars."""
    return rows.assign(**{flag: (rows[list(values)] == pd.Series(values)).all(axis=1)})


@kept
def barred(rows: pd.DataFrame) -> pd.DataFrame:
    """Those of the panelled rows that have bars."""
    return rows[rows["panel"] != ""]


def first(rows: pd.DataFrame) -> str:
    """The figure on show where none is picked: that of the first bar, or else of the first row."""
    return ids(barred(rows) if len(barred(rows)) else rows)[0]


def first_words(t: Translator, rows: pd.DataFrame) -> str:
    """What `first` is."""
    if len(barred(rows)):
        return t("the largest figure of the first panel")
    return t("the first figure")


@kept
def headline_cells(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """The first figures of the first panels, or where there is none the first figures of all."""
    of = barred(rows).drop_duplicates("panel") if len(barred(rows)) else rows
    figures = [described(t.lang)[key] for key in of["figure_id"].head(_HEADLINES)]
    return [
        (hedged_number(t, one), f"**{one['unit_label']}** · {one['label']}", t("printed"))
        for one in figures
    ]


def panels(t: Translator, rows: pd.DataFrame, selected: str, key: str, **flags: str) -> None:
    """The chart of the panelled rows that have bars. flags: as bounded_bars takes them."""
    shown = barred(rows)
    if shown.empty:
        return
    what = t("A scale for each unit, open where the words are")
    st.markdown(f"#### {what}")
    words = kept(bounded_bars_alt)(shown, t, panel="panel")
    options = dict(key=key, title=what, selected=selected, panel="panel")
    chart(t, bounded_bars, shown, words, **options, **flags)


def in_words(t: Translator, rows: pd.DataFrame, shown: str) -> None:
    """Figures that a bar would tell nothing of: a line each, and their evidence.

    shown: key of the figure whose evidence is on show.
    """
    numbers, lines = _said(t, rows)
    if not numbers:
        return
    with st.container(border=True, gap="small"):
        st.markdown(f"#### {t('In words, where a bar would tell nothing')}")
        st.markdown(lines)
        widget = "_in_words"
        st.session_state[widget] = shown if shown in numbers else None
        st.pills(
            t("Evidence of"),
            list(numbers),
            format_func=numbers.get,
            key=widget,
            on_change=lambda: show_figure(st.session_state[widget]),
            wrap=True,
        )


@kept
def _said(t: Translator, rows: pd.DataFrame) -> tuple[dict[str, str], str]:
    """Figure to its number, of the rows without bars; and a line each in Markdown."""
    figures = [described(t.lang)[key] for key in rows.loc[rows["panel"] == "", "figure_id"]]
    numbers = {one["figure_id"]: number_words(t, one) for one in figures}
    lines = (f"- **{numbers[one['figure_id']]}** · {one['label']}" for one in figures)
    return numbers, "\n".join(lines)


@kept
def printed_notes(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str]]:
    """What the data note of the rows, each note once, as ui.notes takes them."""
    noted = rows[rows["note"] != ""]
    return [
        (":material/comment:", t.pair(t.chain(members["label"]), note))
        for note, members in noted.groupby("note", sort=False)
    ]


def figure_table(t: Translator, asked: Filters, rows: pd.DataFrame, selected: str) -> None:
    """The table of printed figures, the same columns on every topic page."""
    table(
        t,
        asked,
        rows,
        {
            **columns(t, "label", "value"),
            "unit_label": t("Unit"),
            **columns(t, "mention"),
            "group_label": t("Category"),
            "obs_label": badge_column(t("Remark"), rows["obs_label"], "orange"),
            **columns(t, "status_label", "qualifier_label", "dated", "characters"),
        },
        selected,
    )

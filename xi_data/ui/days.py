"""Parts of the timeline page: finding, notes, what has no date."""

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.locale import Translator
from xi_data.ui import router
from xi_data.ui.data import ask, kept


@kept
def finding(
    t: Translator, rows: pd.DataFrame, every: pd.DataFrame, undated: pd.DataFrame, selection: bool
) -> str:
    """How many figures carry a date, and which day has how many; of a selection, its part."""
    if rows.empty:
        return t("No dated figure in this selection")
    dated = _figures(every)
    if selection:
        return t(
            "Selection: {part} of {all} dated figures, {days}",
            part=len(_figures(rows)),
            all=len(dated),
            days=t.listed(t.day(day) for day in rows["day"].unique()),
        )
    return t(
        "{dated} of {all} figures carry a date: {days}",
        dated=len(dated),
        all=len(dated) + int(undated["figures"].sum()),
        days=t.listed(
            t("{number} of {day}", number=len(members), day=t.day(day))
            for day, members in dated.groupby("day")
        ),
    )


@kept
def headline_cells(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Dates printed, and the figures that each way of dating holds, as ui.headline takes them."""
    dates = rows[rows["kind"] == "date"]
    days = t.plural("on {number} day", "on {number} different days", dates["day"].nunique())
    cells = [(t.number(len(dates)), t("dates printed"), days)]
    for basis, members in _figures(rows).groupby("basis_label", sort=False):
        held = t.listed(t.day(day) for day in members["day"].unique())
        cells.append((t.number(len(members)), t("figures: {basis}", basis=basis), held))
    return cells


@kept
def notes(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str]]:
    """What the dates in view do and do not say: marks, the year, one gift, a date's reach."""
    dates, figures = rows[rows["kind"] == "date"], _figures(rows)
    lines = [
        (
            ":material/radio_button_unchecked:",
            t("Hollow marks are printed dates, filled ones the figures that hold to them."),
        ),
        *((":material/calendar_month:", note) for note in dates["note"].unique() if note),
    ]
    for paragraph, members in dates.groupby("paragraph"):
        if members["day"].nunique() > 1:
            told = figures.loc[figures["paragraph"] == paragraph, "note"]
            joined = t(
                "The bracket joins the dates of one story: {story}.",
                story=members["story_label"].iloc[0],
            )
            lines.append((":material/link:", t.sentences(joined, *filter(None, told))))
    for row in figures[figures["as_of_basis"] == "stated"].drop_duplicates("day").itertuples():
        sentence = t(
            "{day} governs the figures of its own paragraph only ({story}).",
            day=t.day(row.day),
            story=row.story_label,
        )
        lines.append((":material/push_pin:", sentence))
    return lines


def without_date(t: Translator, undated: pd.DataFrame) -> None:
    """The figures that hold to no printed date: how many of which topic, and a way to them.

    undated: store.undated.
    """
    st.markdown(f"#### {t('Figures without a date')}")
    with st.grid(2, min_column_width=280, border=True):
        for dated, card, label in _cards(t, undated):
            with st.container(gap="xsmall"):
                st.markdown(card)
                query = {"dated": dated, "lang": t.lang}
                st.page_link(router.pages(t)["figures"], label=label, query_params=query)


@kept
def _cards(t: Translator, undated: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Key of the way of dating, what to say of it, and the words of the link."""
    basis = ask(store.options, t.lang)["dated"]
    words = {
        "undated": t("The text says “to date”, “at present” or “recently” (目前) and no day."),
        "none": t(
            "Nothing in the text ties these to a day, nor does the date of another paragraph. In "
            "All figures the dates themselves are among them."
        ),
    }
    cards = []
    for dated, members in undated.groupby("dated", sort=False):
        name = basis.get(dated, t("no date printed"))
        topics = t.listed(
            t("{topic} {number}", topic=row.topic_label, number=row.figures)
            for row in members.itertuples()
        )
        number = t.number(members["figures"].sum())
        card = f"### {number}\n\n{name}  \n:small[:gray[{words[dated]}]]  \n:small[{topics}]"
        cards.append((dated, card, t("See them in All figures")))
    return cards


def _figures(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are no calendar dates themselves."""
    return rows[rows["kind"] != "date"]

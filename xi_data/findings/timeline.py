"""Timeline: which figures carry a date, what the dates do and do not say, and what has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from xi_data import store
from xi_data.each_row import each_row
from xi_data.findings.story import Cell, Material, Note, Story, ids
from xi_data.locale import Translator


class Undated(NamedTuple):
    """Figures without a date: key of the way of dating, number, its name, what it means, topics."""

    dated: str
    number: str
    name: str
    meaning: str
    topics: str


@dataclass(frozen=True)
class Timeline(Story):
    """The story of the days. undated: the figures that hold to no printed date."""

    undated: Sequence[Undated] = ()


def story(of: Material) -> Timeline:
    """What Timeline says: how many figures carry a date, day by day."""
    t, rows = of.t, of.rows
    undated = of.answer(store.undated)
    base = {"rows": rows, "every": of.every, "active": of.active, "question": of.question}
    base["definition"] = _definition(of)
    if rows.empty:
        nothing = t("No dated figure in this selection") if of.narrowed else t("No dated figure")
        return Timeline(**base, finding=nothing)
    return Timeline(
        **base,
        finding=finding(of, undated),
        cells=headline(t, rows),
        notes=notes(t, rows),
        first=ids(rows)[0],
        first_words=t("the first date"),
        undated=without_date(of, undated),
    )


def _definition(of: Material) -> str:
    t, bulletin = of.t, of.bulletin
    said = dict(place=bulletin["place"])
    if pd.isna(bulletin["latest_date"]):
        return t("Dates given in the article and the figures tied to them · {place}", **said)
    said["date"] = t.date(bulletin["latest_date"])
    if pd.isna(bulletin["published"]):
        return t(
            "Dates given in the article and the figures tied to them · {place} · latest "
            "{date}; the year is inferred",
            **said,
        )
    return t(
        "Dates given in the article and the figures tied to them · {place} · latest {date}",
        **said,
    )


def finding(of: Material, undated: pd.DataFrame) -> str:
    """How many figures carry a date, and which day has how many; of a selection, its part."""
    t, dated = of.t, _figures(of.every)
    if of.narrowed:
        return t(
            "Selection: {part} of {all} dated figures, {days}",
            part=len(_figures(of.rows)),
            all=len(dated),
            days=t.listed(t.day(day) for day in of.rows["day"].unique()),
        )
    if dated.empty:
        return of.in_general()
    return t(
        "{dated} of {all} figures (calendar dates aside) can be dated: {days}",
        dated=len(dated),
        all=len(dated) + int(undated["figures"].sum()),
        days=t.listed(
            t("{day} ({number})", number=len(members), day=t.day(day))
            for day, members in dated.groupby("day")
        ),
    )


def headline(t: Translator, rows: pd.DataFrame) -> list[Cell]:
    """Dates printed, and the figures that each way of dating holds."""
    dates = rows[rows["kind"] == "date"]
    days = t.plural("on {number} day", "on {number} different days", dates["day"].nunique())
    cells = [Cell(t.number(len(dates)), t("dates in the article"), days)]
    for basis, members in _figures(rows).groupby("basis_label", sort=False):
        held = t.listed(t.day(day) for day in members["day"].unique())
        cells.append(
            Cell(t.number(len(members)), t("figures with a date ({basis})", basis=basis), held)
        )
    return cells


def notes(t: Translator, rows: pd.DataFrame) -> list[Note]:
    """What the dates in view do and do not say: marks, the year, one gift, a date's reach."""
    dates, figures = rows[rows["kind"] == "date"], _figures(rows)
    marks = t("Hollow: dates in the article. Filled: figures tied to that date.")
    lines = [
        Note(":material/radio_button_unchecked:", marks),
        *(Note(":material/calendar_month:", note) for note in dates["note"].unique() if note),
    ]
    for paragraph, members in dates.groupby("paragraph"):
        if members["day"].nunique() > 1:
            told = figures.loc[figures["paragraph"] == paragraph, "note"]
            joined = t(
                "The bracket joins the dates of one event: {story}.",
                story=members["paragraph_label"].iloc[0],
            )
            lines.append(Note(":material/link:", t.sentences(joined, *filter(None, told))))
    for row in each_row(figures[figures["as_of_basis"] == "stated"].drop_duplicates("day")):
        sentence = t(
            "{day} applies only to the figures in its own paragraph ({story}).",
            day=t.day(row.day),
            story=row.paragraph_label,
        )
        lines.append(Note(":material/push_pin:", sentence))
    return lines


def without_date(of: Material, undated: pd.DataFrame) -> list[Undated]:
    """How many figures of which topic hold to no printed date, by what the text says instead."""
    t = of.t
    basis = of.query(store.options, t.lang)["dated"]
    meanings = {
        "undated": t(
            "The text says “to date”, “at present”, “existing” or “recently”, and gives no day."
        ),
        "none": t(
            "The text ties these to no date, and dates in other paragraphs do not apply. “All "
            "figures” also lists the dates themselves."
        ),
    }
    return [
        Undated(
            dated,
            t.number(members["figures"].sum()),
            basis.get(dated, t("no date given")),
            meanings.get(dated, ""),
            t.listed(
                t("{topic} {number}", topic=row.topic_label, number=row.figures)
                for row in each_row(members)
            ),
        )
        for dated, members in undated.groupby("dated", sort=False)
    ]


def _figures(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are no calendar dates themselves."""
    return rows[rows["kind"] != "date"]

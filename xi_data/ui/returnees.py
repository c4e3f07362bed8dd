"""Parts of the screening page: finding, totals, and the populations that are no stage of it."""

import pandas as pd
import streamlit as st

from xi_data import sums
from xi_data.export import formula
from xi_data.locale import Translator
from xi_data.ui.computed import SIGMA
from xi_data.ui.data import kept
from xi_data.ui.picks import show_figure

_STAGES = ("screened", "released", "under_observation")


@kept
def totals(rows: pd.DataFrame) -> dict[str, tuple[str, sums.Total]]:
    """Stage to its name and the sum over the origins; insets are never added."""
    stages = rows[~rows["inset"]]
    found = {stage: stages[stages["status"] == stage] for stage in _STAGES}
    return {
        stage: (members["status_label"].iloc[0], sums.total(members))
        for stage, members in found.items()
        if len(members)
    }


def headline_cells(
    t: Translator, by_stage: dict[str, tuple[str, sums.Total]]
) -> list[tuple[str, str, str]]:
    """Cells of ui.headline: what is added says so, what is printed too."""
    return [
        (
            t.number(one.value),
            name,
            f"{SIGMA} {formula(t, one)}" if len(one.parts) > 1 else t("printed"),
        )
        for name, one in by_stage.values()
    ]


def computed(
    t: Translator, by_stage: dict[str, tuple[str, sums.Total]]
) -> list[tuple[str, sums.Total | sums.Ratio]]:
    """Sums of several origins, and the share released where both its numbers are shown."""
    shown = [
        (name[:1].upper() + name[1:], one) for name, one in by_stage.values() if len(one.parts) > 1
    ]
    if {"released", "screened"} <= set(by_stage):
        released, screened = by_stage["released"][1], by_stage["screened"][1]
        share = sums.Share(released.value, screened.value, t("share of the screened"))
        shown.append((t("Share released"), share))
    return shown


@kept
def finding(t: Translator, rows: pd.DataFrame, selection: bool) -> str:
    """The share released and the number still observed; only what remains where stages are out."""
    found = totals(rows)
    by_stage = {stage: one.value for stage, (_, one) in found.items()}
    date = t.day(rows["as_of"].iloc[0])
    origins = rows["origin_label"].unique()
    origin = t.inside(origins[0]) if len(origins) == 1 else t("all origins")
    if len(by_stage) < len(_STAGES):
        return t(
            "Selection: returnees ({origin}), {numbers}, as of {date}",
            origin=origin,
            numbers=t.listed(
                t("{number} {status}", number=t.number(one.value), status=name)
                for name, one in found.values()
            ),
            date=date,
        )
    said = dict(
        share=t.percent(by_stage["released"] / by_stage["screened"], 0),
        total=t.number(by_stage["screened"]),
        date=date,
        observed=t.number(by_stage["under_observation"]),
    )
    if selection:
        return t(
            "Selection: {share} of {total} screened returnees ({origin}) released by {date}, "
            "{observed} still under observation",
            origin=origin,
            **said,
        )
    return t(
        "{share} of {total} screened returnees released by {date}, {observed} still under "
        "observation",
        **said,
    )


@kept
def labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with returnees (origin and stage in words, insets marked) and percent (0 to 100)."""
    labels = [
        f"{row.origin_label} ↳ {row.category_label}"
        if row.inset
        else f"{row.origin_label} · {row.status_label}"
        for row in rows.itertuples()
    ]
    return rows.assign(returnees=labels, percent=rows["share"] * 100)


@kept
def notes(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str]]:
    """How to read the rows in view: what makes up what, what is inside, what is no ranking."""
    nobody = t(
        "No suspected case had been found, the article says, in words and without a number "
        "(paragraph {paragraph}).",
        paragraph=rows["paragraph"].iloc[0],
    )
    lines = [(":material/comment:", nobody)]
    for origin, members in rows[~rows["inset"]].groupby("origin_label", sort=False):
        stage = members.set_index("status")["value"].map(t.number)
        if set(stage.index) == set(_STAGES):
            sentence = t(
                "{origin}: {screened} = {released} + {observed}. Both sides are printed: the two "
                "parts make up the whole, and nobody drops out between the bars.",
                origin=origin,
                screened=stage["screened"],
                released=stage["released"],
                observed=stage["under_observation"],
            )
            lines.append((":material/equal:", sentence))
    for row in rows[rows["inset"]].itertuples():
        sentence = t(
            "The dashed box, {number} with {category}, lies inside the {status} of {origin}: never "
            "added.",
            number=t.number(row.value),
            category=row.category_label,
            status=row.status_label,
            origin=row.origin_label,
        )
        lines.append((":material/select:", sentence))
    share = t("Shares are ours: each group in parts of its own screened.")
    ranks = t("They depend on when people came back and do not rank the groups.")
    return [*lines, ("Σ", t.sentences(share, ranks))]


def other_populations(t: Translator, rows: pd.DataFrame, shown: str) -> None:
    """Residents registered; people and vehicles checked on passing an entrance; their evidence.

    shown: key of the figure whose evidence is on show.
    """
    cards, evidence_of = _populations(t, rows)
    st.markdown(f"#### {t('Other populations, not stages of these funnels')}")
    with st.grid(2, min_column_width=230, border=True):
        for card in cards:
            st.markdown(card)
    widget = "_population"
    st.session_state[widget] = shown if shown in evidence_of else None
    st.pills(
        t("Evidence of"),
        list(evidence_of),
        format_func=evidence_of.get,
        key=widget,
        on_change=lambda: show_figure(st.session_state[widget]),
        wrap=True,
    )


@kept
def _populations(t: Translator, rows: pd.DataFrame) -> tuple[list[str], dict[str, str]]:
    """What to say of each population; and figure to its number, people before the others."""
    of = {category: members for category, members in rows.groupby("category")}
    people, households = _people_first(of["residents"])
    rounded = t(
        "in {number} {unit}. Printed {mentions}: rounded.",
        number=t.number(households["value"]),
        unit=households["unit_label"],
        mentions=t.listed([people["mention"], households["mention"]]),
    )
    passing, vehicles = _people_first(of["passage"])
    passages = t(
        "and {number} {unit}. {note}",
        number=t.number(vehicles["value"]),
        unit=vehicles["unit_label"],
        note=passing["note"],
    )
    entrances = of.get("entrance", rows.head(0)).sort_values("value")
    numbers = t.listed(t.number(value) for value in entrances["value"])
    conflict = t("Entrances: printed as {numbers}, a conflict.", numbers=numbers)
    cards = [_card(t, people, rounded), _card(t, passing, passages, *[conflict] * bool(numbers))]
    figures = [people, households, passing, vehicles, *(one for _, one in entrances.iterrows())]
    return cards, {one["figure_id"]: _number(t, one) for one in figures}


def _people_first(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The figure that counts people, and the other one."""
    people = rows["unit"] == "person"
    return rows[people].iloc[0], rows[~people].iloc[0]


def _card(t: Translator, first: pd.Series, *sentences: str) -> str:
    """A figure large, what it counts and sentences below it."""
    small = [f":small[:gray[{sentence}]]" for sentence in sentences]
    return f"### {_number(t, first)}\n\n" + "  \n".join([first["label"], *small])


def _number(t: Translator, figure: pd.Series) -> str:
    return f"{t.number(figure['value'])} {figure['unit_label']}"

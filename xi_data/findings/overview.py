"""Overview: what a bulletin reports in a handful of numbers, and the ways into its topics."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from xi_data import store, sums
from xi_data.each_row import each_row
from xi_data.findings.story import Material, Story
from xi_data.locale import Translator
from xi_data.record.licence import is_ours
from xi_data.views import VIEWS, rows
from xi_data.wording import (
    as_of,
    formula,
    hedged,
    hedged_short,
    measure_word,
    strong,
    summed,
    with_sign,
)

_ALL = "figures"
"""The view that has every figure."""

_FEW = 3  # parts of a sum up to which its card prints them all


class SumCard(NamedTuple):
    """A sum of our own: name, number, its parts in short, date; formula and all parts; the sum."""

    name: str
    number: str
    parts: str
    dated: str
    added: list[str]
    whole: sums.Total
    figure: Mapping[str, Any]


class FigureCard(NamedTuple):
    """One printed figure: name, number, what it counts, date."""

    name: str
    number: str
    counted: str
    dated: str
    figure: Mapping[str, Any]


class WayIn(NamedTuple):
    """A family of topics: its key, the view that shows it, by name and key, the figures there, one
    of the family."""

    family: str
    name: str
    figures: int
    figure: Mapping[str, Any]
    page: str


class Told(NamedTuple):
    """One bulletin among several: its row, its figures in view, and their number by family."""

    bulletin: Mapping[str, Any]
    figures: int
    families: str


@dataclass(frozen=True)
class Overview(Story):
    """The story of a bulletin. cards: headline numbers; ways: into its topics. several: where the
    question is of several bulletins, what each of them holds instead."""

    cards: Sequence[SumCard | FigureCard] = ()
    ways: Sequence[WayIn] = ()
    several: Sequence[Told] = field(default=())


def story(of: Material) -> Overview:
    """What Overview says of one bulletin, or of several side by side."""
    if len(of.question.bulletins) > 1:
        return _of_several(of)
    t = of.t
    highlights = of.answer(store.highlights)
    screening = of.answer(store.screening)
    added = {
        t("Returnees screened"): _stage(screening, "screened"),
        t("Under observation"): _stage(screening, "under_observation"),
        t("Venues shut"): of.answer(rows.closures),
    }
    totals = {name: sums.total(members) for name, members in added.items()}
    example = highlights[highlights["part"] == "example"]
    return Overview(
        rows=of.rows,
        every=of.every,
        active=of.active,
        question=of.question,
        finding=finding(of, *totals.values()),
        definition=definition(of),
        first=next(iter(example["figure_id"]), ""),
        first_words=t("an example"),
        cards=[
            *(
                sum_card(t, name, added[name], whole)
                for name, whole in totals.items()
                if whole is not None
            ),
            *(
                figure_card(t, one)
                for one in highlights[highlights["part"] == "headline"].to_dict("records")
            ),
        ],
        ways=ways_in(of, highlights[highlights["part"] == "leading"]),
    )


def definition(of: Material) -> str:
    """What the figures are of: the article, or what somebody brought, which may be any text."""
    t, place = of.t, of.bulletin["place"]
    if is_ours(of.question.bulletins):
        return t(
            "The figures of one news article about {place}, each with its exact words and "
            "position. Σ = our calculation.",
            place=place,
        )
    return t(
        "The figures of one bulletin, {place}, each with its exact words and position. Σ = our "
        "calculation.",
        place=place,
    )


def _stage(screening: pd.DataFrame, stage: str) -> pd.DataFrame:
    stages = (screening["whole_id"] != "") & ~screening["inset"].astype(bool)
    return screening[stages & (screening["status"] == stage)]


def _of_several(of: Material) -> Overview:
    t = of.t
    known = of.query(store.bulletins, t.lang)
    named = known[known["bulletin_id"].isin(of.question.bulletins)]
    several = []
    for bulletin in named.to_dict("records"):
        members = of.rows[of.rows["bulletin_id"] == bulletin["bulletin_id"]]
        numbers = members["family_label"].value_counts(sort=False)
        said = t.listed(
            t("{topic} {number}", topic=family, number=number) for family, number in numbers.items()
        )
        several.append(Told(bulletin, len(members), said))
    return Overview(
        rows=of.rows,
        every=of.every,
        active=of.active,
        question=of.question,
        finding=t(
            "{figures} figures in {bulletins} bulletins",
            figures=t.number(len(of.every)),
            bulletins=t.number(len(named)),
        ),
        definition=t("Each bulletin by itself: nothing is added across them."),
        several=several,
    )


def finding(
    of: Material, screened: sums.Total | None, observed: sums.Total | None, shut: sums.Total | None
) -> str:
    """The screened, the venues shut and the number of figures; else where the figures are from."""
    t = of.t
    if screened is None or shut is None:
        return t.plural(
            "{number} figure from a bulletin about {place}",
            "{number} figures from a bulletin about {place}",
            len(of.every),
            place=of.bulletin["place"],
        )
    return t(
        "One county’s COVID-19 response in {figures} figures: {screened} returnees screened and "
        "{shut} venues shut",
        screened=summed(t, screened),
        shut=summed(t, shut),
        figures=len(of.every),
    )


def sum_card(t: Translator, name: str, members: pd.DataFrame, whole: sums.Total) -> SumCard:
    """A sum that we computed, with its date and its parts."""
    first = members.iloc[0].to_dict()
    parts = t("in the article")
    if len(members) > 1:
        parts = t("sum of {number} figures", number=t.number(len(members)))
    added: list[str] = []
    if 1 < len(members) <= _FEW:
        parts = formula(t, whole)
    elif len(members) > _FEW:
        every = [f"{strong(hedged(t, row))} {row.label}" for row in each_row(members)]
        added = [f"{formula(t, whole)} = {strong(with_sign(t, whole))}", *every]
    return SumCard(name, with_sign(t, whole), parts, as_of(t, first), added, whole, first)


def figure_card(t: Translator, figure: Mapping[str, Any]) -> FigureCard:
    """One printed figure, with its definition and its date."""
    words = f"{measure_word(t, figure)} · {figure['label']}"
    name = figure["category_label"] or figure["topic_label"]
    return FigureCard(name, hedged_short(t, figure), words, as_of(t, figure), figure)


def ways_in(of: Material, leading: pd.DataFrame) -> list[WayIn]:
    """The families of topics that have figures, in the order of their leading figures."""
    found = []
    for family, members in leading.groupby("family", sort=False):
        first = members.iloc[0].to_dict()
        key, name = home(family), first["family_label"]
        number = len(of.answer(VIEWS[key].rows)) if key != _ALL else 0
        if number:
            name = VIEWS[key].title(of.t)
        else:  # a family without a page, or whose page has none of them
            key, number = _ALL, len(of.answer(VIEWS[_ALL].rows, family=(family,)))
        found.append(WayIn(family, name, number, first, key))
    return found


def home(family: str) -> str:
    """Key of the view that a family of topics has, else of the one with all figures."""
    key = {"people": "screening"}.get(family, family)
    return key if key in VIEWS else _ALL

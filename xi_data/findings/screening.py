"""Screening funnels: what each stage holds, and the populations that are no stage of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from xi_data import store, sums
from xi_data.each_row import each_row
from xi_data.findings import bounded_topics
from xi_data.findings.bounded import Bounded
from xi_data.findings.other_populations import Population, other_populations
from xi_data.findings.story import Cell, Material, Note, Story, Sum, capital, ids, largest
from xi_data.locale import Translator
from xi_data.record.bases import INFERRED
from xi_data.wording import SIGMA, SUM_SIGN, formula, hedged, summed, with_sign

STAGES = ("screened", "released", "under_observation")


class Stage(NamedTuple):
    """A stage's name and the sum over the origins."""

    name: str
    total: sums.Total


@dataclass(frozen=True)
class Screening(Story):
    """The story of the funnels.

    others: the other populations; numbers: key of each of their figures to its number and unit.
    """

    others: tuple[Population, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def order(self) -> list[str]:
        """The returnees, and after them the other populations."""
        return [*ids(self.rows), *self.numbers]


def story(of: Material) -> Screening | Bounded:
    """What Screening says: the share released and the number still observed; of a bulletin
    without such stages what it has on screening."""
    t, rows = of.t, of.rows
    if of.every["whole_id"].eq("").all() and len(of.every):
        return bounded_topics.screening(of)
    populations = of.answer(store.other_populations)
    if rows.empty:
        finding_ = t("No figure of returnees in this selection")
        return _told(of, finding=finding_, definition=definition(of))
    found = totals(rows)
    others, numbers = other_populations(t, populations)
    return _told(
        of,
        rows=labelled(rows),
        finding=finding(of, found),
        definition=definition(of),
        cells=headline(t, found),
        notes=notes(of),
        sums=computed(t, found),
        first=largest(rows),
        first_words=t("the largest figure"),
        others=others,
        numbers=numbers,
    )


def _told(of: Material, **fields) -> Screening:
    base = {"rows": of.rows, "every": of.every, "active": of.active} | fields
    return Screening(question=of.question, **base)


def definition(of: Material) -> str:
    """What is counted, where, and as of when."""
    t, place = of.t, of.bulletin["place"]
    dated = of.every[of.every["as_of"].notna()]
    if dated.empty:
        return of.defined(t("Returnees by observation status · {place}", place=place))
    first = dated.iloc[0]
    return of.defined(
        t(
            "Returnees by observation status · {place} · as of {date} ({basis})",
            place=place,
            date=t.day(first["as_of"]),
            basis=first["basis_label"],
        )
    )


def totals(rows: pd.DataFrame) -> dict[str, Stage]:
    """Stage to its name and the sum over the origins; insets are never added."""
    stages = rows[~rows["inset"]]
    found = {}
    for stage in STAGES:
        members = stages[stages["status"] == stage]
        whole = sums.total(members)
        if whole is not None:
            found[stage] = Stage(members["status_label"].iloc[0], whole)
    return found


def headline(t: Translator, found: Mapping[str, Stage]) -> list[Cell]:
    """What is added says so, what is printed too."""
    return [
        Cell(
            with_sign(t, one),
            name,
            f"{SIGMA} {formula(t, one)}" if len(one.parts) > 1 else t("in the article"),
            one,
        )
        for name, one in found.values()
    ]


def computed(t: Translator, found: Mapping[str, Stage]) -> list[Sum]:
    """Sums of several origins, and the share released where both its numbers are shown."""
    shown = [Sum(capital(name), one) for name, one in found.values() if len(one.parts) > 1]
    if (share := _released(t, found)) is not None:
        shown.append(Sum(t("Share released"), share))
    return shown


def _released(t: Translator, found: Mapping[str, Stage]) -> sums.Share | None:
    """The share released; None where either number is hedged or not shown, or nobody screened."""
    if not {"released", "screened"} <= set(found):
        return None
    released, screened = found["released"].total, found["screened"].total
    if {released.qualifier, screened.qualifier} != {"exact"} or not screened.value:
        return None
    return sums.Share(released.value, screened.value, t("share of those screened"))


def finding(of: Material, found: Mapping[str, Stage]) -> str:
    """The share released and the number still observed; only what remains where stages are out."""
    t, rows = of.t, of.rows
    dated = rows["as_of"].dropna()
    if dated.empty or not found:
        return of.in_general()
    date = t.day(dated.iloc[0])
    origins = rows["origin_label"].unique()
    origin = t.inside(origins[0]) if len(origins) == 1 else t("all origins")
    share = _released(t, found)
    if share is None or len(found) < len(STAGES):
        if not of.narrowed:
            return of.in_general()
        return t(
            "Selection: returnees ({origin}), {numbers}, as of {date}",
            origin=origin,
            numbers=t.listed(
                t("{number} {status}", number=summed(t, one), status=name)
                for name, one in found.values()
            ),
            date=date,
        )
    said = dict(
        share=f"{SUM_SIGN} {t.percent(share.value, 0)}",
        total=summed(t, found["screened"].total),
        date=date,
        observed=summed(t, found["under_observation"].total),
    )
    if of.narrowed:
        return t(
            "Selection: of {total} screened returnees ({origin}), {share} had been released "
            "from medical observation by {date}; {observed} were still under it",
            origin=origin,
            **said,
        )
    return t(
        "Of {total} screened returnees, {share} had been released from medical observation by "
        "{date}; {observed} were still under it",
        **said,
    )


def labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with returnees (origin and stage in words, insets marked) and percent (0 to 100)."""
    labels = [
        f"{row.origin_label} ↳ {row.category_label}"
        if row.inset
        else f"{row.origin_label} · {row.status_label}"
        for row in each_row(rows)
    ]
    return rows.assign(returnees=labels, percent=rows["share"] * 100)


def notes(of: Material) -> list[Note]:
    """How to read the rows in view: what makes up what, what is inside, what is no ranking."""
    t, rows = of.t, of.rows
    lines = of.remarks("note")
    for origin, members in rows[~rows["inset"]].groupby("origin_label", sort=False):
        stage = members.set_index("status")["value"].map(t.number)
        if _made_up(members):
            sentence = t(
                "{origin}: {screened} = {released} + {observed}. All three numbers are in "
                "the article and add up exactly.",
                origin=origin,
                screened=stage["screened"],
                released=stage["released"],
                observed=stage["under_observation"],
            )
            lines.append(Note(":material/equal:", sentence))
    for row in each_row(rows[rows["inset"]]):
        sentence = t(
            "The dashed box: {number} with {category}, shown inside “{origin}, {status}” and not "
            "added to it.",
            number=hedged(t, row),
            category=row.category_label,
            status=row.status_label,
            origin=row.origin_label,
        )
        if row.inset_basis == INFERRED:
            inside = t(
                "That the one group includes the other is inferred: the article does not state it."
            )
            sentence = t.sentences(sentence, inside)
        lines.append(Note(":material/select:", sentence))
    share = t("Percentages are ours; the base is the number screened in each group.")
    ranks = t("The article does not say when each group came back, so do not compare them.")
    return [*lines, Note("Σ", t.sentences(share, ranks))]


def _made_up(stages: pd.DataFrame) -> bool:
    """Whether the released and the observed of one origin make up its screened, all exact."""
    value = stages.set_index("status")["value"]
    if sorted(value.index) != sorted(STAGES) or set(stages["qualifier"]) != {"exact"}:
        return False
    return value["screened"] == value["released"] + value["under_observation"]

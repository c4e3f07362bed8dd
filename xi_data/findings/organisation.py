"""Organisation and control points: counts without repeats, a conflict shown, rules of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from xi_data.each_row import each_row
from xi_data.findings.by_unit import by_unit
from xi_data.findings.story import Cell, Material, Note, Story, ids
from xi_data.locale import Translator
from xi_data.record.bases import INFERRED, weakest
from xi_data.wording import SIGMA, basis, hedged, strong, with_basis, with_unit

PARTS = ("where", "who", "passages", "rules")


class Sentence(NamedTuple):
    """A figure as a line: its key, its words, and what the data note of it."""

    figure_id: str
    text: str
    note: str


@dataclass(frozen=True)
class Organisation(Story):
    """The story of the response's bodies and places.

    parts: where, who, passages and rules, each with its counts without repeats; barred: those of
    them that have a value. lines: passages and rules as sentences. outlined: what a dashed bar
    means.
    """

    parts: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    barred: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    lines: Mapping[str, Sequence[Sentence]] = field(default_factory=dict)
    outlined: str = ""


def story(of: Material) -> Organisation:
    """What Organisation says: where control points stood, repeated counts once."""
    t, rows = of.t, of.rows
    definition = _definition(of)
    base = {"every": of.every, "active": of.active, "question": of.question}
    if rows.empty:
        nothing = t("No figure on organisation or control points in this selection")
        return Organisation(**base, rows=rows, finding=nothing, definition=definition)
    parts = {name: part(t, rows, name) for name in PARTS}
    first = next((members for members in parts.values() if len(members)), rows)
    return Organisation(
        **base,
        rows=remarked(t, rows),
        finding=finding(of),
        definition=definition,
        cells=headline(t, rows),
        notes=notes(t, rows),
        first=ids(first)[0],
        first_words=t("the first figure"),
        parts=parts,
        barred={name: members[members["value"].notna()] for name, members in parts.items()},
        lines={name: sentences(t, parts[name]) for name in ("passages", "rules")},
        outlined=outlined(t, rows),
    )


def _definition(of: Material) -> str:
    t = of.t
    said = [
        t(
            "Organisations, communities, control points and schedules · {place}",
            place=of.bulletin["place"],
        )
    ]
    if of.every["as_of_basis"].eq("").mean() > 0.5:
        said.append(t("mostly undated"))
    return " · ".join([*said, t("each unit has its own scale")])


def outlined(t: Translator, rows: pd.DataFrame) -> str:
    """What a dashed bar means, with who says that both count one thing."""
    basis = weakest(rows["conflict_basis"])
    return with_basis(t, t("dashed: two different numbers for one thing"), basis)


def part(t: Translator, rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Counts of one part of the page, without repeats: who, where, passages or rules.

    Those of a unit stand together, the largest first. label says how often a count is given, and
    who says so; outlined marks counts that give different numbers of one thing.
    """
    parts = rows["topic"].map({"schedule": "rules"}).fillna("who")
    parts = parts.mask(rows["category"] == "passage", "passages").mask(
        rows["unit"] == "place", "where"
    )
    counts = rows[rows["stands"] & (parts == name)]
    labels = [
        t(
            "{label} (given {number} times, {basis})",
            label=row.label,
            number=t.number(row.printings),
            basis=basis(t, row.repeats_basis),
        )
        if row.printings > 1
        else row.label
        for row in each_row(counts)
    ]
    return by_unit(t, counts.assign(label=labels, outlined=counts["conflict_id"] != ""))


def finding(of: Material) -> str:
    """What the data say of the whole; of a selection, its part."""
    if of.narrowed:
        return of.t(
            "Selection: {rows} of {all} figures on organisation and control points",
            rows=len(of.rows),
            all=len(of.every),
        )
    return of.found(of.in_general())


def headline(t: Translator, rows: pd.DataFrame) -> list[Cell]:
    """Counts behind the figures, the conflict, and the passages."""
    counts = int(rows["stands"].sum())
    parts = [t.plural("{number} figure", "{number} figures", len(rows))]
    if repeats := len(rows) - counts:
        words = t.plural("{number} of them a repeat", "{number} of them repeats", repeats)
        parts.append(with_basis(t, words, _repeated(rows)))
    cells = [Cell(t.number(counts), t("distinct figures"), f"{SIGMA} {t.chain(parts)}")]
    two = conflict(rows)
    if len(two) > 1:
        numbers = t.listed((hedged(t, one) for _, one in two.iterrows()), "or")
        basis_ = weakest(two["conflict_basis"])
        both_ways = with_basis(t, t("the article gives both: a conflict"), basis_)
        entrances = two["category"].eq("entrance").all()
        name = t("county entrances") if entrances else t.inside(two["group_label"].iloc[0])
        cells.append(Cell(numbers, name, both_ways, ids(two)))
    passages = rows[rows["category"] == "passage"].sort_values("value", ascending=False)
    for row in each_row(passages.head(1)):
        passed = t.inside(row.label)
        cells.append(
            Cell(
                hedged(t, row),
                passed,
                t("taken as passages: repeats may be counted"),
                [row.figure_id],
            )
        )
    return cells


def notes(t: Translator, rows: pd.DataFrame) -> list[Note]:
    """What the rows in view do not say: repeats, the conflict, what is never added."""
    lines = []
    if not rows["stands"].all():
        again = t("Repeated figures get one bar; the table lists every mention.")
        inferred = t("That it is one count is inferred: the article does not state it.")
        said = [again, inferred] if _repeated(rows) == INFERRED else [again]
        lines.append(Note(":material/repeat:", t.sentences(*said)))
    two = conflict(rows)
    if len(two) > 1:
        lines += [Note(":material/error:", t.pair(row.label, row.note)) for row in each_row(two)]
    apart = t(
        "Organisations, places and people are not added together: the article does not say "
        "which include which."
    )
    return [*lines, Note(":material/account_tree:", apart)]


def sentences(t: Translator, rows: pd.DataFrame) -> list[Sentence]:
    """A line for each figure of a part."""
    return [
        Sentence(one["figure_id"], t.pair(one["label"], strong(with_unit(t, one))), one["note"])
        for one in rows.to_dict("records")
    ]


def remarked(t: Translator, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with remark: whether a figure repeats another or conflicts with one, and who says
    so.
    """

    def remark(row: Any) -> str:
        if row.conflict_id:
            return with_basis(t, t("conflict"), row.conflict_basis)
        return with_basis(t, t("repeat"), row.repeats_basis) if row.repeats else ""

    return rows.assign(remark=[remark(row) for row in each_row(rows)])


def conflict(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures that give different numbers of one thing, the smaller first."""
    return rows[rows["conflict_id"] != ""].sort_values("value")


def _repeated(rows: pd.DataFrame) -> str:
    """Who says that the repeats among the rows are repeats."""
    return weakest(rows.loc[rows["repeats"].astype(bool), "repeats_basis"])

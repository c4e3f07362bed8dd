"""Figures of one topic: bars by unit, and words where a bar tells nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from xi_data import store
from xi_data.each_row import each_row
from xi_data.findings.story import Cell, Material, Note, Story, ids
from xi_data.locale import Translator
from xi_data.wording import hedged_short, measure_word, strong, with_unit

_HEADLINES = 3  # numbers side by side on a phone


class InWords(NamedTuple):
    """A figure that no bar shows: its key, its number and what it counts."""

    figure_id: str
    number: str
    label: str


@dataclass(frozen=True)
class Bounded(Story):
    """The story of figures in panels. panelled: those that have bars, with their panel and hatched.

    hatched: what hatching means. in_words: those without bars. steps: dates of one gift reported at
    several, and gift, its words.
    """

    hatched: str = ""
    in_words: Sequence[InWords] = ()
    gift: str = ""

    @cached_property
    def panelled(self) -> pd.DataFrame:
        """Those of the rows that have bars."""
        return self.rows[self.rows["panel"] != ""] if "panel" in self.rows else self.rows.head(0)


class Topic(NamedTuple):
    """What differs between the topics.

    definition, finding, selection: in words. hatched: column to the value that hatches a bar, and
    what hatching means. apart: groups that are said in words. notes: after those of the data.
    """

    definition: str
    finding: str
    selection: str
    hatched: dict[str, str] = {}
    meaning: str = ""
    apart: tuple[str, ...] = ()
    notes: Sequence[Note] = ()


def in_panels(of: Material, topic: Topic, steps: pd.DataFrame | None = None) -> Bounded:
    """The story of a topic. steps: dates of gifts that are reported at several."""
    t = of.t
    definition = of.defined(topic.definition)
    base = {"every": of.every, "active": of.active, "question": of.question}
    finding = topic.selection if of.narrowed else topic.finding
    if of.rows.empty:
        return Bounded(**base, rows=of.rows, finding=finding, definition=definition)
    rows = bounded_panels(of, topic.apart)
    rows["hatched"] = False
    if topic.hatched:
        rows["hatched"] = (rows[list(topic.hatched)] == pd.Series(topic.hatched)).all(axis=1)
    barred = rows[rows["panel"] != ""]
    first = t("the largest figure of the first panel") if len(barred) else t("the first figure")
    gift = of.rows.head(0) if steps is None or steps.empty else of.rows
    told = gift[gift["figure_id"].isin(steps["gift_id"])] if len(gift) else gift
    return Bounded(
        **base,
        rows=rows,
        finding=finding,
        definition=definition,
        cells=headline(t, rows, barred),
        notes=[*printed_notes(t, rows), *topic.notes, *of.remarks("note")],
        first=ids(barred if len(barred) else rows)[0],
        first_words=first,
        beside=steps if steps is not None else pd.DataFrame(),
        hatched=topic.meaning,
        in_words=said_in_words(t, rows),
        gift=gift_words(t, told),
    )


def bounded_panels(of: Material, apart: tuple[str, ...] = ()) -> pd.DataFrame:
    """The rows with panel: the name of the panel that their bar stands in, "" for those in words.

    Figures of one topic in one unit share a panel. A figure that is alone with its unit among
    all rows has nothing to be compared with and is said in words, as are the groups apart.
    """
    t, units = of.t, of.query(store.options, of.t.lang)["unit"]
    compared = of.every[~of.every["category_group"].isin(apart) & of.every["value"].notna()]
    panels = {}
    for (topic, unit), members in compared.groupby(["topic", "unit"], sort=False):
        if len(members) > 1:
            groups = members["group_label"].unique()
            name = groups[0] if len(groups) == 1 else ""
            name = name or members["topic_label"].iloc[0]
            named = units[unit].casefold() == name.casefold()
            panels[topic, unit] = (
                name if named else t("{name} · {unit}", name=name, unit=units[unit])
            )
    stands_in = [
        ""
        if row.category_group in apart or pd.isna(row.value)
        else panels.get((row.topic, row.unit), "")
        for row in each_row(of.rows)
    ]
    return of.rows.assign(panel=stands_in)


def headline(t: Translator, rows: pd.DataFrame, barred: pd.DataFrame) -> list[Cell]:
    """The first figures of the first panels, or where there is none the first figures of all."""
    chosen, printed = barred.drop_duplicates("panel") if len(barred) else rows, t("in the article")
    return [
        Cell(
            hedged_short(t, one),
            f"{strong(measure_word(t, one))} · {one['label']}",
            printed,
            [one["figure_id"]],
        )
        for one in chosen.head(_HEADLINES).to_dict("records")
    ]


def said_in_words(t: Translator, rows: pd.DataFrame) -> list[InWords]:
    """The figures without bars."""
    return [
        InWords(one["figure_id"], with_unit(t, one), one["label"])
        for one in rows[rows["panel"] == ""].to_dict("records")
    ]


def printed_notes(t: Translator, rows: pd.DataFrame) -> list[Note]:
    """What the data note of the rows, each note once."""
    noted = rows[rows["note"] != ""]
    return [
        Note(":material/comment:", t.pair(t.chain(members["label"]), note))
        for note, members in noted.groupby("note", sort=False)
    ]


def gift_words(t: Translator, gifts: pd.DataFrame) -> str:
    """One gift in a sentence, with what the data note of it; "" where there is none."""
    for gift in gifts.head(1).to_dict("records"):
        said = t(
            "{label}: {amount}.",
            label=gift["label"],
            amount=strong(with_unit(t, gift)),
        )
        return t.sentences(said, gift["note"])
    return ""

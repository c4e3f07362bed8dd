"""Compare: an indicator as several bulletins give it, what each gives, and what is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from xi_data import store
from xi_data.each_row import each_row
from xi_data.findings.refusals import Refusal, part_of_whole, refusals
from xi_data.findings.story import Material, Note, Story
from xi_data.locale import Translator, translator
from xi_data.sums import Share
from xi_data.views import VIEWS
from xi_data.views.request import figure_key
from xi_data.wording import hedged, indicator_name


class Rate(NamedTuple):
    """A part as a share of its whole, which one bulletin gives both: its key, the two figures in
    words with what says that one is a part of the other, and the share that we computed."""

    bulletin_id: str
    name: str
    share: Share


@dataclass(frozen=True)
class Compare(Story):
    """The story of several bulletins. indicator: name of the one on show, "" for none.

    names: key of a bulletin to its place, else to itself. matrix: figures by bulletin (index) and
    family (columns). refused: what is not set side by side, and why; lone: names of what one
    bulletin alone gives.
    """

    indicator: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    matrix: pd.DataFrame = field(default_factory=pd.DataFrame)
    rates: Sequence[Rate] = ()
    refused: Sequence[Refusal] = ()
    lone: Sequence[str] = ()

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """The rows as charts take them: figures under their keys, label the bulletin, dated."""
        t = translator(self.question.lang)
        several = self.rows["bulletin_id"].duplicated(keep=False)
        return self.rows.assign(
            figure_id=self.order,
            label=[
                t.pair(self.names[row.bulletin_id], row.label)
                if more
                else self.names[row.bulletin_id]
                for row, more in zip(each_row(self.rows), several, strict=True)
            ],
            dated=[day_in_words(t, row) for row in each_row(self.rows)],
            panel=self.indicator,
        )

    @cached_property
    def series(self) -> dict[str, pd.DataFrame]:
        """Place to its dated figures, of each place that several bulletins date differently."""
        unstated = translator(self.question.lang)("place not stated")
        dated = self.drawn[self.drawn["day"].notna()].sort_values("day", kind="stable")
        return {
            place: members
            for place, members in dated.groupby("place_short", sort=False)
            if place != unstated and members["bulletin_id"].nunique() > 1 < members["day"].nunique()
        }


def story(of: Material) -> Compare:
    """What Compare says of these bulletins; of one it says that it needs another."""
    t, bulletins = of.t, of.question.bulletins
    named = _names(of)
    chosen = of.question.arguments.get("indicator") or ""
    found = of.rows[of.rows["indicator"] == chosen] if chosen else of.rows.head(0)
    name = ""
    if len(found):
        units = of.query(store.options, t.lang)["unit"]
        first = next(each_row(found))
        name = indicator_name(t, first, units[first.unit])
    counted = of.query(store.matrix, bulletins)
    table = counted.pivot_table("figures", "bulletin_id", "family", fill_value=0, aggfunc="sum")
    families = [one for one in of.query(store.families, t.lang)["family"] if one in table]
    rates = of.answer(store.rates)
    refused, lone = refusals(of, named, rates)
    leading = found.head(1)
    keys = [figure_key(bulletins, one.bulletin_id, one.figure_id) for one in each_row(leading)]
    return Compare(
        rows=of.rows,
        every=of.every,
        active=of.active,
        question=of.question,
        finding=finding(t, name, found, named, len(bulletins)),
        definition=definition(of),
        notes=notes(t, found, named),
        first=next(iter(keys), ""),
        first_words=t("largest number"),
        indicator=name,
        names=named,
        matrix=table.loc[[one for one in named if one in table.index], families],
        rates=[_rate(t, row) for row in each_row(rates) if _exact(row)],
        refused=refused,
        lone=lone,
    )


def _names(of: Material) -> dict[str, str]:
    """Key of each bulletin to its place; with its day where that is another one's place too.

    To itself where neither tells it apart, or no place is known. Whatever other bulletins there are
    besides: they are not asked about.
    """
    known = of.query(store.bulletins, of.t.lang)
    known = known[known["bulletin_id"].isin(of.question.bulletins)]
    shared = known["place_short"].duplicated(keep=False)
    told_apart = known["published"].notna() & ~known.duplicated(
        ["place_short", "published"], keep=False
    )
    with_day = [
        of.t("{place}, {date}", place=row.place_short, date=of.t.date(row.published))
        if apart
        else row.bulletin_id
        for row, apart in zip(each_row(known), told_apart, strict=True)
    ]
    named = known["place_short"].mask(shared, pd.Series(with_day, known.index))
    named = named.mask(known["place_short"] == of.t("place not stated"), known["bulletin_id"])
    return dict(zip(known["bulletin_id"], named, strict=True))


def finding(
    t: Translator, name: str, found: pd.DataFrame, named: Mapping[str, str], bulletins: int
) -> str:
    """The smallest and the largest number with their bulletins, as far as the words order them."""
    if bulletins < 2:
        return t("Choose two bulletins or more to compare them")
    if not name:
        return t("No indicator is given alike by two of these bulletins")
    largest, smallest = found.iloc[0], found.iloc[-1]
    number = found["bulletin_id"].nunique()
    said = dict(indicator=name, bulletins=t.number(number))
    if largest["value"] == smallest["value"] and (found["qualifier"] == "exact").all():
        same = dict(number=hedged(t, largest), **said)
        return t("{indicator}: {number} in each of {bulletins} bulletins", **same)
    low, high = (
        t("{number} ({place})", number=hedged(t, one), place=named[one["bulletin_id"]])
        for one in (smallest, largest)
    )
    if _ordered(found):
        return t(
            "{indicator}: from {low} to {high} in {bulletins} bulletins", low=low, high=high, **said
        )
    return t(
        "{indicator}: from {low} to {high} in {bulletins} bulletins, as worded; open ends leave "
        "the order uncertain",
        low=low,
        high=high,
        **said,
    )


def definition(of: Material) -> str:
    """How many indicators can be compared, and what an indicator is."""
    t = of.t
    if len(of.question.bulletins) < 2:
        return t("An indicator is a topic, category, status and unit that several bulletins give.")
    every = of.query(VIEWS["compare"].rows, of.question.bulletins, t.lang)
    return t.plural(
        "{number} indicator can be compared: the same topic, category, status and unit, all with "
        "a date of their own or all without, in at least two of {bulletins} bulletins. Each "
        "number is as its bulletin gives it; nothing is added up.",
        "{number} indicators can be compared: the same topic, category, status and unit, all with "
        "a date of their own or all without, in at least two of {bulletins} bulletins. Each "
        "number is as its bulletin gives it; nothing is added up.",
        every["indicator"].nunique(),
        bulletins=t.number(len(of.question.bulletins)),
    )


def notes(t: Translator, found: pd.DataFrame, named: Mapping[str, str]) -> list[Note]:
    """How to read the dots: days that differ, no day, several of one bulletin, read by machine."""
    lines = []
    days = found["day"].dropna() if len(found) else found
    if len(days) and days.min() != days.max():
        differ = t(
            "The dates run from {first} to {last}: a difference may be one of time.",
            first=t.date(days.min()),
            last=t.date(days.max()),
        )
        lines.append(Note(":material/event:", differ))
    if len(found) and found["dating"].eq("published").any():
        dated = t(
            "Where a figure has no date of its own, its bulletin’s date of publication is shown."
        )
        lines.append(Note(":material/calendar_month:", dated))
    several = found.loc[found["bulletin_id"].duplicated(), "bulletin_id"].unique()
    if len(several):
        apart = t(
            "Several figures of {bulletins}: whether they overlap is not stated, so each has its "
            "own dot.",
            bulletins=t.listed(named[one] for one in several),
        )
        lines.append(Note(":material/scatter_plot:", apart))
    if machine := int(found["reading"].eq("machine").sum()) if len(found) else 0:
        read = t.plural(
            "{number} figure is read by machine, not reviewed.",
            "{number} figures are read by machine, not reviewed.",
            machine,
        )
        lines.append(Note(":material/smart_toy:", read))
    return lines


def day_in_words(t: Translator, row: Any) -> str:
    """The day of a compared figure: its own, else that of its bulletin; or that there is none."""
    if pd.isna(row.day):
        return t("undated")
    day = t.date(row.day)
    return t("published {date}", date=day) if row.dating == "published" else day


def _ordered(found: pd.DataFrame) -> bool:
    """Whether the words leave no doubt that the first number is the largest and the last least."""
    least, most = found.iloc[-1], found.iloc[0]
    others = found.iloc[1:]["value_high"].fillna(float("inf")).max()
    above = found.iloc[:-1]["value_low"].fillna(float("-inf")).min()
    highest = most["value"] if pd.isna(most["value_low"]) else most["value_low"]
    lowest = least["value"] if pd.isna(least["value_high"]) else least["value_high"]
    certain = not (pd.isna(most["value_low"]) or pd.isna(least["value_high"]))
    return certain and others <= highest and lowest <= above


def _exact(row: Any) -> bool:
    return row.qualifier == row.whole_qualifier == "exact"


def _rate(t: Translator, row: Any) -> Rate:
    share = Share(row.value, row.whole, t("share of the whole"))
    return Rate(row.bulletin_id, part_of_whole(t, row), share)

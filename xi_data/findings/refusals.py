"""What Compare does not set side by side, each with the rule that forbids it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from xi_data import store, sums
from xi_data.each_row import each_row
from xi_data.findings.story import Material
from xi_data.locale import Translator
from xi_data.wording import hedged, indicator_name, with_basis, with_unit


class Refusal(NamedTuple):
    """What is refused, the figures or bulletins in words, and why; rule: the key of the reason."""

    rule: str
    name: str
    of: str
    reason: str


_REASONS: Mapping[str, Callable[[Translator], str]] = {
    "units": lambda t: t("Different units"),
    "bases": lambda t: t("Different bases: one counts up to a day, one what happened on a day"),
    "undated": lambda t: t("Undated beside dated: the text dates one, nothing dates the other"),
    "no_status": lambda t: t("No status: whether they count the same is not known"),
    "doubtful": lambda t: t("Read by machine, and no word nearby says what it belongs to"),
    "wordless": lambda t: t("Given in words, without a number"),
    "sum": lambda t: t("Inexact beside exact: not added up"),
    "open": lambda t: t("One has no upper limit, one no lower limit: not added up"),
    "rate": lambda t: t("Inexact: no share is calculated from it"),
}
"""Every reason, in the order of the list."""


def refusals(
    of: Material, named: Mapping[str, str], rates: pd.DataFrame
) -> tuple[list[Refusal], list[str]]:
    """What is refused, by reason, and the names of the indicators that one bulletin alone gives.

    named: key of a bulletin to its short name. rates: as store.rates gives them.
    """
    every = of.answer(store.comparison, compared=False)
    units = of.query(store.options, of.t.lang)["unit"]
    rows = list(each_row(every))  # once for all: a frame of sixty columns gives them slowly
    names = {row.indicator: row for row in reversed(rows)}
    names = {key: indicator_name(of.t, row, units[row.unit]) for key, row in names.items()}
    bulletins = every.groupby("indicator")["bulletin_id"].nunique()
    shared = [row for row in rows if bulletins[row.indicator] > 1]
    found = [
        *_of_units(of.t, rows, units, named),
        *_of_figures(of.t, shared, names, named),
        *_of_sums(of.t, shared, names, named),
        *_of_rates(of.t, rates, named),
    ]
    order = list(_REASONS)
    found.sort(key=lambda refusal: order.index(refusal.rule))
    return found, [names[key] for key, number in bulletins.items() if number == 1]


def part_of_whole(t: Translator, row: Any) -> str:
    """A part and its whole with their numbers, and what says that one is a part of the other."""
    said = t(
        "{part} ({number}) of {whole} ({total})",
        part=row.label,
        number=with_unit(t, row),
        whole=t.inside(row.whole_label),
        total=t.number(row.whole),
    )
    return with_basis(t, said, row.basis)


def _of_units(
    t: Translator, every: Sequence[Any], units: Mapping[str, str], named: Mapping[str, str]
) -> Iterator[Refusal]:
    """The same topic, category and status, which bulletins count in units not shared."""
    sound = [row for row in every if row.reason in ("", "alone")]
    for _, members in _grouped(sound, "topic", "category", "status"):
        by_unit = {
            unit: list(dict.fromkeys(row.bulletin_id for row in those))
            for (unit,), those in _grouped(members, "unit")
        }
        apart = {
            unit
            for one, other in combinations(by_unit, 2)
            if not set(by_unit[one]) & set(by_unit[other])
            for unit in (one, other)
        }
        if not apart:
            continue
        said = t.chain(
            t.pair(units[unit], _listed(t, found, named))
            for unit, found in by_unit.items()
            if unit in apart
        )
        name = members[0].category_label
        if members[0].status_label:
            name = t("{category} {status}", category=name, status=members[0].status_label)
        yield Refusal("units", name, said, _REASONS["units"](t))


def _of_figures(
    t: Translator, shared: Sequence[Any], names: Mapping[str, str], named: Mapping[str, str]
) -> Iterator[Refusal]:
    """Figures that cannot stand beside the others of their indicator."""
    refused = [row for row in shared if row.reason not in ("", "alone", "within")]
    for (key, rule), members in _grouped(refused, "indicator", "reason"):
        said = t.chain(
            t.pair(named[bulletin], t.listed(hedged(t, row) for row in those))
            for (bulletin,), those in _grouped(members, "bulletin_id")
        )
        yield Refusal(rule, names[key], said, _REASONS[rule](t))


def _of_sums(
    t: Translator, shared: Sequence[Any], names: Mapping[str, str], named: Mapping[str, str]
) -> Iterator[Refusal]:
    """Several figures of one bulletin whose words do not go together in a sum."""
    compared = [row for row in shared if row.reason == ""]
    for (key, bulletin), members in _grouped(compared, "indicator", "bulletin_id"):
        hedges = {row.qualifier for row in members}
        rule = "sum" if "exact" in hedges and len(hedges) > 1 else ""
        rule = "open" if sums.hedge(sorted(hedges)) is None else rule
        if rule:
            said = t.pair(named[bulletin], t.listed(hedged(t, row) for row in members))
            yield Refusal(rule, names[key], said, _REASONS[rule](t))


def _grouped(rows: Iterable[Any], *columns: str) -> Iterable[tuple[tuple[Any, ...], list[Any]]]:
    """Values of these columns and the rows that have them, in the order in which they come."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        groups.setdefault(tuple(getattr(row, one) for one in columns), []).append(row)
    return groups.items()


def _of_rates(t: Translator, rates: pd.DataFrame, named: Mapping[str, str]) -> Iterator[Refusal]:
    """Parts and wholes of which one is not exact."""
    for row in each_row(rates):
        if not row.qualifier == row.whole_qualifier == "exact":
            said = part_of_whole(t, row)
            yield Refusal(
                "rate", row.label, t.pair(named[row.bulletin_id], said), _REASONS["rate"](t)
            )


def _listed(t: Translator, bulletins: Any, named: Mapping[str, str]) -> str:
    return t.listed(named[one] for one in bulletins)

"""Checks of what the article says: which figures add up, nest, repeat each other, or do not fit.

Where two sides differ, the data must say so: a figure to be read with care (obs_status U) or a
relation. A difference that nobody declared is taken for an error of ours.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from xi_data.checks.facts import Facts, Pair
from xi_data.checks.record import (
    CANNOT_TELL,
    CONFLICT,
    DATA_ERROR,
    DIFFERS,
    HOLDS,
    ODD,
    Check,
    Computed,
)
from xi_data.record.bases import weakest
from xi_data.record.figures import Figure
from xi_data.sums import hedge

READ_WITH_CARE = "U"
_SAME_THING = ("topic", "category", "status", "subject", "paragraph")
_SAME_COUNT = ("kind", "value", "date", "value_low", "value_high", "qualifier", "unit")


def sums(facts: Facts) -> Iterator[Check]:
    """Parts against their whole, insets (parts of another part) left out."""
    wholes_of = defaultdict(set)
    for part, whole, _ in facts.pairs("part_of"):
        wholes_of[part.figure_id].add(whole.figure_id)
    for whole, members in _by_other(facts, "part_of").items():
        ids = {pair.figure.figure_id for pair in members}
        pairs = [pair for pair in members if not wholes_of[pair.figure.figure_id] & ids]
        if len(pairs) > 1:
            yield _sum(
                whole, [pair.figure for pair in pairs], weakest(pair.basis for pair in pairs)
            )


def lists(facts: Facts) -> Iterator[Check]:
    """A number beside the sum of what is listed after it, which are not said to be its parts."""
    for first, pairs in _by_other(facts, "listed_after").items():
        parts = [pair.figure for pair in pairs]
        ids = tuple(part.figure_id for part in parts)
        yield Check(
            key=f"list-{first.figure_id}",
            kind="list",
            verdict=CANNOT_TELL,
            figures=(*ids, first.figure_id),
            formula=(*_between("+", ids), "∥", first.figure_id),
            computed=_total(first.unit, parts),
            printed=(first.figure_id,),
            basis=weakest(pair.basis for pair in pairs),
        )


def _by_other(facts: Facts, relation: str) -> dict[Figure, list[Pair]]:
    """The other figure of a relation to its pairs, those that say how much."""
    found = defaultdict(list)
    for pair in facts.pairs(relation):
        if _is_amount(pair.figure) and _is_amount(pair.other):
            found[pair.other].append(pair)
    return found


def _between(sign: str, ids: Iterable[str]) -> list[str]:
    """Figures with a sign between them."""
    return [part for one in ids for part in (sign, one)][1:]


def _sum(whole: Figure, parts: list[Figure], basis: str) -> Check:
    low = _added(_span(part)[0] for part in parts)
    high = _added(_span(part)[1] for part in parts)
    if low == high and (low, high) == _span(whole):
        verdict = HOLDS
    elif low > _span(whole)[1] or high < _span(whole)[0]:
        verdict = _differs(whole, *parts)
    else:
        verdict = CANNOT_TELL
    ids = tuple(part.figure_id for part in parts)
    equal = "≠" if verdict in (DIFFERS, DATA_ERROR) else "="
    return Check(
        key=f"sum-{whole.figure_id}",
        kind="sum",
        verdict=verdict,
        figures=(*ids, whole.figure_id),
        formula=(*_between("+", ids), equal, whole.figure_id),
        computed=_total(whole.unit, parts),
        printed=(whole.figure_id,),
        failures=(whole.figure_id,) if verdict == DATA_ERROR else (),
        basis=basis,
    )


def _total(unit: str, parts: list[Figure]) -> Computed | None:
    """The sum of the parts; none where a part has no value, or their words allow no sum."""
    values = [part.value for part in parts]
    qualifier = hedge([part.qualifier for part in parts])
    return Computed(_added(values), unit, qualifier) if qualifier and None not in values else None


def nesting(facts: Facts) -> Iterator[Check]:
    """A part never exceeds its whole."""
    for part, whole, basis in facts.pairs("part_of"):
        if not (_is_amount(part) and _is_amount(whole)):
            continue
        if _span(part)[1] <= _span(whole)[0]:
            verdict = HOLDS
        elif _span(part)[0] > _span(whole)[1]:
            verdict = _differs(part, whole)
        else:
            verdict = CANNOT_TELL
        sign = ">" if verdict in (DIFFERS, DATA_ERROR) else "≤"
        yield _compared("nesting", verdict, part, sign, whole, basis)


def restatements(facts: Facts) -> Iterator[Check]:
    """What names a figure again has its value, bounds, wording and unit."""
    for again, first, basis in facts.pairs("restates"):
        same = all(getattr(again, column) == getattr(first, column) for column in _SAME_COUNT)
        verdict = HOLDS if same else _differs(again, first)
        yield _compared("restatement", verdict, again, "=" if same else "≠", first, basis)


def two_units(facts: Facts) -> Iterator[Check]:
    """One thing in two units: the figures stand together, and a pack has a whole size."""
    for pair in facts.pairs("same_thing_in_other_unit"):
        # Of equals the second is the one that holds: beds in a room.
        few, many = sorted((pair.other, pair.figure), key=lambda one: one.value or 0)
        together = few.unit != many.unit and all(
            len({getattr(few, column), getattr(many, column)} - {None}) < 2
            for column in _SAME_THING
        )
        size = _size(few, many)
        verdict, reason = _outcome(together, many, size)
        yield Check(
            key=f"two_units-{pair.figure.figure_id}",
            kind="two_units",
            verdict=verdict,
            figures=(many.figure_id, few.figure_id),
            formula=(many.figure_id, "÷", few.figure_id),
            computed=size,
            printed=(many.figure_id, few.figure_id),
            failures=(pair.figure.figure_id,) if verdict == DATA_ERROR else (),
            reason=reason,
            basis=pair.basis,
        )


def _size(few: Figure, many: Figure) -> Computed | None:
    """How many of the one stand for each of the other; none where that is hedged or not known."""
    if not few.value or few.qualifier != "exact" or many.value is None:
        return None
    return Computed(round(many.value / few.value, 9), many.unit, many.qualifier, per=few.unit)


def _outcome(together: bool, many: Figure, size: Computed | None) -> tuple[str, str]:
    """Verdict on one thing in two units, and the reason."""
    if not together:
        return DATA_ERROR, "apart"
    if size is None or many.qualifier != "exact":
        return CANNOT_TELL, "hedged"
    return (HOLDS, "") if size.value.is_integer() else (CANNOT_TELL, "average")


def conflicts(facts: Facts) -> Iterator[Check]:
    """Figures that cannot both hold; if they could, the relation is an error of ours."""
    for one, other, basis in facts.pairs("conflicts_with"):
        apart = _span(one)[0] > _span(other)[1] or _span(one)[1] < _span(other)[0]
        verdict = CONFLICT if apart and one.unit == other.unit else DATA_ERROR
        yield _compared("conflict", verdict, other, "≠" if apart else "=", one, basis)


def oddities(facts: Facts) -> Iterator[Check]:
    """Figures that look odd beside others, with nothing that contradicts them."""
    beside = defaultdict(list)
    for pair in facts.pairs("odd_beside"):
        beside[pair.figure.figure_id].append(pair)
    for figure_id, pairs in beside.items():
        marked = facts.figures[figure_id].obs_status == READ_WITH_CARE
        others = [pair.other.figure_id for pair in pairs]
        yield Check(
            key=f"odd-{figure_id}",
            kind="odd",
            verdict=ODD if marked else DATA_ERROR,
            figures=(figure_id, *others),
            formula=tuple(_between("∥", [figure_id, *others])),
            printed=(figure_id, *others),
            failures=() if marked else (figure_id,),
            basis=weakest(pair.basis for pair in pairs),
        )


def _compared(
    kind: str, verdict: str, figure: Figure, sign: str, other: Figure, basis: str
) -> Check:
    ids = figure.figure_id, other.figure_id
    return Check(
        key=f"{kind}-{ids[0]}-{ids[1]}",
        kind=kind,
        verdict=verdict,
        figures=ids,
        formula=(ids[0], sign, ids[1]),
        printed=ids,
        failures=ids[:1] if verdict == DATA_ERROR else (),
        basis=basis,
    )


def _is_amount(figure: Figure) -> bool:
    """Whether a figure says how much or how many; a vague one does, in bounds or not at all."""
    return figure.value is not None or figure.kind == "vague"


def _span(figure: Figure) -> tuple[float, float]:
    """The bounds that the words state, open ends as infinite."""
    low = -math.inf if figure.value_low is None else figure.value_low
    return low, math.inf if figure.value_high is None else figure.value_high


def _added(values: Iterable[float]) -> float:
    """The sum without the noise of binary fractions."""
    return round(math.fsum(values), 6)


def _differs(*figures: Figure) -> str:
    declared = any(figure.obs_status == READ_WITH_CARE for figure in figures)
    return DIFFERS if declared else DATA_ERROR

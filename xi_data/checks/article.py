"""Checks of what the article says: which figures add up, nest, repeat each other, or do not fit.

Where two sides differ, the data must say so: a figure to be read with care (obs_status U) or a
relation. A difference that nobody declared is taken for an error of ours.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from xi_data.checks.facts import Facts
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
from xi_data.record.figures import Figure
from xi_data.sums import hedge

READ_WITH_CARE = "U"
_SAME_THING = ("topic", "category", "status", "subject", "paragraph")
_SAME_COUNT = ("kind", "value", "date", "value_low", "value_high", "qualifier", "unit")


def sums(facts: Facts) -> Iterator[Check]:
    """Printed parts against their printed whole, insets (parts of another part) left out."""
    parts_of = defaultdict(list)
    for part, whole in facts.pairs("part_of"):
        if _is_amount(part) and _is_amount(whole):
            parts_of[whole.figure_id].append(part)
    wholes_of = defaultdict(set)
    for part, whole in facts.pairs("part_of"):
        wholes_of[part.figure_id].add(whole.figure_id)
    for whole_id, members in parts_of.items():
        ids = {part.figure_id for part in members}
        parts = [part for part in members if not wholes_of[part.figure_id] & ids]
        if len(parts) > 1:
            yield _sum(facts.figures[whole_id], parts)


def _sum(whole: Figure, parts: list[Figure]) -> Check:
    low = _added(_span(part)[0] for part in parts)
    high = _added(_span(part)[1] for part in parts)
    if low == high and (low, high) == _span(whole):
        verdict = HOLDS
    elif low > _span(whole)[1] or high < _span(whole)[0]:
        verdict = _differs(whole, *parts)
    else:
        verdict = CANNOT_TELL
    ids = tuple(part.figure_id for part in parts)
    signs = [sign for one in ids for sign in ("+", one)][1:]
    equal = "≠" if verdict in (DIFFERS, DATA_ERROR) else "="
    return Check(
        key=f"sum-{whole.figure_id}",
        kind="sum",
        verdict=verdict,
        figures=(*ids, whole.figure_id),
        formula=(*signs, equal, whole.figure_id),
        computed=_total(whole.unit, parts),
        printed=(whole.figure_id,),
        failures=(whole.figure_id,) if verdict == DATA_ERROR else (),
    )


def _total(unit: str, parts: list[Figure]) -> Computed | None:
    """The sum of the parts; none where a part has no value, or their words allow no sum."""
    values = [part.value for part in parts]
    qualifier = hedge([part.qualifier for part in parts])
    return Computed(_added(values), unit, qualifier) if qualifier and None not in values else None


def nesting(facts: Facts) -> Iterator[Check]:
    """A part never exceeds its whole."""
    for part, whole in facts.pairs("part_of"):
        if not (_is_amount(part) and _is_amount(whole)):
            continue
        if _span(part)[1] <= _span(whole)[0]:
            verdict = HOLDS
        elif _span(part)[0] > _span(whole)[1]:
            verdict = _differs(part, whole)
        else:
            verdict = CANNOT_TELL
        sign = ">" if verdict in (DIFFERS, DATA_ERROR) else "≤"
        yield _compared("nesting", verdict, part, sign, whole)


def restatements(facts: Facts) -> Iterator[Check]:
    """What names a figure again has its value, bounds, wording and unit."""
    for again, first in facts.pairs("restates"):
        same = all(getattr(again, column) == getattr(first, column) for column in _SAME_COUNT)
        verdict = HOLDS if same else _differs(again, first)
        yield _compared("restatement", verdict, again, "=" if same else "≠", first)


def two_units(facts: Facts) -> Iterator[Check]:
    """One thing in two units: the figures stand together, and a pack has a whole size."""
    for pair in facts.pairs("same_thing_in_other_unit"):
        # Of equals the second is the one that holds: beds in a room.
        few, many = sorted(reversed(pair), key=lambda one: one.value or 0)
        together = few.unit != many.unit and all(
            getattr(few, column) == getattr(many, column) for column in _SAME_THING
        )
        size = _size(few, many)
        verdict, reason = _outcome(together, many, size)
        yield Check(
            key=f"two_units-{pair[0].figure_id}",
            kind="two_units",
            verdict=verdict,
            figures=(many.figure_id, few.figure_id),
            formula=(many.figure_id, "÷", few.figure_id),
            computed=size,
            printed=(many.figure_id, few.figure_id),
            failures=(pair[0].figure_id,) if verdict == DATA_ERROR else (),
            reason=reason,
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
    for one, other in facts.pairs("conflicts_with"):
        apart = _span(one)[0] > _span(other)[1] or _span(one)[1] < _span(other)[0]
        verdict = CONFLICT if apart and one.unit == other.unit else DATA_ERROR
        yield _compared("conflict", verdict, other, "≠" if apart else "=", one)


def oddities(facts: Facts) -> Iterator[Check]:
    """Figures that look odd beside others, with nothing that contradicts them."""
    beside = defaultdict(list)
    for odd, other in facts.pairs("odd_beside"):
        beside[odd.figure_id].append(other.figure_id)
    for figure_id, others in beside.items():
        marked = facts.figures[figure_id].obs_status == READ_WITH_CARE
        signs = [sign for one in others for sign in ("∥", one)]
        yield Check(
            key=f"odd-{figure_id}",
            kind="odd",
            verdict=ODD if marked else DATA_ERROR,
            figures=(figure_id, *others),
            formula=(figure_id, *signs),
            printed=(figure_id, *others),
            failures=() if marked else (figure_id,),
        )


def _compared(kind: str, verdict: str, figure: Figure, sign: str, other: Figure) -> Check:
    ids = figure.figure_id, other.figure_id
    return Check(
        key=f"{kind}-{ids[0]}-{ids[1]}",
        kind=kind,
        verdict=verdict,
        figures=ids,
        formula=(ids[0], sign, ids[1]),
        printed=ids,
        failures=ids[:1] if verdict == DATA_ERROR else (),
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

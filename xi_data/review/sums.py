"""What numbers inside one bulletin have to do with each other, proposed by rule.

A whole with parts that add up to it, the same count again, one thing in two units. Rules prefer
nothing to a wrong guess: a hedged number adds up to nothing, and chance makes small sums.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from xi_data.reading.listing import beside, in_brackets, is_whole, parts_follow
from xi_data.reading.tables import find_tables
from xi_data.reading.text import normalised
from xi_data.record.bases import INFERRED, PRINTED
from xi_data.record.figures import Figure
from xi_data.review.deciding import figures
from xi_data.review.draft import Draft
from xi_data.review.folding import REJECTED
from xi_data.review.relation import (
    NEARLY,
    OTHER_UNIT,
    PART_OF,
    RESTATES,
    Relation,
    can_add,
    exact,
)
from xi_data.review.table_sums import sums_of_table

_MOST_PARTS = 12
_MOST_BETWEEN = 3
"""Figures of the unit that may stand between a whole and its parts."""

_NEAR = 200
"""Code points between a whole and the nearest of its parts, at most."""

_LEAST_UNSAID, _LEAST_APART = 20, 200
"""The least whole that parts next to it, or apart from it, are its parts without a word for it."""

_LEAST_AGAIN, _MOST_AGAIN = 3, 4
"""The least count that is recognised, and how often: what is given to each is no count again."""

_REACH = 20
"""Code points around numbers whose words are looked at."""

_THINGS = ("mass", "volume", "article", "pack", "area", "money")
_UNIT_NOUN = re.compile("unit=([^@;]+)@[0-9:]+/noun")
_ROOMS = frozenset(("room", "bed"))


def relations(draft: Draft) -> tuple[Relation, ...]:
    """Relations of the figures that are not rejected, in the order of their wholes.

    Computed once for each state of a draft.
    """
    return draft.once("_relations", _relations)


def _relations(draft: Draft) -> tuple[Relation, ...]:
    rows = [one.figure for one in figures(draft) if one.verdict != REJECTED]
    places = {one.figure_id: number for number, one in enumerate(rows)}
    found = [*_sums(rows, draft), *_again(rows), *_other_units(rows, draft)]
    return tuple(sorted(found, key=lambda one: (places[one.whole], one.relation)))


def _sums(rows: Sequence[Figure], draft: Draft) -> Iterator[Relation]:
    """Wholes with their parts: what tables call so, and what else adds up in a line."""
    called = list(_sums_of_tables(rows, draft))
    yield from called
    lines = {one.figure_id: one.paragraph for one in rows}
    across = [one for one in called if len({lines[key] for key in one.figures}) == 1]
    taken = frozenset().union(*(one.figures for one in across))
    in_line = partial(_sums_in_line, draft)
    for name, line in _lines(rows).items():
        found = draft.state.computed(name, line, in_line)
        yield from (one for one in found if not one.figures & taken)


def _sums_of_tables(rows: Sequence[Figure], draft: Draft) -> Iterator[Relation]:
    """Totals of the tables in the text with their parts."""
    text = draft.text
    if text is None:
        return
    starts = [one.start for one in rows]
    for table in draft.state.computed("tables", (), lambda _: find_tables(text)):
        within = rows[bisect_left(starts, table.start) : bisect_left(starts, table.end)]
        name = ("table", table.start)
        yield from draft.state.computed(name, within, partial(sums_of_table, text, table))


def _sums_in_line(draft: Draft, line: Sequence[Figure]) -> tuple[Relation, ...]:
    """Wholes with their parts among figures of one unit in one line; each is in one sum."""
    found = [one for number in range(len(line)) for one in _sums_of(line, number, draft)]
    taken: set[str] = set()
    sums = []
    for _, one in sorted(found, key=lambda each: each[0]):
        if not taken & {*one.parts, one.whole}:
            taken |= {*one.parts, one.whole}
            sums.append(one)
    return tuple(sums)


def _lines(rows: Sequence[Figure]) -> dict[tuple[int, str], list[Figure]]:
    """Line and unit to the figures that can add up: several of one unit, each exact."""
    lines: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for one in rows:
        if one.value and can_add(one):
            lines[one.paragraph, one.unit].append(one)
    return {name: line for name, line in lines.items() if len(line) > 2}


def _sums_of(
    line: Sequence[Figure], number: int, draft: Draft
) -> Iterator[tuple[tuple[int, ...], Relation]]:
    """Relations of one whole to runs of figures behind and before it, with how far to trust them:
    the lowest first."""
    whole = line[number]
    for step in (1, -1):
        for gap in range(_MOST_BETWEEN + 1):
            first = number + step * (gap + 1)
            if not 0 <= first < len(line) or _far(whole, line[first]):
                break
            yield from _runs(line, number, first, step, draft)


def _runs(
    line: Sequence[Figure], number: int, first: int, step: int, draft: Draft
) -> Iterator[tuple[tuple[int, ...], Relation]]:
    """The relation of one whole to the run of figures that begins at first, if there is one."""
    whole, text = line[number], draft.text
    parts = _run(line, whole, first, step)
    if len(parts) < 2:
        return
    gap = abs(first - number) - 1
    listed = step > 0 and text is not None and _are_listed(whole, parts, text)
    said = listed or _is_called_whole(whole, text)
    missing = exact(whole) - sum(map(exact, parts))
    if missing and not (listed and gap == 0 and abs(missing) <= exact(whole) * NEARLY):
        return
    if not said and not (_may_be_parts(whole, parts, draft) and _convincing(whole, gap)):
        return
    keys = tuple(one.figure_id for one in sorted(parts, key=lambda one: one.start))
    basis = PRINTED if said else INFERRED
    trust = (bool(missing), not said, gap, step < 0, number)
    yield trust, Relation(PART_OF, whole.figure_id, keys, basis, float(missing))


def _run(line: Sequence[Figure], whole: Figure, first: int, step: int) -> list[Figure]:
    """Figures one after another from first on, as many as the whole has room for."""
    parts: list[Figure] = []
    left = exact(whole)
    over = -left * NEARLY
    end = first + step * _MOST_PARTS
    for one in line[first : end if end >= 0 else None : step]:
        left -= exact(one)
        if left < over or (parts and _far(one, parts[-1])):
            break
        parts.append(one)
        if not left:
            break
    return parts


def _are_listed(whole: Figure, parts: Sequence[Figure], text: str) -> bool:
    """Whether words or brackets behind the whole make the others its parts."""
    between, after = text[whole.end : parts[0].start], text[parts[-1].end : parts[-1].end + _REACH]
    return parts_follow(between) or in_brackets(between, after)


def _is_called_whole(whole: Figure, text: str | None) -> bool:
    return text is not None and is_whole(text[max(0, whole.start - _REACH) : whole.start])


def _convincing(whole: Figure, gap: int) -> bool:
    """Whether the sum is no chance: that of numbers of several digits, not rounded."""
    least = _LEAST_APART if gap else _LEAST_UNSAID
    return whole.value >= least and (whole.printed_step or 1) * 10 <= whole.value


def _may_be_parts(whole: Figure, parts: Sequence[Figure], draft: Draft) -> bool:
    """Whether the record does not speak against it: another topic, one status of all, or a category
    beside the whole's own, which make a list of them."""
    categories = draft.vocabulary("categories")
    if whole.status and {one.status for one in parts} == {whole.status}:
        return False
    return all(
        one.topic == whole.topic
        and (
            not whole.category
            or one.category in (None, whole.category)
            or categories.get(one.category, {}).get("parent") == whole.category
        )
        for one in parts
    )


def _far(figure: Figure, other: Figure) -> bool:
    return max(figure.start, other.start) - min(figure.end, other.end) > _NEAR


def _again(rows: Sequence[Figure]) -> Iterator[Relation]:
    """Counts that a later line gives again: of the same value, unit, category and head noun."""
    alike: dict[tuple, list[Figure]] = defaultdict(list)
    for one in rows:
        counts = one.kind == "quantity" and one.qualifier == "exact" and one.category
        if counts and one.subject and one.value >= _LEAST_AGAIN and one.topic != "donation":
            alike[one.value, one.unit, one.category].append(one)
    for first, *later in alike.values():
        if len(later) < _MOST_AGAIN:
            for one in later:
                if _is_again(first, one):
                    yield Relation(RESTATES, first.figure_id, (one.figure_id,), INFERRED)


def _is_again(first: Figure, later: Figure) -> bool:
    apart = later.paragraph != first.paragraph  # a list gives the same number to several
    statuses = {first.status, later.status} - {None}
    return apart and len(statuses) < 2 and _same_noun(first, later)


def _same_noun(figure: Figure, other: Figure) -> bool:
    """Whether two figures count the same by the noun that decided their units, else their own."""
    nouns = [_UNIT_NOUN.search(each.reasons or "") for each in (figure, other)]
    if all(nouns):
        return len({normalised(noun[1]) for noun in nouns}) == 1
    return figure.subject[-2:] in other.subject or other.subject[-2:] in figure.subject


def _other_units(rows: Sequence[Figure], draft: Draft) -> Iterator[Relation]:
    """Two figures side by side, the second without a noun of its own: 12.5万公斤、5000袋."""
    text, units = draft.text, draft.vocabulary("units")
    for one, other in pairwise(rows):
        if other.subject or not one.subject or one.unit == other.unit:
            continue
        gap = other.start - one.end
        if text is None and gap > 1 or text and not beside(text[one.end : other.start]):
            continue
        if _are_one_thing(one, other, units):
            yield Relation(OTHER_UNIT, one.figure_id, (other.figure_id,), PRINTED)


def _are_one_thing(figure: Figure, other: Figure, units: Mapping[str, Any]) -> bool:
    if {figure.unit, other.unit} == _ROOMS:
        return figure.value == other.value
    dimensions = [units[each.unit]["dimension"] for each in (figure, other)]
    return all(each in _THINGS for each in dimensions) and figure.kind != "money"

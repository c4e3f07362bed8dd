"""Checks of our own work: rules that every row of data/ keeps, whatever the article says."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from xi_data.checks.facts import Facts
from xi_data.checks.record import DATA_ERROR, HOLDS, Check
from xi_data.reading.extract import is_published, read
from xi_data.reading.numerals import numerals
from xi_data.reading.text import ReadingCopy
from xi_data.record.figures import Figure
from xi_data.record.qualifiers import open_sides
from xi_data.record.topics import TOPIC_DIMENSIONS

_DIMENSION = {
    "money": {"money"},
    "percent": {"share"},
    "ratio": {"share"},
    "duration": {"duration"},
    "frequency": {"frequency"},
    "date": {"date"},
}
"""Kind to what its units measure; a quantity is measured in none of these."""


def values(facts: Facts) -> Iterator[Check]:
    """The reader reads the same number, date and wording from the mention alone.

    Of a row that it read itself that would prove nothing, and a cell has its unit elsewhere.
    """
    read_by_people = [one for one in facts.figures.values() if one.reading != "machine"]
    yield _rule("value", "value", read_by_people, _reads_alike)


def _reads_alike(figure: Figure) -> bool:
    year = f"{figure.date:%Y}" if figure.date else (figure.date_partial or "")[:4]
    found, _ = read(figure.mention, published=year if is_published(year) else None)
    if len(found) != 1:  # such as 一位, which by itself counts nothing: its numeral must do
        numbers = [one.value for one in numerals(ReadingCopy(figure.mention).words)]
        return numbers == ([] if figure.kind == "vague" else [figure.value])
    one = found[0]
    if figure.kind == "vague":  # its bounds are all that it states
        bounds = one.value_low, one.value_high
        return one.kind == "vague" and bounds == (figure.value_low, figure.value_high)
    read_as = one.value, one.date, one.date_partial, one.qualifier
    return read_as == (figure.value, figure.date, figure.date_partial, figure.qualifier)


def bounds(facts: Facts) -> Iterator[Check]:
    """Bounds are those that the wording states, and never another; one check a wording."""
    for qualifier, members in _by(_valued(facts), "qualifier").items():
        yield _rule("bounds", f"bounds-{qualifier}", members, _bounded)


def _bounded(figure: Figure) -> bool:
    open_below, open_above = open_sides()[figure.qualifier]
    stated = figure.value_low, figure.value_high
    if open_below and open_above and None not in stated:  # two readings are possible
        return stated[0] <= figure.value <= stated[1]
    return stated == (None if open_below else figure.value, None if open_above else figure.value)


def rounding(facts: Facts) -> Iterator[Check]:
    """The printed step is the place of the value's last digit that is not zero, and divides it.

    半 is written without a digit, so it has no step.
    """
    yield _rule("rounding", "rounding", _valued(facts), _stepped)


def _stepped(figure: Figure) -> bool:
    if figure.printed_step is None:
        return next(numerals(ReadingCopy(figure.mention).words), None) is None
    step = Decimal(str(figure.printed_step))
    last = Decimal(str(figure.value)).normalize().as_tuple().exponent
    return step == (Decimal(10) ** last if figure.value else 1)


def units(facts: Facts) -> Iterator[Check]:
    """Units measure what their kind and topic ask for; one check a kind."""

    def fits(figure: Figure) -> bool:
        dimension = facts.units.get(figure.unit, {}).get("dimension")
        if figure.kind == "vague":  # some money, some days, some people
            fitting = dimension != "date"
        elif figure.kind not in _DIMENSION:
            fitting = dimension not in set().union(*_DIMENSION.values())
        else:
            fitting = dimension in _DIMENSION[figure.kind]
        return fitting and dimension in TOPIC_DIMENSIONS.get(figure.topic, {dimension}) - {None}

    for kind, members in _by(facts.figures.values(), "kind").items():
        yield _rule("unit", f"unit-{kind}", members, fits)


def categories(facts: Facts) -> Iterator[Check]:
    """A figure's category, where it has one, belongs to its topic."""

    def belongs(figure: Figure) -> bool:
        category = facts.categories.get(figure.category, {})
        return figure.category is None or category.get("topic") == figure.topic

    yield _rule("category", "category", facts.figures.values(), belongs)


def paragraphs(facts: Facts) -> Iterator[Check]:
    """A figure stands inside its paragraph and has its section, or none where that has none."""

    def inside(figure: Figure) -> bool:
        line = facts.paragraphs.get(figure.paragraph)
        return (
            line is not None
            and line["start"] <= figure.start < figure.end <= line["end"]
            and line["section"] == figure.section
        )

    yield _rule("paragraph", "paragraph", facts.figures.values(), inside)


def spans(facts: Facts) -> Iterator[Check]:
    """No two figures or excused numerals overlap: none is counted twice."""
    every = sorted([*facts.figures.values(), *facts.excused], key=lambda one: (one.start, one.end))
    clashing = [pair for pair in pairwise(every) if pair[0].end > pair[1].start]
    yield Check(
        key="span",
        kind="span",
        verdict=DATA_ERROR if clashing else HOLDS,
        figures=tuple(facts.figures),
        failures=tuple(
            dict.fromkeys(one.figure_id for pair in clashing for one in pair if type(one) is Figure)
        ),
        spans=tuple((other.start, other.end) for _, other in clashing),
    )


def remarks(facts: Facts) -> Iterator[Check]:
    """A figure with an observation status says why, in both languages."""
    marked = [one for one in facts.figures.values() if one.obs_status]
    yield _rule("remark", "remark", marked, lambda one: bool(one.note_en and one.note_zh))


def relations(facts: Facts) -> Iterator[Check]:
    """Relations name figures that exist, and restatements lead back to a first one."""
    names = dict.fromkeys(id for one in facts.relations for id in (one.figure_id, one.other_id))
    unknown = [one for one in names if one not in facts.figures]
    first = {a.figure_id: b.figure_id for a, b, _ in facts.pairs("restates")}
    circling = []
    for start in first:
        seen = [start]
        while seen[-1] in first and first[seen[-1]] not in seen:
            seen.append(first[seen[-1]])
        if seen[-1] in first:
            circling.append(start)
    failures = tuple(dict.fromkeys((*unknown, *circling)))
    yield Check(
        key="relation",
        kind="relation",
        verdict=DATA_ERROR if failures else HOLDS,
        figures=tuple(one for one in names if one in facts.figures),
        failures=failures,
    )


def _rule(kind: str, key: str, figures: Iterable[Figure], holds: Callable[[Figure], bool]) -> Check:
    examined = list(figures)
    failures = tuple(one.figure_id for one in examined if not holds(one))
    return Check(
        key=key,
        kind=kind,
        verdict=DATA_ERROR if failures else HOLDS,
        figures=tuple(one.figure_id for one in examined),
        failures=failures,
    )


def _valued(facts: Facts) -> list[Figure]:
    return [one for one in facts.figures.values() if one.value is not None]


def _by(figures: Iterable[Figure], column: str) -> dict[str, list[Figure]]:
    found = defaultdict(list)
    for one in figures:
        found[getattr(one, column)].append(one)
    return dict(found)

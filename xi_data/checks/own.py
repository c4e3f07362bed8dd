"""Checks of our own work: rules that every row of data/ keeps, whatever the article says."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from xi_data.checks.facts import Facts
from xi_data.checks.record import DATA_ERROR, HOLDS, Check
from xi_data.reading.extract import read
from xi_data.reading.numerals import numerals
from xi_data.reading.text import ReadingCopy
from xi_data.record.figures import Figure

_OPEN_ABOVE, _OPEN_BELOW = ("over", "at_least"), ("nearly", "under", "at_most")

_DIMENSION = {
    "money": {"money"},
    "percent": {"share"},
    "ratio": {"share"},
    "duration": {"duration"},
    "frequency": {"frequency"},
    "date": {"date"},
}
"""Kind to what its units measure; a quantity is measured in none of these."""

_TOPIC = {"funding": {"money"}, "schedule": {"duration", "frequency"}, "date": {"date"}}
"""Topic to what its units measure, for topics that are named for it."""


def values(facts: Facts) -> Iterator[Check]:
    """The reader reads the same number, date and wording from the mention alone."""
    yield _rule("value", "value", facts.figures.values(), _reads_alike)


def _reads_alike(figure: Figure) -> bool:
    found, _ = read(figure.mention, published=str(figure.date.year) if figure.date else None)
    if len(found) != 1:  # such as 一位, which by itself counts nothing: its numeral must do
        numbers = [one.value for one in numerals(ReadingCopy(figure.mention).words)]
        return numbers == [figure.value]
    one = found[0]
    day = figure.date.isoformat() if figure.date else ""
    return (one.value, one.date, one.qualifier) == (figure.value, day, figure.qualifier)


def bounds(facts: Facts) -> Iterator[Check]:
    """Bounds are those that the wording states, and never another; one check a wording."""
    for qualifier, members in _by(facts.figures.values(), "qualifier").items():
        valued = [one for one in members if one.value is not None]
        yield _rule("bounds", f"bounds-{qualifier}", valued, _bounded)


def _bounded(figure: Figure) -> bool:
    low = figure.value if figure.qualifier in ("exact", *_OPEN_ABOVE) else None
    high = figure.value if figure.qualifier in ("exact", *_OPEN_BELOW) else None
    return (figure.value_low, figure.value_high) == (low, high)


def rounding(facts: Facts) -> Iterator[Check]:
    """The printed step is the place of the value's last digit that is not zero, and divides it."""
    valued = [one for one in facts.figures.values() if one.value is not None]
    yield _rule("rounding", "rounding", valued, _stepped)


def _stepped(figure: Figure) -> bool:
    step = Decimal(str(figure.printed_step or 0))
    last = Decimal(str(figure.value)).normalize().as_tuple().exponent
    return step == (Decimal(10) ** last if figure.value else 1)


def units(facts: Facts) -> Iterator[Check]:
    """Units measure what their kind and topic ask for; one check a kind."""

    def fits(figure: Figure) -> bool:
        dimension = facts.units.get(figure.unit, {}).get("dimension")
        if figure.kind not in _DIMENSION:
            fitting = dimension not in set().union(*_DIMENSION.values())
        else:
            fitting = dimension in _DIMENSION[figure.kind]
        return fitting and dimension in _TOPIC.get(figure.topic, {dimension}) - {None}

    for kind, members in _by(facts.figures.values(), "kind").items():
        yield _rule("unit", f"unit-{kind}", members, fits)


def categories(facts: Facts) -> Iterator[Check]:
    """A figure's category belongs to its topic."""

    def belongs(figure: Figure) -> bool:
        return facts.categories.get(figure.category, {}).get("topic") == figure.topic

    yield _rule("category", "category", facts.figures.values(), belongs)


def paragraphs(facts: Facts) -> Iterator[Check]:
    """A figure stands inside its paragraph and has its section."""

    def inside(figure: Figure) -> bool:
        line = facts.paragraphs.get((figure.bulletin_id, figure.paragraph))
        return (
            line is not None
            and line["start"] <= figure.start < figure.end <= line["end"]
            and line["section"] == figure.section
        )

    yield _rule("paragraph", "paragraph", facts.figures.values(), inside)


def spans(facts: Facts) -> Iterator[Check]:
    """No two figures or excused numerals overlap: none is counted twice."""
    every = sorted(
        [*facts.figures.values(), *facts.excused],
        key=lambda one: (one.bulletin_id, one.start, one.end),
    )
    clashing = [
        pair
        for pair in pairwise(every)
        if pair[0].bulletin_id == pair[1].bulletin_id and pair[0].end > pair[1].start
    ]
    yield Check(
        key="span",
        kind="span",
        verdict=DATA_ERROR if clashing else HOLDS,
        figures=tuple(facts.figures),
        failures=tuple(
            dict.fromkeys(one.figure_id for pair in clashing for one in pair if type(one) is Figure)
        ),
        places=tuple((other.start, other.end) for _, other in clashing),
    )


def remarks(facts: Facts) -> Iterator[Check]:
    """A figure with an observation status says why, in both languages."""
    marked = [one for one in facts.figures.values() if one.obs_status]
    yield _rule("remark", "remark", marked, lambda one: bool(one.note_en and one.note_zh))


def relations(facts: Facts) -> Iterator[Check]:
    """Relations name figures that exist, and restatements lead back to a first one."""
    names = dict.fromkeys(id for one in facts.relations for id in (one.figure_id, one.other_id))
    unknown = [one for one in names if one not in facts.figures]
    first = {a.figure_id: b.figure_id for a, b in facts.pairs("restates")}
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


def _rule(kind: str, key: str, figures: Iterable[Figure], kept: Callable[[Figure], bool]) -> Check:
    examined = list(figures)
    failures = tuple(one.figure_id for one in examined if not kept(one))
    return Check(
        key=key,
        kind=kind,
        verdict=DATA_ERROR if failures else HOLDS,
        figures=tuple(one.figure_id for one in examined),
        failures=failures,
    )


def _by(figures: Iterable[Figure], column: str) -> dict[str, list[Figure]]:
    found = defaultdict(list)
    for one in figures:
        found[getattr(one, column)].append(one)
    return dict(found)

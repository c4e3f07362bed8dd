"""A quantity as the words print it, before anything is known of what it counts."""

from decimal import Decimal
from typing import NamedTuple

from xi_data.reading import rules
from xi_data.reading.numerals import Numeral
from xi_data.record.qualifiers import open_sides

EXTENDED = (
    *("duration", "length", "mass", "money", "age"),
    *("area", "volume", "temperature", "share"),
)
"""Dimensions whose measure word 半 or 多 may follow: 三年半, 一公里多."""


class Quantity(NamedTuple):
    """A number with what it is a number of, at [start, end) of the reading copy.

    value is None for a vague count. numeral: where the numeral alone stands. nouns: the units that
    the counted noun may give it, or "any". bare: no measure word is printed. part: "low" or "high"
    for an end of a range. doubtful: the number can be read in several ways,
    and low and high hold all.
    """

    start: int
    end: int
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    unit: str
    unit_printed: str
    numeral: tuple[int, int]
    nouns: tuple[str, ...] = ()
    bare: bool = False
    part: str = ""
    doubtful: bool = False


def bounds(qualifier: str, value: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Lower and upper bound that a qualifier states; the end that it leaves open is None."""
    open_below, open_above = open_sides()[qualifier]
    return None if open_below else value, None if open_above else value


def quantity_of(
    numeral: Numeral,
    start: int,
    end: int,
    value: Decimal,
    qualifier: str,
    unit: str,
    printed: str = "",
    nouns: tuple[str, ...] = (),
) -> Quantity:
    """A quantity of a numeral at [start, end), with the value that its measure word makes of it.

    qualifier is "" where no word qualifies it: exact, unless the numeral itself is hedged.
    """
    place = (numeral.start, numeral.end)
    if numeral.hedge == "rough":
        low, high = numeral.low, numeral.high
        return Quantity(start, end, "vague", None, low, high, "", unit, printed, place, nouns)
    qualifier = qualifier or ("over" if numeral.hedge == "over" else "exact")
    low, high = bounds(qualifier, value)
    kind = rules.kind_of(unit)
    found = Quantity(start, end, kind, value, low, high, qualifier, unit, printed, place, nouns)
    if numeral.hedge in ("unclear", "pair"):
        return doubted(found, numeral.low, numeral.high)
    return found


def doubted(found: Quantity, low: Decimal, high: Decimal) -> Quantity:
    """A quantity that may be worth anything from low to high; what its words bound stays so."""
    if found.qualifier in ("exact", "about"):
        return found._replace(low=low, high=high, qualifier="about", doubtful=True)
    return found._replace(
        low=None if found.low is None else low,
        high=None if found.high is None else high,
        doubtful=True,
    )

"""What a numeral begins, in the order in which readings are tried: half, range, share, quantity."""

from xi_data.reading import rules
from xi_data.reading.clocks import has_minutes
from xi_data.reading.doubts import with_doubts
from xi_data.reading.measures import half_at, single_at
from xi_data.reading.numerals import Numeral
from xi_data.reading.quantity import Quantity
from xi_data.reading.ranges import like_the_next, pair_at, percents_at, range_from
from xi_data.reading.shares import is_tenths, slash_at

_MANY = 100
"""From here on a range without a measure word counts: 观众三四千."""

_PARTS_OF_A_DAY = ("上", "午", "晚", "早", "晨", "夜")


def quantities_at(words: str, start: int, floor: int, numeral: Numeral | None) -> list[Quantity]:
    """What starts with the numeral at a place: one quantity, the two ends of a range, or none.

    numeral is None where only words of a share stand there. Nothing before floor belongs to it.
    A quantity without a measure word comes back as bare; whether it counts anything is for the
    caller to judge.
    """
    if words[start] == "半":
        half = half_at(words, start, floor)
        return [half] if half else []
    pair = percents_at(words, start, floor) or pair_at(words, start, floor, numeral)
    if pair:
        pair = like_the_next(words, pair)
        return [] if pair[0].bare and pair[1].value < _MANY else pair
    first = slash_at(words, start, floor) or single_at(words, start, floor, numeral)
    if first is None:
        return []
    return range_from(words, first) or [with_doubts(words, first)]


def is_decimal_measured(words: str, start: int, numeral: Numeral | None) -> bool:
    """Whether the numeral at start has a decimal after 点 and a measure word: 三点五公里.

    After words for a time of day it is one, and before minutes: 晚上八点三个小组, 9点30分.
    """
    if words[max(0, start - 2) : start].endswith(_PARTS_OF_A_DAY):
        return False
    if numeral is None or "点" not in words[start : numeral.end] or has_minutes(words, start):
        return False
    follows = numeral.end + 1 if words.startswith(" ", numeral.end) else numeral.end
    return is_tenths(words, follows) or rules.measure_at(words, follows) is not None

"""Two ends of one range: 10至20箱, 3-5天, 10天到1个月, 两三个, 百分之二三十."""

import re
from decimal import Decimal

from xi_data.reading import qualifiers, rules
from xi_data.reading.measures import measured, single_at
from xi_data.reading.numerals import PER, START, Numeral, numeral_at, value_of
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity, quantity_of

_PAIR = Pattern(
    r"(?P<tens>[一二三四五六七八九]?十)?(?P<low>[一二两三四五六七八九])(?P<high>[二三四五六七八九])"
    r"(?P<scale>[十百千]?[万亿]?)(?![零〇一二两三四五六七八九十百千万亿年点])"
)
_CONNECTOR = Pattern(r"\ *(?:-+|~|—+|–|−|至|到)\ *")
_AND = Pattern(r"\ *[和与]\ *")
_BETWEEN = ("之间", "间")
"""What must follow the second end where only 和 or 与 joins the two."""

_AFTER_FIRST = 6
"""Characters at most between the first numeral and the end of what it measures."""

_LAST_SCALE = Pattern(r"[万亿]+$")


def percents_at(words: str, start: int, floor: int) -> list[Quantity]:
    """百分之二三十 as 20 to 30 percent."""
    per = PER.match(words, start)
    pair = _PAIR.match(words, per.end()) if per and "之" in per.group() else None
    if not pair or pair["low"] == "两" or not _are_neighbours(pair):
        return []
    begin, _ = qualifiers.before(words, start, floor)
    low, high = _ends_of(pair)
    cut = pair.start("high")
    numeral = Numeral(cut, pair.end(), high)
    upper = quantity_of(numeral, cut, pair.end(), high, "", "percent")
    lower = upper._replace(start=begin, end=cut, numeral=(start, cut))
    return _both(lower, low, upper, high)


def pair_at(words: str, start: int, floor: int) -> list[Quantity]:
    """两三个, 三四十名, 十五六岁: two neighbouring digits are the two ends of a range."""
    pair = _PAIR.match(words, start)
    if not pair or not _are_neighbours(pair):
        return []
    low, high = _ends_of(pair)
    cut = pair.start("high")
    begin, _ = qualifiers.before(words, start, floor)
    numeral = Numeral(cut, pair.end(), high)
    end, inside = qualifiers.inside(words, numeral)
    upper = measured(words, numeral, cut, end, inside=inside)
    lower = upper._replace(start=begin, end=cut, numeral=(start, cut), unit_printed="")
    return _both(lower, low, upper, high)


def range_from(words: str, first: Quantity) -> list[Quantity]:
    """The two ends of a range that begins with a quantity, none where no range follows it.

    The measure word stands in the mention of the upper end.
    """
    if not _may_begin(first):
        return []
    second = _second(words, first)
    if second is None:
        return []
    low = _low(words, first, second)
    if first.bare:
        first = first._replace(kind=second.kind, unit=second.unit, nouns=second.nouns)
    elif second.bare or rules.dimensions()[first.unit] != rules.dimensions()[second.unit]:
        return []
    if first.unit == second.unit and low >= second.value:
        return []
    return _both(first._replace(bare=second.bare), low, second, second.value)


def _may_begin(first: Quantity) -> bool:
    return (
        first.value is not None
        and first.qualifier in ("exact", "about")
        and first.end <= first.numeral[1] + _AFTER_FIRST
    )


def _second(words: str, first: Quantity) -> Quantity | None:
    """The upper end, right behind what connects it with the lower one."""
    joined = _CONNECTOR.match(words, first.end)
    between = None if joined else _AND.match(words, first.end)
    connector = joined or between
    if not connector or not START.match(words, connector.end()):
        return None
    place = connector.end()
    second = single_at(words, place, place, numeral_at(words, place))
    if second is None or second.value is None or second.start != place:
        return None
    if second.unit_printed == "间" and first.bare and between:  # 10000与20000间: no rooms
        second = second._replace(
            end=second.numeral[1], unit="unspecified", unit_printed="", bare=True
        )
    if between and not words.startswith(_BETWEEN, second.end):
        return None
    return second if second.qualifier in ("exact", "about", "at_most") else None


def _low(words: str, first: Quantity, second: Quantity) -> Decimal:
    """Value of the lower end, which may leave the scale to the upper one: 10至20万, 二至三成."""
    if not first.bare:
        return first.value
    if second.unit_printed in ("成", "折") and first.value < 10:
        return first.value * 10
    scale = _LAST_SCALE.search(words, *second.numeral)
    if scale and words[first.numeral[1] - 1].isdigit():
        return first.value * value_of("一" + scale.group())
    return first.value


def _are_neighbours(pair: re.Match) -> bool:
    """Whether two digits are one apart, or 三五, which is as usual."""
    low, high = value_of(pair["low"]), value_of(pair["high"])
    return high - low == 1 or pair["low"] + pair["high"] == "三五"


def _ends_of(pair: re.Match) -> tuple[Decimal, Decimal]:
    tens = value_of(pair["tens"]) if pair["tens"] else 0
    scale = value_of("一" + pair["scale"]) if pair["scale"] else 1
    return (tens + value_of(pair["low"])) * scale, (tens + value_of(pair["high"])) * scale


def _both(lower: Quantity, low: Decimal, upper: Quantity, high: Decimal) -> list[Quantity]:
    return [
        lower._replace(value=low, low=low, high=None, qualifier="at_least", part="low"),
        upper._replace(value=high, low=None, high=high, qualifier="at_most", part="high"),
    ]

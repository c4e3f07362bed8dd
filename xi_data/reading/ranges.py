"""Two ends of one range: 10至20箱, 3-5天, 10天到1个月, 两三个, 一千五六百, 百分之三十到四十."""

from decimal import Decimal

from xi_data.reading import qualifiers, rules
from xi_data.reading.measures import measured, single_at
from xi_data.reading.neighbours import listed_digits_at, listed_pair_at
from xi_data.reading.numerals import PER, START, Numeral, numeral_at
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity, bounds, doubted, quantity_of
from xi_data.reading.shares import share_of
from xi_data.reading.values import value_of

_CONNECTOR = Pattern(r"\ *(?:-+|~|—+|–|−|至|到|(?P<and>[和与]))\ *")
_BETWEEN = ("之间", "间")
"""What must follow the second end where only 和 or 与 joins the two."""

_AFTER_FIRST = 6
"""Characters at most between the first numeral and the end of what it measures."""

_SCALED = Pattern(r"(?:[^百千万亿兆]+(?=[百千][万亿兆]*$)|[^万亿兆]+(?=[万亿兆]+$))(?P<scale>.+)")
"""五万, 三百万, 20万: a number and the scale that it shares with the lower end of its range."""

_OWN_SCALE = Pattern("[万亿兆]")
_WHOLE_HEDGES = ("over", "at_least")
"""Qualifiers that leave the upper end open, so that it bounds nothing: 超过两三百."""


def percents_at(words: str, start: int, floor: int) -> list[Quantity]:
    """百分之二三十 as 20 to 30 percent."""
    per = PER.match(words, start)
    if per is None or "之" not in per.group():
        return []
    listed = listed_digits_at(words, per.end())
    numeral = listed or numeral_at(words, per.end())
    if numeral is None or numeral.hedge != "pair":
        return []
    begin, said = _before(words, start, floor)
    numeral = numeral._replace(hedge="")
    upper = quantity_of(numeral, numeral.cut, numeral.end, numeral.high, "", "percent")
    upper = upper._replace(numeral=(numeral.cut, numeral.end))
    stop = numeral.cut - 1 if listed else numeral.cut
    lower = upper._replace(start=begin, end=stop, numeral=(start, stop))
    share = Decimal(100) / _whole(per.group())
    return _both(lower, numeral.low * share, upper, numeral.high * share, said)


def pair_at(words: str, start: int, floor: int, numeral: Numeral | None) -> list[Quantity]:
    """两三个, 三四十名, 一千五六百亩: two neighbouring digits are the two ends of a range."""
    listed = listed_pair_at(words, start)
    if listed:
        begin, said = _before(words, start, floor)
        upper, low = listed
        cut = upper.numeral[0] - 1
        lower = upper._replace(start=begin, end=cut, numeral=(start, cut), unit_printed="")
        return _both(lower, low, upper, upper.value, said)
    numeral = _one_or_two(words, start) or numeral
    if numeral is None or numeral.hedge != "pair":
        return []
    begin, said = _before(words, start, floor)
    cut = numeral.cut
    single = Numeral(cut, numeral.end, numeral.high)
    end, inside = qualifiers.inside(words, single)
    tenths = share_of(words, single, cut, end, inside) if words.startswith("成", end) else None
    upper = tenths or measured(words, single, cut, end, inside=inside)
    times = 10 if tenths else 1
    if upper.value is None or upper.value != numeral.high * times:
        return []  # what stands behind changes the number, as in 七八五折
    lower = upper._replace(start=begin, end=cut, numeral=(start, cut), unit_printed="")
    return _both(lower, numeral.low * times, upper, upper.value, said)


def like_the_next(words: str, pair: list[Quantity]) -> list[Quantity]:
    """A pair without a measure word in the unit of the one that it goes on to: 四五万到六七万元."""
    joined = _CONNECTOR.match(words, pair[1].end) if pair[1].bare else None
    if joined is None or joined["and"]:
        return pair
    place = joined.end()
    following = pair_at(words, place, place, numeral_at(words, place))
    if not following or following[1].bare:
        return pair
    _, upper = following
    return [
        one._replace(unit=upper.unit, kind=upper.kind, nouns=upper.nouns, bare=False)
        for one in pair
    ]


def _one_or_two(words: str, start: int) -> Numeral | None:
    """一两个 as one to two; 一两 alone is a tael."""
    if not words.startswith("一两", start) or rules.measure_at(words, start + 2) is None:
        return None
    one, two = Decimal(1), Decimal(2)
    return Numeral(start, start + 2, one, "pair", one, two, cut=start + 1)


def range_from(words: str, first: Quantity) -> list[Quantity]:
    """The two ends of a range that begins with a quantity, none where no range follows it.

    The measure word stands in the mention of the upper end.
    """
    if first.value is None or first.doubtful or first.end > first.numeral[1] + _AFTER_FIRST:
        return []
    second = _second(words, first)
    if second is None:
        return []
    low = _low(words, first, second)
    if first.bare:
        first = first._replace(kind=second.kind, unit=second.unit, nouns=second.nouns)
    elif second.bare:
        second = _second_percent(words, first, second)
        if second is None:
            return []
    elif rules.dimensions()[first.unit] != rules.dimensions()[second.unit]:
        return []
    said = first.qualifier
    if words.startswith("零下", first.numeral[0]) and second.value > abs(low):
        return _below_zero(first, low, second)
    if first.unit == second.unit and low >= second.value:
        return _falling(first._replace(bare=second.bare), low, second)
    if said == "about":
        first = first._replace(start=first.numeral[0])
    return _both(first._replace(bare=second.bare), low, second, second.value, said)


def _below_zero(first: Quantity, low: Decimal, second: Quantity) -> list[Quantity]:
    """The ends of 零下3至5度, of which the second may be below zero too."""
    most = second.value
    ends = _both(first, low, second, most)
    return [doubted(one._replace(qualifier="about"), -most, most) for one in ends]


def _falling(first: Quantity, high: Decimal, second: Quantity) -> list[Quantity]:
    """The ends of a range whose lower one, below zero, is printed last: -5~-12℃; else none."""
    if second.value >= 0 or high == second.value:
        return []
    behind, before = _both(second, second.value, first, high)
    return [before._replace(part="low"), behind._replace(part="high")]


def _second(words: str, first: Quantity) -> Quantity | None:
    """The upper end, right behind what connects it with the lower one."""
    joined = _CONNECTOR.match(words, first.end)
    if joined is None:
        return None
    place, between = joined.end(), joined["and"]
    if not START.match(words, place) and not PER.match(words, place):
        return None
    second = single_at(words, place, place, numeral_at(words, place))
    if second is None or second.value is None or second.start != place or second.doubtful:
        return None
    if second.unit_printed == "间" and first.bare and between:  # 10000与20000间: no rooms
        second = second._replace(
            end=second.numeral[1], unit="unspecified", unit_printed="", bare=True
        )
    return None if between and not words.startswith(_BETWEEN, second.end) else second


def _second_percent(words: str, first: Quantity, second: Quantity) -> Quantity | None:
    """The upper end of 百分之三十到四十, whose 百分之 stands before the lower one alone."""
    per = PER.match(words, first.numeral[0])
    if not per:
        return None
    value = second.value * 100 / _whole(per.group())
    return second._replace(value=value, unit=first.unit, kind=first.kind, nouns=(), bare=False)


def _whole(per: str) -> Decimal:
    """What 百分之 and its like divide by."""
    return value_of(per.replace(" ", "").removesuffix("分之"))


def _low(words: str, first: Quantity, second: Quantity) -> Decimal:
    """Value of the lower end, which may leave the scale to the upper one: 10至20万, 三至五成."""
    if not first.bare:
        return first.value
    if second.unit_printed in ("成", "折") and first.value < 10:
        return first.value * 10
    numeral = words[slice(*second.numeral)].rstrip()
    scaled = _SCALED.match(numeral)
    if not scaled:
        return first.value
    if _OWN_SCALE.search(words, *first.numeral):
        return first.value
    scale = value_of("一" + scaled["scale"])
    shared = first.value < 0 or first.value < abs(second.value) / scale
    return first.value * scale if shared else first.value


def _before(words: str, start: int, floor: int) -> tuple[int, str]:
    """Where the qualifier before a range begins, and what it says; 约 says nothing of its ends."""
    begin, said = qualifiers.before(words, start, floor)
    return (start, said) if said == "about" else (begin, said)


def _both(
    lower: Quantity, low: Decimal, upper: Quantity, high: Decimal, said: str = ""
) -> list[Quantity]:
    """The two ends; a qualifier before or in the lower one leaves an end of the range unbounded."""
    lower_says, upper_says = "at_least", "at_most"
    if said in _WHOLE_HEDGES:
        lower_says, upper_says = said, "about"
    elif said in ("nearly", "under", "at_most"):
        lower_says, upper_says = "about", said
    if upper.qualifier in _WHOLE_HEDGES:  # 30余至40余
        upper_says = "about"
    ends = (lower, low, lower_says, "low"), (upper, high, upper_says, "high")
    return [
        end._replace(value=value, low=least, high=most, qualifier=says, part=part)
        for end, value, says, part in ends
        for least, most in [bounds(says, value)]
    ]

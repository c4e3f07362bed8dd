"""A numeral with its measure word: 4萬6700個, 三元五角, 10个多小时, 半年, ¥200, and bare ones."""

from decimal import Decimal
from typing import NamedTuple

from xi_data.reading import qualifiers, rules, shares
from xi_data.reading.compounds import GOES_ON, Compound, change_at, compound_of, with_cents
from xi_data.reading.frequencies import unit_of_times
from xi_data.reading.numerals import PER, Numeral
from xi_data.reading.patterns import Pattern
from xi_data.reading.qualifiers import strongest
from xi_data.reading.quantity import EXTENDED, Quantity, doubted, quantity_of
from xi_data.reading.rules import Measure, cues

_SPACES = 4
"""Spaces at most between a numeral and its measure word."""

_LONGEST = 6
"""Characters of 小时 and its like that are looked at behind 个多."""

_SIGNS = {"¥": "CNY", "$": "USD"}
_AGES = {"day": "age_day", "week": "age_week", "month": "age_month"}
_CURRENCIES = (3, 2)
"""Characters of the names of currencies, the longest first."""

_NAMED = 100
"""From here on a number before a school or hospital is its name: 302医院."""

_HAS_CENTS = ("元", "圆", "块", "美元")
_NO_HALF_BEFORE = "一多大过对夜上下前后"
"""Characters that make a word of 半: 大半, 对半, 下半."""

_OTHER_WORD = Pattern(r"\(([^()\s]{1,3})\)")
_NAME = Pattern(lambda: "|".join(map(cues, ("place_number", "grade", "named_body"))))
_FAHRENHEIT = Pattern(r"华氏(?:温度)?\ *$")


class _Reading(NamedTuple):
    """What stands behind a numeral: where it ends, what the whole is worth, and in which unit.

    low and high bound the whole where it can be read in several ways.
    """

    stop: int
    value: Decimal
    unit: str
    printed: str
    dimension: str
    over: str = ""
    nouns: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None


def single_at(words: str, start: int, floor: int, numeral: Numeral | None) -> Quantity | None:
    """The quantity of the numeral at start: a share, or measured, or bare. None for none."""
    if PER.match(words, start):
        return shares.percent_at(words, start, floor)
    if numeral is None:
        return None
    begin, before = qualifiers.before(words, start, floor)
    end, inside = qualifiers.inside(words, numeral)
    return shares.share_of(words, numeral, begin, end, before or inside) or measured(
        words, numeral, begin, end, before, inside
    )


def measured(
    words: str, numeral: Numeral, begin: int, end: int, before: str = "", inside: str = ""
) -> Quantity:
    """A numeral with the measure word behind it; bare where there is none.

    begin and end hold the qualifiers that stand before and inside, which say before and inside.
    """
    place = end
    while place < end + _SPACES and words.startswith(" ", place):
        place += 1
    read = _pieces_of_time(words, numeral, place) or _small_change(words, numeral, place)
    measure = None if read else _measure_at(words, numeral, place)
    if measure:
        read = _measure(words, numeral, begin, place, measure)
    if read is None:
        return _bare(words, numeral, begin, end, before, inside)
    if read.unit == "fahrenheit":
        begin = words.rindex("华氏", 0, begin)
    stop, after = qualifiers.after(words, read.stop, read.dimension)
    said = strongest(before, inside, read.over, after)
    found = quantity_of(numeral, begin, stop, read.value, said, read.unit, read.printed, read.nouns)
    return found if read.low is None else doubted(found, read.low, read.high)


def half_at(words: str, start: int, floor: int) -> Quantity | None:
    """半 before a measure word of time, length or mass: 半个小时, 半年, 半公里."""
    if start and words[start - 1] in _NO_HALF_BEFORE:
        return None
    share = shares.half_share_at(words, start, floor)
    if share:
        return share
    found = _measure_of_half(words, start + 1)
    if found is None:
        return None
    measure, stop, over = found
    printed = words[start + 1 : stop]
    begin, before = qualifiers.before(words, start, floor)
    stop, after = qualifiers.after(words, stop, measure.dimension)
    numeral = Numeral(start, start + 1, shares.HALF)
    said = strongest(before, over, after)
    return quantity_of(numeral, begin, stop, numeral.value, said, measure.unit, printed)


def _measure_at(words: str, numeral: Numeral, place: int) -> Measure | None:
    """The measure word behind a numeral, or the noun that does without one."""
    measure = rules.measure_at(words, place)
    taels = measure and measure.word == "两" and numeral.end - numeral.start > 1
    if taels and rules.measure_at(words, place + 1):
        return None  # 一百三十八两床: two numbers that touch
    return measure or _noun_at(words, numeral, place)


def _noun_at(words: str, numeral: Numeral, place: int) -> Measure | None:
    """A noun straight behind a numeral that does without a measure word: 5部门, 12企业."""
    before = words[numeral.start - 1 : numeral.start]
    if place != numeral.end or not words[numeral.start].isdigit() or _NAME.match(words, place):
        return None
    if before.isascii() and before.isalpha():
        return None  # KN95口罩
    measure = rules.counted_noun_at(words, place)
    named = measure and measure.unit == "institution" and numeral.value >= _NAMED
    return None if named else measure


def _pieces_of_time(words: str, numeral: Numeral, place: int) -> _Reading | None:
    """个多 and 个半 before a word of time: 10个多小时 is over 10, 一个半月 is 1.5."""
    if not words.startswith(("个多", "个余", "个半"), place):
        return None
    measure = _time_at(words, place + 2) or _time_after_piece(words, place + 2)
    if measure is None:
        return None
    word = measure.word.removeprefix("个")
    half = words[place + 1] == "半"
    return _Reading(
        place + 2 + len(word),
        numeral.value + shares.HALF if half else numeral.value,
        measure.unit,
        f"个{word}",
        measure.dimension,
        "" if half else "over",
    )


def _small_change(words: str, numeral: Numeral, place: int) -> _Reading | None:
    """五角, 三毛五分 and 8分钱 in yuan."""
    change = change_at(words, numeral.value, place)
    return _Reading(*reversed(change), "CNY", "元", "money") if change else None


def _time_at(words: str, place: int) -> Measure | None:
    measure = rules.measure_at(words, place)
    return measure if measure and measure.dimension == "duration" else None


def _time_after_piece(words: str, place: int) -> Measure | None:
    """The word of time that 个 makes of the words at a place: 月 alone is no measure word."""
    return _time_at("个" + words[place : place + _LONGEST], 0)


def _measure(words: str, numeral: Numeral, begin: int, place: int, measure: Measure) -> _Reading:
    value, unit, stop = numeral.value, measure.unit, place + len(measure.word)
    alone = stop
    if measure.word in _HAS_CENTS:
        value, stop = with_cents(words, value, stop)
    elif unit == "day" and words.startswith(f"{words[numeral.start : numeral.end]}夜", stop):
        stop += numeral.end - numeral.start + 1  # 三天三夜
    elif unit in _AGES and words.startswith("大", stop):
        unit, stop = _AGES[unit], stop + 1
    elif unit == "celsius" and _FAHRENHEIT.search(words, max(0, begin - 6), begin):
        unit = "fahrenheit"
    elif unit == "time":
        unit = unit_of_times(words, begin) or unit
    if measure.word == "元":
        unit = _currency_before(words, begin) or unit
    if stop == alone and words[stop : stop + 1] in GOES_ON:
        compound = compound_of(words, value, measure._replace(unit=unit), stop)
        if compound:
            return _whole(compound)
    stop = _without_other_word(words, stop)
    if measure.dimension in EXTENDED and words.startswith("半", stop):
        value, stop = value + shares.HALF, stop + 1  # 三年半
    nouns = (
        measure.nouns if stop == alone and unit == measure.unit else ()
    )  # 三块五毛 is money, whatever stands beside it
    return _Reading(stop, value, unit, measure.word, measure.dimension, nouns=nouns)


def _without_other_word(words: str, stop: int) -> int:
    """Where a measure word ends with another in brackets behind it: 82万盒(瓶)."""
    other = _OTHER_WORD.match(words, stop)
    return other.end() if other and other.group(1) in rules.measure_words() else stop


def _whole(found: Compound) -> _Reading:
    dimension = rules.dimensions()[found.unit]
    return _Reading(
        found.stop,
        found.value,
        found.unit,
        found.printed,
        dimension,
        low=found.low,
        high=found.high,
    )


def _currency_before(words: str, begin: int) -> str | None:
    """The currency named before a number in 元: 新台币10万元, 港币300元. None where none is."""
    for length in _CURRENCIES:
        measure = rules.measure_at(words, max(0, begin - length))
        if measure and measure.dimension == "money" and len(measure.word) == length:
            return measure.unit
    return None


def _bare(words: str, numeral: Numeral, begin: int, end: int, before: str, inside: str) -> Quantity:
    sign = words[begin - 1 : begin]
    if sign in _SIGNS:
        said = strongest(before, inside)
        return quantity_of(numeral, begin - 1, end, numeral.value, said, _SIGNS[sign], sign)
    stop, after = qualifiers.after(words, end, "")
    said = strongest(before, inside, after)
    found = quantity_of(numeral, begin, stop, numeral.value, said, "unspecified", nouns=("any",))
    return found._replace(bare=True)


def _measure_of_half(words: str, place: int) -> tuple[Measure, int, str] | None:
    """The measure word behind 半, where it ends, and "over" in 半个多小时."""
    if words.startswith("个多", place):
        measure = _time_after_piece(words, place + 2)
        if measure:
            return measure, place + 1 + len(measure.word), "over"
    measure = rules.measure_at(words, place)
    if measure is None and words.startswith("月", place):
        return rules.measure_words()["个月"], place + 1, ""
    if measure is None or measure.dimension not in EXTENDED or measure.word in ("天", "里"):
        return None  # 半天 is a while, 半里 does not occur alone
    return measure, place + len(measure.word), ""

"""Values in two units or with a loose end: 2小时30分, 3斤2两, 九块九, 2米1, 37度半."""

from decimal import Decimal
from typing import NamedTuple

from xi_data.reading import rules
from xi_data.reading.numerals import START, numeral_at
from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import Measure
from xi_data.reading.values import value_of

_AND = Pattern(r"\ ?[零又]?\ ?")
_LOOSE = Pattern(r"[0-9]{1,2}(?![0-9]|[.,:/-][0-9])|[一二三四五六七八九]{1,2}")
_NUMERAL_GOES_ON = Pattern(
    r"\ ?[0-9零〇一二两三四五六七八九十百千万亿点余多几半]|分之|[年月日号夜角毛成折]"
)
GOES_ON = frozenset("0123456789零一二两三四五六七八九十又 廿卅")
"""What the rest of a value may begin with; mostly something else stands there."""

_DIGIT = "一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_CENTS = Pattern(
    rf"[又零]?(?P<tenths>[0-9]|[{_DIGIT}])(?:角|毛)"
    rf"(?:零?(?P<hundredths>[0-9]|[{_DIGIT}])分)?"
    rf"|[又零]?(?P<cents>[0-9]{{1,2}}|[{_DIGIT}十拾]{{1,3}})美?分(?!之|钟)"
)
_CHANGE = Pattern(
    rf"(?P<cents>分钱)|(?:角(?![落度色膜逐质形钢大])|毛(?![巾毯衣笔料病利重线绒坯孔豆]))"
    rf"(?:(?P<hundredths>[0-9]|[{_DIGIT}])分)?钱?"
)
_DECIMALS = ("money", "length", "temperature", "mass", "area")
"""Dimensions in which a loose digit behind the measure word is a decimal: 2米1, 九块九, 37度3."""

_WHOLES = ("duration", "volume")
"""Dimensions of which a loose digit is some part, and nothing tells which: 2小时30."""


class Compound(NamedTuple):
    """What a value is with all its parts, and where they end.

    low and high bound it where its unit has no fixed length (2个月10天) or it cannot be told what
    the last digits count; else None.
    """

    value: Decimal
    unit: str
    printed: str
    stop: int
    low: Decimal | None = None
    high: Decimal | None = None


def compound_of(words: str, value: Decimal, measure: Measure, stop: int) -> Compound | None:
    """The whole value where parts follow the measure word that ends at stop; None where none do."""
    found = _with_parts(words, Compound(value, measure.unit, measure.word, stop))
    if found:
        return found
    return _with_loose_digits(words, value, measure, stop)


def _with_parts(words: str, first: Compound) -> Compound | None:
    found, whole = None, first
    while step := _next_part(words, whole):
        found = whole = step
    return found


def _next_part(words: str, whole: Compound) -> Compound | None:
    """The value with the part that follows at once: 2小时 and 30分."""
    known = rules.parts(whole.printed)
    if not known:
        return None
    place = _AND.match(words, whole.stop).end()
    numeral = numeral_at(words, place) if START.match(words, place) else None
    if numeral is None or numeral.hedge or numeral.value < 0:
        return None
    for end, part in known.beginning(words, numeral.end):
        measure = rules.measure_at(words, numeral.end)
        if measure and len(measure.word) > end - numeral.end:
            return None  # 3亩5分钟
        if part.unit == whole.unit:
            return whole._replace(value=whole.value + numeral.value / part.times, stop=end)
        value = whole.value * part.times + numeral.value
        low, high = whole.low, whole.high
        if part.at_most:
            low, high = value, whole.value * part.at_most + numeral.value
        return Compound(value, part.unit, words[numeral.end : end], end, low, high)
    return None


def _with_loose_digits(words: str, value: Decimal, measure: Measure, stop: int) -> Compound | None:
    """九块九, 2米1, 37度3: digits behind the measure word with nothing behind them."""
    if measure.dimension not in _DECIMALS + _WHOLES:
        return None
    digits = _LOOSE.match(words, stop)
    if not digits or value != int(value):
        return None
    end = digits.end()
    if _NUMERAL_GOES_ON.match(words, end) or rules.measure_at(words, end):
        return None
    printed = digits.group()
    tail = Decimal("0." + "".join(str(value_of(one)) for one in printed))
    low = high = None
    if measure.dimension in _WHOLES:
        low, high = value, value + 1
        tail = Decimal(0)
    elif not printed.isdecimal() and value_of(printed[-1]) - value_of(printed[0]) == 1:
        low, high = value + tail, value + value_of(printed[1]) / 10  # 一米六七: 1.67, 1.6 to 1.7
        low = min(low, value + value_of(printed[0]) / 10)
    return Compound(value + tail, measure.unit, measure.word, end, low, high)


def with_cents(words: str, value: Decimal, stop: int) -> tuple[Decimal, int]:
    """Value of 三元五角, 三块五毛二分 and 三元零五分, and where it ends; 人民币 may be between."""
    if words.startswith("人民币", stop):
        stop += len("人民币")
    found = _CENTS.match(words, stop)
    if not found:
        return value, stop
    if found["cents"]:
        return value + value_of(found["cents"]) / 100, found.end()
    value += value_of(found["tenths"]) / 10
    if found["hundredths"]:
        value += value_of(found["hundredths"]) / 100
    return value, found.end()


def change_at(words: str, number: Decimal, place: int) -> tuple[Decimal, int] | None:
    """Value of 角, 毛 or 分钱 behind a number, and where it ends; None where none stands there."""
    found = _CHANGE.match(words, place)
    if not found:
        return None
    if found["cents"]:
        return number / 100, found.end()
    value = number / 10
    return value + value_of(found["hundredths"] or "0") / 100, found.end()

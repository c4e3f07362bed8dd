"""Numbers whose neighbours leave two readings: both are kept as bounds, and neither is chosen."""

from decimal import Decimal

from xi_data.reading import rules
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity, doubted
from xi_data.reading.rules import cues
from xi_data.reading.text import MAY_GROUP
from xi_data.reading.values import value_of, worth_of

_MINUS_BEFORE = Pattern(lambda: rf"{cues('minus_before')}(?:[约近达到为至仅]|\ )*$")
_REACH = 10
"""Characters before a minus in which 利润 and its like are looked for."""

_SCALES = ("百", "千", "万", "亿")
_SCALED_BEFORE = Pattern(r"[0-9][0-9.]*[百千万亿]+$")
_MAY_JOIN = " "
_SPACED_DIGITS = Pattern(r"[0-9](?:\ [0-9])+(?!\ ?[0-9])")
_SPACED_POINT = Pattern(r"(?P<whole>[0-9]+)(?:\ \.\ ?|\.\ )(?P<tail>[0-9]+)")
_DIGITS_BEFORE = Pattern(r"[0-9]+,?\ $")
_ROUGH_BEFORE = Pattern(r"(?P<known>[一二三四五六七八九]?十)?几$")
_APART = (" ", "、")
_CHINESE_BEFORE = Pattern(
    r"(?:[一二两三四五六七八九十百千万零]*[十百千万零])?[一二三四五六七八九]$"
)
_ROUND = Pattern("[百千][万亿]+")
_ARABIC = Pattern("[0-9]+")
_POINT_BEFORE = Pattern(r"(?:^|[^0-9.])(?P<whole>[0-9]+)\ ?\.\ $")
_SCALED = 10_000
"""From here on things may come in tenths: 1.5万人."""

_COUNTED = ("count", "article", "pack")
"""Dimensions whose things come whole."""


def with_doubts(words: str, found: Quantity) -> Quantity:
    """A quantity as it is, or spanning both readings where its neighbours allow two."""
    if found.value is None or found.doubtful:
        return found
    if words[found.numeral[0]] in "百千" and _ROUND.fullmatch(words, *found.numeral):
        return _about(found)
    found = _below_zero(words, found)
    if words[found.numeral[0]] not in "-.0123456789":
        return _after_a_digit(words, found)
    other = _other_reading(words, found)
    if other is None or other == found.value:
        return found
    return doubted(found, min(other, found.value), max(other, found.value))


def _below_zero(words: str, found: Quantity) -> Quantity:
    """A quantity with a minus that stands apart: 气温 - 5.2℃."""
    minus, end = found.numeral[0] - 2, found.numeral[1]
    if minus < 1 or not words.startswith("- ", minus) or found.start < minus:
        return found
    sure = _MINUS_BEFORE.search(words, max(0, minus - _REACH), minus)
    if not sure or found.qualifier != "exact" or not found.value:
        return found
    value = -found.value
    if _is_counted(found):
        return doubted(found, min(value, -value), max(value, -value))
    return found._replace(start=minus, numeral=(minus, end), value=value, low=value, high=value)


def _after_a_digit(words: str, found: Quantity) -> Quantity:
    """A Chinese number that may be the end of one before it: 二十五 六人, 二十五、六人."""
    start, end = found.numeral
    rough = _ROUGH_BEFORE.search(words, max(0, start - _REACH), start)
    if rough:  # 十几二十人: 11 to 20
        return doubted(found, min(found.value, value_of(rough["known"] or "零") + 1), found.value)
    apart = words[start - 1 : start]
    before = apart in _APART and _CHINESE_BEFORE.search(words, max(0, start - _REACH), start - 1)
    if not before or (apart == "、" and len(before.group()) < 2):
        return found
    whole = before.group() + words[start:end]
    joined = worth_of(whole)
    if joined.length < len(whole):
        return found
    others = (joined.low or joined.value, joined.high or joined.value)
    return doubted(found, min(found.value, *others), max(found.value, *others))


def _about(found: Quantity) -> Quantity:
    """百万元 and its like: an amount of that order, unless a word bounds it."""
    if found.qualifier != "exact":
        return found
    return found._replace(low=None, high=None, qualifier="about", doubtful=True)


def _other_reading(words: str, found: Quantity) -> Decimal | None:
    """What else the number may be worth, None where nothing else."""
    start, end = found.numeral
    if words[start] == "-":
        return None if _is_minus(words, found) else -found.value
    if MAY_GROUP in words[start:end]:  # 3，500元: 500 or 3500
        numeral = words[start:end]
        return value_of(numeral.rpartition(MAY_GROUP)[2]) * found.value / value_of(numeral)
    if words[start - 1 : start] in _SCALES:
        touched = _SCALED_BEFORE.search(words, max(0, start - _REACH), start)
        if touched:  # 1.5万3千: 18 thousand, or two numbers
            return found.value + value_of(touched.group())
    if words[start - 1 : start] != _MAY_JOIN and " " not in words[start:end]:
        return None  # mostly
    before = words[max(0, start - _REACH) : start]
    digits = _DIGITS_BEFORE.search(before)
    if digits:  # 12 5人: 5 or 125
        joined = digits.group().strip(" ,") + words[start:end]
        return value_of(joined) * (found.value / value_of(words[start:end]) if found.value else 1)
    listed = _POINT_BEFORE.search(before)
    number = _ARABIC.match(words, start, end)
    if listed and number and (not _is_counted(found) or found.value >= _SCALED):
        joined = value_of(f"{listed['whole']}.{number.group()}")  # 31. 45公斤: item 31, or 31.45
        return joined * found.value / value_of(number.group()) if found.value else joined
    spaced = _SPACED_DIGITS.match(words, start, end)
    if spaced and not "㐀" <= before[-1:] <= "鿿":  # 1 2 3人, with no word before: 123 or 3
        last = spaced.group().rpartition(" ")[2]
        return None if last == "0" else value_of(last)  # 5 0户: nobody lists none
    point = _SPACED_POINT.match(words, start, end)
    if point and _is_counted(found):  # 1. 5人: no half person
        return value_of(point["tail"])
    return None


def _is_counted(found: Quantity) -> bool:
    return rules.dimensions()[found.unit] in _COUNTED


def _is_minus(words: str, found: Quantity) -> bool:
    """Whether - before a number is a minus for certain: 利润-3万元, and not 口罩-300只."""
    start = found.numeral[0]
    if not "㐀" <= words[start - 1 : start] <= "鿿" or found.unit in ("celsius", "fahrenheit"):
        return True
    return _MINUS_BEFORE.search(words, max(0, start - _REACH), start) is not None

"""Two neighbouring digits with 、 between them, before one scale or measure word: 5、6万元."""

from decimal import Decimal

from xi_data.reading import qualifiers
from xi_data.reading.measures import measured
from xi_data.reading.numerals import Numeral, numeral_at
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.shares import share_of
from xi_data.reading.values import value_of, worth_of

_PAIR = Pattern(
    r"(?<![0-9A-Za-z一二两三四五六七八九十百千万亿、第前周期拜初高])"
    r"(?<![0-9一二三四五六七八九十百千万亿][.,:/~至到-])"
    r"(?:(?P<low>[1-8])、(?P<high>[2-9])|(?P<head>[一二两三四五六七八九十百千万]*[十百千万])?"
    r"(?P<first>[一二两三四五六七八])、(?P<second>[二两三四五六七八九]))"
    r"(?P<scale>\ *(?:[十百]|千(?!米|克|瓦|卡))?[万亿]{0,2})"
)
_DIGITS = Pattern(
    r"(?P<low>[一二三四五六七八])、(?P<high>[二三四五六七八九])(?=[,。;:)的左以之\s]|$)"
)
_NUMBERED = (
    *("级", "班", "期", "届", "批", "楼", "栋", "幢", "层", "组", "社", "队", "连", "排", "区"),
    *("类", "轮", "季度", "师", "团", "车间", "单元", "标段"),
)
"""What has numbers for names, and is listed by them: 二、三组."""

_NAMED = (*_NUMBERED, "日", "两", "号", "月", "点", "时")
"""Measure words before which such digits are no range: 3、4号, 二、三级."""

_LISTED = Pattern(
    rf"(?:[0-9]{{1,2}}、)+[0-9]{{1,2}}(?:{'|'.join(_NUMBERED)})"
    rf"|(?:[一二三四五六七八九十]{{1,3}}、)+[一二三四五六七八九十]{{1,3}}(?:{'|'.join(_NUMBERED)})"
)


def listed_pair_at(words: str, start: int) -> tuple[Quantity, Decimal] | None:
    """The upper end of 三、四千人 and the value of its lower end; None where no such pair is.

    十五、六岁 is such a pair too.
    """
    found = _PAIR.match(words, start)
    if not found:
        return None
    first, second = found["low"] or found["first"], found["high"] or found["second"]
    if value_of(second) - value_of(first) != 1:
        return None
    head, scale = found["head"] or "", found["scale"].strip()
    low, high = (worth_of(f"{head}{digit}{scale}") for digit in (first, second))
    cut = found.start("high" if found["high"] else "second")
    numeral = numeral_at(words, cut)
    if numeral is None or numeral.fraction or numeral.value != value_of(second + scale):
        return None
    if high.length < len(head + second + scale) or high.low is not None:
        return None
    upper = _upper(words, numeral._replace(value=high.value), bool(scale))
    if upper is None or upper.doubtful or (first != "两" and upper.unit_printed in _NAMED):
        return None
    times = 10 if upper.unit_printed == "成" else 1
    return (upper, low.value * times) if upper.value == high.value * times else None


def _upper(words: str, numeral: Numeral, scaled: bool) -> Quantity | None:
    """The upper end with its measure word, which only one with a scale can do without."""
    end, inside = qualifiers.inside(words, numeral)
    if words.startswith("成", end) and not scaled:
        return share_of(words, numeral, numeral.start, end, inside)
    upper = measured(words, numeral, numeral.start, end, inside=inside)
    return upper if scaled or not upper.bare else None


def listed_digits_at(words: str, start: int) -> Numeral | None:
    """The two digits of 百分之五、六, which nothing else follows."""
    found = _DIGITS.match(words, start)
    if not found:
        return None
    low, high = value_of(found["low"]), value_of(found["high"])
    if high - low != 1:
        return None
    return Numeral(start, found.end(), low, "pair", low, high, cut=found.start("high"))


def end_of_listed_names(words: str, start: int) -> int | None:
    """Where 二、三组 ends, which names groups and counts none; None where no such list begins."""
    found = _LISTED.match(words, start)
    return found.end() if found else None


def is_listed_pair(words: str, start: int) -> bool:
    """Whether 三、 begins such a pair and is no number of a list; 十五、 may well be one."""
    return words[start + 1 : start + 2] == "、" and listed_pair_at(words, start) is not None

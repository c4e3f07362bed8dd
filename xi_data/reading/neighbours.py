"""Two neighbouring digits with 、 between them, before one scale or measure word: 5、6万元."""

from decimal import Decimal

from xi_data.reading import qualifiers
from xi_data.reading.measures import measured
from xi_data.reading.numerals import Numeral, numeral_at
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.values import value_of

_PAIR = Pattern(
    r"(?<![0-9A-Za-z、第前])(?<![0-9一二三四五六七八九十百千万亿][.,:/~至到-])"
    r"(?:(?P<low>[1-8])、(?P<high>[2-9])|(?P<first>[一二两三四五六七八])、(?P<second>[二两三四五六七八九]))"
    r"(?P<scale>\ *(?:[十百]|千(?!米|克|瓦|卡))?[万亿]{0,2})"
)
_NAMED = (
    *("日", "号", "月", "点", "时", "级", "班", "期", "届", "批", "楼", "栋", "幢", "层"),
    *("组", "社", "队", "连", "排", "区", "类", "轮", "季度", "师", "团", "车间", "单元", "标段"),
)
"""Measure words before which such digits are names: 3、4号, 二、三级."""


def listed_pair_at(words: str, start: int) -> tuple[Quantity, Decimal] | None:
    """The upper end of 三、四千人 and the value of its lower end; None where no such pair is."""
    found = _PAIR.match(words, start)
    if not found:
        return None
    low = value_of(found["low"] or found["first"])
    high = value_of(found["high"] or found["second"])
    cut = found.start("high" if found["high"] else "second")
    numeral: Numeral | None = numeral_at(words, cut)
    scale = value_of("一" + found["scale"].strip())
    if high - low != 1 or numeral is None or numeral.value != high * scale or numeral.fraction:
        return None
    end, inside = qualifiers.inside(words, numeral)
    upper = measured(words, numeral, cut, end, inside=inside)
    if upper.value != numeral.value or upper.doubtful or upper.unit_printed in _NAMED:
        return None
    return None if upper.bare and scale == 1 else (upper, low * scale)

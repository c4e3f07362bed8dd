"""Numerals of a reading copy: Arabic, Chinese, formal, and their mixtures, with exact values.

All patterns here expect the words of a ReadingCopy: Simplified, half-width, without glosses.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from xi_data.reading.patterns import Pattern

DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖俩参", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3), strict=True))
SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}

LONGEST = 60
"""Characters of the longest numeral that is read; no number of things takes so many."""

IMMENSE = Decimal(10) ** 30
"""What a longer one is taken for."""

_ONLY_NUMERALS = "".join(DIGITS)
_DIGIT = _ONLY_NUMERALS + "".join(FORMAL).replace("参", "")
# 参 is 3 between formal scales only: 伍佰参拾, but not 两万参与者.
_THREE = r"参(?=[拾佰仟万亿兆])|(?<=[拾佰仟])参|(?<=[拾佰仟万亿兆]零)参"
_SCALE = "".join(SCALES) + "".join(MYRIADS)
# Grouped by commas, or by spaces where no comma is before; a decimal, but no version 1.2.3.
ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}|(?<!,...) [0-9]{3})+(?![0-9])|[0-9]+)"
    r"(?:\.[0-9]+(?![0-9]|\.[0-9]))?"
)
# 千 before a metric measure word is a part of it: 12千米 is twelve kilometres.
_SCALED = (
    rf"(?:[{re.sub('[百千兆]', '', _SCALE)}]|百(?!\ *分[点位])|千(?!米|克|瓦|卡)|兆(?!赫|瓦|字节))"
)
_RUN = (
    rf"(?:{ARABIC}|\.[0-9]+|[{_DIGIT}]|{_THREE}|{_SCALED})"
    rf"(?:\ *{_SCALED}"  # 4萬, 二十 億
    rf"|(?<=[{_SCALE}零〇])\ *(?:{ARABIC}|[{_DIGIT}]|{_THREE})"  # 4万6700, 一千 零 五
    rf"|(?<=[{_DIGIT[2:]}])[{_DIGIT}]"  # 二〇二〇
    rf"|(?<=[0-9{_SCALE}零〇])\ *[余多几]+(?=\ *[万亿]))*"  # 250余万, 二十几万
)
_DECIMAL = _DIGIT.replace("两", "")
# Atomic, and each character read by one alternative only: there is nothing to go back and try.
_WHOLE = rf"(?>{_RUN}(?:\ *点\ *[{_DECIMAL}](?:[{_DECIMAL}]|{_SCALED})*)?)"
_NUMERAL = Pattern(
    rf"(?P<minus>负|零下\ *|(?<![^\s(:,;])-)?(?P<whole>{_WHOLE})"
    rf"(?:(?:\ *又\ *(?P<part>{_WHOLE}))?\ *分\ *之\ *(?P<share>负?{_WHOLE}))?"
)
_ROUGH = Pattern(
    rf"[几数][十百千万亿]+|(?:十|[{_ONLY_NUMERALS}]十)几[万亿]*|[{_ONLY_NUMERALS}]+[百千]几[万亿]*"
)
_WORDS_TOO = "陆伍拾肆俩佰仟"
"""Numerals that are ordinary characters as well and count only in company: 陆 in 大陆."""

_MONEY_BEFORE = "币款"
"""Characters after which even those are numerals: 人民币伍佰元."""

_TOKEN = Pattern(rf"{ARABIC}|\.[0-9]+|[^\s余多几]")
_UNSCALED = Pattern(rf"[^{_SCALE}]*")

PER = Pattern(r"[百佰千仟万]{1,3}\ *分\ *之\ *|百\ *分\ *点")
"""Words of percent, permille and so on: their 百, 千 and 万 are no numerals."""

START = Pattern(
    rf"[0-9{_DIGIT}{_SCALE}]|参(?=[拾佰仟万亿兆])|[几数](?=[十百千万亿])|半(?=百)"
    rf"|零下(?=\ *[0-9{_DIGIT}{_SCALE}])"
    rf"|(?<![肩担背辜])负(?=[0-9{_DIGIT}{_SCALE}])"  # 负5, but not 肩负三项任务
    r"|(?<![^\s(:,;])-(?=[0-9.])|(?<![0-9.])\.(?=[0-9])"
)
"""Where a numeral may begin."""


class Numeral(NamedTuple):
    """A numeral at [start, end) of the reading copy.

    hedge is "" for a plain numeral, "over" where 余 or 多 stands before its last scale, "rough" for
    几 and 数; low and high are the bounds that a rough numeral states (十几: 11 and 19), else None.
    """

    start: int
    end: int
    value: Decimal
    hedge: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    fraction: bool = False


def numerals(words: str) -> Iterator[Numeral]:
    """Every numeral of a reading copy, from left to right, none a part of a longer one."""
    position = 0
    while start := START.search(words, position):
        position = start.start()
        per = PER.match(words, position)
        numeral = None if per else numeral_at(words, position)
        if numeral:
            yield numeral
            position = numeral.end
        else:
            position = per.end() if per else position + 1


def numeral_at(words: str, position: int) -> Numeral | None:
    """The longest numeral that starts at a position of a reading copy, or None."""
    first = words[position : position + 1]
    if first == "半":
        whole = words.startswith("百", position + 1)
        return Numeral(position, position + 2, Decimal(50)) if whole else None
    if first in _WORDS_TOO and _is_in_a_word(words, position):
        return None
    if first in "几数" or "几" in words[position + 1 : position + 3]:
        rough = _ROUGH.match(words, position)
        if rough:
            return _rough(*rough.span(), rough.group())
    found = _NUMERAL.match(words, position) if first else None
    if not found or (first in _WORDS_TOO and len(found.group()) == 1):
        return None
    return _counted(found)


def _counted(found: re.Match) -> Numeral:
    minus, whole, part, share = found.group("minus", "whole", "part", "share")
    end = found.end("whole")
    if whole[-1] == "两" and len(whole) > 1 and share is None:
        whole, end = whole[:-1], end - 1  # never the last digit: 三十两 is thirty taels
    if "几" in whole and not minus and share is None:
        return _rough(found.start(), end, whole)
    value = value_of(whole)
    hedge = "over" if "余" in whole or "多" in whole else ""
    denominator = value if part is None else value_of(part)
    if share is None or not denominator:
        return Numeral(found.start(), end, -value if minus else value, hedge)
    ratio = value_of(share.removeprefix("负")) / denominator + (0 if part is None else value)
    if bool(minus) != share.startswith("负"):
        ratio = -ratio
    return Numeral(found.start(), found.end(), ratio, hedge, fraction=True)


def _rough(start: int, end: int, words: str) -> Numeral:
    """数十 and 几百万, whose words state no bounds; 十几 and 三百五十几万, whose words do."""
    if words[0] in "几数":
        return Numeral(start, end, value_of(words[1:]), "rough")
    known, _, scale = words.partition("几")
    unit = {"百": 10, "千": 100}.get(known[-1], 1) * (value_of(f"一{scale}") if scale else 1)
    value = value_of(words)
    return Numeral(start, end, value, "rough", value + unit, value + 9 * unit)


def _is_in_a_word(words: str, position: int) -> bool:
    before = words[position - 1] if position else ""
    return "㐀" <= before <= "鿿" and before not in _MONEY_BEFORE


@lru_cache(maxsize=4096)
def value_of(numeral: str) -> Decimal:
    """Exact value of a numeral in any mixture of Arabic and Chinese, 万 and 亿 multiplied out.

    A last digit after a scale counts in the scale below (四百五 is 450, 一万三 is 13,000); digits
    without a scale are read by place (二〇二〇). IMMENSE for more than LONGEST characters.
    """
    numeral = numeral.replace(" ", "")
    if len(numeral) > LONGEST:
        return IMMENSE
    whole, point, tail = numeral.partition("点")
    if not point:
        return _whole(numeral)
    digits = _UNSCALED.match(tail).group()
    decimal = "".join(str({**DIGITS, **FORMAL}[digit]) for digit in digits)
    scale = tail[len(digits) :]
    return (_whole(whole) + Decimal(f"0.{decimal}")) * (_whole(f"一{scale}") if scale else 1)


def _whole(numeral: str) -> Decimal:
    parts: list[Decimal] = []  # what stands before a 万, 亿 or 兆 already read
    section = Decimal(0)  # below the next 万 or 亿
    number: Decimal | None = None
    scale = 0  # the last one read, for the digit that ends a numeral without its own; 0 after 零
    for token in _TOKEN.findall(numeral):
        digit = DIGITS.get(token, FORMAL.get(token))
        if token in SCALES:
            section += (number or 1) * SCALES[token]
            number, scale = None, SCALES[token]
        elif token in MYRIADS:
            parts = _multiplied(parts, section + (number or 0), MYRIADS[token])
            section, number, scale = Decimal(0), None, MYRIADS[token]
        elif digit is None:
            number, scale = Decimal(token.replace(",", "")), 0
        elif number is None:
            number, scale = Decimal(digit), scale if digit else 0
        else:
            number, scale = number * 10 + digit, 0
    if number is not None and scale >= 100:
        number *= scale // 10
    return sum(parts) + section + (number or 0)


def _multiplied(parts: list[Decimal], section: Decimal, myriad: int) -> list[Decimal]:
    """The parts of a numeral after a 万, 亿 or 兆 that multiplies what stands before it."""
    larger = [part for part in parts if part >= myriad]
    section += sum(part for part in parts if part < myriad)
    if section:
        return [*larger, section * myriad]
    if larger:
        return [*larger[:-1], larger[-1] * myriad]  # 10万万
    return [Decimal(myriad)]  # 万元 alone: ten thousand yuan

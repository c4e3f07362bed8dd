"""Numerals of a reading copy: Arabic, Chinese, formal, and their mixtures, with exact values.

All patterns here expect the words of a ReadingCopy: Simplified, half-width, without glosses.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from xi_data.reading.numeral_sum import ARABIC, DIGITS, FORMAL, MYRIADS, SCALES, TENS, Worth
from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import cues
from xi_data.reading.values import value_of, worth_of

_ONLY_NUMERALS = "".join(DIGITS)
_DIGIT = _ONLY_NUMERALS + "".join(FORMAL).replace("参", "")
# 参 is 3 between formal scales only: 伍佰参拾, but not 两万参与者.
_THREE = r"参(?=[拾佰仟万亿兆])|(?<=[拾佰仟])参|(?<=[拾佰仟万亿兆]零)参"
_SCALE = "".join(SCALES) + "".join(MYRIADS) + "".join(TENS)
# 千 before a metric measure word is a part of it: 12千米 is twelve kilometres.
_SCALED = (
    rf"(?:[{re.sub('[百千兆]', '', _SCALE)}]|百(?!\ *分[点位])|千(?!米|克|瓦|卡)|兆(?!赫|瓦|字节))"
)
_RUN = (
    rf"(?:{ARABIC}|\.[0-9]+|[{_DIGIT}]|{_THREE}|{_SCALED})"
    rf"(?:\ *{_SCALED}"  # 4萬, 二十 億
    rf"|(?<=[{_SCALE}零〇单])\ *(?:{ARABIC}|[{_DIGIT}]|{_THREE})"  # 4万6700, 一千 零 五
    r"|(?<=[百千])单(?=[一二三四五六七八九](?![十百千万亿]))"  # 一百单八
    rf"|(?<=[{_DIGIT[2:]}])[{_DIGIT}]"  # 二〇二〇
    rf"|(?<=[0-9{_SCALE}零〇])\ *[余多几]+(?=\ *[万亿]))*"  # 250余万, 二十几万
)
_DECIMAL = _DIGIT.replace("两", "")
# Atomic, and each character read by one alternative only: there is nothing to go back and try.
_WHOLE = rf"(?>{_RUN}(?:\ *点\ *(?:[{_DECIMAL}]+|[0-9]+){_SCALED}*)?)"
_NUMERAL = Pattern(
    rf"(?P<minus>负|零下\ *|-)?(?P<whole>{_WHOLE})"
    rf"(?:(?:\ *又\ *(?P<part>{_WHOLE}))?\ *分\ *之\ *(?P<share>负?{_WHOLE}))?"
)
_PLAIN = Pattern(rf"[0-9]{{1,15}}(?![0-9\ ,.\u066c点又分余多几{_SCALE}])")
"""Digits that nothing goes on from: most numerals, and read at once."""

_ROUGH = Pattern(
    rf"[几数][十百千万亿]+|(?:[{_ONLY_NUMERALS}百千万]*[{_ONLY_NUMERALS}百千万零])?十几(?!乎|何|内亚)[万亿]*"
    rf"|[{_ONLY_NUMERALS}十百千万]*[百千万]几(?!乎|何|内亚)[十百千][万亿]*"
    rf"|[{_ONLY_NUMERALS}]+[百千万]几(?!乎|何|内亚)[万亿]*"
)
_ROUGHLY = 9
"""Characters at most to 几 of a numeral: 一万二千三百五十几."""

_WORDS_TOO = "陆伍拾肆俩佰仟"
"""Numerals that are ordinary characters as well and count only in company: 陆 in 大陆."""

_PART_OF_WORD = Pattern(lambda: cues("formal_in_word"))
_FORMAL_ONLY = Pattern(rf"[{''.join(FORMAL)}拾佰仟万亿兆零]{{2,}}")
_SURELY = 2
"""More formal numerals in a row that make no other word, whatever stands before: 发放肆万伍仟."""

_MINUS = r"(?<=-)(?:(?<![^\s(:,;、~]-)|(?<=[㐀-鿿]-))(?=[0-9.])"

PER = Pattern(r"[百佰千仟万]{1,3}\ *分\ *之\ *|百\ *分\ *点")
"""Words of percent, permille and so on: their 百, 千 and 万 are no numerals."""

# One class of characters first, which is fast to look for, and then what it takes of each.
START = Pattern(
    rf"[0-9{_DIGIT}{_SCALE}参几数半负.-](?:(?<=[0-9{_DIGIT}{_SCALE}半])"
    r"|(?<=参)(?=[拾佰仟万亿兆])|(?<=[几数])(?=[十百千万亿])"
    rf"|(?<=负)(?<![肩担背辜]负)(?=[0-9{_DIGIT}{_SCALE}])"  # 负5, but not 肩负三项任务
    rf"|{_MINUS}|(?<=\.)(?<![0-9.]\.)(?=[0-9]))"
)
"""Where a numeral may begin, also 半 before a measure word."""


class Numeral(NamedTuple):
    """A numeral at [start, end) of the reading copy.

    hedge is "" for a plain numeral, "over" where 余 or 多 stands before its last scale, "rough" for
    几 and 数, "pair" for 三四十, whose second digit stands at cut, "unclear" for one that can be
    read in several ways. low and high are the bounds that a rough numeral states (十几: 11 and 19),
    the ends of a pair, or what an unclear one lies between; else None.
    """

    start: int
    end: int
    value: Decimal
    hedge: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    fraction: bool = False
    cut: int = 0


def numerals(words: str) -> Iterator[Numeral]:
    """Every numeral of a reading copy, from left to right, none a part of a longer one."""
    position = 0
    while start := START.search(words, position):
        position, before = start.start(), position
        if before and before == position and words[position] == "-":
            position += 1  # 3月-5月
            continue
        per = PER.match(words, position)
        numeral = None if per else numeral_at(words, position)
        if numeral:
            yield numeral
            position = numeral.end
        else:
            position = per.end() if per else position + 1


def numeral_at(words: str, position: int) -> Numeral | None:
    """The longest numeral that starts at a position of a reading copy, or None."""
    plain = _PLAIN.match(words, position)
    if plain:
        return Numeral(position, plain.end(), Decimal(plain.group()))
    first = words[position : position + 1]
    if first == "半":
        whole = words.startswith("百", position + 1)
        return Numeral(position, position + 2, Decimal(50)) if whole else None
    if first in _WORDS_TOO and _is_in_a_word(words, position):
        return None
    if first in "几数" or "几" in words[position + 1 : position + _ROUGHLY]:
        rough = _ROUGH.match(words, position)
        if rough:
            return _rough(*rough.span(), rough.group())
    found = _NUMERAL.match(words, position) if first else None
    if not found or (first in _WORDS_TOO and len(found.group()) == 1):
        return None
    return _counted(found)


def _counted(found: re.Match) -> Numeral:
    minus, whole, part, share = found.group("minus", "whole", "part", "share")
    worth = worth_of(whole)
    if whole[-1] == "两" and len(whole) > 1 and share is None:
        worth = worth_of(whole[:-1])  # never the last digit: 三十两 is thirty taels
    if "几" in whole and not minus and share is None:
        return _rough(found.start(), found.end("whole"), whole)
    if share is None or worth.length < len(whole):
        return _single(found, worth, bool(minus))
    denominator = worth.value if part is None else value_of(part)
    if not denominator:
        return _single(found, worth, bool(minus))
    ratio = value_of(share.removeprefix("负")) / denominator
    ratio += 0 if part is None else worth.value
    if bool(minus) != share.startswith("负"):
        ratio = -ratio
    return Numeral(found.start(), found.end(), ratio, "over" if worth.over else "", fraction=True)


def _single(found: re.Match, worth: Worth, minus: bool) -> Numeral:
    """A numeral that is no fraction."""
    start, begin = found.start(), found.start("whole")
    end = begin + worth.length
    if worth.low is None or worth.high is None:
        hedge = "over" if worth.over else ""
        return Numeral(start, end, -worth.value if minus else worth.value, hedge)
    if minus:
        return Numeral(start, end, -worth.value, "unclear", -worth.high, -worth.low)
    if worth.cut:
        return Numeral(start, end, *worth[1:2], "pair", *worth[2:4], cut=begin + worth.cut)
    return Numeral(start, end, worth.value, "unclear", worth.low, worth.high)


def _rough(start: int, end: int, words: str) -> Numeral:
    """数十 and 几百万, whose words state no bounds; 十几 and 三百五十几万, whose words do."""
    if words[0] in "几数":
        return Numeral(start, end, value_of(words[1:]), "rough")
    known, _, scale = words.partition("几")
    if worth_of(known).low is not None:  # 二三十几
        return Numeral(start, end, value_of(known), "rough")
    large = scale.lstrip("十百千")
    unit = value_of(f"一{scale}") if scale else Decimal(1)
    most = 9 * unit
    if large != scale:  # 一百几十: 110 to 199
        most += unit - value_of(f"一{large}")
    else:
        unit *= {"百": 10, "千": 100, "万": 1000}.get(known[-1], 1)
        most = 9 * unit
    value = value_of(known + large)
    return Numeral(start, end, value, "rough", value + unit, value + most)


def _is_in_a_word(words: str, position: int) -> bool:
    """Whether a formal numeral is an ordinary character here: 大陆, and not 捐赠拾万元."""
    before = words[position - 1] if position else ""
    if before and before in _WORDS_TOO:
        return True  # what is left of 入伍拾间, whose first character belongs to a word
    if not "㐀" <= before <= "鿿":
        return False
    formal = _FORMAL_ONLY.match(words, position)
    if formal and len(formal.group()) > _SURELY:
        return False
    return formal is None or _PART_OF_WORD.match(words, position - 1) is not None

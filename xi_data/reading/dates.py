"""Dates of a reading copy; what a date leaves out is taken from its document."""

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple

from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import cues
from xi_data.reading.values import value_of

_LAST_CENTURY = 50
"""From here on a year of two digits is of the last century: 98年7月."""

_DAY = (
    r"(?:[12][0-9]|3[01]|0?[1-9]"
    r"|[一二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九]"
    r"|[壹贰叁]?拾[壹贰叁肆伍陆柒捌玖]?|零?[壹贰叁肆伍陆柒捌玖])"
)
_MONTH = (
    r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
    r"|(?:壹?拾[壹贰]?|零?[壹贰叁肆伍陆柒捌玖])(?=月[零壹贰叁肆伍陆柒捌玖拾]{1,3}日))"
)
_YEAR = (
    r"(?:(?:19|20)[0-9]{2}(?![0-9])|[一二][零〇一二三四五六七八九]{3}"
    r"|[壹贰][零〇壹贰叁肆伍陆柒捌玖]{3}"
    r"|(?:民国)\ *(?:[0-9]{1,3}|[零〇一二三四五六七八九十百]{1,4}|元))"
)
_SHORT_YEAR = r"(?P<short>(?<![0-9])[0-9]{2})"
_LUNAR = Pattern(  # 二月初二, 正月十五
    r"闰?(?:[正冬腊]月(?:初?[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]|[廿卅][一二三四五六七八九]?)"
    r"|(?:十[一二]?|[一二三四五六七八九])月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?(?!日)"
    r"|[一二]?十?[一二三四五六七八九十](?=中秋|端午|重阳|七夕|中元))"
    r"|(?:二月二|三月三|五月五|六月六|七月七|九月九)(?![0-9十日号]))"
)
_OF_LUNAR = Pattern(rf"闰?{_MONTH}\ *月(?:\ *初?{_DAY}\ *[日号]?)?")
_LUNAR_BEFORE = Pattern(lambda: rf"{cues('lunar_before')}\ *$")
_REIGN_BEFORE = Pattern(lambda: rf"{cues('reign_before')}\ *$")
_OF_REIGN = Pattern(
    rf"[0-9一二三四五六七八九十]{{1,3}}\ *年(?:\ *{_MONTH}\ *月(?:\ *初?{_DAY}[日号]?)?)?"
)
_SCHOOL_YEAR = Pattern(rf"{_YEAR}\ *[-~至到—/]*\ *(?:{_YEAR}|[0-9]{{2}})?\ *学年")
_TO = r"\ *[-~至到—]\ *"
_NO_PLACE = r"(?:日|号(?![楼门线院台机店馆幢栋室厂车桥井文令公]))"  # 3号楼 is a building

_PATTERNS = [
    # 2020年2月12日, 2月12日, 2月底, 2020年2月; also the first day of a list or a span: 2月3至5日
    Pattern(
        rf"(?:(?:(?P<year>{_YEAR})|{_SHORT_YEAR})\ *年\ *)?(?P<month>{_MONTH})\ *月"
        rf"(?:份|底|初|末|中旬|上旬|下旬|中)?"
        rf"(?:(?<=月)\ *(?P<day>{_DAY})"
        rf"(?:\ *{_NO_PLACE}|(?=(?:\ *[-~至到—、和]\ *{_DAY}){{1,9}}\ *[日号])))?"
    ),
    # 2020-02-12, 2020.2.12, 2020/2/12
    Pattern(
        rf"(?P<year>{_YEAR})([-./])(?P<month>1[0-2]|0?[1-9])"
        r"(?:\2(?P<day>[12][0-9]|3[01]|0?[1-9]))(?![0-9])"
    ),
    # 2020年, 2018年末, 19年底, but not 2020年级, nor 2020年来
    Pattern(
        rf"(?P<year>{_YEAR})\ *年(?:(?<=年)[初末底终中](?![级次等期段端心央国小学中高]))?"
        r"(?![级代度来间多余轻期产]|\ *\()"
    ),
    Pattern(rf"{_SHORT_YEAR}\ *年[初末底](?![级次等期段端])"),
    # 98年 and 自19年, where the words beside it leave no stretch of time
    Pattern(
        r"(?:(?:(?<=[自从])|(?<=早在|始于|截至|截止)|(?<=截止到))|(?<![^\s,。;:(])(?=[89]))"
        rf"{_SHORT_YEAR}\ *年(?![级代度来间多余轻期产以之内后前的龄历]|\ *\()"
    ),
    Pattern(rf"(?=0){_SHORT_YEAR}\ *年(?!级)"),  # 08年
    # 2016—2020年, 2019-2020: the first of a span of years
    Pattern(rf"(?P<year>{_YEAR})(?={_TO}{_YEAR}\ *年(?![级代]))"),
]
_NO_MONTH = ("龄", "亮", "球", "嫂", "饼")
"""What makes another word of 月: 6月龄, 月饼."""

_SPAN_OF_MONTHS = Pattern(rf"(?P<month>{_MONTH})(?={_TO}{_MONTH}\ *月(?!龄))")
_DAY_ALONE = Pattern(
    rf"(?P<day>{_DAY})(?:\ *日(?![内均常本报夜语元])"
    rf"|(?=(?:{_TO}|、){_DAY}(?:、{_DAY}){{0,9}}\ *日(?!内)))"
)
_IN_BRACKETS = Pattern(r"\((?P<day>[12][0-9]|3[01]|[1-9])\)日")  # 今(5)日
_SLASH = Pattern(r"(?P<month>1[0-2]|0?[1-9])/(?P<day>[12][0-9]|3[01]|0?[1-9])(?![0-9/%])")
_LENGTH_BEFORE = Pattern(
    r"(?:隔离|观察|满|为期|连续|长达|历时|时限|不少于|超过|不足|近|约|期限|共|后|第|每|每隔)$"
)
"""Words after which 14日 is a stretch of time."""

_FOLLOWS = Pattern(r"\ *[年月日号学/.)\-~至到—、]")

_REACH = 6
"""Characters before a numeral in which words for the lunar calendar are looked for."""

_HALF_A_YEAR = 6  # months


class Day(NamedTuple):
    """A printed date at [start, end) of the reading copy; what is not printed is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


def may_follow(words: str, end: int) -> bool:
    """Whether what stands behind a numeral that ends at a place can be of a date: 日, -, / ..."""
    return _FOLLOWS.match(words, end) is not None


def date_at(words: str, start: int, previous_end: int, in_span: bool) -> Day | None:
    """The date that starts at a position; None where the numeral there is something else.

    previous_end is where the token before ended, in_span whether that was a date: a bare day or
    month is taken for one more readily when it goes on from a date.
    """
    before = words[start - 1 : start]
    if before == "(" and start - 2 >= previous_end and words[start - 2] in "今昨明前本":
        found = _IN_BRACKETS.match(words, start - 1)
        if found:
            return Day(start - 2, found.end(), None, None, int(found["day"]))
    if before == "第" or (before.isascii() and before.isalnum()):
        return None
    if before and before in "/.-_#" and not in_span:
        return None
    if words.startswith("民国", start - 2):
        start -= 2
    for pattern in _PATTERNS:
        found = pattern.match(words, start)
        if found:
            return None if words.startswith(_NO_MONTH, found.end()) else _day(found)
    found = (
        _SPAN_OF_MONTHS.match(words, start)
        or _day_alone(words, start, in_span)
        or _day_with_slash(words, start, in_span)
    )
    return _day(found) if found else None


def _day_alone(words: str, start: int, in_span: bool) -> re.Match | None:
    """12日, also 五日 in a span of days, but not 14日 as a stretch of time."""
    found = _DAY_ALONE.match(words, start)
    if not found or not (in_span or words[start].isdigit() or len(found["day"]) > 1):
        return None
    return None if _LENGTH_BEFORE.search(words, max(0, start - 3), start) else found


def _day_with_slash(words: str, start: int, in_span: bool) -> re.Match | None:
    """6/3, where the words beside it show that it is no fraction."""
    found = _SLASH.match(words, start)
    if not found:
        return None
    before, after = words[start - 1 : start], words[found.end() : found.end() + 1]
    shown = in_span or (before and before in "(至到从自于在截") or (after and after in "-)")
    return found if shown else None


def _day(found: re.Match) -> Day:
    printed = found.groupdict()
    month, day = (_number(printed.get(part)) for part in ("month", "day"))
    return Day(*found.span(), _year(printed), month, day)


def _year(printed: Mapping[str, str | None]) -> int | None:
    """The year in full: of two digits it is of this or the last century, 民国 counts from 1912."""
    year, short = printed.get("year"), printed.get("short")
    if short:
        return int(short) + (2000 if int(short) < _LAST_CENTURY else 1900)
    if year and year.startswith("民国"):
        number = year.removeprefix("民国").strip()
        return 1911 + (1 if number == "元" else int(value_of(number)))
    return _number(year)


def _number(printed: str | None) -> int | None:
    return None if printed is None else int(value_of(printed))


def no_day_of_ours(words: str, start: int) -> tuple[int, int] | None:
    """Place of a lunar day, a school year or a year of a reign that starts here, or None."""
    found = None
    if _REIGN_BEFORE.search(words, max(0, start - _REACH), start):
        found = _OF_REIGN.match(words, start)
    elif _LUNAR_BEFORE.search(words, max(0, start - _REACH), start):
        found = _OF_LUNAR.match(words, start)
    elif words[start].isdigit():
        found = _SCHOOL_YEAR.match(words, start)
    else:
        month = start - 1 if start and words[start - 1] in "正冬腊闰" else start
        found = _LUNAR.match(words, month)
    return found.span() if found else None


class Calendar:
    """Completes dates from the day of publication and from dates printed before.

    A date without a year is in the year of publication, half a year or more after it in the year
    before: a bulletin tells of the past, and announces what is near. Without publication, it is in
    the year printed last before it. A day alone is in the month of the day before it, or in one
    named since and later. What stays unknown is left out as in ISO 8601: --02-12 without a year.
    """

    def __init__(self, published: str | None):
        parts = [int(part) for part in (published or "").split("-") if part]
        self._year, self._month = (*parts, None, None)[:2]
        self._last_year: int | None = None
        self._last: tuple[int | None, int | None] = (None, None)  # year and month of a day

    def complete(self, day: Day) -> str:
        """ISO date, month or year of a printed date."""
        if day.month is None and day.day is None:
            self._last_year = day.year
            return str(day.year)
        last_year, last_month = self._last
        month = day.month or last_month or self._month
        same = day.month is None and last_month is not None
        year = day.year or (last_year if same else self._year_of(month))
        self._last_year = day.year or self._last_year
        if day.day is not None or (year or 0, month) > (last_year or 0, last_month or 0):
            self._last = (year, month)  # 今年6月 looks back
        if month is None:
            return str(year) if year else f"---{day.day:02}"
        known = f"{year:04}-{month:02}" if year else f"--{month:02}"
        return known if day.day is None else f"{known}-{day.day:02}"

    def _year_of(self, month: int | None) -> int | None:
        if self._year is None:
            return self._last_year
        if not month or not self._month:
            return self._year
        if month - self._month >= _HALF_A_YEAR:
            before = self._last_year and self._last_year < self._year
            return self._last_year if before else self._year - 1
        return self._year


def is_real(day: Day) -> bool:
    """Whether the month has that day (in a leap year, where no year is printed)."""
    if day.day is None or day.month is None:
        return True
    try:
        datetime.date(day.year or 2020, day.month, day.day)
    except ValueError:
        return False
    return True

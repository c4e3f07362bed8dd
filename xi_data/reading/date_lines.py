"""The line of a text, or the part of a file's name, that says when it was published."""

import datetime
import re
from typing import NamedTuple

from xi_data.reading.extract import extract

_LINES = 6
"""Lines at either end of a text that may say when it was published."""

_LONGEST = 80

_CUE = re.compile("发布|發佈|發布|刊登|印发|印發|更新|日期|时间|時間|来源|來源|报道|報道|电$|電$")
_CLOCK = re.compile(r"[0-9０-９]{1,2}[:：][0-9０-９]{2}(?:[:：][0-9０-９]{2})?")
_NAME = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})[-_.年]?(?P<month>0[1-9]|1[0-2])"
    r"(?:[-_.月]?(?P<day>0[1-9]|[12][0-9]|3[01])日?)?(?![0-9])"
)
_YEAR = re.compile("[0-9０-９〇零○一二三四五六七八九]{4}")


class DateLine(NamedTuple):
    """A whole date with the number of its line, from 1, and what that line says."""

    date: datetime.date
    line: int
    words: str


def date_line(text: str) -> DateLine | None:
    """The line among the first or last that states a date of publication: 发布时间：2021-03-04.

    A line that is nothing but a date counts as one, as below a letter.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    lines = [(number, line) for number, line in lines if line]
    for number, line in (*lines[:_LINES], *reversed(lines[_LINES:][-_LINES:])):
        day = _stated(line) if len(line) <= _LONGEST else None
        if day:
            return DateLine(day, number, line)
    return None


def date_in_name(stem: str) -> str | None:
    """The date in a file's name, YYYY-MM or YYYY-MM-DD: 2021-03-04-notice, 通报20210304."""
    found = _NAME.search(stem)
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        datetime.date(*map(int, (*parts, 1)[:3]))
    except ValueError:
        return None
    return "-".join(parts)


def prints_year(mention: str) -> bool:
    """Whether a date prints its year in full."""
    return _YEAR.search(mention) is not None


def _stated(line: str) -> datetime.date | None:
    for one in extract(line):
        if one.date is None:
            continue
        around = _CLOCK.sub("", line[: one.start] + line[one.end :])
        alone = not any(character.isalnum() for character in around)
        return one.date if alone or _CUE.search(line[: one.start].rstrip(" :：")) else None
    return None

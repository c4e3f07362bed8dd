"""What a text says of itself: its headline, who publishes it, and the place that it is about."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_LINES = 6
"""Lines at either end of a text that may name its publisher."""

_READ = 20_000
"""Code points of a text in which its place is looked for."""

_LONGEST_HEADLINE = 40
_LONGEST_LINE = 80

_NAME = r"[^\s:：，,。;；|()（）【】\[\]]{2,24}"
_PUBLISHER = re.compile(
    rf"(?:来源|來源|发布单位|發布單位|发布机构|發布機構|供稿|发布|發布)[:：]\s*(?P<named>{_NAME})"
    rf"|本(?P<own>报|報|台|臺|网|網)(?:讯|訊)"
    rf"|[【(（]?(?P<agency>{_NAME}?(?:报|報|网|網|社|电视台|電視臺))(?:讯|訊)"
)
_OFFICE = re.compile(
    r"^[\u3400-\u9fff]{2,24}(?:政府|指挥部|指揮部|办公室|辦公室|委员会|委員會|局|委|办|辦|报社|報社)$"
)
_GLOSS = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)")
_OUTSIDE = (
    "在到对對为為与與和及的是了我该該本全各由从從自向于於至往经經省内內据據今昨区區县縣市按照"
)
"""Characters that no name of a place has: where one stands, the name begins behind it."""

_LETTER = rf"(?:(?![{_OUTSIDE}])[\u3400-\u9fff])"
_PLACE = re.compile(
    rf"(?:{_LETTER}{{2,3}}(?:省|自治区|自治區))?(?:{_LETTER}{{1,4}}?[市州盟])?"
    rf"(?P<name>{_LETTER}{{1,3}}?)(?:[县縣区區旗市镇鎮乡鄉](?![域级級委直城区區场場长長民]))"
)
_NO_NAME = re.compile(
    ".*[一二三四五六七八九十百千两兩几數数某辖轄管控灾災校园園疫检檢衣油诊診库庫厂廠景宅乡鄉镇鎮作地社务務业業盘盤]"
    "|[社小城山地灾整业]"
)
"""What stands before a rank and is no name: 疫区, 校区, 社区."""


class Said(NamedTuple):
    """Words of a text, and the number of their line, from 1."""

    words: str
    line: int


def headline(text: str) -> Said | None:
    """The first line that holds words, where it is short enough for a headline."""
    number, line = next(_lines(text), (0, ""))
    return Said(line, number) if line and len(line) <= _LONGEST_HEADLINE else None


def publisher(text: str) -> Said | None:
    """Who publishes a text, by a line at either end of it: 来源：林河日报, or an office alone."""
    lines = list(_lines(text))
    for number, line in (*lines[:_LINES], *reversed(lines[_LINES:][-_LINES:])):
        line = _GLOSS.sub("", line)[:_LONGEST_LINE]
        found = _PUBLISHER.search(line)
        named = found and (found["named"] or found["agency"])
        if named:
            return Said(named, number)
    return next(
        (Said(line, number) for number, line in lines[1:][-_LINES:] if _OFFICE.match(line)), None
    )


def place(text: str) -> Said | None:
    """The place that a text names most often with its rank: 林河县, 山北省云州市林河县."""
    lines: dict[str, int] = {}
    times: Counter[str] = Counter()
    for number, line in _lines(text[:_READ]):
        for found in _PLACE.finditer(_GLOSS.sub("", line)):
            if not _NO_NAME.fullmatch(found["name"]):
                lines.setdefault(found.group(), number)
                times[found.group()] += 1
    for words, _ in times.most_common(1):  # of those named alike often, the first
        return Said(words, lines[words])
    return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold words, without blanks at either end, with their numbers."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.strip()

"""一 as an article: one thing that is named and not counted, as in 每一个, 这一天, 一位过路人."""

from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.rules import cues

_COUNTED_BEFORE = Pattern(lambda: rf"{cues('counts_before')}(?:了|有|出)?\ *$")
_NO_COUNT_BEFORE = Pattern(lambda: rf"{cues('no_count_before')}\ *$")
_LOOSE_TIME_BEFORE = Pattern(lambda: rf"{cues('loose_time_before')}\ *$")
_OF_LONG_TIME_BEFORE = ("每", "有", "第", "同", "某", "这", "那")
_NAMELESS_BEHIND = Pattern(lambda: rf"[^,。;]{{0,4}}{cues('nameless')}")
# 毛巾一条、水杯一个: an item of a list, with its number behind it.
_ITEM_BEHIND = Pattern(r"\ *(?:[、,;。)\n]|和[㐀-鿿]{1,8}[0-9一二两三四五六七八九十])")
_REACH = 5
"""Characters before 一 that are looked at."""

_ALWAYS_COUNTED = ("money", "mass", "share", "length", "area", "frequency", "volume", "age")
_SHORT_TIMES = ("day", "second", "minute")


def article_reason(words: str, found: Quantity, dimension: str) -> str | None:
    """Why an exact 一 with its measure word counts nothing, or None where it counts."""
    if dimension in _ALWAYS_COUNTED:
        return None
    reach = (max(0, found.start - _REACH), found.start)
    if dimension == "duration":
        return "indefinite" if _is_loose_time(words, found, reach) else None
    if _NO_COUNT_BEFORE.search(words, *reach):
        return "article"
    if _COUNTED_BEFORE.search(words, *reach) or found.unit == "case":
        return None
    if found.unit == "person" and _NAMELESS_BEHIND.match(words, found.end):
        return None  # whoever gives no name is told by the number alone
    return None if _is_item(words, found, dimension) else "article"


def _is_loose_time(words: str, found: Quantity, reach: tuple[int, int]) -> bool:
    """Whether 一天 and its like are some time: 有一天, 这一年, and not 隔离一周."""
    if found.unit not in _SHORT_TIMES:
        return words.endswith(_OF_LONG_TIME_BEFORE, *reach)
    if _COUNTED_BEFORE.search(words, *reach):
        return False
    return found.unit == "day" or _LOOSE_TIME_BEFORE.search(words, *reach) is not None


def _is_item(words: str, found: Quantity, dimension: str) -> bool:
    alone = dimension in ("article", "pack") or found.unit_printed == "个"
    before = words[found.start - 1 : found.start]
    return alone and "㐀" <= before <= "鿿" and _ITEM_BEHIND.match(words, found.end) is not None

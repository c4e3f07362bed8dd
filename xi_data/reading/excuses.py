"""Numerals that count nothing: set phrases, names, ordinals, list numbers, codes, words."""

from xi_data.reading import rules
from xi_data.reading.articles import article_reason
from xi_data.reading.bare_numbers import bare_reason
from xi_data.reading.codes import code_at, is_code
from xi_data.reading.neighbours import end_of_listed_names, is_listed_pair
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.rules import cues
from xi_data.reading.surroundings import Surroundings

Refused = tuple[int, int, str]
"""Half-open place in the reading copy, and the reason of excuse_reasons.csv."""

_LIST = Pattern(
    r"[0-9一二三四五六七八九十]{1,3}(?:[、.．](?![0-9])|\)|(?=是(?!否|不是)|要[^求]|则))"
)
_LIST_BEGINS = "\n。;:!?“”("
_SPACES = 8
"""Spaces at most between the end of a sentence and the number of a paragraph."""

_ALSO = "、和及至到-"
_ORDINAL_BEFORE = Pattern(rf"第[0-9一二三四五六七八九十]{{1,3}}[{_ALSO}]$")  # 第3、4季度
_RANK = Pattern(r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:名|位|强|批|期|届|场)")  # 前三名
_GENERATION = Pattern(  # 90后, but not 12后续
    r"[0-9一二三四五六七八九〇零]0?后(?![续期来天])|[0-9]{2}后(?![续期来天])"
)
_NO_NUMERAL = r"[^\s,。;、0-9“”零〇一二两三四五六七八九十百千万亿多余几半点成折]{1,2}"
_PARALLEL = Pattern(rf"一(?!次){_NO_NUMERAL}[一二两三](?![次半成]){_NO_NUMERAL}")  # 一村一策
_SLOGAN = Pattern(  # 四早五不准
    rf"([一二两三四五六七八九十])(?!分之){_NO_NUMERAL}([一二两三四五六七八九十]){_NO_NUMERAL}"
)
_AND_A_HALF = ("个半", "年半", "天半")
_LARGE = Pattern(r"[两三四五六七八九十]大(?!街|道|桶|箱|袋|包|批|类|型|小)")  # 三大战役

_NAMED_BODY = Pattern(lambda: cues("named_body"))
_EVENT = Pattern(lambda: rf"\ *[^\s,。;、]{{0,8}}{cues('event')}")
_LOOSE_TIME_BEFORE = Pattern(lambda: rf"{cues('loose_time_before')}\ *$")
_CLASS_BEFORE = "高初一二三四五六级至到"
_CLASS_AFTER = ("至", "到", "-")
_CHINESE_ONLY = Pattern(r"[零〇一二两三四五六七八九十百千]+")
_SCALES = "百千万亿兆"
_SCALE_ALONE = Pattern(f"[{_SCALES}]+")
_SLOGAN_AFTER = Pattern(lambda: cues("slogan_after"))
_AREAS = ("省", "市", "县", "镇", "乡", "村")
_AREAS_BEFORE = Pattern(lambda: rf"{cues('areas_before')}了?$")
_NUMBERED_BEFORE = "一二三四五六七八九处厂队"
"""Characters after which 处 and 队 end the name of a body: 一处, 一厂二队."""

_MEASURED_IN_QUOTATIONS = ("duration", "share", "money", "mass", "area")
"""Dimensions that are stated in short quotations, too; other numbers in them belong to names."""


def phrase_at(words: str, start: int, floor: int) -> Refused | None:
    """The longest phrase of data/rules/phrases.csv that holds the numeral at a place."""
    known = rules.phrases()
    phrases = (
        *known.get(words[start : start + 2], ()),
        *known.get(words[max(0, start - 1) : start + 1], ()),
    )
    best = None
    for phrase in phrases:
        begin = start - phrase.numeral
        end = begin + len(phrase.words)
        if (
            begin >= floor
            and (best is None or end - begin > best[1] - best[0])
            and words.startswith(phrase.words, begin)
            and not words.startswith(phrase.unless_before, end)
        ):
            best = (begin, end, phrase.reason)
    return best


def before_measuring(words: str, start: int) -> Refused | None:
    """What shows before any measure word is looked at that a numeral counts nothing.

    The place ends where it begins, at the numeral, where the words before show it.
    """
    ordinal = _ordinal_before(words, start)
    if ordinal:
        return *ordinal, "ordinal"
    code = code_at(words, start)
    if code:
        return *code, "code"
    found = _GENERATION.match(words, start)
    if found:
        return start, found.end(), "name"
    end = _end_of_list_number(words, start)
    if end:
        return start, end, "list_number"
    end = end_of_listed_names(words, start)
    if end:
        return start, end, "ordinal"
    if words[start].isdigit():
        return None  # of the rest, all begin in Chinese
    found = _SLOGAN.match(words, start)
    if found and not any(rules.measure_at(words, found.end(digit)) for digit in (1, 2)):
        return start, found.end(), "slogan"
    found = _PARALLEL.match(words, start)
    if found and not (words.startswith(_AND_A_HALF, start + 1) or _has_parts(words, start)):
        return start, found.end(), "set_phrase"
    found = _LARGE.match(words, start)
    return (start, found.end(), "name") if found else None


def _ordinal_before(words: str, start: int) -> tuple[int, int] | None:
    """Place of what shows before a numeral that it is an ordinal: 第3, 第3、4季度, 前三名."""
    before = words[start - 1 : start]
    if before == "第":
        return start - 1, start
    also = before and before in _ALSO and _ORDINAL_BEFORE.search(words, max(0, start - 6), start)
    return (start, start) if also or (before == "前" and _RANK.match(words, start)) else None


def _has_parts(words: str, start: int) -> bool:
    """Whether 一 begins a value in two units, as 一斤二两 does, and 一分一秒 does not."""
    measure = rules.measure_at(words, start + 1)
    known = rules.parts(measure.word) if measure else None
    second = start + 1 + len(measure.word) if measure else start
    return bool(known and words[second] != "一" and known.beginning(words, second + 1))


def of_quantity(words: str, found: Quantity, around: Surroundings) -> str | None:
    """Why a quantity that has been read counts nothing after all, or None where it counts."""
    start, end = found.numeral
    dimension = rules.dimensions()[found.unit]
    if around.in_title(start):
        return "title"
    if is_code(words, found):
        return "code"
    if around.in_quotation(start) and dimension not in _MEASURED_IN_QUOTATIONS:
        return "name"
    if found.bare:
        return bare_reason(words, found)
    if (
        words[start] in _SCALES
        and _SCALE_ALONE.fullmatch(words, start, end)
        and _heads_a_unit(words, found)
    ):
        return "word"
    if found.unit_printed == "班" and _is_class(words, found):
        return "code"
    if found.qualifier != "exact" or found.part:
        return None
    if not words[start].isdigit() and (
        _NAMED_BODY.match(words, end) or _is_named_area(words, found)
    ):
        return "name"
    if _CHINESE_ONLY.fullmatch(words, start, end):
        return _of_chinese(words, found, dimension)
    return None


def _end_of_list_number(words: str, start: int) -> int | None:
    """Where the number of a paragraph or of an item of a list ends, with its mark."""
    if is_listed_pair(words, start):
        return None  # 三、四千人
    before = words[max(0, start - _SPACES - 1) : start].rstrip(" ")[-1:]
    if not start or (before and before in _LIST_BEGINS):
        found = _LIST.match(words, start)
        return max(found.end(), start + 1) if found else None
    if before == "," == words[start - 1]:
        found = _LIST.match(words, start)
        return found.end() if found and found.end() == start + 1 else None  # ,二是
    return None


def _heads_a_unit(words: str, found: Quantity) -> bool:
    """Whether 万 alone belongs to a unit, as in 单位:万元, 产量(万吨), 万元产值."""
    if found.qualifier != "exact" and not found.doubtful:
        return False
    start, end = found.numeral
    return (
        words[start] in "万亿兆" or end - start == 1 or words[start - 1 : start] in (":", "(", "/")
    )


def _is_named_area(words: str, found: Quantity) -> bool:
    """Whether 三省 and its like name and do not count: not in 下辖三镇四乡."""
    start, end = found.numeral
    if end - start > 1 or found.unit_printed not in _AREAS:
        return False
    return not (
        words[start - 1 : start] in _AREAS or _AREAS_BEFORE.search(words, max(0, start - 4), start)
    )


def _is_class(words: str, found: Quantity) -> bool:
    """Whether 班 is a class of a school, by its number: 高三1班至4班."""
    before = words[found.start - 1 : found.start]
    return bool(before and before in _CLASS_BEFORE) or words.startswith(_CLASS_AFTER, found.end)


def _of_chinese(words: str, found: Quantity, dimension: str) -> str | None:
    """Why an exact numeral in Chinese with a measure word counts nothing, or None."""
    start, end = found.numeral
    numeral = words[start:end]
    if numeral in ("百", "千"):
        return "word"
    if found.unit_printed == "个" and _SLOGAN_AFTER.match(words, found.end):
        return "slogan"
    if found.unit_printed == "场" and not _EVENT.match(words, found.end):
        return "name"
    if found.unit_printed in ("处", "队") and start and words[start - 1] in _NUMBERED_BEFORE:
        return "name"
    if numeral == "一" and found.value == 1:
        return article_reason(words, found, dimension)
    if (
        dimension == "duration"
        and numeral == "两"
        and _LOOSE_TIME_BEFORE.search(words, max(0, start - 3), start)
    ):
        return "indefinite"
    return None

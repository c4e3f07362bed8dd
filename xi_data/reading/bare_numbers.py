"""Numbers without a measure word: which of them count something, and why the others do not."""

from xi_data.reading.numerals import numeral_at
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.rules import cues
from xi_data.record.qualifiers import open_sides

_NOUN_BEFORE = Pattern(
    lambda: (
        rf"{cues('counted_before')}(?:共|共计|总计|合计|累计|已|均|分别)*"
        r"(?:为|是|达|达到|已达|约|有|:|超)*\ *$"
    )
)
_REACH = 14
"""Characters before a number in which 点击量达到 and its like are looked for."""

_ENDS = ",。;、)!\n "
_THOUSANDS = Pattern("[一二两三四五六七八九]千[一二两三四五六七八九]百.*")
_CHINESE = Pattern("[一二三四五六七八九两十百千万亿零〇]+")
_PEOPLE_BEFORE = Pattern(lambda: rf"{cues('counted_people')}$")
_PEOPLE_BEHIND = Pattern(lambda: cues("counted_people"))
_GRADE = Pattern(lambda: cues("grade"))
_PLACE_NUMBER = Pattern(lambda: cues("place_number"))
_NAMED_BODY = Pattern(lambda: cues("named_body"))


def bare_reason(words: str, found: Quantity) -> str | None:
    """Why a number without a measure word counts nothing, or None where it counts."""
    return None if _counts(words, found) else _reason(words, *found.numeral)


def _counts(words: str, found: Quantity) -> bool:
    if found.part or found.start < found.numeral[0] or _is_bound(found.qualifier):
        return True
    if _touches(words, found) or _are_people(words, found):
        return True
    numeral, after = words[slice(*found.numeral)], words[found.end : found.end + 1]
    if after.isascii() and after.isalnum():
        return False
    if any(scale in numeral[1:] for scale in "万亿") or "," in numeral:
        return True
    if _THOUSANDS.fullmatch(numeral) and (not after or after in _ENDS):
        return True  # 罚款五千八百
    if not numeral[0].isdigit() or (after and after not in _ENDS):
        return False
    return _NOUN_BEFORE.search(words, max(0, found.start - _REACH), found.start) is not None


def _touches(words: str, found: Quantity) -> bool:
    """Whether another numeral follows at once, so that both count: 三百九十九三盒."""
    start, end = found.numeral
    return (
        end - start > 1
        and _CHINESE.fullmatch(words, start, end) is not None
        and numeral_at(words, end) is not None
    )


def _are_people(words: str, found: Quantity) -> bool:
    """男3女2: a number straight behind the word for those whom it counts."""
    start, end = found.numeral
    return _PEOPLE_BEFORE.search(words, max(0, start - 2), start) is not None and (
        words[end : end + 1] in _ENDS + "共合总计" or _PEOPLE_BEHIND.match(words, end) is not None
    )


def _is_bound(qualifier: str) -> bool:
    """Whether a qualifier leaves one side open and bounds the other; "" is of a vague count."""
    below, above = open_sides().get(qualifier, (False, False))
    return below != above


def _reason(words: str, start: int, end: int) -> str:
    before, after = words[start - 1 : start], words[end : end + 1]
    if before == "-" or any(one.isascii() and one.isalpha() for one in (before, after)):
        return "code"
    if _GRADE.match(words, end):
        return "ordinal"
    if _PLACE_NUMBER.match(words, end):
        return "code"
    if _NAMED_BODY.match(words, end):
        return "name"
    return "bare" if words[start].isdigit() else "word"

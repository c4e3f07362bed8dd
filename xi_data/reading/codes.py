"""Digits that name and do not count: telephones, roads, documents, rooms, proportions, versions."""

from xi_data.reading.numeral_sum import IMMENSE
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.rules import cues

_CODE = Pattern(
    lambda: (
        # Telephones, and whatever else has three parts with - between them.
        r"(?:0[0-9]{2,3}|400|800)-[0-9]{3,8}(?:-[0-9]{3,4})?|1[3-9][0-9]{9}(?![0-9])"
        r"|[0-9]+(?:-[0-9]+){2,}"
        rf"|[0-9]{{3,6}}(?=\ *{cues('telephone_after')})"
        r"|[0-9]{2,3}(?:国道|省道|县道)"
        r"|[0-9]+(?:/[0-9]+){1,3}(?=\ *次)"  # of G1244/1次
        r"|[0-9]+(?:(?::[0-9]+)+|(?:\+[0-9]+)+|(?:\.[0-9]+){2,})"  # 1:50, 5+2, 1.2.3
    )
)
_CODE_BEFORE = Pattern(lambda: rf"{cues('code_before')}(?:号|号码)?(?:为|是|:)?\ *$")
_YEAR_OF_A_DOCUMENT = Pattern(r"[〔\[【(]\ *(?:19|20)[0-9]{2}\ *[〕\]】)]")
_LETTERS_BEFORE = Pattern(r"[A-Za-z][A-Za-z0-9]*[-‐]?$")
_REACH = 12
"""Characters before digits in which the letters of a code and the like are looked for."""

COUNTABLE = 2**53
"""From here on a double does not hold every whole number; nothing that is counted comes near."""


def code_at(words: str, start: int) -> tuple[int, int] | None:
    """Half-open place of a code whose digits start at a place, empty where words before show it."""
    if not words[start].isdigit():
        return None
    found = _CODE.match(words, start)
    if found:
        return start, found.end()
    found = _YEAR_OF_A_DOCUMENT.match(words, start - 1) if start else None
    if found:
        return found.span()
    return (start, start) if _CODE_BEFORE.search(words, max(0, start - _REACH), start) else None


def is_code(words: str, found: Quantity) -> bool:
    """Whether letters before its digits make a quantity a code: G209次, and not KTV4家."""
    if _is_immense(found):
        return True
    start = found.numeral[0]
    if not words[start].isdigit():
        return False
    letters = _LETTERS_BEFORE.search(words, max(0, start - _REACH), start)
    if not letters:
        return False
    name = letters.group()
    abbreviation = len(name) > 1 and name.isalpha() and name.isupper()
    return not abbreviation or found.unit_printed == "次"


def _is_immense(found: Quantity) -> bool:
    return abs(found.value or 0) >= COUNTABLE or abs(found.high or 0) >= COUNTABLE


assert COUNTABLE < IMMENSE

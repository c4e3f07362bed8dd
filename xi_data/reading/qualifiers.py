"""The words before, inside and after a number that bound it: 近, 不少于, 余, 以上, 左右."""

from functools import cache

from xi_data.reading import rules
from xi_data.reading.numerals import Numeral
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import EXTENDED
from xi_data.reading.rules import Hedge
from xi_data.reading.word_table import WordTable

_INCLUDED = Pattern(r"\(含(?:本数)?\)")
_SPACED = 8
"""Characters of a qualifier with spaces between its characters."""


def before(words: str, start: int, floor: int) -> tuple[int, str]:
    """Where the qualifier before a number begins, and what it says; start and "" for none.

    Nothing before floor belongs to the number.
    """
    edge = start - 1 if start > floor and words[start - 1] == " " else start
    known = rules.qualifiers("before")
    found = known.ending(words, edge, floor)
    if found is None and " " in words[max(floor, edge - _SPACED) : edge]:
        found = _spaced_ending(known, words, edge, floor)
    if found is None:
        return start, ""
    begin, hedge = found
    if (begin and words[begin - 1] in hedge.not_after) or not _fits(hedge, words, start):
        return start, ""
    return begin, hedge.qualifier


def inside(words: str, numeral: Numeral) -> tuple[int, str]:
    """Where a number ends with the qualifier between numeral and measure word, and what it says."""
    if words[numeral.end : numeral.end + 1] not in _beginnings("inside"):
        return numeral.end, ""  # mostly
    hedge, stop = _following(words, numeral.end, "inside")
    if hedge is None:
        included = _INCLUDED.match(words, numeral.end)  # 30(含)人以下
        if included and rules.measure_at(words, included.end()):
            return included.end(), ""
        return numeral.end, ""
    if hedge.qualifier == "about" and rules.measure_at(words, stop) is None:
        return numeral.end, ""  # 来 in 十来斤, and not the verb
    return stop, hedge.qualifier


def after(words: str, end: int, dimension: str) -> tuple[int, str]:
    """Where a quantity ends with the qualifier behind it, and what that says."""
    if words[end : end + 1] not in _beginnings("after", "after_measure", "after_time"):
        return end, ""  # mostly
    places = ["after"]
    if dimension in EXTENDED:
        places.append("after_measure")
    if dimension in ("duration", "length"):
        places.append("after_time")
    for stands in places:
        hedge, stop = _following(words, end, stands)
        if hedge:
            return stop, hedge.qualifier
    return end, ""


@cache
def _beginnings(*places: str) -> frozenset[str]:
    """Characters that qualifiers of these places begin with, also a space or (含) before them."""
    known = map(rules.qualifiers, places)
    return frozenset(" (").union(word[0] for words in known for word in words)


def strongest(*said: str) -> str:
    """The qualifier that says most: a bound before 约 and 左右, and those before none."""
    bound = next((one for one in said if one not in ("", "about")), "")
    return bound or ("about" if "about" in said else "")


def _spaced_ending(
    known: WordTable[Hedge], words: str, edge: int, floor: int
) -> tuple[int, Hedge] | None:
    """The qualifier whose characters stand apart: 不 到."""
    begin = max(floor, edge - _SPACED)
    printed = words[begin:edge]
    places = [begin + place for place, one in enumerate(printed) if one != " "]
    plain = printed.replace(" ", "")
    found = known.ending(plain, len(plain), 0)
    if found is None or len(plain) - found[0] < 2:
        return None
    return places[found[0]], found[1]


def _spaced_following(known: WordTable[Hedge], words: str, place: int) -> list[tuple[int, Hedge]]:
    """Qualifiers whose characters stand apart: 以 上."""
    printed = words[place : place + _SPACED]
    places = [place + at for at, one in enumerate(printed) if one != " "]
    found = known.beginning(printed.replace(" ", ""), 0)
    return [(places[end - 1] + 1, hedge) for end, hedge in found if end > 1]


def _following(words: str, end: int, stands: str) -> tuple[Hedge | None, int]:
    place = end + 1 if words.startswith(" ", end) else end
    known = rules.qualifiers(stands)
    found = known.beginning(words, place)
    if not found and words.startswith(" ", place + 1):
        found = _spaced_following(known, words, place)
    for stop, hedge in found:
        return (hedge, stop) if _fits(hedge, words, stop) else (None, end)
    return None, end


def _fits(hedge: Hedge, words: str, follows: int) -> bool:
    return not words.startswith(hedge.unless_before, follows) and (
        not hedge.only_before or words.startswith(hedge.only_before, follows)
    )

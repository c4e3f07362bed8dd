"""The words before, inside and after a number that bound it: 近, 不少于, 余, 以上, 左右."""

from xi_data.reading import rules
from xi_data.reading.numerals import Numeral
from xi_data.reading.quantity import EXTENDED
from xi_data.reading.rules import Hedge


def before(words: str, start: int, floor: int) -> tuple[int, str]:
    """Where the qualifier before a number begins, and what it says; start and "" for none.

    Nothing before floor belongs to the number.
    """
    edge = start - 1 if start > floor and words[start - 1] == " " else start
    found = rules.qualifiers("before").ending(words, edge, floor)
    if found is None:
        return start, ""
    begin, hedge = found
    if (begin and words[begin - 1] in hedge.not_after) or not _fits(hedge, words, start):
        return start, ""
    return begin, hedge.qualifier


def inside(words: str, numeral: Numeral) -> tuple[int, str]:
    """Where a number ends with the qualifier between numeral and measure word, and what it says."""
    hedge, stop = _following(words, numeral.end, "inside")
    if hedge is None:
        return numeral.end, ""
    if hedge.qualifier == "about" and rules.measure_at(words, stop) is None:
        return numeral.end, ""  # 来 in 十来斤, and not the verb
    return stop, hedge.qualifier


def after(words: str, end: int, dimension: str) -> tuple[int, str]:
    """Where a quantity ends with the qualifier behind it, and what that says."""
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


def strongest(*said: str) -> str:
    """The qualifier that says most: a bound before 约 and 左右, and those before none."""
    bound = next((one for one in said if one not in ("", "about")), "")
    return bound or ("about" if "about" in said else "")


def _following(words: str, end: int, stands: str) -> tuple[Hedge | None, int]:
    place = end + 1 if words.startswith(" ", end) else end
    for stop, hedge in rules.qualifiers(stands).beginning(words, place):
        return (hedge, stop) if _fits(hedge, words, stop) else (None, end)
    return None, end


def _fits(hedge: Hedge, words: str, follows: int) -> bool:
    return not words.startswith(hedge.unless_before, follows) and (
        not hedge.only_before or words.startswith(hedge.only_before, follows)
    )

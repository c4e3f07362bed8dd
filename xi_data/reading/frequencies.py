"""How often: 一日两报告 and 三天一次 as one phrase, 每天 that makes 2次 so many a day."""

from xi_data.reading import rules
from xi_data.reading.numerals import START, Numeral, numeral_at
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity, quantity_of

_REACH = 16
"""Characters before 2次 in which 每天 is looked for, in the same clause and not far."""

_EACH = Pattern(lambda: rf"({'|'.join(rules.frequencies('each'))})[^,。;、!?:\n]{{0,8}}$")


def frequency_at(words: str, start: int, first: Numeral | None) -> Quantity | None:
    """一日两报告 as 2 per_day, 三天一次 as 3 day_per_time: the whole phrase is the mention.

    first: the numeral at start, None where none stands there.
    """
    if first is None or first.hedge:
        return None
    periods = rules.frequencies("period").beginning(words, first.end)
    if not periods:
        return None
    place, period = periods[0]
    second = numeral_at(words, place) if START.match(words, place) else None
    if second is None or second.hedge:
        return None
    acts = rules.frequencies("act").beginning(words, second.end)
    if not acts:
        return None
    end, _ = acts[0]
    if first.value == 1 and period.unit:
        counted, unit = second, period.unit
    elif second.value == 1:
        counted, unit = first, period.interval_unit
    else:
        return None
    found = quantity_of(counted, start, end, counted.value, "", unit, period.word)
    return found._replace(numeral=(start, counted.end))


def unit_of_times(words: str, begin: int) -> str | None:
    """Unit of so many 次 that begin at a place: time_per_day after 每天, and so on, else None."""
    found = _EACH.search(words, max(0, begin - _REACH), begin)
    return rules.frequencies("each")[found.group(1)].unit if found else None

"""The numerals of a reading copy, each a quantity, a date, or refused with its reason."""

from xi_data.reading import clocks, dates, excuses
from xi_data.reading.dates import Day
from xi_data.reading.excuses import Refused
from xi_data.reading.frequencies import frequency_at
from xi_data.reading.numerals import START, Numeral, numeral_at
from xi_data.reading.quantities import is_decimal_measured, quantities_at
from xi_data.reading.quantity import Quantity
from xi_data.reading.surroundings import Surroundings

_JOINED = 2
"""Characters at most between two days of a span or a list."""

_NO_NUMERAL_ALONE = "负-"
"""Characters that begin a numeral and are none: refusing them would tell nobody anything."""


class Tokens:
    """What stands in the words of a reading copy, from left to right, nothing in two places.

    found: quantities and dates; refused: what counts nothing.
    """

    def __init__(self, words: str):
        self.found: list[Quantity | Day] = []
        self.refused: list[Refused] = []
        self._words = words
        self._around = Surroundings(words)
        self._floor = 0  # where the token before ended
        position = 0
        while begin := START.search(words, position):
            position = self._take(begin.start())

    def _take(self, start: int) -> int:
        """Take what stands at a numeral; where to go on."""
        if self._words[start] == "-" and 0 < start == self._floor:
            return start + 1  # between the ends of a range
        end = self._address(start) or self._phrase(start)
        if not end:
            numeral = numeral_at(self._words, start)
            dated = dates.may_follow(self._words, numeral.end if numeral else start + 1)
            end = (
                (dated and self._other_day(start))
                or self._frequency(start, numeral)
                or (dated and self._date(start))
                or self._clock(start, numeral)
                or self._quantities(start, numeral)
            )
        if not end:
            return start + 1
        self._floor = end
        return end

    def _address(self, start: int) -> int | None:
        end = self._around.end_of_address(start)
        return self._refuse(start, end, "code") if end else None

    def _other_day(self, start: int) -> int | None:
        day = dates.no_day_of_ours(self._words, start)
        return self._refuse(*day, "code") if day else None

    def _phrase(self, start: int) -> int | None:
        phrase = excuses.phrase_at(self._words, start, self._floor)
        if phrase is None:
            return None
        numeral = numeral_at(self._words, start)
        if numeral and start < phrase[1] < numeral.end:
            return None  # 不下一千, 每一百, and 一点八万亩
        return self._refuse(*phrase)

    def _frequency(self, start: int, numeral: Numeral | None) -> int | None:
        frequency = frequency_at(self._words, start, numeral)
        if frequency is None:
            return None
        if self._around.in_title(start):
            return self._refuse(start, frequency.end, "title")
        self.found.append(frequency)
        return frequency.end

    def _date(self, start: int) -> int | None:
        before = self.found[-1] if self.found else None
        in_span = isinstance(before, Day) and start - before.end <= _JOINED
        day = dates.date_at(self._words, start, self._floor, in_span)
        if day is None:
            return None
        if not dates.is_real(day):
            printed = "月" in self._words[day.start : day.end]
            return self._refuse(day.start, day.end, "bare") if printed else None
        if self._around.in_title(start):
            return self._refuse(day.start, day.end, "title")
        self.found.append(day)
        return day.end

    def _clock(self, start: int, numeral: Numeral | None) -> int | None:
        ordinal = self._words[start - 1 : start] == "第"
        end = None if ordinal else clocks.clock_at(self._words, start)
        if end is None or is_decimal_measured(self._words, start, numeral):
            return None
        return self._refuse(start, end, "clock_time")

    def _quantities(self, start: int, numeral: Numeral | None) -> int | None:
        words = self._words
        excuse = excuses.before_measuring(words, start)
        if excuse is None:
            found = quantities_at(words, start, self._floor, numeral)
            if found:
                return self._judge(found)
            if words[start] in _NO_NUMERAL_ALONE:
                return None
            return self._refuse(start, numeral.end if numeral else start + 1, "word")
        begin, end, reason = excuse
        if (
            end <= start
        ):  # the words before show it: what the numeral measures counts nothing either
            measured = quantities_at(words, start, start, numeral)
            end = measured[-1].end if measured else start + 1
        return self._refuse(begin, end, reason)

    def _judge(self, found: list[Quantity]) -> int:
        reasons = [excuses.of_quantity(self._words, one, self._around) for one in found]
        refused = reasons[0] or reasons[-1]  # with one end of a range goes the other
        for quantity in found:
            if refused:
                self._refuse(quantity.numeral[0], quantity.end, refused)
            else:
                self.found.append(quantity)
        return found[-1].end

    def _refuse(self, start: int, end: int, reason: str) -> int:
        self.refused.append((max(start, self._floor), end, reason))
        return end

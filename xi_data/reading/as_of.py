"""The date that a figure is as of: stated by 截至, that of an event, or left open by 目前."""

import datetime
from bisect import bisect_left

from xi_data.reading.dates import Day
from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import cues

_AS_OF = Pattern(lambda: rf"{cues('as_of')}\ *$")
_SINCE = Pattern(lambda: rf"\ *{cues('since')}")
_UNDATED = Pattern(lambda: cues("undated"))
_REACH = 5
"""Characters before a date in which 截至 is looked for."""


class AsOf:
    """Dates that govern figures: 截至 up to the end of its paragraph, an event in its sentence.

    目前 and its like govern what follows in their sentence, with no date.
    """

    def __init__(self, words: str):
        self._words = words
        self._undated = [found.start() for found in _UNDATED.finditer(words)]
        self._line_end = -1  # of the last date that was stated
        self._stated: datetime.date | None = None
        self._event: tuple[datetime.date | None, int] = (None, -1)

    def date(self, day: Day, whole: datetime.date | None, sentence: int) -> str:
        """Take note of a printed date, in the order of the text; its category is the answer.

        status_date: figures refer to it; event_date: something happened then. whole: that day, None
        where some of it is unknown. sentence: where the sentence begins. What was counted since a
        day (以来) is as of no day that is stated.
        """
        if _SINCE.match(self._words, day.end):
            self._event = (None, sentence)
            return "event_date"
        if not _AS_OF.search(self._words, max(0, day.start - _REACH), day.start):
            self._event = (whole, sentence)
            return "event_date"
        self._stated = whole
        if self._line_end < day.end:
            end = self._words.find("\n", day.end)
            self._line_end = end if end >= 0 else len(self._words)
        return "status_date"

    def of(self, start: int, sentence: int) -> tuple[datetime.date | None, str | None]:
        """Date and basis for a figure at a place: stated, event, undated or None."""
        if start < self._line_end:
            return self._stated, "stated" if self._stated else None
        last = bisect_left(self._undated, start) - 1
        if last >= 0 and self._undated[last] >= sentence:
            return None, "undated"
        date, of_sentence = self._event
        return (date, "event") if date and of_sentence == sentence else (None, None)

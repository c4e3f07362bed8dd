"""The date that a figure is as of: stated by 截至, that of an event, or left open by 目前."""

from bisect import bisect_left

from xi_data.reading.dates import Day
from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import cues

_AS_OF = Pattern(lambda: rf"{cues('as_of')}\ *$")
_UNDATED = Pattern(lambda: cues("undated"))
_REACH = 5
"""Characters before a date in which 截至 is looked for."""

_WHOLE_DATE = len("2020-02-12")


class AsOf:
    """Dates that govern figures: 截至 up to the end of its paragraph, an event in its sentence.

    目前 and its like govern what follows in their sentence, with no date.
    """

    def __init__(self, words: str):
        self._words = words
        self._undated = [found.start() for found in _UNDATED.finditer(words)]
        self._line_end = -1  # of the last date that was stated
        self._stated = ""
        self._event = ("", -1)

    def date(self, day: Day, iso: str, sentence: int) -> str:
        """Take note of a printed date, in the order of the text; its category is the answer.

        status_date: figures refer to it; event_date: something happened then. sentence: where the
        sentence begins.
        """
        if not _AS_OF.search(self._words, max(0, day.start - _REACH), day.start):
            self._event = (iso, sentence)
            return "event_date"
        self._stated = iso
        if self._line_end < day.end:
            end = self._words.find("\n", day.end)
            self._line_end = end if end >= 0 else len(self._words)
        return "status_date"

    def of(self, start: int, sentence: int) -> tuple[str, str]:
        """Date and basis for a figure at a place: stated, event, undated or empty."""
        if start < self._line_end:
            return self._stated, "stated"
        last = bisect_left(self._undated, start) - 1
        if last >= 0 and self._undated[last] >= sentence:
            return "", "undated"
        date, of_sentence = self._event
        if of_sentence == sentence and len(date) == _WHOLE_DATE:
            return date, "event"
        return "", ""

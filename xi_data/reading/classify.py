"""What a quantity counts: the noun, the unit it gives, topic, category and status."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from xi_data.reading import rules
from xi_data.reading.evidence import IN_TITLE, NEAR, NOUN, TITLE, Found, Reason, Span, Verdict
from xi_data.reading.lexicon import Word, lexicon
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.rules import cues

REACH = 120
"""Characters before and behind a number that are looked at, however long its sentence is."""

HEAD, LEAD = 120, 600
"""Characters from the first on in which a text says that it tells of something else than an
epidemic, and in which a word for an epidemic says that it does so all the same.
"""

_LONGEST_NOUN = 18
_NOUN_ENDS = Pattern(lambda: rf"[^㐀-鿿A-Za-z“”\"]|{cues('noun_ends')}")
_SUMS_UP = Pattern(r"共|合计|总计|共计|一共")
"""What leads to the next figure and is no noun: 男5女3共8人."""

_NOUN_BEGINS_AFTER = ",;:。!?\n()"
_LEADING = Pattern(lambda: rf"{cues('leading')}+")
_SEGMENT_END = Pattern(r"[。;!?\n][。;!?\n]*")
_NOTICE = Pattern(lambda: rf"[^\n。!?;,]{{4,40}}{cues('notice')}\ *(?=\n)")
_GROWS_TO = Pattern(lambda: rf"了?{cues('grows_to')}了?")
_OTHER_EVENT = Pattern(lambda: cues("other_event"))
_EPIDEMIC = Pattern(lambda: cues("epidemic"))
_CLAUSE_END = Pattern(r"[:;。!?\n,](?:(?<!,)|(?![0-9])|(?<![0-9],))")
_JOINTS = ("", "(", " ")
_TOUCHING = 3
"""Figures at most that are taken to touch: a row of a thousand has no noun."""

_TRIMMED = ' 、“”"'


class Reading(NamedTuple):
    """What the words around a quantity make of it; empty where no rule speaks.

    reasons: the words that decided. unsure: columns that are guesses more than readings.
    """

    unit: str
    topic: str
    category: str
    status: str
    subject: str
    reasons: list[Reason]
    unsure: list[str]


class Context:
    """The words of all rules in one reading copy, found once, and what they say of each quantity.

    spans: half-open places of all figures and dates in the copy, in order. A segment is a sentence
    or the part of one up to a semicolon, and no more than REACH each side.
    """

    def __init__(self, words: str, printed: str, spans: list[Span]):
        self._words, self._printed, self._spans = words, printed, spans
        self._ends = [match.end() for match in _SEGMENT_END.finditer(words)]
        self._ends.append(len(words))
        self._titled = self._by_title()
        self._elsewhere = self._is_elsewhere()
        self._found = list(self._words_near(spans))
        self._starts = [start for start, _, _ in self._found]

    def read(self, index: int, quantity: Quantity, last: int | None = None) -> Reading:
        """What the words around the quantity at an index of spans say of it.

        last: the index of its last span, where it is a range of two.
        """
        last = index if last is None else last
        segment, clause, noun = self._place(index, last, quantity)
        starts, found = self._starts, self._found
        first, last_one = bisect_left(starts, segment[0]), bisect_left(starts, segment[1])
        near, far = bisect_left(starts, clause[0]), bisect_left(starts, clause[1])
        verdict = Verdict(quantity, self._titled, self._elsewhere)
        verdict.unit, place = self._unit(quantity, clause, noun, verdict)
        verdict.hear(found[near:far], noun, self._own(index, last))
        verdict.hear_far(found[first:near])
        verdict.hear_far(found[far:last_one])
        topic = verdict.topic(place)
        category = verdict.category(topic)
        status = verdict.status()
        subject = self._subject(*noun)
        said = (verdict.reasons, verdict.unsure)
        return Reading(verdict.unit, topic, category, status, subject, *said)

    def _words_near(self, spans: list[Span]) -> Iterator[Found]:
        """The words of all rules in the segments that hold a figure; no others are asked for."""
        known, expression = lexicon()
        begin = done = 0
        for span in spans:
            segment = bisect_left(self._ends, span[1])
            end = self._ends[segment]
            if end > done:
                begin = max(done, self._ends[segment - 1] if segment else 0)
                for match in expression.finditer(self._words, begin, end):
                    yield *match.span(), known[match.group()]
                done = end

    def _own(self, index: int, last: int) -> Span:
        """What lies between the figures before and behind; those that touch share it: 15间15床."""
        spans = self._spans
        farthest = max(0, index - _TOUCHING)
        while index > farthest and self._words[spans[index - 1][1] : spans[index][0]] in _JOINTS:
            index -= 1
        return (
            spans[index - 1][1] if index else 0,
            spans[last + 1][0] if last + 1 < len(spans) else len(self._words),
        )

    def _by_title(self) -> dict[str, tuple]:
        """What the verbs in the title of a notice say of all below it: gifts are listed.

        A headline may name one thing of many.
        """
        title = _NOTICE.match(self._words)
        topics: dict[str, tuple] = {}
        if title:
            known, expression = lexicon()
            for found in expression.finditer(self._words, 0, title.end()):
                for one in known[found.group()].topics:
                    if one.governs:
                        score = one.weight * IN_TITLE
                        topics[one.topic] = (score, score, *found.span(), TITLE)
        return topics

    def _is_elsewhere(self) -> bool:
        """Whether the head of the text tells of something else than an epidemic."""
        other = _OTHER_EVENT.search(self._words, 0, HEAD)
        return other is not None and _EPIDEMIC.search(self._words, 0, LEAD) is None

    def _unit(
        self, quantity: Quantity, clause: Span, noun: Span, verdict: Verdict
    ) -> tuple[str, Span]:
        """The unit of a quantity, and the place of the word that gives it."""
        senses = rules.senses().get(quantity.unit_printed) if quantity.nouns else None
        if senses:
            return self._sense(senses, quantity, clause, noun, verdict)
        measure = (quantity.numeral[1], quantity.end)
        place = measure if measure[0] < measure[1] else (quantity.start, quantity.end)
        unit, near = quantity.unit, "mention"
        if quantity.nouns:
            first = bisect_left(self._starts, noun[0])
            last = bisect_left(self._starts, noun[1])
            for start, stop, word in self._found[first:last]:
                given = _unit_of(quantity, word) if stop <= noun[1] else ""
                if not given or (given == "person" and near == "noun" and not quantity.bare):
                    continue  # 5个部门人员 are five departments
                if near == "noun" and given != unit and start > place[1] >= quantity.end:
                    verdict.unsure.append("unit")
                unit, place, near = given, (start, stop), "noun"
        if unit != "unspecified":
            verdict.reasons.append(Reason("unit", *place, near))
        return unit, place

    def _sense(
        self,
        senses: tuple[rules.Sense, ...],
        quantity: Quantity,
        clause: Span,
        noun: Span,
        verdict: Verdict,
    ) -> tuple[str, Span]:
        """The sense of 块, 口 or 度 that the nearest word in the clause shows."""
        best, unit = None, quantity.unit
        for sense in senses:
            if sense.cues is None:
                unit = unit if best else sense.unit
                continue
            for cue in sense.cues.finditer(self._words, *clause):
                ahead = cue.start() < quantity.start
                far = quantity.start - cue.end() if ahead else cue.start() - quantity.end
                if far >= 0 and (best is None or far < best[0]):
                    best, unit = (far, *cue.span()), sense.unit
        if best is None:
            verdict.unsure.append("unit")
            return unit, (quantity.numeral[1], quantity.end)
        _, start, stop = best
        near = NEAR[NOUN] if noun[0] <= start and stop <= noun[1] else "clause"
        verdict.reasons.append(Reason("unit", start, stop, near))
        return unit, (start, stop)

    def _place(self, index: int, last: int, quantity: Quantity) -> tuple[Span, Span, Span]:
        """Where the segment, the clause and the counted noun of a quantity stand."""
        words = self._words
        segment = bisect_left(self._ends, quantity.end)
        begin = max(self._ends[segment - 1] if segment else 0, quantity.start - REACH)
        end = min(self._ends[segment], quantity.end + REACH)
        comma = words.rfind(",", begin, quantity.start)
        while comma > begin and words[comma - 1].isdecimal() and words[comma + 1].isdecimal():
            comma = words.rfind(",", begin, comma)  # 6,000
        clause = max(begin, comma + 1, words.rfind(":", begin, quantity.start) + 1)
        stop = _CLAUSE_END.search(words, quantity.end, end)
        noun = self._noun_behind(last, quantity, end) or self._noun_before(index, quantity, begin)
        return (begin, end), (clause, stop.start() if stop else end), noun

    def _noun_behind(self, index: int, quantity: Quantity, end: int) -> Span | None:
        """Where the counted noun stands behind the measure word, None where it does not."""
        words = self._words
        start = quantity.end + words.startswith("的", quantity.end)
        limit = min(end, quantity.end + _LONGEST_NOUN)
        if index + 1 < len(self._spans):
            limit = min(limit, self._spans[index + 1][0])
        if start >= limit or not (words[start].isalpha() or words[start] in '“"'):
            return None
        stop = _NOUN_ENDS.search(words, start, limit)
        stop_at = stop.start() if stop else limit
        if stop_at == start or _SUMS_UP.fullmatch(words, start, stop_at):
            return None
        return start, stop_at

    def _noun_before(self, index: int, quantity: Quantity, begin: int) -> Span:
        spans = self._spans
        while index and _GROWS_TO.fullmatch(self._words, spans[index - 1][1], spans[index][0]):
            index -= 1  # 床位由30张增至60张
        floor = max(begin, quantity.start - _LONGEST_NOUN)
        if index:
            floor = max(floor, spans[index - 1][1])
        start = quantity.start
        while start > floor and self._words[start - 1] not in _NOUN_BEGINS_AFTER:
            start -= 1
        return start, quantity.start

    def _subject(self, start: int, end: int) -> str:
        """The counted noun as printed, without verbs at its head."""
        printed = self._printed[start:end].strip(_TRIMMED)
        plain = self._words[start:end].strip(_TRIMMED)
        lead = _LEADING.match(plain)
        return printed[lead.end() :] if lead and lead.end() < len(plain) else printed


def _unit_of(quantity: Quantity, word: Word) -> str:
    """The unit that a word of the counted noun gives a quantity, else ""."""
    if quantity.bare and word.bare_unit:
        return word.bare_unit
    allowed = quantity.nouns and (quantity.nouns == ("any",) or word.unit in quantity.nouns)
    return word.unit if allowed else ""

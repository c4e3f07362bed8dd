"""What a quantity counts: the noun, the unit it gives, topic, category and status.

Every rule is a row of data/rules. A word of a rule speaks the louder the nearer it stands: most in
the counted noun, less in the clause, least elsewhere in the sentence.
"""

from bisect import bisect_left
from typing import NamedTuple

from xi_data.reading.lexicon import Word, lexicon, topics_of_categories, topics_of_units
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.rules import cues

IN_NOUN, IN_CLAUSE, BEFORE, BEHIND = 6.0, 3.0, 1.0, 0.5
"""How much a word counts in the counted noun, in the clause, and before and behind it."""

IN_TITLE = 6.0
"""How much a verb in the title of a notice counts everywhere below it."""

NEIGHBOURHOOD = 120
"""Characters before the segment, in its paragraph, whose words decide where nothing nearer does."""

FAINT = 0.02
"""How much such a word counts."""

AGAIN = 0.1
"""How much a word for a topic adds to the loudest one."""

NEARER = 0.001
"""How much a character of distance takes from a category, so that the nearer of two wins."""

FAR = 6
"""Characters from the number beyond which a word of the noun counts less."""

REACH = 200
"""Characters before and behind a number that are looked at, however long its sentence is."""

_LONGEST_NOUN = 18
_BEHIND_IS_FARTHER, _BEHIND_STARTS_AT = 3, 10
"""A status behind a number is taken for as many times as far as one before it, and some more."""

_NOUN_ENDS = Pattern(
    r"[^㐀-鿿A-Za-z“”\"]"
    r"|(?:进行|组成(?!部门|单位)|报到|成为|开展|参与|接受|正在|已经|通过|以及|并且|报告|使用|分别"
    r"|[的和与及并被已在对将从到向给由把为是不也还等均都了])"
)
_NOUN_BEGINS_AFTER = ",;:。!?\n()"
_LEADING = Pattern(lambda: rf"{cues('leading')}+")
_SEGMENT_END = Pattern(r"[。;!?\n]+")
_NOTICE = Pattern(lambda: rf"[^\n。!?;,]{{4,40}}{cues('notice')}\ *(?=\n)")
_CLAUSE_END = Pattern(r"[,;。!?\n]")
_TRIMMED = ' 、“”"'


Span = tuple[int, int]
"""Half-open place in the reading copy."""


class Reading(NamedTuple):
    """What the words around a quantity make of it; empty where no rule speaks."""

    unit: str
    topic: str
    category: str
    status: str
    subject: str


class Context:
    """The words of all rules in one reading copy, found once, and what they say of each quantity.

    spans: half-open places of all figures and dates in the copy, in order. A segment is a sentence
    or the part of one up to a semicolon, and no more than REACH each side.
    """

    def __init__(self, words: str, printed: str, spans: list[Span]):
        self._words, self._printed, self._spans = words, printed, spans
        self._ends = [match.end() for match in _SEGMENT_END.finditer(words)]
        self._ends.append(len(words))
        known, expression = lexicon()
        self._found: list[tuple[int, int, Word]] = [
            (*match.span(), known[match.group()]) for match in expression.finditer(words)
        ]
        self._starts = [start for start, _, _ in self._found]
        self._titled = self._by_title()

    def read(self, index: int, quantity: Quantity) -> Reading:
        """What the words around the quantity at an index of spans say of it."""
        segment, clause, noun = self._place(index, quantity)
        first = bisect_left(self._starts, segment[0])
        last = bisect_left(self._starts, segment[1])
        topics = dict(self._titled)
        self._add_faint(topics, segment[0], first)
        categories: dict[str, float] = {}
        status, nearest = "", 10**6
        unit = quantity.unit
        begin, end = quantity.start, quantity.end
        for start, stop, word in self._found[first:last]:
            if start >= begin and stop <= end:  # 报告 in 一日两报告, 平方米
                for category in word.categories:
                    categories[category] = IN_NOUN
                continue
            ahead = start < begin
            distance = begin - stop if ahead else start - end
            if noun[0] <= start and stop <= noun[1]:
                near = IN_NOUN if distance <= FAR else IN_NOUN * FAR / distance
                unit = _unit(quantity, word) or unit
            elif clause[0] <= start < clause[1]:
                near = IN_CLAUSE
            else:
                near = BEFORE if ahead else BEHIND
            for topic, weight, reaches in word.topics:
                score = weight * (max(near, IN_NOUN if ahead else IN_CLAUSE) if reaches else near)
                topics[topic] = max(topics.get(topic, 0.0), score) + AGAIN * score
            for category in word.categories:
                nearness = near - NEARER * distance
                nearness = max(categories.get(category, 0.0), nearness)
                categories[category] = nearness + AGAIN * near
            if word.status:
                far = distance if ahead else _BEHIND_IS_FARTHER * distance + _BEHIND_STARTS_AT
                if far < nearest:
                    status, nearest = word.status, far
        topic = _topic(topics, unit)
        return Reading(unit, topic, _category(categories, topic), status, self._subject(*noun))

    def _by_title(self) -> dict[str, float]:
        """What the verbs in the title of a notice say of all below it: gifts are listed.

        A headline may name one thing of many.
        """
        title = _NOTICE.match(self._words)
        topics: dict[str, float] = {}
        if title:
            for _, _, word in self._found[: bisect_left(self._starts, title.end())]:
                for topic, weight, reaches in word.topics:
                    if reaches:
                        topics[topic] = weight * IN_TITLE
        return topics

    def _add_faint(self, topics: dict[str, float], segment: int, before: int) -> None:
        """Let the words shortly before the segment, in its paragraph, speak faintly."""
        reach = max(0, segment - NEIGHBOURHOOD)
        reach = max(reach, self._words.rfind("\n", reach, segment) + 1)
        for _, _, word in self._found[bisect_left(self._starts, reach) : before]:
            for topic, weight, _ in word.topics:
                topics[topic] = topics.get(topic, 0.0) + FAINT * weight

    def _place(self, index: int, quantity: Quantity) -> tuple[Span, Span, Span]:
        """Where the segment, the clause and the counted noun of a quantity stand."""
        words = self._words
        segment = bisect_left(self._ends, quantity.end)
        begin = max(self._ends[segment - 1] if segment else 0, quantity.start - REACH)
        end = min(self._ends[segment], quantity.end + REACH)
        clause = begin
        for mark in ",:":
            clause = max(clause, words.rfind(mark, begin, quantity.start) + 1)
        stop = _CLAUSE_END.search(words, quantity.end, end)
        noun = self._noun_behind(index, quantity, end) or self._noun_before(index, quantity, begin)
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
        return (start, stop_at) if stop_at > start else None

    def _noun_before(self, index: int, quantity: Quantity, begin: int) -> Span:
        floor = max(begin, quantity.start - _LONGEST_NOUN)
        if index:
            floor = max(floor, self._spans[index - 1][1])
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


def _unit(quantity: Quantity, word: Word) -> str:
    """The unit that a word of the counted noun gives a quantity, else ""."""
    if quantity.bare and word.bare_unit:
        return word.bare_unit
    allowed = quantity.nouns and (quantity.nouns == ("any",) or word.unit in quantity.nouns)
    return word.unit if allowed else ""


def _topic(topics: dict[str, float], unit: str) -> str:
    for topic, weight in topics_of_units().get(unit, ()):
        topics[topic] = topics.get(topic, 0.0) + weight * IN_CLAUSE
    return max(topics, key=topics.__getitem__) if topics else "other"


def _category(categories: dict[str, float], topic: str) -> str:
    owners = topics_of_categories()
    own = [category for category in categories if owners[category] == topic]
    return max(own, key=categories.__getitem__) if own else ""

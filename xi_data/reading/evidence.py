"""What the words around a quantity say of its topic, category and status, and how near they stand.

Every rule is a row of data/rules. A word speaks the louder the nearer it stands: most in the
counted noun, less in the clause, least elsewhere in the sentence.
"""

from collections.abc import Iterable
from typing import NamedTuple

from xi_data.reading.lexicon import (
    Word,
    topics_of_categories,
    topics_of_units,
    units_of,
)
from xi_data.reading.quantity import Quantity

IN_NOUN, IN_CLAUSE, BEFORE, BEHIND = 6.0, 3.0, 1.0, 0.5
"""How much a word counts in the counted noun, in the clause, and before and behind it."""

GOVERNING = 7.0
"""How much a verb that governs a list counts in the clause: 关停, 捐赠."""

IN_TITLE = 6.0
"""How much a verb in the title of a notice counts everywhere below it."""

AGAIN = 0.1
"""How much a word for a topic adds to the loudest one."""

NEARER = 0.001
"""How much a character of distance takes from a category, so that the nearer of two wins."""

FAR = 6
"""Characters from the number beyond which a word of the noun counts less."""

HEAD = 0.1
"""How much each character of distance takes from a word of a noun before the number: of
口罩回收箱188个, bins are counted.
"""

EVEN = 0.9
"""A word that is this loud beside the loudest one disagrees with it in earnest."""

MENTION, NOUN, CLAUSE, SENTENCE, TITLE = range(5)
NEAR = ("mention", "noun", "clause", "sentence", "title")
"""How near the words stand that decide: inside what is printed of the figure, and so on.

None is the paragraph: the other sentences of one tell of other things as often as of the same, so
that no word of theirs is heard.
"""

_BEHIND_IS_FARTHER, _BEHIND_STARTS_AT = 3, 10
"""A status behind a number is taken for as many times as far as one before it, and some more."""

_BEHIND_AT_MOST = 8
"""Characters behind a number in which a status is looked for: 38条班线停运."""

NOTHING = "-"
"""Status of a word for another act, which is none of ours and keeps farther ones away."""

Span = tuple[int, int]
"""Half-open place in the reading copy."""

Found = tuple[int, int, Word]
"""A word of the rules with its place."""


class Reason(NamedTuple):
    """The word that decided a column: its place in the reading copy, and which of NEAR it is."""

    column: str
    start: int
    end: int
    near: str


class Verdict:
    """What the words that were heard make of a quantity; reasons and unsure grow as it is asked.

    unsure: columns that nothing nearer than the sentence decided, or in which two words as loud
    disagree. unit: what the quantity is counted in, set before words
    are heard. elsewhere: whether the text tells of something else than an epidemic.
    """

    def __init__(self, quantity: Quantity, titled: dict[str, tuple], elsewhere: bool):
        self.reasons: list[Reason] = []
        self.unsure: list[str] = []
        self.unit = quantity.unit
        self._place = (quantity.start, quantity.end)
        self._elsewhere = elsewhere
        # Those of one origin are named once and then told apart; things are named each time.
        self._of_people = quantity.unit == "person"
        self._topics = {topic: list(said) for topic, said in titled.items()}
        self._categories: dict[str, tuple] = {}
        self._status = ("", 10**6, 0, 0, SENTENCE)

    def hear(self, found: Iterable[Found], noun: Span, own: Span) -> None:
        """Listen to the words of the clause, each with its place.

        own: what lies between the figures before and behind; beyond, things belong to others.
        """
        begin, end = self._place
        for start, stop, word in found:
            if start >= begin and stop <= end:  # 报告 in 一日两报告, 平方米
                for category in word.categories:
                    self._categories[category] = (IN_NOUN, start, stop, MENTION)
                continue
            ahead = start < begin
            distance = begin - stop if ahead else start - end
            near, level = IN_CLAUSE, CLAUSE
            if noun[0] <= start and stop <= noun[1]:
                near = IN_NOUN if distance <= FAR else IN_NOUN * FAR / distance
                near -= HEAD * distance if ahead else 0
                level = NOUN
            place = (start, stop, level)
            if word.topics or word.elsewhere:
                self._hear_topics(word, near, GOVERNING, place)
            if word.categories and (level == NOUN or own[0] <= start < own[1]):
                self._hear_category(word, near - NEARER * distance, place)
            if word.status:
                self._hear_status(word.status, distance, ahead, place)

    def hear_far(self, found: Iterable[Found]) -> None:
        """Listen to the words of the segment outside of the clause, after hear.

        Where the clause has a verb of its own, only those that govern a list are heard, and none
        where that verb is for another act.
        """
        if self._status[0] == NOTHING:
            return
        acts = self._status[0] != ""
        begin, end = self._place
        for start, stop, word in found:
            if acts and not word.governs:
                continue
            ahead = start < begin
            place = (start, stop, SENTENCE)
            governing = IN_NOUN if ahead and not acts else IN_CLAUSE
            near = BEFORE if ahead else BEHIND
            self._hear_topics(word, 0 if acts else near, governing, place)
            if acts:
                continue
            distance = begin - stop if ahead else start - end
            if ahead and self._of_people:
                self._hear_category(word, near - NEARER * distance, place)
            if ahead and word.governs and word.status:
                self._hear_status(word.status, distance, ahead, place)

    def _hear_category(self, word: Word, nearness: float, place: tuple) -> None:
        for category in word.categories:
            known = self._categories.get(category)
            if known is None or nearness > known[0]:
                self._categories[category] = (nearness, *place)

    def _hear_topics(self, word: Word, near: float, governing: float, place: tuple) -> None:
        topics = self._topics
        for topic, weight, governs, units in word.elsewhere if self._elsewhere else word.topics:
            if units and self.unit not in units:
                continue
            score = weight * (governing if governs else near)
            known = topics.get(topic)
            if known is None and score:
                topics[topic] = [score + AGAIN * score, score, *place]
            elif known and score > known[1]:
                topics[topic] = [max(known[0], score) + AGAIN * score, score, *place]
            elif known:
                known[0] += AGAIN * score

    def _hear_status(self, status: str, distance: int, ahead: bool, place: tuple) -> None:
        if not ahead and distance > _BEHIND_AT_MOST:
            return
        far = distance if ahead else _BEHIND_IS_FARTHER * distance + _BEHIND_STARTS_AT
        if far < self._status[1]:
            self._status = (status, far, *place)

    def topic(self, unit_place: Span) -> str:
        """The topic that is heard loudest, other where none is."""
        topics = self._topics
        for topic, weight, alone in topics_of_units(self._elsewhere).get(self.unit, ()):
            score = weight * IN_CLAUSE
            known = topics.get(topic)
            if alone and (known is None or score > known[1]):
                heard = known[0] if known else 0
                topics[topic] = [heard + score, score, *unit_place, MENTION]
            elif known:
                known[0] += score
        if not topics:
            return "other"
        loudest = rival = 0.0
        topic = ""
        for one, said in topics.items():
            if said[0] > loudest:
                topic, loudest, rival = one, said[0], loudest
            elif said[0] > rival:
                rival = said[0]
        self._decided("topic", *topics[topic][2:], rival >= EVEN * loudest)
        return topic

    def category(self, topic: str) -> str:
        """The nearest category of a topic that is named in the noun or the clause, else empty."""
        owners, units = topics_of_categories(), units_of("categories", "category")
        own = [
            one
            for one in self._categories
            if owners[one] == topic and self.unit in units.get(one, (self.unit,))
        ]
        if not own:
            return ""
        category = max(own, key=lambda one: self._categories[one][0])
        _, *place = self._categories[category]
        self._decided("category", *place)
        return category

    def status(self) -> str:
        """The status that the nearest word gives, empty where it is a word for another act."""
        status, _, *place = self._status
        if status in ("", NOTHING):
            return ""
        if self.unit not in units_of("statuses", "status").get(status, (self.unit,)):
            return ""  # sums are invested, sandbags are not
        self._decided("status", *place)
        return status

    def _decided(self, column: str, start: int, end: int, level: int, even: bool = False) -> None:
        self.reasons.append(Reason(column, start, end, NEAR[level]))
        if even or level >= SENTENCE:
            self.unsure.append(column)

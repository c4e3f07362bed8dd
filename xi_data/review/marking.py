"""Decisions on where figures are: one more, one split in two, two made one."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import Any

from xi_data.corpus.figures import figure_of
from xi_data.corpus.labels import UNKNOWN_UNIT
from xi_data.corpus.rows import free
from xi_data.reading.candidate import Candidate
from xi_data.reading.extract import read
from xi_data.reading.numerals import numerals
from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import cues
from xi_data.reading.sentences import Sentences
from xi_data.reading.text import ReadingCopy, simplified
from xi_data.record.figures import Excused, Figure
from xi_data.review.deciding import decided, figure, require_free
from xi_data.review.draft import Decision, Draft
from xi_data.review.folding import REJECTED, cells, excused_rows_of, json_of
from xi_data.review.written import RefusedError

_EDGES = " \t\r\n\u3000、，,;；~～—–·-"
"""What stands between two figures and belongs to neither."""

_LONGEST_GAP = 12
_HOW_MANY = Pattern(lambda: cues("how_many"))
_PLACE = re.compile(r"@([0-9]+):([0-9]+)/")


def add(draft: Draft, start: int, end: int) -> Draft:
    """The draft with one figure more, open: that of the words [start, end).

    Where the reader finds one figure in them, it is that one, without the words around it; else an
    exact quantity of the number that stands there, without a unit, or of none where the words tell
    how many without one (半打). Raises ValueError where there is no text, no number, or a figure
    already.
    """
    start, end = _trimmed(_text(draft), start, end, _EDGES.replace("-", ""))  # a minus is a part
    start, end = _mention(draft, start, end)
    require_free(draft, start, end)
    one = _read(draft, start, end, _new_key(draft, start))
    return decided(draft, _replacing(draft, one.figure_id, "add", [], [one]))


def split(draft: Draft, figure_id: str, position: int) -> Draft:
    """The draft with a figure split in two, both open, at a position of the text inside it.

    Raises ValueError where there is no text, or no number on either side.
    """
    one, text = _standing(draft, figure_id), _text(draft)
    if not one.start < position < one.end:
        raise RefusedError(
            "position = {position}: expected one between {start} and {end}",
            position=position,
            start=one.start,
            end=one.end,
        )
    first = _read(draft, *_trimmed(text, one.start, position), figure_id)
    start, end = _trimmed(text, position, one.end)
    second = _read(draft, start, end, _new_key(draft, start))
    return decided(draft, _replacing(draft, figure_id, "split", [one], [first, second]))


def merge(draft: Draft, figure_id: str, other_id: str) -> Draft:
    """The draft with two neighbours made one figure, open, under the key of the first.

    Raises ValueError where there is no text, or the two are no neighbours in one line.
    """
    pair = (_standing(draft, key) for key in (figure_id, other_id))
    one, other = sorted(pair, key=lambda each: each.start)
    text = _text(draft)
    gap = text[one.end : other.start]
    if one is other or len(gap) > _LONGEST_GAP or one.paragraph != other.paragraph:
        raise RefusedError(
            "{first} and {second} are no neighbours in one line",
            first=repr(one.mention),
            second=repr(other.mention),
        )
    require_free(draft, one.start, other.end, figure_id, other_id)
    made = _read(draft, one.start, other.end, one.figure_id)
    keys = f"{one.figure_id} {other.figure_id}"
    return decided(draft, _replacing(draft, keys, "merge", [one, other], [made]))


def excused(draft: Draft) -> list[Excused]:
    """Numerals that count nothing, without those that figures have taken since."""
    taken = {
        (row.start, row.end)
        for one in draft.decisions
        if one.decision in ("add", "split", "merge")
        for row in excused_rows_of(one.before)
    }
    return [row for row in draft.excused if (row.start, row.end) not in taken]


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Half-open place of the sentence around a mention, inside its line."""
    begin, close = _line(text, start)
    sentences = _sentences(text[begin:close])
    number = bisect_right(sentences, (start - begin, close)) - 1
    if number < 0 or sentences[number][1] <= start - begin:
        return begin, close
    first, last = sentences[number]
    return begin + first, begin + max(last, end - begin)


@lru_cache(maxsize=8)  # the figures of a line are asked for one after another
def _sentences(line: str) -> tuple[tuple[int, int], ...]:
    copy = ReadingCopy(line)
    return tuple(copy.place(*sentence) for sentence in Sentences(copy.words).every())


def _replacing(
    draft: Draft, keys: str, decision: str, old: list[Figure], new: list[Figure]
) -> Decision:
    """The decision that takes figures, and numerals that counted nothing, for other figures."""
    given_way = [
        row
        for row in excused(draft)
        if any(row.start < one.end and one.start < row.end for one in new)
        and not any(row.start < one.end and one.start < row.end for one in old)
    ]
    before = [cells(row) for row in (*old, *given_way)]
    after = json_of([cells(one) for one in new])
    return Decision(keys, decision, json_of(before) if before else "", after)


def _standing(draft: Draft, figure_id: str) -> Figure:
    one = figure(draft, figure_id)
    if one.verdict == REJECTED:
        raise RefusedError("{figure} is rejected: reopen it first", figure=repr(one.figure.mention))
    return one.figure


def _text(draft: Draft) -> str:
    if draft.text is None:
        raise RefusedError("the package came without its text: bring the text to mark words in it")
    return draft.text


def _new_key(draft: Draft, start: int) -> str:
    return free(f"at-{start}", draft.state.by_id)


def _trimmed(text: str, start: int, end: int, left: str = _EDGES) -> tuple[int, int]:
    """The span without what belongs to no figure at either end, in one line.

    left: what is left off before it. Raises ValueError where nothing is left, and for more lines.
    """
    if not 0 <= start < end <= len(text):
        raise RefusedError("[{start}, {end}) is not inside the text", start=start, end=end)
    words = text[start:end].rstrip(_EDGES)
    start, end = start + len(words) - len(words.lstrip(left)), start + len(words)
    if start >= end or "\n" in text[start:end]:
        raise RefusedError("expected words of one line")
    return start, end


def _line(text: str, position: int) -> tuple[int, int]:
    """Half-open place of the line that holds a position."""
    begin = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    return begin, end - text[begin:end].endswith("\r")


def _read(draft: Draft, start: int, end: int, key: str) -> Figure:
    """The figure of these words: as the reader reads the sentence, else the words alone."""
    text, published = draft.text, draft.bulletin.published or None
    begin, found = _read_around(draft, start, end)
    one = next((c for c in found if (c.start, c.end) == (start - begin, end - begin)), None)
    moved = begin
    if one is None:
        moved = start
        one = _alone(text[start:end], published)
    one = one._replace(
        start=start,
        end=end,
        mention=text[start:end],
        range_id=None,
        reasons=one.reasons and _PLACE.sub(lambda at: _moved(at, moved), one.reasons),
    )
    paragraph = text.count("\n", 0, start) + 1
    made = figure_of(one, text, draft.bulletin_id, paragraph)
    return replace(made, figure_id=key)


def _read_around(draft: Draft, start: int, end: int) -> tuple[int, list[Candidate]]:
    """Where the sentence around some words begins, and what the reader finds in it."""
    begin, close = sentence_of(draft.text, start, end)
    return begin, read(draft.text[begin:close], published=draft.bulletin.published or None)[0]


def _mention(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """The span of the one figure that the reader finds in these words, else these words."""
    begin, found = _read_around(draft, start, end)
    places = [(begin + one.start, begin + one.end) for one in found]
    inside = [one for one in places if start <= one[0] and one[1] <= end]
    return inside[0] if len(inside) == 1 else (start, end)


def _moved(place: re.Match, by: int) -> str:
    return f"@{int(place[1]) + by}:{int(place[2]) + by}/"


def _vague(mention: str) -> Candidate:
    """A candidate for words that tell how many without a number, which the person puts in.

    Raises ValueError where they do not tell how many.
    """
    if not _HOW_MANY.search(simplified(mention)):
        raise RefusedError("{words}: expected words with a number", words=repr(mention))
    return _spanning(mention, kind="vague")


def _alone(mention: str, published: str | None) -> Candidate:
    """A candidate that spans the words; where several numbers are in them, its limits hold all.

    Raises ValueError where they do not tell how many.
    """
    found, _ = read(mention, published=published)
    numbers = [one.value for one in numerals(ReadingCopy(mention).words) if one.value is not None]
    if len(found) == 1 and len(numbers) <= 1:
        return found[0]
    if not numbers:
        return _vague(mention)
    several = len(numbers) > 1
    units = {one.unit for one in found if one.kind == "quantity"}
    return _spanning(
        mention,
        kind="quantity",
        value=float(numbers[0]),
        value_low=float(min(numbers)),
        value_high=float(max(numbers)),
        qualifier="about" if several else "exact",
        unit=units.pop() if several and len(units) == 1 else UNKNOWN_UNIT,
        reasons="value=two readings" if several else None,
    )


def _spanning(mention: str, **told: Any) -> Candidate:
    """A candidate of all these words, of which no more is known than is told."""
    nothing = dict.fromkeys(Candidate._fields)
    place = {"start": 0, "end": len(mention), "mention": mention}
    sentence = {"sentence_start": 0, "sentence_end": len(mention)}
    known = {"qualifier": "exact", "unit": UNKNOWN_UNIT, "topic": "other"}
    return Candidate(**nothing | place | sentence | known | told)

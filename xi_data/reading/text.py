"""A bulletin's text: paragraphs, glosses, and a form that two copies of one article share."""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import opencc

NUMERAL = re.compile(r"[0-9０-９]+|[零〇一二三四五六七八九十百千万萬亿億两兩半]")
"""A digit run, or one Chinese numeral character: what must be either a figure or excused."""

_GLOSS = r"(?<=[㐀-鿿豈-﫿]\()[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê]{1,6}\)"
GLOSS = re.compile(rf"\({_GLOSS}")
"""A pinyin reading in parentheses after its character: some machine-converted copies print it."""

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
UNSEEN = re.compile(f"[{_UNSEEN}]+")
"""Characters without a width, such as a zero-width space or a mark of direction."""

# Patterns that look through a whole text begin with one class of characters: those are fast.
_STEPPED_OVER = re.compile(rf"[({_UNSEEN}](?:{_GLOSS}|(?<!\()[{_UNSEEN}]*)")

_NO_GROUPS = re.compile("，(?<=[0-9]，)(?=[0-9])")
"""A Chinese comma between two half-width numbers: it lists them, unless it groups thousands."""

_NUMBERS_BEFORE = re.compile("[0-9][0-9，]{0,19}$")
_GROUPS = re.compile(
    "(?<![0-9A-Za-z.,、:/第-])[0-9]{1,3}(?:，[0-9]{3})+(?![0-9]|，[0-9])"
    # 3，500至600: no number above 600 begins a range up to it.
    "(?!(?:[~～—–－-]+|[至到])[0-9]{1,3}(?![0-9.,，百千万萬亿億]))"
)

MAY_GROUP = "\u066c"
"""What stands in a reading copy for a comma that groups thousands or lists numbers: 3，500."""

_ROUND_ZEROS = re.compile(
    "[○◯OＯ0０](?<=[〇零一二三四五六七八九].)[○◯OＯ0０]*(?=[〇零一二三四五六七八九年])"
)
"""Zeros of another form in a year that is printed in Chinese: 二○一九年."""

CONTEXT = 8
"""How many normalised characters each side of a mention enter its context hash."""

_REACHES = (48, 400)
"""Code points in which these are looked for: nearly always near, else behind glosses and spaces."""

_AT_A_CUT = 16
"""Normalised characters at a cut that could be others in a longer stretch: a gloss cut in two."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each physical line of text, in code points, line ends left out."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line.removesuffix("\r"))
        start += len(line) + 1


class ReadingCopy:
    """A text as the reader sees it, one character for one, with the way back to the text as given.

    words: Simplified, half-width, without glosses and unseen characters; what rules match.
    printed: the same characters as the text prints them; what a subject is quoted from.
    """

    def __init__(self, text: str):
        self.text = text
        pieces = []
        self._copied = [0]  # where each piece begins in the copy
        self._stepped = [0]  # how much of the text before it is not in the copy
        begin = length = 0
        for gap in _STEPPED_OVER.finditer(text):
            pieces.append(text[begin : gap.start()])
            length += gap.start() - begin
            begin = gap.end()
            self._copied.append(length)
            self._stepped.append(begin - length)
        pieces.append(text[begin:])
        self.printed = "".join(pieces)
        words = _NO_GROUPS.sub(_comma, self.printed)
        words = _ROUND_ZEROS.sub(lambda zeros: "〇" * len(zeros.group()), words)
        self.words = words.translate(_READ_AS)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span of the text as given for a span of the copy that is not empty.

        Glosses and unseen characters inside belong to it, those at either end do not.
        """
        if len(self._copied) == 1:
            return start, end
        first = bisect_right(self._copied, start)
        last = bisect_right(self._copied, end - 1, first)
        return start + self._stepped[first - 1], end + self._stepped[last - 1]


def _comma(found: re.Match) -> str:
    """What a Chinese comma between numbers is read as: 12，000 has thousands for certain."""
    place, text = found.start(), found.string
    before = _NUMBERS_BEFORE.search(text, max(0, place - 20), place)
    groups = _GROUPS.match(text, before.start()) if before else None
    if groups is None or groups.end() < place:
        return "、"
    return "," if groups.group().count("，") > 1 or "，0" in groups.group() else MAY_GROUP


def simplified(text: str) -> str:
    """Text in Simplified characters, one for one, so that offsets hold."""
    return "".join(map(_simplified_character, text))


def normalised(text: str) -> str:
    """Text without glosses, spaces and punctuation, half-width, Simplified, in lower case.

    Two copies of an article that differ in script, width or punctuation agree in this form.
    """
    plain = unicodedata.normalize("NFKC", GLOSS.sub("", text))
    return simplified("".join(filter(str.isalnum, plain))).lower()


def context_hash(text: str, start: int, end: int) -> str:
    """First 16 hex digits of the SHA-256 of a mention and its 8 neighbours each side, normalised.

    Neighbours are taken across paragraph ends. The hash finds and proves the place in another
    copy of the text without printing it.
    """
    mention = normalised(text[start:end])
    for reach in _REACHES:
        before = normalised(text[max(0, start - reach) : start])
        if len(before) >= CONTEXT + _AT_A_CUT:
            break
    for reach in _REACHES:
        # With the mention before it, for a gloss is known by the character that it follows.
        after = normalised(text[start : end + reach])[len(mention) :]
        if len(after) >= CONTEXT + _AT_A_CUT:
            break
    return hash_of(before, mention, after)


def hash_of(before: str, mention: str, after: str) -> str:
    """Context hash of a mention between what stands before and after it, all in normalised form."""
    joined = "|".join((before[-CONTEXT:], mention, after[:CONTEXT]))
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _simplified_character(character: str) -> str:
    if character == "馀":  # a web spelling of 餘 that Unicode counts as Simplified
        return "余"
    if "\ud800" <= character <= "\udfff":  # half of a pair, which the converter refuses
        return character
    converted = _converter().convert(character)
    return converted if len(converted) == 1 else character


_MARKS = ("<circle>", "<super>", "<sub>")
"""Digits that number a list or a note, or raise a unit: ①, m²."""

_MINUS_SIGN = "\u2212"
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"


class _ReadAs(dict):
    """Code point to the one the reader sees, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        marked = unicodedata.decomposition(character).startswith(_MARKS)
        seen = _simplified_character(character if marked or len(plain) > 1 else plain)
        seen = "-" if seen == _MINUS_SIGN else seen
        self[code] = seen = "\n" if seen in _LINE_ENDS else " " if seen == "\t" else seen
        return seen


_READ_AS = _ReadAs()

"""A bulletin's text: paragraphs, glosses, and a form that two copies of one article share."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import opencc

NUMERAL = re.compile(r"[0-9０-９]+|[零〇一二三四五六七八九十百千万萬亿億两兩半]")
"""A digit run, or one Chinese numeral character: what must be either a figure or excused."""

GLOSS = re.compile(r"(?<=[㐀-鿿豈-﫿])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê]{1,6}\)")
"""A pinyin reading in parentheses after its character: some machine-converted copies print it."""

CONTEXT = 8
"""How many normalised characters each side of a mention enter its context hash."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each physical line of text, in code points, line ends left out."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line.removesuffix("\r"))
        start += len(line) + 1


def simplified(text: str) -> str:
    """Text in Simplified characters, one for one, so that offsets hold."""
    return "".join(map(_simplified_character, text))


def normalised(text: str) -> str:
    """Text without glosses, spaces and punctuation, half-width, Simplified, in lower case.

    Two copies of an article that differ in script, width or punctuation agree in this form.
    """
    plain = unicodedata.normalize("NFKC", GLOSS.sub("", text))
    return simplified("".join(c for c in plain if c.isalnum())).lower()


def searchable(text: str) -> str:
    """Text as searching compares it: half-width, Simplified, lower case, no digit grouping."""
    plain = unicodedata.normalize("NFKC", GLOSS.sub("", text))
    return simplified(re.sub(r"(?<=\d),(?=\d)", "", plain)).lower()


def context_hash(text: str, start: int, end: int) -> str:
    """First 16 hex digits of the SHA-256 of a mention and its 8 neighbours each side, normalised.

    Neighbours are taken across paragraph ends. The hash finds and proves the place in another
    copy of the text without printing it.
    """
    reach = 400  # code points: holds 8 neighbours however many glosses and spaces lie between
    mention = normalised(text[start:end])
    before = normalised(text[max(0, start - reach) : start])[-CONTEXT:]
    # With the mention before it, for a gloss is known by the character that it follows.
    after = normalised(text[start : end + reach])[len(mention) :][:CONTEXT]
    joined = "|".join((before, mention, after))
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _simplified_character(character: str) -> str:
    if character == "馀":  # a web spelling of 餘 that Unicode counts as Simplified
        return "余"
    converted = _converter().convert(character)
    return converted if len(converted) == 1 else character

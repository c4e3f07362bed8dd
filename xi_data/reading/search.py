"""Searching: what a figure is found by and what a visitor typed, in one form to be compared.

Both become tokens with a space before each: a figure is found where its tokens hold those that are
looked for. A token is a word in small letters, a Chinese character (Simplified), a sign such as >
or %, a number or a date. A word is found from its beginning on; a number or a date only as a whole
and however it is written: 15,000 is 15000, 15 000 and 1.5万, and no part of 150,000.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from xi_data.reading.pinyin import is_pinyin, spellings
from xi_data.reading.text import GLOSS, UNSEEN, simplified

NAME_END = "\n"
"""Stands behind the last token of a text, to tell what is called so from what begins so."""

_HAN = "㐀-鿿豈-﫿"
_MONTHS = "january february march april may june july august september october november december"
_MONTH_OF = {
    written: number
    for number, month in enumerate(_MONTHS.split(), start=1)
    for written in (month, month[:3])
} | {"sept": 9}
_SCALE = {"百": 100, "千": 10**3, "万": 10**4, "亿": 10**8}
_SCALE |= {"k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6}
_SCALE |= {"bn": 10**9, "billion": 10**9}

_Y, _M, _D = r"(?<!\d)\d{4}", "1[0-2]|0?[1-9]", r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_NAMED = rf"(?:{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\b"
_FORMS = (
    rf"(?P<y1>{_Y})(?P<dash>[-/.])(?P<m1>{_M})(?P=dash)(?P<d1>{_D})",  # 2020-02-12
    rf"(?P<y2>{_Y})-(?P<m2>1[0-2]|0[1-9])(?!\d)",  # 2020-02
    rf"(?:(?P<y3>{_Y}) ?年 ?)?(?<!\d)(?P<m3>{_M}) ?月(?: ?(?P<d3>{_D}) ?[日号])?",
    rf"(?<!\d)(?P<d4>{_D})(?:st|nd|rd|th)? (?P<m4>{_NAMED})(?:,? (?P<y4>\d{{4}})(?!\d))?",
    rf"\b(?P<m5>{_NAMED}) (?P<d5>{_D})(?:,? (?P<y5>\d{{4}})(?!\d))?",
    rf"\b(?P<m6>{_NAMED})(?: (?P<y6>\d{{4}})(?!\d))?",  # February 2020
    r"(?P<digits>\d{1,3}(?:[, ']\d{3})+(?!\d)|\d+)(?P<decimals>\.\d+)?"
    r"(?P<scale> ?[百千万亿]+(?![克瓦米卡])|(?: ?(?:thousand|million|mn|billion|bn)|[km])\b)?"
    r"(?P<rest>(?<=万)\d{1,4}(?!\d))?",  # 4万6700
    rf"(?P<word>[{_HAN}]|[^\W_{_HAN}]+)",
    r"(?P<sign>[^\w\s])",
)
_token = re.compile("|".join(_FORMS))
_JOINS = frozenset(("", "-", "'", "’", "/", "."))
"""What may stand between two words that belong together."""


class _Token(NamedTuple):
    """indexed: every form that it is found by. sought: what it is looked for as, any of these."""

    indexed: str
    sought: tuple[str, ...]


def searchable(text: str) -> str:
    """All tokens of a text, numbers and dates in every form that they may be looked for in."""
    return "".join(token.indexed for _, token in _tokens(_plain(text)))


def name(text: str) -> str:
    """The tokens of a name; in English once more without the s of many."""
    many = searchable(text)
    return NAME_END.join(dict.fromkeys((many, many.removesuffix("s"))))


def terms(search: str) -> tuple[tuple[str, ...], ...]:
    """What must all be found, each in any of its forms; () for a search of nothing but spaces.

    Words with no space between them are looked for together, Latin ones as pinyin too. Punctuation
    is not looked for; a search that has nothing else finds nothing.
    """
    text, found, end = _plain(search), [], None
    for match, token in _tokens(text):
        is_word = match["word"] is not None
        if is_word and end is not None and text[end : match.start()] in _JOINS:
            found[-1] = (found[-1][0] + token.sought[0],)
        else:
            found.append(token.sought)
        end = match.end() if is_word else None
    if not found and text.strip():
        return ((f" {text.strip()}",),)
    return tuple(_or_pinyin(found))


def matches(search: str, *texts: str) -> bool:
    """Whether all that is searched for is found in one or another of the texts."""
    index = NAME_END.join(map(searchable, texts))
    return all(any(form in index for form in forms) for forms in terms(search))


def _plain(text: str) -> str:
    """Half-width, Simplified, small letters, no glosses, accents or unseen characters."""
    if text.isascii():
        return re.sub(r"\s+", " ", text).lower()
    text = unicodedata.normalize("NFKD", GLOSS.sub("", UNSEEN.sub("", text)))
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf"))
    return re.sub(r"\s+", " ", simplified(kept)).lower()


def _tokens(text: str) -> Iterator[tuple[re.Match, _Token]]:
    for match in _token.finditer(text):
        written = match[0]
        if match["digits"]:
            yield match, _number(match)
        elif match["word"]:
            yield match, _Token(f" {written}", (f" {written}",))
        elif not match["sign"]:
            yield match, _date(match)
        elif written in "%‰" or unicodedata.category(written).startswith("S"):
            yield match, _Token(f" {written}", (f" {written}",))


def _number(match: re.Match) -> _Token:
    printed = Decimal(re.sub(r"\D", "", match["digits"]) + (match["decimals"] or ""))
    scale = (match["scale"] or "").strip()
    if not scale:
        return _Token(_whole(printed), (_whole(printed),))
    value = printed
    for part in [scale] if scale in _SCALE else scale:
        value *= _SCALE[part]
    meant = _whole(value + int(match["rest"] or 0))
    as_written = _whole(printed) + searchable(scale)
    if match["rest"]:
        as_written += searchable(match["rest"])
    # 2.5m is 2.5 million, or 2.5 metres.
    return _Token(as_written + meant, (meant, as_written) if scale in "km" else (meant,))


def _whole(number: Decimal) -> str:
    return f" #{number.normalize():f};"


def _date(match: re.Match) -> _Token:
    year, month, day = (
        next((part for form in "123456" if (part := match.groupdict().get(key + form))), None)
        for key in "ymd"
    )
    month = f"{int(month) if month.isdigit() else _MONTH_OF[month]:02}"
    forms = [f" @{month};", *([f" #{year};", f" @{year}-{month};"] if year else [])]
    if day:
        forms.append(f" @{month}-{int(day):02};")
    if day and year:
        forms.append(f" @{year}-{month}-{int(day):02};")
    lone = match["m6"] and not match["y6"]  # may be no month: may, march
    return _Token(
        "".join(forms) + (f" {match[0]}" if lone else ""),
        (forms[-1], f" {match[0]}") if lone else (forms[-1],),
    )


def _or_pinyin(found: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The terms, words that may be pinyin also as that: each alone, and read on with the next."""
    for may_be, run in groupby(found, lambda forms: all(map(is_pinyin, _words(forms)))):
        run = list(run)
        together = spellings(sum(map(_words, run), [])) if may_be else ()
        for forms in run:
            alone = spellings(_words(forms)) if may_be else ()
            yield tuple(dict.fromkeys((*forms, *alone, *together)))


def _words(forms: tuple[str, ...]) -> list[str]:
    return forms[0].split()

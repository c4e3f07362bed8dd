"""The words of the app in English and Simplified Chinese, and how each writes numbers and dates.

Messages are in gettext form: the English text is the key, locale/zh.po holds the Chinese.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import dates, lists, numbers
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LANGUAGES = {"en": "English", "zh": "中文"}
"""Key of each language to its own name."""

_LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN"}
_DATES = {"en": "d MMMM y", "zh": "y 年 M 月 d 日"}
_MONTHS = {"en": "MMMM y", "zh": "y 年 M 月"}
_DAYS = {"en": "d MMMM", "zh": "M 月 d 日"}

_beside_digits = re.compile(r"(?<=[0-9A-Za-z%])(?=[和或])|(?<=[和或])(?=[0-9A-Za-z])")


_COMPACT = {
    "en": ((10**6, 10**6, "m"),),
    "zh": ((10**8, 10**8, "亿"), (10**4, 10**4, "万")),
}
"""From what number on, in what step, with which sign; the largest first."""


@dataclass(frozen=True)
class Translator:
    """Calls with an English message return it in `lang`, with {named} values filled in."""

    lang: str

    def __call__(self, message: str, **values: object) -> str:
        return self._filled(message, message, values)

    def plural(self, singular: str, plural: str, number: float, **values: object) -> str:
        """The message for this number; {number} is filled in, written as the language writes it."""
        english = singular if number == 1 else plural
        return self._filled(singular, english, {"number": self.number(number), **values})

    def number(self, value: float) -> str:
        """15000 as 15,000; at most two decimals, none where there are none."""
        return _number(self.lang, value)

    def compact(self, value: float) -> str:
        """2500000 as 2.5m or 250万; in full where the short form would round."""
        for least, step, sign in _COMPACT[self.lang]:
            if value >= least:
                rounds = value * 100 % step
                return self.number(value) if rounds else f"{self.number(value / step)}{sign}"
        return self.number(value)

    def measured(self, number: str, unit: str) -> str:
        """A number and its unit: 85 件, 2.5m yuan; 万 and 亿 take no space, as in 250万元."""
        space = "" if number.endswith(("万", "亿")) else " "
        return f"{number}{space}{unit}".strip()

    def percent(self, share: float, decimals: int = 1) -> str:
        """0.944 as 94.4%."""
        pattern = "#,##0." + "0" * decimals + "%" if decimals else "#,##0%"
        return numbers.format_percent(share, pattern, locale=_LOCALES[self.lang])

    def date(self, day: datetime.date) -> str:
        """12 February 2020, 2020 年 2 月 12 日."""
        return _date(self.lang, day, _DATES[self.lang])

    def day(self, day: datetime.date) -> str:
        """12 February, 2 月 12 日: where the year stands nearby."""
        return _date(self.lang, day, _DAYS[self.lang])

    def month(self, day: datetime.date) -> str:
        """February 2020, 2020 年 2 月."""
        return _date(self.lang, day, _MONTHS[self.lang])

    def inside(self, name: str) -> str:
        """A name as it stands inside a sentence: Face masks as face masks, KTV as KTV."""
        if self.lang != "en" or name[1:2].isupper():
            return name
        return name[:1].lower() + name[1:]

    def listed(self, items: Iterable[str], style: str = "standard") -> str:
        """a, b and c; a、b和c. Style "or" for a choice."""
        said = lists.format_list(list(items), style=style, locale=_LOCALES[self.lang])
        return _beside_digits.sub(" ", said) if self.lang == "zh" else said

    def chain(self, phrases: Iterable[str]) -> str:
        """Phrases one after another: a; b or a；b."""
        return {"en": "; ", "zh": "；"}[self.lang].join(phrases)

    def full_stops(self, sentences: Iterable[str]) -> str:
        """Sentences that lack their full stops, one after another: A. B or A。B."""
        return {"en": ". ", "zh": "。"}[self.lang].join(sentences)

    def pair(self, name: str, text: str) -> str:
        """A name and what is said of it: a: b or a：b."""
        return name + {"en": ": ", "zh": "："}[self.lang] + text

    def sentences(self, *parts: str) -> str:
        """Sentences one after another; Chinese sets no space between them."""
        return {"en": " ", "zh": ""}[self.lang].join(parts)

    def _filled(self, key: str, english: str, values: dict[str, object]) -> str:
        text = english
        if self.lang != "en":
            entry = _catalogue().get(key)
            if entry is not None and entry.string:
                text = entry.string if isinstance(entry.string, str) else entry.string[0]
        return text.format(**values) if values else text


def translator(lang: str) -> Translator:
    """The translator to one of LANGUAGES. Raises KeyError for any other."""
    return _translators()[lang]


@cache
def _translators() -> dict[str, Translator]:
    return {lang: Translator(lang) for lang in LANGUAGES}


@cache
def _catalogue() -> Catalog:
    with (Path(__file__).parent / "zh.po").open("rb") as file:
        return read_po(file, locale="zh_Hans_CN", abort_invalid=True)


@lru_cache(10_000)
def _number(lang: str, value: float) -> str:
    return numbers.format_decimal(value, "#,##0.##", locale=_LOCALES[lang], group_separator=True)


@lru_cache(10_000)
def _date(lang: str, day: datetime.date, pattern: str) -> str:
    return dates.format_date(day, pattern, locale=_LOCALES[lang])

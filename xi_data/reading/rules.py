"""The reader's rules, read once from data/rules: tables that a person may change without Python."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from xi_data.reading.rule_tables import read_rules, vocabulary
from xi_data.reading.text import NUMERAL
from xi_data.reading.word_table import WordTable

_KINDS = {"money": "money", "duration": "duration", "frequency": "frequency"}
_KINDS_OF_UNITS = {"fraction": "ratio", "percent": "percent", "permille": "percent"}


class Measure(NamedTuple):
    """A measure word: its unit, what the unit measures, and whose noun may decide another unit.

    nouns is empty where the word alone says the unit, ("any",), or the units that a noun may give.
    """

    word: str
    unit: str
    dimension: str
    nouns: tuple[str, ...]
    unless_before: tuple[str, ...]
    only_before: tuple[str, ...]


class Hedge(NamedTuple):
    """A word that qualifies a number: what it says, and the words that must or must not be near."""

    qualifier: str
    not_after: tuple[str, ...]
    only_before: tuple[str, ...]
    unless_before: tuple[str, ...]


class Frequency(NamedTuple):
    """A word of a frequency: the unit of so many a period, and of one in so many periods."""

    word: str
    unit: str
    interval_unit: str


class Phrase(NamedTuple):
    """Words that hold a numeral and count nothing, unless one of some words follows."""

    words: str
    numeral: int  # where in the words the numeral that finds them stands
    reason: str
    unless_before: tuple[str, ...]


@cache
def dimensions() -> Mapping[str, str]:
    """Unit to what it measures."""
    return {unit: row["dimension"] for unit, row in vocabulary("units").items()}


def kind_of(unit: str) -> str:
    """Kind of a figure in a unit: quantity, money, percent, ratio, duration or frequency."""
    return _KINDS_OF_UNITS.get(unit) or _KINDS.get(dimensions()[unit], "quantity")


@cache
def measure_words() -> WordTable[Measure]:
    """Measure words by the word."""
    return WordTable(
        (
            word,
            Measure(
                word,
                row["unit"],
                dimensions()[row["unit"]],
                tuple(row["noun_decides"].split()),
                tuple(row["unless_before"].split()),
                tuple(row["only_before"].split()),
            ),
        )
        for row in read_rules("measure_words")
        for word in row["words"].split()
    )


def measure_at(words: str, position: int) -> Measure | None:
    """The longest measure word that stands at a position, unless it begins another word."""
    for end, measure in measure_words().beginning(words, position):
        if not words.startswith(measure.unless_before, end) and (
            not measure.only_before or words.startswith(measure.only_before, end)
        ):
            return measure
    return None


@cache
def qualifiers(stands: str) -> WordTable[Hedge]:
    """Words of qualifiers that stand in one place to a number, by the word."""
    return WordTable(
        (
            word,
            Hedge(
                row["qualifier"],
                tuple(row["not_after"].split()),
                tuple(row["only_before"].split()),
                tuple(row["unless_before"].split()),
            ),
        )
        for row in read_rules("qualifiers")
        if row["stands"] == stands
        for word in row["words"].split()
    )


@cache
def frequencies(role: str) -> WordTable[Frequency]:
    """Words of one role, period, act or each, by the word."""
    return WordTable(
        (word, Frequency(word, row["unit"], row["interval_unit"]))
        for row in read_rules("frequencies")
        if row["role"] == role
        for word in row["words"].split()
    )


@cache
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Phrases without a count, longest first, by the two characters that find them.

    The two are the numeral and its right neighbour, or, where the numeral ends the phrase, its left
    neighbour and the numeral.
    """
    found: dict[str, list[Phrase]] = {}
    for row in read_rules("phrases"):
        for words in row["words"].split():
            place = NUMERAL.search(words).start()
            key = words[place : place + 2] if place + 1 < len(words) else words[-2:]
            found.setdefault(key, []).append(
                Phrase(words, place, row["reason"], tuple(row["unless_before"].split()))
            )
    return {key: tuple(sorted(some, key=lambda p: -len(p.words))) for key, some in found.items()}


@cache
def cues(role: str) -> str:
    """Words of one role in data/rules/cues.csv as an expression that matches any of them."""
    found = {}
    for row in read_rules("cues"):
        if row["role"] == role:
            behind = "|".join(map(re.escape, row["unless_before"].split()))
            unless = f"(?!{behind})" if behind else ""
            found |= {word: re.escape(word) + unless for word in row["words"].split()}
    if not found:
        raise ValueError(f"no row of cues.csv has the role {role}")
    return f"(?:{'|'.join(found[word] for word in sorted(found, key=len, reverse=True))})"

"""The reader's rules, read once from data/rules: tables that a person may change without Python."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from xi_data.reading.rule_tables import Vocabularies, read_rules, vocabulary
from xi_data.reading.text import NUMERAL
from xi_data.reading.word_table import WordTable

_KINDS = {"money": "money", "duration": "duration", "frequency": "frequency"}
_KINDS_OF_UNITS = {
    "fraction": "ratio",
    "percent": "percent",
    "percentage_point": "percent",
    "permille": "percent",
}


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


class Part(NamedTuple):
    """The smaller unit in which a value in two units is told, and how many make one of the larger.

    at_most is 0 where that number is fixed, else the most that it can be: 28 to 31 days.
    """

    unit: str
    times: int
    at_most: int


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


def kind_of(unit: str, vocabularies: Vocabularies = vocabulary) -> str:
    """Kind of a figure in a unit: quantity, money, percent, ratio, duration or frequency."""
    return _KINDS_OF_UNITS.get(unit) or _KINDS.get(
        vocabularies("units")[unit]["dimension"], "quantity"
    )


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
        if (
            not words.startswith(measure.unless_before, end)
            and (not measure.only_before or words.startswith(measure.only_before, end))
            and (words[end - 1] > "z" or not _goes_on(words, end))
        ):
            return measure
    return None


def _goes_on(words: str, end: int) -> bool:
    """Whether a letter behind makes another word of letters: m of masks, and 300 m masks."""
    if not (words[end - 1].isascii() and words[end - 1].isalpha()):
        return False
    millions = words[end - 2 : end] == " m" and _WORD(words, end) is not None
    return millions or _LETTER(words, end) is not None


_LETTER = re.compile("[A-Za-z]").match
_WORD = re.compile(" [a-z]{2}").match


@cache
def _counted_nouns() -> WordTable[Measure]:
    return WordTable(
        (noun, Measure(noun, row["unit"], dimensions()[row["unit"]], (), (), ()))
        for row in read_rules("counted_nouns")
        for noun in row["nouns"].split()
        if len(noun) > 1
    )


def counted_noun_at(words: str, position: int) -> Measure | None:
    """The longest noun of counted_nouns.csv that stands at a position, taken for a measure word."""
    found = _counted_nouns().beginning(words, position)
    return found[0][1] if found else None


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


class Sense(NamedTuple):
    """A unit that a measure word of several senses may have, and what shows it."""

    unit: str
    cues: re.Pattern | None


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """Measure words of several senses to these; the one without cues holds where none is shown."""
    found: dict[str, list[Sense]] = {}
    for row in read_rules("senses"):
        words = row["cues"].split()
        known = re.compile("|".join(map(re.escape, words))) if words else None
        for word in row["words"].split():
            found.setdefault(word, []).append(Sense(row["unit"], known))
    return {word: tuple(some) for word, some in found.items()}


@cache
def _parts() -> Mapping[str, WordTable[Part]]:
    found: dict[str, list[tuple[str, Part]]] = {}
    for row in read_rules("parts"):
        part = Part(row["unit"], int(row["times"]), int(row["at_most"] or 0))
        for word in row["words"].split():
            found.setdefault(word, []).extend((one, part) for one in row["parts"].split())
    return {word: WordTable(some) for word, some in found.items()}


def parts(word: str) -> WordTable[Part] | None:
    """Smaller measure words that a value in a measure word may go on in, None where it cannot."""
    return _parts().get(word)


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

"""All words of the rules that classify, in one expression, with what each of them says."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from xi_data.reading.rule_tables import read_rules, vocabulary
from xi_data.reading.rules import dimensions

_BRANCHES = 64
"""First characters that are looked at together; fewer and more are both slower."""


class Topic(NamedTuple):
    """What a word or a unit says of a topic: how loudly, and from how far.

    governs: it reaches all of the segment. units: those of which alone it speaks, empty for all.
    """

    topic: str
    weight: float
    governs: bool
    units: frozenset[str]


class Word(NamedTuple):
    """What a word says: of topics in a text on an epidemic, and in one on something else.

    unit is that of a counted noun, bare_unit that of a number without a measure word; "" for none.
    governs: it reaches all of the segment for some topic, as 捐赠 does for what it lists.
    """

    topics: tuple[Topic, ...]
    elsewhere: tuple[Topic, ...]
    categories: tuple[str, ...]
    status: str
    unit: str
    bare_unit: str
    governs: bool


@cache
def lexicon() -> tuple[Mapping[str, Word], re.Pattern]:
    """Words of the rules to what they say, and an expression that finds the longest at a place."""
    topics, elsewhere = _topics("weight"), _topics("elsewhere")
    categories = defaultdict(list)
    for row in read_rules("categories"):
        for word in row["words"].split():
            categories[word].append(row["category"])
    statuses = _single("statuses", "status", "words") | dict.fromkeys(_cues("other_act"), "-")
    units = _single("counted_nouns", "unit", "nouns")
    bare = _single("bare_nouns", "unit", "nouns")
    silent = set(_cues("silent"))
    spoken = {*topics, *categories, *statuses, *units, *bare}
    words = sorted(spoken | silent, key=len, reverse=True)
    known_words, counted = set(words), set(units)
    for word in words:
        if word in silent:
            continue
        for known in (topics, elsewhere, categories, units, bare):
            _inherit(known, word, _tails(word))
        _inherit(categories, word, _heads(word, known_words))
        if word not in counted:
            _inherit(statuses, word, _heads(word, known_words))
    return {
        word: Word(
            _said(topics, word),
            _said(elsewhere, word),
            tuple(categories.get(word, ())),
            statuses.get(word, ""),
            units.get(word, ""),
            bare.get(word, ""),
            any(one.governs for one in topics.get(word, ())),
        )
        for word in words
    }, _expression(words)


@cache
def topics_of_units(elsewhere: bool) -> Mapping[str, tuple[tuple[str, float, bool], ...]]:
    """Unit to the topics that it speaks for, with weight and whether it does so by itself."""
    found = defaultdict(list)
    for row in read_rules("topics"):
        weight = _weight(row, "elsewhere" if elsewhere else "weight")
        if weight and row["reach"] != "in_units":
            for unit in row["units"].split():
                found[unit].append((row["topic"], weight, row["reach"] != "support"))
    return {unit: tuple(some) for unit, some in found.items()}


@cache
def topics_of_categories() -> Mapping[str, str]:
    """Category to the topic that it belongs to."""
    return {category: row["topic"] for category, row in vocabulary("categories").items()}


@cache
def units_of(table: str, column: str) -> Mapping[str, frozenset[str]]:
    """Category or status to the units that it can be counted in; none where it can in any."""
    return {
        row[column]: frozenset(
            unit
            for unit, dimension in dimensions().items()
            if unit in row["counted_in"].split() or dimension in row["counted_in"].split()
        )
        for row in read_rules(table)
        if row["counted_in"]
    }


def _topics(column: str) -> dict[str, list[Topic]]:
    """Words to what they say of topics, as loudly as a column of topics.csv tells."""
    found = defaultdict(list)
    for row in read_rules("topics"):
        units = frozenset(row["units"].split()) if row["reach"] == "in_units" else frozenset()
        said = Topic(row["topic"], _weight(row, column), row["reach"] == "segment", units)
        for word in row["words"].split():
            found[word].append(said)
    return dict(found)


def _weight(row: Mapping[str, str], column: str) -> float:
    return float(row[column] or row["weight"])


def _said(known: Mapping[str, list[Topic]], word: str) -> tuple[Topic, ...]:
    """What a word says of topics aloud."""
    return tuple(one for one in known.get(word, ()) if one.weight)


def _cues(role: str) -> list[str]:
    """Words of a role that this table knows: other_act gives no status and keeps others away."""
    rows = (row for row in read_rules("cues") if row["role"] == role)
    return [word for row in rows for word in row["words"].split()]


def _single(table: str, key: str, column: str) -> dict[str, str]:
    return {word: row[key] for row in read_rules(table) for word in row[column].split()}


def _inherit(known: dict, word: str, parts: Iterable[str]) -> None:
    """Let a word say what the longest of its parts says, unless it says something itself.

    综合文化中心 is a 文化中心; 检查车辆 is to 检查 and no noun that is counted.
    """
    if word not in known:
        part = next((part for part in parts if part in known), None)
        if part:
            known[word] = known[part]


def _tails(word: str) -> Iterable[str]:
    return (word[start:] for start in range(1, len(word)))


def _heads(word: str, words: set[str]) -> Iterable[str]:
    """Heads that leave another word: 检查 of 检查车辆, but not 消毒 of 消毒液."""
    return (word[:end] for end in range(len(word) - 1, 0, -1) if word[end:] in words)


def _expression(words: Iterable[str]) -> re.Pattern:
    """Grouped by the first character, and those by what a class of characters rules out at once.

    An alternation is tried branch by branch: one long list would take most of the time.
    """
    by_first = defaultdict(list)
    for word in words:
        by_first[word[0]].append(re.escape(word[1:]))
    firsts = list(by_first)
    groups = []
    for start in range(0, len(firsts), _BRANCHES):
        group = firsts[start : start + _BRANCHES]
        branches = (f"{re.escape(first)}(?:{'|'.join(by_first[first])})" for first in group)
        groups.append(_one_of(branches, group))
    return re.compile(_one_of(groups, firsts))


def _one_of(branches: Iterable[str], firsts: Iterable[str]) -> str:
    """An alternation that is tried before these characters alone."""
    return f"(?=[{re.escape(''.join(firsts))}])(?:{'|'.join(branches)})"

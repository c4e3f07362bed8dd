"""What the checks come to, in a sentence: how many hold, and what does not fit."""

from collections import Counter
from collections.abc import Mapping, Sequence

from xi_data import wording
from xi_data.checks.record import HOLDS, TEXT_KINDS, Check, by_basis, counted
from xi_data.locale import Translator
from xi_data.record.bases import INFERRED


def finding(t: Translator, checks: Sequence[Check]) -> str:
    """How many checks hold, and what does not fit in the article or in our data.

    What rests on an inferred relation is counted apart.
    """
    sure, inferred = by_basis(checks)
    number = counted(sure).get(HOLDS, 0)
    holds = t.plural("{number} check passed", "{number} checks passed", number)
    if more := counted(inferred).get(HOLDS, 0):
        holds = t.plural(
            "{holds}, {number} more on an inferred relation",
            "{holds}, {number} more on inferred relations",
            more,
            holds=holds,
        )
    wrong = _does_not_fit(t, sure)
    wrong += [wording.with_basis(t, words, INFERRED) for words in _does_not_fit(t, inferred)]
    if not wrong:
        return t("{holds}, and nothing contradicts the figures", holds=holds)
    return t("{holds}; problems in the article: {findings}", holds=holds, findings=t.listed(wrong))


def _does_not_fit(t: Translator, checks: Sequence[Check]) -> list[str]:
    numbers = counted(checks)
    differing = Counter(c.kind for c in checks if c.verdict == "differs")
    copy = sum(differing.pop(kind, 0) for kind in TEXT_KINDS)
    lists = differing.pop("sum", 0)
    ours = numbers.get("data_error", 0)
    found = [
        (ours, t.plural("{number} error in our data", "{number} errors in our data", ours)),
        *_of_the_article(t, numbers, lists, differing.total()),
        (
            copy,
            t.plural("{number} difference in this text", "{number} differences in this text", copy),
        ),
    ]
    return [words for number, words in found if number]


def _of_the_article(
    t: Translator, numbers: Mapping[str, int], lists: int, others: int
) -> list[tuple[int, str]]:
    conflicts, odd = numbers.get("conflict", 0), numbers.get("odd", 0)
    return [
        (conflicts, t.plural("{number} conflict", "{number} conflicts", conflicts)),
        (
            lists,
            t.plural(
                "{number} list that does not add up", "{number} lists that do not add up", lists
            ),
        ),
        (others, t.plural("{number} other difference", "{number} other differences", others)),
        (
            odd,
            t.plural(
                "{number} figure out of proportion", "{number} figures out of proportion", odd
            ),
        ),
    ]

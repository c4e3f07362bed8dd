"""What the checks come to, in a sentence: how many hold, and what does not fit."""

from collections.abc import Callable, Sequence

from xi_data import wording
from xi_data.checks.record import HOLDS, TEXT_KINDS, Check, by_basis, counted
from xi_data.locale import Translator
from xi_data.record.bases import INFERRED


def finding(t: Translator, checks: Sequence[Check]) -> str:
    """How many checks hold, and what does not fit in the article or in the data.

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
    in_article = _findings_in(t, _of_the_article, sure, inferred)
    apart = _findings_in(t, _apart, sure, inferred)
    if not in_article and not apart:
        return t("{holds}, and nothing contradicts the figures", holds=holds)
    if in_article:
        findings = t.listed(in_article)
        holds = t("{holds}; to be read with care: {findings}", holds=holds, findings=findings)
    return t("{holds}; {others}", holds=holds, others=t.listed(apart)) if apart else holds


def _findings_in(
    t: Translator,
    count: Callable[[Translator, Sequence[Check]], list[tuple[int, str]]],
    sure: Sequence[Check],
    inferred: Sequence[Check],
) -> list[str]:
    """What there is of it in these checks, and in those that rest on an inferred relation."""
    stated = [words for number, words in count(t, sure) if number]
    concluded = [words for number, words in count(t, inferred) if number]
    return stated + [wording.with_basis(t, words, INFERRED) for words in concluded]


def _apart(t: Translator, checks: Sequence[Check]) -> list[tuple[int, str]]:
    """What is no matter of the article: errors in the data, differences of another version."""
    ours = counted(checks).get("data_error", 0)
    copy = sum(c.verdict == "differs" and c.kind in TEXT_KINDS for c in checks)
    return [
        (ours, t.plural("{number} error in the data", "{number} errors in the data", ours)),
        (
            copy,
            t.plural("{number} difference in this text", "{number} differences in this text", copy),
        ),
    ]


def _of_the_article(t: Translator, checks: Sequence[Check]) -> list[tuple[int, str]]:
    numbers = counted(checks)
    conflicts, odd = numbers.get("conflict", 0), numbers.get("odd", 0)
    differing = [c.kind for c in checks if c.verdict == "differs" and c.kind not in TEXT_KINDS]
    lists = differing.count("sum")
    others = len(differing) - lists
    return [
        (conflicts, t.plural("{number} conflict", "{number} conflicts", conflicts)),
        (
            lists,
            t.plural(
                "{number} total that differs from its parts",
                "{number} totals that differ from their parts",
                lists,
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

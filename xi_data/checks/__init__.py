"""Checks of the figures: what adds up, what does not fit in the article, what we got wrong.

One set of functions for the tests, the Checks page and the command line.
"""

from xi_data.checks import article, own, text
from xi_data.checks.facts import Facts, read_facts
from xi_data.checks.record import (
    FINDINGS,
    NOT_RUN,
    TEXT_KINDS,
    VERDICTS,
    Check,
    by_basis,
    counted,
    exit_code,
)
from xi_data.checks.wordings import report

__all__ = [
    "Check",
    "FINDINGS",
    "Facts",
    "NOT_RUN",
    "TEXT_KINDS",
    "VERDICTS",
    "by_basis",
    "counted",
    "exit_code",
    "read_facts",
    "report",
    "run_all",
]

_RULES = (
    *(article.sums, article.lists, article.nesting, article.restatements, article.two_units),
    *(article.conflicts, article.oddities),
    *(own.values, own.bounds, own.rounding, own.units, own.categories),
    *(own.paragraphs, own.spans, own.remarks, own.relations),
)


def run_all(facts: Facts, bulletin_text: str | None = None) -> list[Check]:
    """Every check that has something to look at, in the order of record.KINDS.

    Those of the text are not run without it.

    bulletin_text: the article as published, or another copy of it.
    """
    checks = [check for rule in _RULES for check in rule(facts)]
    checks = [check for check in checks if check.figures or check.failures]
    return [*checks, *text.against(facts, bulletin_text)]

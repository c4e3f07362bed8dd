"""What one check is: which figures it compares, how, and how it came out."""

from collections.abc import Sequence
from dataclasses import dataclass

from xi_data.record.bases import INFERRED

DATA_ERROR = "data_error"
CONFLICT = "conflict"
DIFFERS = "differs"
ODD = "odd"
CANNOT_TELL = "cannot_tell"
NOT_RUN = "not_run"
HOLDS = "holds"

VERDICTS = (DATA_ERROR, CONFLICT, DIFFERS, ODD, CANNOT_TELL, NOT_RUN, HOLDS)
"""What needs attention first. Only data_error is a fault of data/; conflict, differs and odd are
findings in the article, and the data declare them."""

FINDINGS = (CONFLICT, DIFFERS, ODD)

ARTICLE_KINDS = ("sum", "list", "nesting", "restatement", "two_units", "conflict", "odd")
DATA_KINDS = (
    *("value", "bounds", "rounding", "unit", "category", "paragraph"),
    *("span", "remark", "relation"),
)
TEXT_KINDS = ("copy", "place", "context", "coverage")
KINDS = (*ARTICLE_KINDS, *DATA_KINDS, *TEXT_KINDS)
"""Kinds in the order they are shown: what the article says, what data/ must keep to, and what
only the text can prove."""


@dataclass(frozen=True, slots=True)
class Computed:
    """What we computed for a check, in a unit of units.csv; per: the unit that it is divided by."""

    value: float
    unit: str
    qualifier: str = "exact"
    per: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One check and its outcome.

    key: stable, as figure ids are. formula: figure ids with signs (+ = ≠ ≤ > ÷ ∥) between them;
    empty for a rule about many figures. printed: figures of the printed side. figures: all that
    were examined. failures: those that break a rule. spans: half-open code points that no figure
    stands for. reason: tells apart the ways to one verdict. basis: of the relations that it rests
    on, inferred where one of them is; empty for a check that rests on none.
    """

    key: str
    kind: str
    verdict: str
    figures: tuple[str, ...]
    formula: tuple[str, ...] = ()
    computed: Computed | None = None
    printed: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    reason: str = ""
    basis: str = ""


def exit_code(checks: Sequence[Check]) -> int:
    """1 where data/ has an error of ours, else 0: what is odd in the article is no fault."""
    return int(any(check.verdict == DATA_ERROR for check in checks))


def counted(checks: Sequence[Check]) -> dict[str, int]:
    """Verdict to the number of checks, for verdicts that occur, in the order of VERDICTS."""
    numbers = {verdict: sum(c.verdict == verdict for c in checks) for verdict in VERDICTS}
    return {verdict: number for verdict, number in numbers.items() if number}


def by_basis(checks: Sequence[Check]) -> tuple[list[Check], list[Check]]:
    """The checks that rest on no inferred relation, and those that do."""
    return (
        [check for check in checks if check.basis != INFERRED],
        [check for check in checks if check.basis == INFERRED],
    )

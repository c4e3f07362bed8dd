"""What the reader proposes and what it refuses, in the terms of the record."""

import datetime
from typing import NamedTuple


class Candidate(NamedTuple):
    """A figure as the reader proposes it: columns of record.Figure, in the same types, None for
    nothing; those that only an editor can fill are left out.

    start and end are code points of the text as given, half-open; mention is text[start:end].
    range_id is shared by the two ends of a range. sentence_start and sentence_end bound the
    sentence, of a cell its row. unit_printed is in Simplified characters; subject as printed,
    without glosses. reasons: for topic, category, status and unit the word that decided, its place
    and how near it stands, as topic=捐赠@12:14/clause, with "; " between them; value=two readings
    where the number has two. unsure: which of them nothing near decided.
    """

    start: int
    end: int
    mention: str
    kind: str
    value: int | float | None
    value_low: int | float | None
    value_high: int | float | None
    qualifier: str
    unit: str | None
    unit_printed: str | None
    date: datetime.date | None
    topic: str
    category: str | None
    status: str | None
    subject: str | None
    range_id: str | None
    sentence_start: int
    sentence_end: int
    as_of: datetime.date | None
    as_of_basis: str | None
    reasons: str | None = None
    unsure: str | None = None
    date_partial: str | None = None

    @property
    def printed_date(self) -> str | None:
        """The date, whole or partial, in the form of ISO 8601; X for a year that is unknown."""
        return self.date.isoformat() if self.date else self.date_partial


class Refusal(NamedTuple):
    """Words that hold a numeral and count nothing, with a reason of excuse_reasons.csv."""

    start: int
    end: int
    mention: str
    reason: str


def whole_day(iso: str) -> datetime.date | None:
    """The day that is written as YYYY-MM-DD; None for less, and for one that its year has not."""
    try:
        return datetime.date.fromisoformat(iso) if len(iso) == 10 else None
    except ValueError:
        return None


def partial_day(iso: str) -> str:
    """A date without its year, month or day in EDTF: 2020-02, XXXX-02-15.

    29 February of a year that was filled in and has none keeps its year open.
    """
    if iso.startswith("---"):
        return f"XXXX-XX-{iso[3:]}"
    return f"XXXX{iso[-6:]}" if len(iso) == 10 else f"XXXX{iso[1:]}" if iso[0] == "-" else iso

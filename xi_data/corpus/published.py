"""When a file was published: by the index, the command, its own words or its name, with the reason.

A date without a year takes its year from here, so what contradicts the text is not used.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from xi_data.corpus.index import Entry
from xi_data.opening.opened import Opened
from xi_data.reading.candidate import Candidate
from xi_data.reading.date_lines import date_in_name, date_line, prints_year

_NEAR = datetime.timedelta(days=31)
"""A text may be dated a month from its publication, and may announce what is a month ahead."""


@dataclass(frozen=True)
class Publication:
    """date: YYYY, YYYY-MM, YYYY-MM-DD, or None where nothing says it.

    basis: index, option, metadata, line or name; None with no date. evidence: the words of a line,
    or the name of the file. line: its number.
    """

    date: str | None = None
    basis: str | None = None
    evidence: str = ""
    line: int | None = None


def publication(
    opened: Opened, file: str, entry: Entry | None, option: str | None
) -> tuple[Publication, list[str]]:
    """When a file was published, and what a person must be told of it.

    What its own date contradicts gives no year: that of the command yields to it, that of the index
    leaves the year open.
    """
    own = _own(opened)
    stated = entry.published if entry else ""
    if stated:
        if not _contradict(stated, own):
            return Publication(stated, "index"), []
        told = (
            f"the index says published {stated}, {_dated(own)}: "
            "dates without a year are left without one"
        )
        return Publication(), [told]
    if option and _contradict(option, own):
        return own, [f"--published {option} is not used: {_dated(own)}"]
    if option:
        return Publication(option, "option"), []
    if own:
        return own, []
    named = date_in_name(PurePath(file).stem)
    return (Publication(named, "name", PurePath(file).name), []) if named else (Publication(), [])


def contradicted(found: Publication, candidates: Sequence[Candidate]) -> str | None:
    """What to tell where a text prints a whole date that is later than its publication.

    None where it does not, and where nothing is known of its publication.
    """
    printed = [one for one in candidates if one.date and prints_year(one.mention)]
    latest = max(printed, key=lambda one: one.date, default=None)
    if not found.date or latest is None or latest.date <= _last_day(found.date) + _NEAR:
        return None
    return (
        f"published {found.date} is not used: the text gives {latest.mention}, which is later; "
        "dates without a year take it from the text or are left without one"
    )


def reason(found: Publication) -> str:
    """Where a date comes from that nobody gave."""
    if found.basis == "line":
        return f"line {found.line}: {found.evidence}"
    return {"metadata": "the metadata of the file", "name": f"the name {found.evidence}"}[
        found.basis
    ]


def _own(opened: Opened) -> Publication | None:
    if opened.published:
        return Publication(opened.published, "metadata")
    line = date_line(opened.text)
    if line is None:
        return None
    return Publication(line.date.isoformat(), "line", line.words, line.line)


def _dated(own: Publication) -> str:
    return f"the text {own.date} ({reason(own)})"


def _contradict(stated: str, own: Publication | None) -> bool:
    """Whether the text is dated well before or after what is stated of it."""
    if own is None:
        return False
    day = datetime.date.fromisoformat(own.date)
    return not _first_day(stated) - _NEAR <= day <= _last_day(stated) + _NEAR


def _first_day(date: str) -> datetime.date:
    return datetime.date(*[int(part) for part in f"{date}-01-01".split("-")[:3]])


def _last_day(date: str) -> datetime.date:
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    year, month = (*parts, 12)[:2]
    first_after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return first_after - datetime.timedelta(days=1)

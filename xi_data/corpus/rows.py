"""Rows of a package that say what a bulletin is: its key, its row of bulletins.csv, its lines."""

import datetime
import hashlib
import re
from collections.abc import Collection, Iterator
from pathlib import PurePath
from typing import Any

from xi_data.corpus.bulletin import Bulletin
from xi_data.corpus.published import Publication
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.reading.text import paragraphs
from xi_data.record.bulletins import COLUMNS

_LONGEST_TITLE = 40  # of a first line that is taken for one
_MOST_TITLE = 300  # of any, as a person may write one
_SHOWN_NAME = 100  # characters at the end of a file's name
_LONGEST_KEY = 60  # of a file's name; with a number behind it, it is a key still
_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")  # Windows has no files of these names
_UNNAMED = re.compile("[^a-z0-9]+")


def free_key(bulletin: Bulletin, taken: Collection[str] = ()) -> str:
    """The key that the index gives, else one of the file's name, else of what it holds."""
    if bulletin.entry.bulletin_id:
        return bulletin.entry.bulletin_id
    name = _as_key(PurePath(bulletin.file).stem)
    if not re.search("[a-z]", name) or _DEVICE.fullmatch(name):
        name = f"bulletin-{_sha256(bulletin)[:8]}"
    return free(name, taken)


def key_of_name(name: str, whole: str) -> str:
    """A key that begins like a name and that nothing else of that whole name or path has."""
    mark = hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()[:16]
    return f"{_as_key(name) or 'bulletin'}-{mark}"


def free(name: str, taken: Collection[str]) -> str:
    """A name that is not taken: itself, else with a number behind it."""
    key, number = name, 1
    while key in taken:
        number += 1
        key = f"{name}-{number}"
    return key


def bulletin_row(bulletin: Bulletin, key: str) -> dict[str, Any]:
    """The row of bulletins.csv by column: what the index, the file and its text say of it."""
    entry, opened = bulletin.entry, bulletin.opened
    found, text = bulletin.publication, opened.text
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    headline = first if len(first) <= _LONGEST_TITLE else ""  # else a sentence of the text
    title = entry.title or opened.title or headline or PurePath(bulletin.file).name
    title = title if len(title) <= _MOST_TITLE else f"{title[: _MOST_TITLE - 1]}…"
    days = [one.date for one in bulletin.candidates if one.date]
    row: dict[str, Any] = dict.fromkeys(COLUMNS) | {
        "bulletin_id": key,
        "publisher_printed": entry.publisher or None,
        "latest_date": max(days, default=None),
        "language": "zh",
        "sha256": _sha256(bulletin),
        "code_points": max(1, len(text)),
        "paragraphs": text.count("\n") + 1,
    }
    row |= titled(title) | placed(entry.place) | dated(found)
    for t in map(translator, LANGUAGES):
        row[f"script_note_{t.lang}"] = t("Read by machine, not reviewed.")
    return row


def titled(title: str) -> dict[str, str]:
    """The columns of a bulletin that hold its title, the same in both languages."""
    return {f"title_{lang}": title for lang in LANGUAGES}


def placed(place: str) -> dict[str, str]:
    """The columns of a bulletin that hold its place; "" where none is stated."""
    return {
        f"{column}_{t.lang}": place or t("place not stated")
        for t in map(translator, LANGUAGES)
        for column in ("place", "place_short")
    }


def dated(found: Publication) -> dict[str, Any]:
    """The columns of a bulletin that say when it was published, and according to what."""
    notes = {f"date_note_{t.lang}": _date_note(t, found) for t in map(translator, LANGUAGES)}
    whole = bool(found.date) and len(found.date) == 10
    return notes | {
        "published": datetime.date.fromisoformat(found.date) if whole else None,
        "published_partial": None if whole else found.date,
    }


def _as_key(name: str) -> str:
    """What of a name can stand in a key, at most _LONGEST_KEY characters."""
    return _UNNAMED.sub("-", name.lower()).strip("-")[:_LONGEST_KEY].strip("-")


def _date_note(t: Translator, found: Publication) -> str:
    if found.date is None:
        return t("When it was published is not known; dates without a year are left without one.")
    if found.basis == "index":
        return t("Published {date}, according to the index.", date=found.date)
    if found.basis == "option":
        return t("Published {date}, according to whoever submitted it.", date=found.date)
    if found.basis == "line":
        return t(
            "Published {date}, according to line {line}: “{words}”.",
            date=found.date,
            line=found.line,
            words=found.evidence,
        )
    if found.basis == "metadata":
        return t("Published {date}, according to the file’s metadata.", date=found.date)
    return t(
        "Published {date}, according to the file’s name: “{name}”.",
        date=found.date,
        name=found.evidence[-_SHOWN_NAME:],
    )


def line_rows(text: str, key: str) -> Iterator[tuple[Any, ...]]:
    """Rows of paragraphs.csv: the lines that are not empty."""
    for number, (start, end) in enumerate(paragraphs(text), start=1):
        if start < end:
            names = [t("Paragraph {number}", number=number) for t in map(translator, LANGUAGES)]
            yield (key, number, start, end, None, "body", *names)


def _sha256(bulletin: Bulletin) -> str:
    return hashlib.sha256(bulletin.opened.text.encode(errors="replace")).hexdigest()

"""What a downloaded file is called."""

import datetime
import hashlib
import re
from collections.abc import Iterable
from typing import Any

from xi_data.record.version import version

_DATE = re.compile(r"-\d{4}(-\d{2})*$")
_LONGEST = 60
"""Characters that filters take in a name: with all the rest it stays well below 143, the least
that a file system in use can hold."""

_UNSAFE = re.compile(r"[^a-z0-9]+")
_MARK = 6  # characters of the hash that tells two names apart


def file_name(
    view: str,
    bulletins: tuple[str, ...],
    date: datetime.date,
    format: str,
    filters: Iterable[tuple[str, Any]] = (),
) -> str:
    """Name of the file in a format of FORMATS, such as
    xi-county-closures-group-leisure-2026-11-23.csv.

    bulletins: that it speaks of; those of one that is not the default begin with its key. filters:
    key and value of each; those that filter nothing are left out. Letters a to z, digits and -
    alone: what does not fit is cut or left out, and a short hash stands for it.
    """
    narrowed = _in_short(filters)
    stem = file_stem(view, bulletins) + (f"-{narrowed}" if narrowed else "")
    return f"{stem}-{date:%Y-%m-%d}.{format}"


def file_stem(view: str, bulletins: tuple[str, ...]) -> str:
    """What a view is called in names of files: with its bulletin, the default one without date."""
    if len(bulletins) > 1:
        return f"bulletins-{view}"
    [named] = bulletins
    if named == version().bulletin:  # its place is enough
        named = _DATE.sub("", named)
    return f"{named}-{view}"


def _in_short(filters: Iterable[tuple[str, Any]]) -> str:
    """group-leisure-tourism-least-5: keys and values in force."""
    words = [
        str(word)
        for key, value in filters
        if value
        for word in (key, *(value if isinstance(value, tuple) else (value,)))
    ]
    short = "-".join(filter(None, (_UNSAFE.sub("-", word.lower()).strip("-") for word in words)))
    kept = short[:_LONGEST].strip("-")
    if kept == "-".join(words).replace("_", "-"):
        return kept
    mark = hashlib.sha256("\n".join(words).encode(errors="replace")).hexdigest()[:_MARK]
    return f"{kept}-{mark}"

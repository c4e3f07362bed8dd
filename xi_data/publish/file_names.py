"""What a downloaded file is called."""

import datetime
import re

from xi_data.record.version import version

_DATE = re.compile(r"-\d{4}(-\d{2})*$")


def file_name(view: str, bulletins: tuple[str, ...], date: datetime.date, format: str) -> str:
    """Name of the file in a format of FORMATS, such as xi-county-closures-2026-11-23.csv.

    bulletins: that it speaks of; those of one that is not the default begin with its key.
    """
    return f"{file_stem(view, bulletins)}-{date:%Y-%m-%d}.{format}"


def file_stem(view: str, bulletins: tuple[str, ...]) -> str:
    """What a view is called in names of files: with its bulletin, the default one without date."""
    if len(bulletins) > 1:
        return f"bulletins-{view}"
    [named] = bulletins
    if named == version().bulletin:  # its place is enough
        named = _DATE.sub("", named)
    return f"{named}-{view}"

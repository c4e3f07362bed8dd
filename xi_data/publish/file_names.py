"""What a downloaded file is called."""

import datetime

from xi_data.record.version import version


def file_name(view: str, bulletins: tuple[str, ...], date: datetime.date, format: str) -> str:
    """Name of the file in a format of FORMATS, such as xi-county-closures-2026-11-23.csv.

    bulletins: that it speaks of; those of one that is not the default begin with its key.
    """
    return f"{file_stem(view, bulletins)}-{date:%Y-%m-%d}.{format}"


def file_stem(view: str, bulletins: tuple[str, ...]) -> str:
    """What a view is called in names of files: with the bulletin where it is not the default."""
    if bulletins == (version().bulletin,):
        return f"xi-county-{view}"
    return f"{bulletins[0] if len(bulletins) == 1 else 'bulletins'}-{view}"

"""Which edition of the reading program this is: two that agree read a document alike."""

import hashlib
from functools import cache
from pathlib import Path

from xi_data.record.tables import DATA
from xi_data.record.version import version

_CODE = Path(__file__).resolve().parents[1]
_DECIDES = (
    *(_CODE / room for room in ("reading", "opening", "corpus", "batches")),
    *(DATA / folder for folder in ("rules", "vocabularies")),
)
"""What a figure may depend on: code that reads, rules, vocabularies."""


class OtherReaderError(RuntimeError):
    """A worker runs another edition than who sent the work."""


@cache
def reader() -> str:
    """The version of the data, and a hash of all files that decide what is read."""
    digest = hashlib.sha256()
    for folder in _DECIDES:
        for file in sorted((*folder.rglob("*.py"), *folder.rglob("*.csv"))):
            digest.update(file.relative_to(folder.parent).as_posix().encode() + b"\0")
            digest.update(file.read_bytes() + b"\0")
    return f"{version().version}-{digest.hexdigest()[:16]}"

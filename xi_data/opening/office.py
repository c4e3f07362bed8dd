"""Documents of an office, zips of XML: what must hold before a library opens one."""

import io
import re
import zipfile

from xi_data.opening.opened import CannotOpenError
from xi_data.record.packages import BROKEN_ZIP

_MOST_UNPACKED = 100_000_000
_MOST_PARTS = 5_000

MOST_ELEMENTS = 150_000
"""Of all XML in a .docx: they take mammoth 10 s and 200 MB. A million, which were packed into 9 kB,
took two minutes and 1 GB."""

_doctype = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def require_sound(content: bytes, kind: str, most: int | None = None) -> None:
    """Raise CannotOpenError for what is no document, or is larger or other than one can be.

    kind: what it ends in, such as .docx. most: elements that all its XML may have.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or size > _MOST_UNPACKED:
                raise CannotOpenError(
                    "unpacks to {number} parts of {size} bytes, more than a document has",
                    number=f"{len(parts):,}",
                    size=f"{size:,}",
                )
            elements = sum(
                _elements(package, part, kind)
                for part in parts
                if part.filename.endswith((".xml", ".rels"))
            )
    except CannotOpenError:
        raise
    except BROKEN_ZIP as error:
        raise CannotOpenError("is a {kind} that is broken ({why})", kind=kind, why=error) from error
    if most is not None and elements > most:
        raise CannotOpenError(
            "is a {kind} of more than {most} elements; split it", kind=kind, most=f"{most:,}"
        )


def _elements(package: zipfile.ZipFile, part: zipfile.ZipInfo, kind: str) -> int:
    """How many elements a part may have at most.

    A document declares no entities: some unfold to more than any memory holds.
    """
    content = package.read(part).replace(b"\0", b"")  # UTF-16 as well
    if _doctype.search(content):
        raise CannotOpenError(
            "is a {kind} whose {part} declares entities", kind=kind, part=part.filename
        )
    return content.count(b"<")

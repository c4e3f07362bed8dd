"""Documents of an office, zips of XML: what must hold before a library opens one."""

import io
import re
import zipfile

from xi_data.opening.opened import CannotOpenError

_MOST_UNPACKED = 100_000_000
_MOST_PARTS = 5_000

_doctype = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def require_sound(content: bytes, kind: str) -> None:
    """Raise CannotOpenError for what is no document, or is larger or other than one can be.

    kind: what it ends in, such as .docx.
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
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(package, part, kind)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise CannotOpenError("is a {kind} that is broken ({why})", kind=kind, why=error) from error


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, kind: str) -> None:
    """A document declares no entities: some unfold to more than any memory holds."""
    with package.open(part) as opened:
        if _doctype.search(opened.read(10_000)):
            raise CannotOpenError(
                "is a {kind} whose {part} declares entities", kind=kind, part=part.filename
            )

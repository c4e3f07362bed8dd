"""Word's .docx to text: mammoth makes HTML of it, which html.py reads.

python-docx drops what was inserted with changes tracked and all of content controls (its issues 6
and 1123): figures would be missing and nothing would say so. mammoth shows the final text, tables
with spans included, in 0.7 MB without dependencies of weight; markitdown, which uses it too, brings
a model and its runtime.
"""

import io
import re
import zipfile

import mammoth

from xi_data.opening.html import text_of
from xi_data.opening.opened import CannotOpenError, Opened

_MOST_UNPACKED = 100_000_000
_MOST_PARTS = 5_000

_doctype = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def open_docx(content: bytes) -> Opened:
    """The text of a .docx: paragraphs and items as lines, tables as lines of cells, notes last.

    Changes that are tracked are taken as made; headers, footers and comments are left out.
    Raises CannotOpenError.
    """
    _check(content)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(content),
            convert_image=mammoth.images.img_element(lambda image: {}),
            include_embedded_style_map=False,
        )
    except Exception as error:  # of the parsers beneath, which say no more of a broken file
        raise CannotOpenError(f"is a .docx that is broken ({type(error).__name__})") from error
    return text_of(made.value)


def _check(content: bytes) -> None:
    """Raise CannotOpenError for what is no document, or is larger or other than one can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or size > _MOST_UNPACKED:
                raise CannotOpenError(
                    f"unpacks to {len(parts):,} parts of {size:,} bytes, more than a document has"
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(package, part)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise CannotOpenError(f"is a .docx that is broken ({error})") from error


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A document declares no entities: some unfold to more than any memory holds."""
    with package.open(part) as opened:
        if _doctype.search(opened.read(10_000)):
            raise CannotOpenError(f"is a .docx whose {part.filename} declares entities")

"""A file to its text, whatever it is: plain, HTML, .docx or PDF, told by its first bytes."""

import re
import sys
from pathlib import Path

from xi_data.opening.encodings import decoded
from xi_data.opening.opened import MOST_BYTES, CannotOpenError, Opened

_markup = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")


def open_file(file: str) -> Opened:
    """The text of a file, or of standard input for "-". Raises OSError and CannotOpenError."""
    if file == "-":
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with Path(file).open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    return open_bytes(content, file)


def open_bytes(content: bytes, name: str = "") -> Opened:
    """The text of a file with this content; its name tells HTML that begins like plain text.

    Raises CannotOpenError.
    """
    if len(content) > MOST_BYTES:
        raise CannotOpenError("is larger than {most} MB; split it", most=MOST_BYTES // 1_000_000)
    # Each opener is loaded for its own files: most texts are plain.
    if content.startswith(b"%PDF-"):
        from xi_data.opening.pdf import open_pdf

        return open_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        from xi_data.opening.docx import open_docx

        return open_docx(content)
    if content.startswith(_OLD_WORD):
        raise CannotOpenError(
            "is an old Word or Excel file, or has a password; save it as .docx without one"
        )
    if content.startswith(_PICTURES):
        raise CannotOpenError("is a picture; run OCR on it and open the text")
    if _markup.match(content[:4096]) or name.lower().endswith((".html", ".htm", ".xhtml")):
        from xi_data.opening.html import open_html

        return open_html(content)
    return Opened(decoded(content), plain=True)

"""Bulletins from files: bytes to text, in the encodings that Chinese bulletins come in."""

import sys
from pathlib import Path


class UndecodableError(ValueError):
    """Bytes that are text in none of the encodings that are tried."""


def decoded(content: bytes) -> str:
    """Text of a file: UTF-8 or UTF-16 with their marks, UTF-8 without, else GB18030.

    The byte order mark is no part of the text; line ends and all else stay as they are, so that
    offsets are those of the file decoded. Raises UndecodableError.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            failure = error
    raise UndecodableError(
        f"byte {failure.start} is text in none of UTF-8, UTF-16 with a mark and GB18030; "
        "save the file as UTF-8"
    )


def read_text(file: str) -> str:
    """Text of a file, or of standard input for "-". Raises OSError and UndecodableError."""
    return decoded(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())

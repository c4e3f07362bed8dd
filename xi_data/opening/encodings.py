"""Bytes to text, in the encodings that Chinese bulletins come in.

Detectors that go by statistics of whole languages take short GB 2312 for Big5 and Big5 for Korean
(charset-normalizer, issues 587 and 365). Only two families are in question here, and the tables of
both put the characters in common use first: that tells them apart.
"""

import re
from functools import cache

from xi_data.opening.opened import CannotOpenError

_LOOKED_AT = 4000
"""Characters outside ASCII that decide between two encodings."""

_LEVEL_1 = {"gb2312": (0xB0A1, 0xD7FE), "big5": (0xA440, 0xC67E)}
"""Where the tables of both families keep the characters in common use."""

_SIGNS = (0xA1A1, 0xA3FE)  # of GB 2312: punctuation and full-width forms

_declared = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NAMED = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}


class UndecodableError(CannotOpenError):
    """Bytes that are text in none of the encodings that are tried."""


def decoded(content: bytes) -> str:
    """Text of a file: UTF-8 or UTF-16, with their marks or without, GB18030 or Big5.

    The byte order mark is no part of the text; line ends and all else stay as they are, so that
    offsets are those of the file decoded. Raises UndecodableError.
    """
    readings = [_decoded(content, encoding) for encoding in _possible(content)]
    known = [text for text in readings if text is not None]
    if known:
        return max(known, key=_common_share) if len(known) > 1 else known[0]
    raise UndecodableError(
        "is text in none of UTF-8, UTF-16, GB18030 and Big5; save the file as UTF-8"
    )


def decoded_page(content: bytes) -> str:
    """Text of an HTML file: by its mark, else as it declares, else as any file."""
    declared = _declared.search(content[:2048])
    encoding = _NAMED.get(declared[1].decode("ascii", "replace").lower()) if declared else None
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
    text = _decoded(content, encoding) if encoding and not marked else None
    return decoded(content) if text is None else text


def _possible(content: bytes) -> tuple[str, ...]:
    """Encodings that the bytes may be in; of several that fit, common characters decide."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in content:  # no text in the others has it
        return ("utf-16-le", "utf-16-be")
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ("gb18030", "cp950", "big5hkscs")
    return ("utf-8-sig",)


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _common_share(text: str) -> float:
    """Which part of the characters outside ASCII is in common use in China or in Taiwan."""
    looked_at = [character for character in text if character > "\x7f"][:_LOOKED_AT]
    return sum(map(_is_common, looked_at)) / max(1, len(looked_at))


@cache
def _is_common(character: str) -> bool:
    codes = {
        encoding: int.from_bytes(character.encode(encoding, "ignore"), "big")
        for encoding in _LEVEL_1
    }
    return _SIGNS[0] <= codes["gb2312"] <= _SIGNS[1] or any(
        first <= codes[encoding] <= last for encoding, (first, last) in _LEVEL_1.items()
    )

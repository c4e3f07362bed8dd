"""PDF with a text layer to text, by pypdfium2: PDFium, which Chrome shows PDFs with.

Official Chinese documents name GBK-EUC-H and its kin and hold no map to Unicode; pypdf has some of
these encodings and returns garbled text for others (its issues 2330, 2356, 2812). PDFium has them
all, and the place of each character: that tells which line goes on and where a column begins. It is
BSD, one wheel of 3 MB. PyMuPDF does as well and is AGPL.
"""

import re
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw

from xi_data.opening.opened import MOST_CHARACTERS, CannotOpenError, Opened, Origin

MOST_PAGES = 1_000

_one_at_a_time = threading.Lock()  # PDFium is not safe in threads, not even for two documents

_COLUMN_GAP = 2.0
"""Widths of a character that lie between two columns, and not between two words."""

_FULL = 1.6
"""Widths of a character by which a full line may fall short: one does not begin with a stop."""

_INDENT = 1.0
"""Widths of a character by which the first line of a paragraph begins farther right."""

_LEAST_FULL = 0.6
"""Part of the page's width at which a full line must end: else the text is in narrow parts."""

_ENDS = "。！？；：…"
_PAGE_MARKS = frozenset("0123456789-–—－·/ 第页共頁")


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: its text; in points its edges, the size of its characters, the page."""

    text: str
    left: float
    right: float
    size: float
    page: int
    width: float


def open_pdf(content: bytes) -> Opened:
    """The text of a PDF: a line for each paragraph or row, a tab between columns.

    Lines that run to the margin are joined to the next, so that no number is cut in two; numbers of
    pages are left out. warnings name pages without text. Raises CannotOpenError.
    """
    with _one_at_a_time:
        lines, empty, pages = _lines_of(content)
    if not lines:
        raise CannotOpenError(
            "has no text layer: its {pages} pages are pictures; run OCR on it and open the result",
            pages=pages,
        )
    text, origins = _joined(lines)
    if not empty:
        return Opened(text, origins=origins)
    listed = ", ".join(map(str, empty))
    return Opened(text, origins=origins, warnings=(f"no text on pages {listed}: pictures?",))


def _lines_of(content: bytes) -> tuple[list[_Line], list[int], int]:
    """Lines of all pages, numbers of the pages without any, and how many pages there are."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise CannotOpenError("needs a password; save it without one") from error
        raise CannotOpenError(
            "is a {kind} that is broken ({why})", kind="PDF", why=error
        ) from error
    try:
        if len(document) > MOST_PAGES:
            raise CannotOpenError(
                "has {number} pages of at most {most}",
                number=f"{len(document):,}",
                most=f"{MOST_PAGES:,}",
            )
        lines, empty, characters = [], [], 0
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            found = list(_lines_on(page, number))
            characters += sum(len(line.text) for line in found)
            if characters > MOST_CHARACTERS:
                raise CannotOpenError(
                    "holds more than {most} characters; split it", most=f"{MOST_CHARACTERS:,}"
                )
            lines += _without_number(found)
            if not found:
                empty.append(number)
            page.close()
        return lines, empty, len(document)
    except pypdfium2.PdfiumError as error:
        raise CannotOpenError(
            "is a {kind} that is broken ({why})", kind="PDF", why=error
        ) from error
    finally:
        document.close()


def _lines_on(page: pypdfium2.PdfPage, number: int) -> Iterator[_Line]:
    text_page = page.get_textpage()
    line: list[tuple[str, int]] = []
    for character, index in _characters(text_page):
        if character not in "\r\n":
            line.append((character, index))
        elif line:
            yield from _line(text_page, line, number, page.get_width())
            line = []
    yield from _line(text_page, line, number, page.get_width())
    text_page.close()


def _characters(text_page: pypdfium2.PdfTextPage) -> Iterator[tuple[str, int]]:
    """Characters with the index by which PDFium knows their place; it counts halves of pairs."""
    high = 0
    for index in range(text_page.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
        elif 0xDC00 <= code < 0xE000:
            yield chr(0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)), index
        elif code not in (0, 0xFFFE):  # nothing, and a hyphen at the end of a line
            yield chr(code), index


def _line(
    text_page: pypdfium2.PdfTextPage, characters: list[tuple[str, int]], number: int, width: float
) -> Iterator[_Line]:
    """The line of these characters, if any is seen; a tab for a blank as wide as a column's."""
    seen = [at for at, (character, _) in enumerate(characters) if not character.isspace()]
    if not seen:
        return

    def edges(at: int) -> tuple[float, float]:
        left, _, right, _ = text_page.get_charbox(characters[at][1])
        return left, right

    first, last = seen[0], seen[-1]
    _, bottom, _, top = text_page.get_charbox(characters[first][1], loose=True)
    size = max(1.0, top - bottom)
    pieces = [characters[first][0]]
    for before, at in pairwise(seen):
        if at - before > 1:
            gap = edges(at)[0] - edges(before)[1]
            pieces.append("\t" if gap > _COLUMN_GAP * size else " ")
        pieces.append(characters[at][0])
    yield _Line("".join(pieces), edges(first)[0], edges(last)[1], size, number, width)


def _without_number(lines: list[_Line]) -> list[_Line]:
    """The lines of a page without its number, where that is all that its first or last one says."""
    if len(lines) > 1 and _is_page_mark(lines[-1]):
        lines = lines[:-1]
    return lines[1:] if len(lines) > 1 and _is_page_mark(lines[0]) else lines


def _is_page_mark(line: _Line) -> bool:
    """2, - 2 -, 第2页 共5页 and their like: the number of its page and nothing else."""
    numbers = re.findall("[0-9]+", line.text)
    return set(line.text) <= _PAGE_MARKS and numbers[:1] == [str(line.page)] and len(numbers) < 3


def _joined(lines: list[_Line]) -> tuple[str, tuple[Origin, ...]]:
    """Text of all lines, those that go on joined, and which part of it each page holds."""
    left, right = _margins(lines)
    pieces: list[str] = []
    origins: list[Origin] = []
    length, before = 0, None
    for line in lines:
        between = "" if before is None else "\n"
        if before is not None and _goes_on(before, line, left, right):
            between = " " if before.text[-1].isascii() and before.text[-1].isalpha() else ""
        pieces += [between, line.text]
        start = length + len(between)
        length = start + len(line.text)
        if origins and origins[-1].page == line.page:
            start = origins.pop().start
        origins.append(Origin(start, length, page=line.page))
        before = line
    return "".join(pieces), tuple(origins)


def _margins(lines: list[_Line]) -> tuple[float, float]:
    """Left and right edge of the text: the left one that most lines have, the farthest right."""
    lefts = Counter(round(line.left / line.size) * line.size for line in lines)
    left = lefts.most_common(1)[0][0]
    return left, max(line.right for line in lines)


def _goes_on(line: _Line, following: _Line, left: float, right: float) -> bool:
    """Whether a line is full and the next one, at the left margin, goes on with its words."""
    full = line.right >= right - _FULL * line.size and line.right >= _LEAST_FULL * line.width
    indented = following.left > left + _INDENT * following.size
    table = "\t" in line.text or "\t" in following.text
    return full and not indented and not table and line.text[-1] not in _ENDS

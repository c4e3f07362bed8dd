"""HTML to text, by lxml: libxml2 never fails on a page and reads it in time of its length.

selectolax is faster, but pages as they come have ended the process (its issues 91, 135 and 217);
the parser of the standard library takes minutes for 200 kB of comments that never end. What is left
out is what HTML itself says is not shown or not the page's content, never what looks like it.
"""

import re
from collections.abc import Mapping

from lxml import etree

from xi_data.opening.encodings import decoded_page
from xi_data.opening.layout import Cell, Items, Page, Table, collapsed
from xi_data.opening.opened import CannotOpenError, Opened

_LEFT_OUT = frozenset(
    ("script", "style", "template", "noscript", "nav", "select", "button", "textarea", "datalist")
    + ("svg", "math", "iframe", "object", "audio", "video", "canvas", "rt", "rp", "del", "title")
)
"""Not rendered, navigation, controls, embedded things, readings of characters, and text taken back.

Source: https://html.spec.whatwg.org, sections 4.2 to 4.12.
"""

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details")
    + ("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "legend")
    + ("h1", "h2", "h3", "h4", "h5", "h6", "li", "main", "ol", "p", "pre", "section", "summary")
    + ("ul", "br", "hr", "table", "thead", "tbody", "tfoot", "tr", "td", "th")
)
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "col"))
_CONTENT = ("main", "article")
_RAISED = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
"""A raised digit set plain would lengthen the number before it."""

_PUBLISHED = frozenset(("pubdate", "publishdate", "article:published_time", "datepublished"))
"""Names of metadata that state when a page was published; the first is that of 政府网站."""

_MOST_SPAN = 100
"""Columns or rows that one cell may take."""

_DEEPEST = 30
"""Tables within tables; what is deeper is written as lines."""

_MOST_DEEP = 1000
"""Elements within elements: twice what a browser keeps, and the parser's time grows with them."""

_day = re.compile(r"([12]\d{3})[-/](\d\d?)[-/](\d\d?)(?!\d)")
_not_shown = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def open_html(content: bytes) -> Opened:
    """The text of an HTML file: paragraphs and items as lines, tables as lines of cells.

    Where a page has one main element, or else one article, the text is that of this alone.
    Raises CannotOpenError.
    """
    return text_of(decoded_page(content))


def text_of(markup: str) -> Opened:
    """The same for HTML that is decoded already."""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8")
    parser.feed(b"<html>")  # without it a text with no tag at all is an error
    parser.feed(markup.encode(errors="replace"))
    parser.close()
    page = Page()
    page.add(reader.content())
    return Opened(page.text, reader.title, reader.published, tuple(page.origins))


class _Reader:
    """Lines and tables of a page, as the parser tells of its elements one after another.

    title and published are those of the page's metadata, None where it states none.
    """

    def __init__(self):
        self.title: str | None = None
        self.published: str | None = None
        self._items: list[str | Table] = []
        self._line: list[str] = []
        self._depth = 0
        self._hidden: list[str] = []  # elements of the name of the outermost that is left out
        self._raised: list[str] = []
        self._preformatted = 0
        self._tables: list[Table] = []
        self._cells: list[Cell | None] = []  # of each open table the open cell
        self._content = {name: _Parts() for name in _CONTENT}

    def content(self) -> Items:
        """The items of the page's own content."""
        self._end_line()
        while self._tables:
            self._end_table()
        for name in _CONTENT:
            if (part := self._content[name].only) is not None:
                return self._items[part]
        return self._items

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _MOST_DEEP:
            raise CannotOpenError(
                "has more than {most} elements one within the other", most=f"{_MOST_DEEP:,}"
            )
        if _date_name(given) in _PUBLISHED and self.published is None:
            self.published = _date(given.get("content") or given.get("datetime") or "")
        if self._hidden:
            if tag == self._hidden[0]:
                self._hidden.append(tag)
        elif tag not in _VOID and _is_left_out(tag, given):
            self._hidden.append(tag)
        else:
            self._begin(tag, given)

    def end(self, tag: str) -> None:
        """An element ends, marked or not."""
        self._depth -= 1
        if self._hidden:
            if tag == self._hidden[0]:
                self._hidden.pop()
            return
        if tag in _RAISED and tag in self._raised:
            self._raised.remove(tag)
        if tag not in _BLOCKS:
            return
        self._end_line()
        if tag == "table" and self._tables:
            self._end_table()
        elif tag in ("td", "th") and self._tables:
            self._cells[-1] = None
        elif tag in _CONTENT and not self._tables:
            self._content[tag].end(len(self._items))
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)

    def data(self, data: str) -> None:
        """Some of the text."""
        if self._hidden:
            if self._hidden[0] == "title" and self.title is None:
                self.title = collapsed(data) or None
        elif self._preformatted:
            first, *others = data.split("\n")
            self._line.append(first)
            for line in others:
                self._end_line()
                self._line.append(line)
        else:
            self._line.append(data.translate(_RAISED[self._raised[-1]]) if self._raised else data)

    def close(self) -> None:
        """The page ends."""

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in _RAISED:
            self._raised.append(tag)
        if tag not in _BLOCKS:
            return
        self._end_line()
        if tag == "table" and len(self._tables) < _DEEPEST:
            self._tables.append(Table())
            self._cells.append(None)
        elif tag in ("tr", "td", "th") and self._tables:
            self._begin_cell(tag, given)
        elif tag in _CONTENT and not self._tables:
            self._content[tag].begin(len(self._items))
        elif tag == "pre":
            self._preformatted += 1

    def _begin_cell(self, tag: str, given: Mapping[str, str]) -> None:
        rows, self._cells[-1] = self._tables[-1].rows, None
        if tag == "tr" or not rows:
            rows.append([])
        if tag != "tr":
            cell = Cell(columns=_span(given.get("colspan")), rows=_span(given.get("rowspan")))
            rows[-1].append(cell)
            self._cells[-1] = cell

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._cells.pop()
        self._into().append(table)

    def _end_line(self) -> None:
        joined = "".join(self._line)
        line = joined.rstrip() if self._preformatted else collapsed(joined)
        self._line.clear()
        self._raised.clear()
        if line.strip():
            self._into().append(line)

    def _into(self) -> list[str | Table]:
        """Where a line goes: into the open cell, before the table where none is open."""
        for cell in reversed(self._cells):
            if cell is not None:
                return cell.items
        return self._items


class _Parts:
    """Where the outermost elements of one name begin and end among the items of a page."""

    def __init__(self):
        self._begun: list[int] = []
        self._parts: list[slice] = []

    def begin(self, place: int) -> None:
        self._begun.append(place)

    def end(self, place: int) -> None:
        if self._begun:
            begun = self._begun.pop()
            if not self._begun:
                self._parts.append(slice(begun, place))

    @property
    def only(self) -> slice | None:
        """The one that there is; None where there is none, or there are several."""
        return self._parts[0] if len(self._parts) == 1 and not self._begun else None


def _is_left_out(tag: str, given: Mapping[str, str]) -> bool:
    return tag in _LEFT_OUT or "hidden" in given or bool(_not_shown.search(given.get("style", "")))


def _date_name(given: Mapping[str, str]) -> str:
    return (given.get("name") or given.get("property") or given.get("itemprop") or "").lower()


def _date(stated: str) -> str | None:
    found = _day.search(stated)
    return "-".join((found[1], found[2].zfill(2), found[3].zfill(2))) if found else None


def _span(stated: str | None) -> int:
    return max(1, min(_MOST_SPAN, int(stated))) if stated and stated.isdecimal() else 1

"""Places of a reading copy where a numeral is a part of a name: addresses, titles, quotations."""

from bisect import bisect_right

from xi_data.reading.patterns import Pattern

_TITLE = Pattern(r"《[^《》\n]{1,60}》")
_QUOTATION = Pattern(r"[“\"「『'‘][^“”\"「」『』'‘’\n]{1,8}[”\"」』'’]")
# A mail address is looked for from its first character alone: else a long word takes square time.
_ADDRESS = Pattern(
    r"[A-Za-z0-9._-](?:(?:(?<=h)ttps?://|(?<=w)ww\.)[!-~]+"
    r"|(?<![A-Za-z0-9._-].)[A-Za-z0-9._-]*@[A-Za-z0-9.-]+)"
)


class _Spans:
    """Half-open places in order, none in another, and which of them holds a position."""

    def __init__(self, pattern: Pattern, words: str):
        self._spans = [found.span() for found in pattern.finditer(words)]
        self._starts = [start for start, _ in self._spans]

    def end(self, position: int) -> int | None:
        """Where the one that holds a position ends, or None."""
        index = bisect_right(self._starts, position)
        end = self._spans[index - 1][1] if index else 0
        return end if position < end else None


class Surroundings:
    """Addresses, titles and short quotations of one reading copy."""

    def __init__(self, words: str):
        self._addresses = _Spans(_ADDRESS, words)
        self._titles = _Spans(_TITLE, words)
        self._quotations = _Spans(_QUOTATION, words)

    def end_of_address(self, position: int) -> int | None:
        """Where the web address or mail address that holds a position ends, or None."""
        return self._addresses.end(position)

    def in_title(self, position: int) -> bool:
        """Whether a position lies in 《》."""
        return self._titles.end(position) is not None

    def in_quotation(self, position: int) -> bool:
        """Whether a position lies in a quotation of at most eight characters."""
        return self._quotations.end(position) is not None

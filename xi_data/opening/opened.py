"""What an opened file is: its text, and from where in the file each part of it comes."""

from bisect import bisect_right
from dataclasses import dataclass, field

from xi_data.record.errors import ExplainedError

MOST_BYTES = 20_000_000
"""The largest file that is opened."""

MOST_CHARACTERS = 2_000_000
"""The longest text that a file may hold, in code points."""


class CannotOpenError(ExplainedError, ValueError):
    """A file that holds no text that could be read, with what to do about it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the characters [start, end) of a text stand in their file: a page, or a cell.

    All count from 1; what does not apply is None.
    """

    start: int
    end: int
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Opened:
    """text: what is read and shown; every position refers to it.

    title, published: as the file's own metadata state them, published as YYYY-MM-DD; else None.
    origins: in the order of the text, none for a plain one. warnings: what the file holds that is
    not in the text, for a person. plain: whether the text is the file, decoded.
    """

    text: str
    title: str | None = None
    published: str | None = None
    origins: tuple[Origin, ...] = ()
    warnings: tuple[str, ...] = ()
    plain: bool = False
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "_starts", [one.start for one in self.origins])
        if len(self.text) > MOST_CHARACTERS:
            raise CannotOpenError(
                "holds {number} characters of at most {most}; split it",
                number=f"{len(self.text):,}",
                most=f"{MOST_CHARACTERS:,}",
            )

    def origin(self, position: int) -> Origin | None:
        """Where a character of the text stands in the file; None where the text is all there is."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self.origins[index].end:
            return None
        return self.origins[index]

"""A document that is to be read, as it was found, and how it is read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from xi_data.corpus.bulletin import Bulletin, read_opened
from xi_data.corpus.index import Entry
from xi_data.opening.opened import Opened
from xi_data.record.errors import ExplainedError, Message


class DocumentError(ExplainedError, ValueError):
    """A document that cannot be had from where it should be, in words."""


def unreadable(error: OSError) -> Message:
    """What the system says of a file or folder."""
    return Message("cannot be read: {why}", why=error.strerror or str(error))


@dataclass(frozen=True)
class Document:
    """source: its file as named or found. row: in a table of documents, from 1; its id is the name.

    key: what its figures name it by. content: the bytes of the file, or the text of the row.
    problem: why there is no content. weight: bytes of the input that it makes up, about.
    """

    source: str
    key: str = ""
    row: int | None = None
    name: str = ""
    content: bytes | str = field(default="", repr=False)
    entry: Entry | None = None
    problem: Message | None = None
    weight: float = 0

    @property
    def place(self) -> str:
        """Where it stands, for a person."""
        return self.source if self.row is None else f"{self.source}, row {self.row}"

    @property
    def reference(self) -> str:
        """What a row of figures names it by: the file, or file and id."""
        return self.source if self.row is None else f"{self.source}#{self.name}"

    def read(self, published: str | None, opener: Callable[[bytes, str], Opened]) -> Bulletin:
        """What the reader finds. opener: makes bytes a text. published: for those without a date.

        Raises DocumentError, and what opener and Opened raise: opening.CannotOpenError.
        """
        if self.problem is not None:
            raise DocumentError(self.problem.message, **self.problem.values)
        if isinstance(self.content, str):
            opened = Opened(self.content, plain=True)
        else:
            opened = opener(self.content, self.source)
        return read_opened(opened, self.name or self.source, self.entry, published)

"""A unit of work: some hundred documents, read into one shard. It needs nothing but itself.

Whoever has the same reader makes the same shard of it, wherever and whenever that is.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from xi_data.batches.document import Document, DocumentError
from xi_data.batches.reader import OtherReaderError, reader
from xi_data.batches.schema import problem_cells, shard_table
from xi_data.batches.search_words import found_by
from xi_data.batches.shard_file import shard_bytes
from xi_data.corpus.bulletin import Bulletin
from xi_data.corpus.figures import figures_of
from xi_data.corpus.rows import bulletin_row
from xi_data.opening.apart import open_apart
from xi_data.opening.opened import CannotOpenError
from xi_data.record.errors import Message
from xi_data.record.figures import row_of

MOST_DOCUMENTS = 50
"""In one unit, half a second of work: little is lost with a worker, and no one waits long."""

MOST_BYTES = 8_000_000
"""Of content in one unit, beyond which no further document is added."""


@dataclass(frozen=True)
class Unit:
    """number: from 0, in the order of the documents. published, with_texts: as extract takes them.

    reader: the edition that must read it.
    """

    number: int
    documents: tuple[Document, ...] = field(repr=False)
    published: str | None
    with_texts: bool
    reader: str

    @cached_property
    def digest(self) -> str:
        """A hash of all documents, with where they come from and what is known of them."""
        digest = hashlib.sha256()
        for one in self.documents:
            content = (
                one.content.encode(errors="surrogatepass")
                if isinstance(one.content, str)
                else one.content
            )
            digest.update(repr(replace(one, content="", weight=0)).encode(errors="surrogatepass"))
            digest.update(hashlib.sha256(content).digest())
        return digest.hexdigest()

    @property
    def weight(self) -> float:
        """Bytes of the input that it makes up, about."""
        return sum(one.weight for one in self.documents)


@dataclass(frozen=True)
class Shard:
    """content: of its file, see shard_file. failures: where, and what went wrong."""

    unit: int
    content: bytes = field(repr=False)
    failures: tuple[tuple[str, str], ...]


def units(
    documents: Iterable[Document], published: str | None, with_texts: bool, most: int
) -> Iterator[Unit]:
    """The documents in units of at most so many, one unit in memory."""
    number, taken, size = 0, [], 0
    for one in documents:
        taken.append(one)
        size += len(one.content)
        if len(taken) == most or size > MOST_BYTES:
            yield Unit(number, tuple(taken), published, with_texts, reader())
            number, taken, size = number + 1, [], 0
    if taken:
        yield Unit(number, tuple(taken), published, with_texts, reader())


def read_unit(unit: Unit) -> Shard:
    """The shard of a unit; what cannot be read is in it as a failure.

    Raises OtherReaderError where this is not the reader that the unit asks for.
    """
    if unit.reader != reader():
        raise OtherReaderError(f"this is {reader()}, and {unit.reader} is asked for")
    return shard_of(unit, [document_read(one, unit) for one in unit.documents])


Row = tuple[dict[str, Any], list[tuple[Any, ...]]]


def document_read(document: Document, unit: Unit) -> Row:
    """What a shard says of one document, and its figures. Raises nothing: a failure says why."""
    try:
        bulletin = document.read(unit.published, open_apart)
        figures = figures_of(bulletin, document.key)
        found = [(*row_of(one), found_by(one)) for one in figures]
        row = _document_row(document, bulletin)
    except (DocumentError, CannotOpenError) as error:
        return failed(document, error.words)
    except Exception as error:  # a fault of the reader must not take the other documents with it
        return failed(
            document,
            Message(
                "the reading program fails on it ({why})", why=f"{type(error).__name__}: {error}"
            ),
        )
    return row | {"text": bulletin.opened.text if unit.with_texts else None}, found


def failed(document: Document, problem: Message) -> Row:
    """What a shard says of a document that cannot be read."""
    place = {"bulletin_id": document.key or None, "source": document.source, "row": document.row}
    return place | problem_cells(problem), []


def shard_of(unit: Unit, rows: list[Row]) -> Shard:
    """The shard of what was read of each document."""
    documents = [row for row, _ in rows]
    table = shard_table(documents, [found for _, found in rows])
    failures = (
        (one.place, row["problem"])
        for one, row in zip(unit.documents, documents, strict=True)
        if row.get("problem")
    )
    return Shard(unit.number, shard_bytes(table, unit.digest), tuple(failures))


def _document_row(document: Document, bulletin: Bulletin) -> dict[str, Any]:
    made, found = bulletin_row(bulletin, document.key), bulletin.publication
    shared = (
        "published",
        "published_partial",
        "latest_date",
        "code_points",
        "paragraphs",
        "sha256",
    )
    return {name: made[name] for name in shared} | {
        "bulletin_id": document.key,
        "source": document.source,
        "row": document.row,
        "title": made["title_en"],
        "publisher": made["publisher_printed"],
        "place": bulletin.entry.place or None,
        "published_basis": found.basis,
        "published_words": found.evidence or None,
        "figures": len(bulletin.candidates),
        "unsure": sum(one.unsure is not None for one in bulletin.candidates),
        "remarks": "\n".join(bulletin.messages) or None,
    }

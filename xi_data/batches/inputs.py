"""What was named on the command line to documents, in an order that does not change.

Files come as they were named, those of a folder by their names, rows of a table as they stand. None
is held longer than it is asked for.
"""

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from xi_data.batches.document import Document, unreadable
from xi_data.batches.tables import TABLES, Columns, row_documents
from xi_data.corpora import SAID, UNFINISHED
from xi_data.corpus.index import Entry, Index
from xi_data.corpus.rows import key_of_name
from xi_data.opening.opened import MOST_BYTES
from xi_data.record.errors import Message

KNOWN = frozenset((".txt", ".text", ".htm", ".html", ".xhtml", ".docx", ".pdf", *TABLES))
"""Suffixes of the files that are taken from a folder; one that is named is taken in any case."""

DATASET_FILES = (SAID, UNFINISHED)
"""What a folder holds that we made of documents: none is taken from it."""

_AN_ADDRESS = Message("is an address; name a folder or a file: storage can be mounted as a folder")


class Inputs:
    """Everything that was named, as often as it is asked for."""

    def __init__(self, named: Sequence[str], index: Index, columns: Columns):
        self._named = named or index.files
        self._index, self._columns = index, columns
        first = self._named[0] if len(self._named) == 1 else ""
        self.several = not (first == "-" or os.path.isfile(first)) or _suffix(first) in TABLES
        """Whether there may be more than one document."""

    def __iter__(self) -> Iterator[Document]:
        """Raises nothing: what cannot be had is a document with its problem."""
        for file in self._files(Counter()):
            yield from self._documents(file)

    def survey(self) -> tuple[int, list[str]]:
        """Bytes of all files, and what a person must be told of those that are left out."""
        left_out: Counter[str] = Counter()
        total = 0
        for file in self._files(left_out):
            if isinstance(file, str) and os.path.isfile(file):
                total += os.path.getsize(file)
        kinds = ", ".join(sorted(left_out))
        told = [f"{left_out.total():,} files in folders are left out: {kinds}"] if left_out else []
        return total, told

    def _files(self, left_out: Counter[str]) -> Iterator[str | Document]:
        for one in self._named:
            if one == "-" or os.path.isfile(one):
                yield one
            elif os.path.isdir(one):
                yield from _within(one, left_out)
            elif glob.has_magic(one):
                found = sorted(filter(os.path.isfile, glob.iglob(one, recursive=True)))
                yield from found or [Document(one, problem=Message("no file fits this pattern"))]
            elif "://" in one:
                yield Document(one, problem=_AN_ADDRESS)
            else:
                yield one

    def _documents(self, file: str | Document) -> Iterator[Document]:
        if isinstance(file, Document):
            yield file
        elif _suffix(file) in TABLES:
            yield from row_documents(file, self._columns)
        else:
            yield self._whole(file)

    def _whole(self, file: str) -> Document:
        entry = self._index.entry(file)
        key = (entry or Entry()).bulletin_id or key_of_name(PurePath(file).stem, file)
        try:
            content = _content(file)
        except OSError as error:
            return Document(file, key, problem=unreadable(error))
        return Document(file, key, content=content, entry=entry, weight=len(content))


def _suffix(file: str) -> str:
    return PurePath(file).suffix.lower()


def _content(file: str) -> bytes:
    """No more than tells the opener that it is too much."""
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(file).open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _within(folder: str, left_out: Counter[str]) -> Iterator[str | Document]:
    """Files of a folder and of those in it, hidden ones left out; links to folders not followed."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Document(folder, problem=unreadable(error))
        return
    if any(entry.name in DATASET_FILES for entry in found):
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _within(entry.path, left_out)
        elif (suffix := _suffix(entry.name)) in KNOWN:
            yield entry.path
        else:
            left_out[suffix or entry.name] += 1

"""A file with what was read from it."""

from dataclasses import dataclass

from xi_data.corpus.index import Entry
from xi_data.corpus.published import Publication, contradicted, publication, reason
from xi_data.opening.files import open_file
from xi_data.opening.opened import Opened, Origin
from xi_data.reading.candidate import Candidate, Refusal
from xi_data.reading.extract import read


@dataclass(frozen=True)
class Bulletin:
    """file: as it was named. messages: what a person must be told of it, each a sentence."""

    file: str
    entry: Entry
    opened: Opened
    publication: Publication
    candidates: list[Candidate]
    refusals: list[Refusal]
    messages: tuple[str, ...]


def read_bulletin(file: str, entry: Entry | None = None, published: str | None = None) -> Bulletin:
    """Open a file and read it. entry: its row of the index; published: for files without their own.

    Raises OSError and opening.CannotOpenError.
    """
    return read_opened(open_file(file), file, entry, published)


def read_opened(
    opened: Opened, file: str, entry: Entry | None = None, published: str | None = None
) -> Bulletin:
    """A file that is opened, read as read_bulletin reads it; file: its name, which may date it."""
    found, messages = publication(opened, file, entry, published)
    if found.basis in ("line", "metadata", "name") and not messages:
        messages.append(f"published {found.date}, from {reason(found)}")
    candidates, refusals = read(opened.text, published=found.date)
    if told := contradicted(found, candidates):
        found = Publication()
        messages.append(told)
        candidates, refusals = read(opened.text)
    if any((one.date_partial or "").startswith("X") for one in candidates):
        messages.append(
            "has dates without a year, which are left without one: say when it was published with "
            "--published, or in a row of --index"
        )
    return Bulletin(
        file,
        entry or Entry(),
        opened,
        found,
        candidates,
        refusals,
        (*opened.warnings, *messages),
    )


def origin_words(origin: Origin | None) -> str | None:
    """Where in its file a figure stands: page 2, or table 1, row 3, column 2."""
    if origin is None:
        return None
    if origin.page:
        return f"page {origin.page}"
    return f"table {origin.table}, row {origin.row}, column {origin.column}"

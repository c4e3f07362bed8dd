"""What can be guessed of a bulletin before anybody has said it, and what each guess rests on."""

from dataclasses import dataclass
from pathlib import PurePath

from xi_data.corpus.bulletin import Bulletin
from xi_data.reading import imprint


@dataclass(frozen=True)
class Guess:
    """column: title, publisher, place or published. guess: its words, "" where nothing says it.

    basis: line, name (of the file), metadata, option (a person said so) or "" for none. line: its
    number, from 1; evidence: what the line or the name says.
    """

    column: str
    guess: str
    basis: str = ""
    line: int | None = None
    evidence: str = ""


def guesses_of(bulletin: Bulletin) -> tuple[Guess, ...]:
    """One guess for each of title, publisher, place and published."""
    text, found = bulletin.opened.text, bulletin.publication
    return (
        _title(bulletin),
        _found("publisher", imprint.publisher(text)),
        _found("place", imprint.place(text)),
        Guess("published", found.date or "", found.basis or "", found.line, found.evidence),
    )


def _title(bulletin: Bulletin) -> Guess:
    if bulletin.opened.title:
        return Guess("title", bulletin.opened.title, "metadata")
    said = imprint.headline(bulletin.opened.text)
    if said:
        return _found("title", said)
    name = PurePath(bulletin.file).name
    return Guess("title", name, "name", evidence=name)


def _found(column: str, found: imprint.Said | None) -> Guess:
    if found is None:
        return Guess(column, "")
    return Guess(column, found.words, "line", found.line, found.words)

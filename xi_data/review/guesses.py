"""What can be guessed of a bulletin before anybody has said it, and what each guess rests on."""

from dataclasses import dataclass
from pathlib import PurePath

from xi_data.corpus.bulletin import Bulletin
from xi_data.reading import imprint


@dataclass(frozen=True)
class Guess:
    """column: title, publisher, place or published. words: the guess, "" where nothing says it.

    basis: line, name (of the file), metadata, option (a person said so) or "" for none. line: its
    number, from 1; evidence: what the line or the name says.
    """

    column: str
    words: str
    basis: str = ""
    line: int | None = None
    evidence: str = ""


def guesses_of(bulletin: Bulletin) -> tuple[Guess, ...]:
    """One guess for each of title, publisher, place and published."""
    text, found = bulletin.opened.text, bulletin.publication
    return (
        _title(bulletin),
        _said("publisher", imprint.publisher(text)),
        _said("place", imprint.place(text)),
        Guess("published", found.date or "", found.basis or "", found.line, found.evidence),
    )


def _title(bulletin: Bulletin) -> Guess:
    if bulletin.opened.title:
        return Guess("title", bulletin.opened.title, "metadata")
    said = imprint.headline(bulletin.opened.text)
    if said:
        return _said("title", said)
    name = PurePath(bulletin.file).name
    return Guess("title", name, "name", evidence=name)


def _said(column: str, said: imprint.Said | None) -> Guess:
    return Guess(column, said.words, "line", said.line, said.words) if said else Guess(column, "")

"""Copies of the article: how long one may be, and the best one that a folder holds."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from xi_data.matching.align import Verification, verify
from xi_data.opening.encodings import UndecodableError, decoded
from xi_data.record.figures import Excused, Figure

MOST_BYTES = 1_000_000
"""The largest file that is read, some sixty times the article."""

MOST_CHARACTERS = 200_000
"""The longest text that is shown, in code points."""

_TRIED = 200  # files that are verified, where none is the one that positions were made on
_LEAST = 0.5  # of the figures: with fewer proved by their neighbours it is another bulletin


def best_copy(
    folder: Path, sha256: str, figures: Sequence[Figure], excused: Sequence[Excused]
) -> tuple[Path, str] | None:
    """The file with this SHA-256, else the one in which most figures are found, with its text.

    Only files .txt below the folder are looked at, only such as may be shown; None where none is a
    copy of the article.
    """
    others = []
    for file, content in _contents(folder):
        if hashlib.sha256(content).hexdigest() == sha256:
            return file, decoded(content)
        if len(others) < _TRIED:
            others.append(file)
    best, most = None, _LEAST * len(figures)
    for file, content in _contents(folder, others):
        try:
            text = decoded(content)
        except UndecodableError:
            continue
        if len(text) > MOST_CHARACTERS:
            continue
        proved = _proved(verify(text, figures, excused))
        if proved > most:
            best, most = (file, text), proved
    return best


def _contents(folder: Path, files: Sequence[Path] | None = None) -> Iterator[tuple[Path, bytes]]:
    """Files that can be read and are not too large, with what they hold."""
    for file in sorted(folder.rglob("*.txt")) if files is None else files:
        try:
            if file.is_file() and file.stat().st_size <= MOST_BYTES:
                yield file, file.read_bytes()
        except OSError:
            continue


def is_copy(verification: Verification) -> bool:
    """Whether the text is one of the bulletin, in part at least, and not another text.

    Most figures stand in it, or more of its numerals are figures of the bulletin than are not.
    """
    proved = _proved(verification)
    return proved > _LEAST * len(verification.verdicts) or proved > len(verification.uncovered)


def _proved(verification: Verification) -> int:
    """How many figures were found with their own neighbours, not by their order alone."""
    return sum(one.start is not None and one.proof != "order" for one in verification.verdicts)

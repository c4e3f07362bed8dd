"""A copy of a bulletin's text: a visitor's, kept in that session alone, or the host's."""

import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import streamlit as st

from xi_data.matching.align import Verification, verify
from xi_data.matching.copies import best_copy, is_copy
from xi_data.matching.highlight import UNCOVERED, Run, in_copy, lines, marks, visible
from xi_data.memory import memoised, realm
from xi_data.reading.extract import Candidate, extract
from xi_data.reading.text import ReadingCopy
from xi_data.record.bulletins import read_bulletins
from xi_data.record.figures import Excused, Figure, read_excused, read_figures
from xi_data.ui.state import brought, keys, workspace

FOLDER = "XI_BULLETINS"
"""Environment variable that names the folder with the article."""

SHOWN = 2000
"""Uncovered numerals that are marked and listed at most: a text full of them stays quick."""


@dataclass(frozen=True)
class Article:
    """A copy of the article with what was found in it.

    own: a visitor brought it. only: it came with the bulletin itself.
    """

    text: str
    name: str
    own: bool
    verification: Verification
    only: bool = False

    @cached_property
    def number(self) -> int:
        """A number that tells this copy from others."""
        return zlib.crc32(self.text.encode("utf-8", "surrogatepass"))

    @cached_property
    def published(self) -> list[list[Run]]:
        """Runs of each line as the copy prints them."""
        return lines(visible(self.text), self._marks)

    @cached_property
    def reading(self) -> list[list[Run]]:
        """Runs of each line without glosses, in Simplified characters."""
        copy = ReadingCopy(self.text)
        return lines(visible(copy.words), in_copy(copy, self._marks))

    @cached_property
    def is_copy(self) -> bool:
        """Whether it is the bulletin's text, in part at least."""
        return is_copy(self.verification)

    @property
    def found(self) -> int:
        """How many figures of the bulletin stand in it."""
        return len(self.verification.verdicts) - self.verification.count("missing")

    @cached_property
    def candidates(self) -> Sequence[Candidate]:
        """What the reader finds in it."""
        return extract(self.text)

    @cached_property
    def _marks(self):
        found = marks(self.verification)
        uncovered = [mark for mark in found if mark.kind == UNCOVERED]
        left_out = set(uncovered[SHOWN:])
        return [mark for mark in found if mark not in left_out]


def held(bulletin_id: str) -> Article | None:
    """The copy of a bulletin that this visitor brought, else the host's, else none."""
    own = _own(bulletin_id)
    if own and own.is_copy:
        return own
    draft = brought.drafts().get(bulletin_id)
    text = draft.text if draft else workspace.text_of(bulletin_id)
    return hosted(bulletin_id) if text is None else _text_of(bulletin_id, text, own=bool(draft))


def other_text(bulletin_id: str) -> Article | None:
    """What this visitor brought for a bulletin and is none of it, else none."""
    own = _own(bulletin_id)
    return own if own and not own.is_copy else None


def _own(bulletin_id: str) -> Article | None:
    return own_texts().get(bulletin_id)


def own_texts() -> dict[str, Article]:
    """Bulletin to the copy that this visitor brought."""
    return st.session_state.get(keys.OWN_TEXTS, {})


def keep(bulletin_id: str, text: str, name: str) -> None:
    """Keep a visitor's copy in the session, verified; the panels that brought it close."""
    own = own_texts() | {bulletin_id: verified(bulletin_id, text, name, True)}
    st.session_state[keys.OWN_TEXTS] = own
    _close()


def put_away(bulletin_id: str) -> None:
    """Callback: forget the visitor's copy."""
    own = {key: one for key, one in own_texts().items() if key != bulletin_id}
    st.session_state[keys.OWN_TEXTS] = own
    _close()


def _close() -> None:
    """The panels that bring a text are others now, closed ones."""
    st.session_state[keys.TEXT_ROUND] = st.session_state.get(keys.TEXT_ROUND, 0) + 1


def verified(bulletin_id: str, text: str, name: str, own: bool) -> Article:
    """A copy, held against what data/ say of its bulletin."""
    return Article(text, name, own, verify(text, *_known(bulletin_id)))


@memoised
def _text_of(bulletin_id: str, text: str, own: bool) -> Article:
    """The text of a bulletin that came with it: from the visitor, or from the workspace."""
    return replace(verified(bulletin_id, text, bulletin_id, own), only=True)


@memoised
def _known(bulletin_id: str) -> tuple[Sequence[Figure], Sequence[Excused]]:
    data = realm().data
    return read_figures(data, bulletin_id), read_excused(data, bulletin_id)


@memoised
def hosted(bulletin_id: str) -> Article | None:
    """The best copy of a bulletin in the host's folder, if there is one."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return None
    sha256 = read_bulletins(realm().data)[bulletin_id]["sha256"]
    found = best_copy(Path(folder), sha256, *_known(bulletin_id))
    return found and verified(bulletin_id, found[1], found[0].name, own=False)

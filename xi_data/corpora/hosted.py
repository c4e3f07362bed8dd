"""The corpus of the host: a folder of Parquet that visitors may explore, opened once for all."""

import os
from pathlib import Path
from threading import Lock

from xi_data.corpora import SAID
from xi_data.corpora.opened import Corpus, open_corpus

VARIABLE = "XI_CORPUS"
"""Environment variable that names the folder; without it there is no corpus."""

_opening = Lock()
_opened: dict[tuple[Path, int], Corpus] = {}
"""The corpus of a folder as it was when it was finished: one at most."""


def folder() -> Path | None:
    """Where the corpus lies, if the host has one."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def corpus() -> Corpus:
    """The corpus, opened anew where another was finished in its place, or its database is lost.

    Raises UnreadableCorpusError where the folder holds no whole one, each time it is asked.
    """
    where = Path(os.environ[VARIABLE])
    said = where / SAID
    now = (where, said.stat().st_mtime_ns if said.is_file() else 0)
    with _opening:
        if now not in _opened or _opened[now].database.is_lost:
            found = open_corpus(where)
            for older in _opened.values():
                older.database.close()
            _opened.clear()
            _opened[now] = found
        return _opened[now]

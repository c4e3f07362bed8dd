"""The workspace of the host: bulletins that are kept on the server, for all visitors."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from xi_data import memory
from xi_data.corpus.package import text_name
from xi_data.corpus.refusals import WorkspaceError
from xi_data.corpus.workspace import Fingerprint, Saved, fingerprint, opened
from xi_data.record.errors import DataError, Message
from xi_data.record.licence import shipped
from xi_data.record.merged import merged
from xi_data.ui.state.answers import database

VARIABLE = "XI_WORKSPACE"
"""Environment variable that names the folder; without it nothing is kept."""


Explained = DataError | WorkspaceError | Message
"""What is wrong, in the words of whichever language is asked for."""


@dataclass
class _Seen:
    """The packages that pages see, and what is wrong with those that they do not."""

    packages: tuple[Saved, ...] = ()
    broken: dict[str, Explained] = field(default_factory=dict)
    unusable: WorkspaceError | None = None
    at: Fingerprint | None = None  # of the folder when it was looked at


_seen = _Seen()
_seeing = Lock()
_ours = memory.shared()
"""The realm of what came with the explorer: packages are seen beside its data as it opened them."""


def folder() -> Path | None:
    """Where bulletins are kept, if the host wants any kept."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def refresh() -> None:
    """Let all visitors see what the workspace holds now."""
    where = folder()
    if where is None:
        return
    now = fingerprint(where)
    if now is not None and now == _seen.at:
        return
    with _seeing:
        try:
            with opened(where) as packages:
                _seen.unusable = None
                if tuple(packages) != _seen.packages:
                    _open(_ours)
                    _see(tuple(packages))
            _seen.at = now
        except WorkspaceError as error:
            _seen.unusable = error
        except DataError:  # of our own data, which whoever asks for a page is told
            return


def packages() -> tuple[Saved, ...]:
    """What the workspace held when it was last looked at."""
    return _seen.packages


def broken() -> dict[str, Explained]:
    """Key of each bulletin that cannot be shown, or the name of a folder that cannot be used, to
    what is wrong with it."""
    folders = {str(folder()): _seen.unusable} if _seen.unusable else {}
    return {**_seen.broken, **folders}


def text_of(bulletin_id: str) -> str | None:
    """The text of a bulletin that is kept, where its package has it."""
    for one in _seen.packages:
        if one.bulletin_id == bulletin_id:
            file = one.path / text_name(bulletin_id)
            return file.read_bytes().decode() if file.is_file() else None
    return None


def _see(packages: tuple[Saved, ...]) -> None:
    """Share a realm with these packages; one that the store refuses is left out and told."""
    ours = shipped()
    wrong: dict[str, Explained] = {
        one.bulletin_id: Message("a bulletin of this key is shipped with the explorer")
        for one in packages
        if one.bulletin_id in ours
    }
    free = [one for one in packages if one.bulletin_id not in ours]
    try:
        _share([one.path for one in free])
    except DataError:  # of which package, only one after another can tell
        sound: list[Path] = []
        for one in free:
            try:
                _share([*sound, one.path])
            except DataError as error:
                wrong[one.bulletin_id] = error
            else:
                sound.append(one.path)
        _share(sound)
    _seen.packages, _seen.broken = packages, wrong


def _share(paths: list[Path]) -> None:
    realm = memory.Realm(merged([_ours.data, *paths])) if paths else _ours
    _open(realm)
    memory.share(realm)


def _open(realm: memory.Realm) -> None:
    with memory.within(realm):
        database()

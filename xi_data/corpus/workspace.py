"""A workspace: a folder of packages, one a bulletin, each saved whole or not at all.

    FOLDER/ID/                the package as it was saved last
    FOLDER/.versions/ID/1/    what it was before, the oldest first
    FOLDER/.aside/            what is being written; left behind by who was killed, and removed
    FOLDER/.lock              held while something is moved

A save writes aside and then moves twice: the earlier state among the versions, the new one into its
place. Who is killed between the two leaves the earlier state as the last version, and the next
who comes moves it back.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from xi_data.corpus.refusals import WorkspaceError, explained
from xi_data.record.bulletins import KEY, KEY_WORDS
from xi_data.record.packages import package_folder

try:
    import fcntl
except ImportError:  # not on Windows, where a workspace is for one person at a time
    fcntl = None

VERSIONS, _ASIDE, _LOCK = ".versions", ".aside", ".lock"

_PATIENCE = 5.0
"""Seconds that a save waits for another one."""

_TOO_SOON = 2 * 10**9
"""Nanoseconds in which two changes may bear one time: FAT counts in steps of two seconds."""

Fingerprint = tuple[tuple[str, int], ...]


class ChangedMeanwhileError(WorkspaceError):
    """Somebody else has saved the bulletin since it was loaded."""


@dataclass(frozen=True)
class Saved:
    """A package in the workspace: version counts from 1, the last is in its place at path."""

    bulletin_id: str
    version: int
    path: Path
    time: datetime


def save(folder: Path, bulletin_id: str, package: bytes, loaded: int | None = None) -> Saved:
    """Put the package of one bulletin, a zip, into the workspace; the earlier one is a version.

    loaded: the version that it was made from, 0 for none: where somebody has saved another one
    since, nothing is written; None asks nothing. Raises ChangedMeanwhileError, WorkspaceError and
    record.errors.DataError; the earlier state is then as it was.
    """
    if not KEY.fullmatch(bulletin_id):
        raise WorkspaceError(
            "{value}: expected {what}", value=repr(bulletin_id[:100]), what=KEY_WORDS
        )
    with explained(folder), _locked(folder, make=True):
        _mend(folder)
        now = _version(folder, bulletin_id)
        if loaded is not None and loaded != now:
            raise ChangedMeanwhileError(
                "{key} is not saved: somebody else has saved version {now} since you opened "
                "version {loaded}; load it again, and make your changes in it",
                key=bulletin_id,
                now=now,
                loaded=loaded,
            )
        aside = folder / _ASIDE / bulletin_id
        try:
            _write(package, aside)
            _replace(folder, bulletin_id, aside, now)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return _saved(folder, bulletin_id)


@contextmanager
def opened(folder: Path) -> Iterator[list[Saved]]:
    """The packages of the workspace in the order of their keys, none where it has none yet.

    Nobody saves meanwhile: what is read here is of one state. Raises WorkspaceError.
    """
    if not folder.exists():
        yield []
        return
    with explained(folder), _locked(folder, make=False):
        _mend(folder)
        yield [_saved(folder, one.name) for one in sorted(_packages(folder))]


def load(folder: Path) -> list[Saved]:
    """What the workspace holds at this moment, as opened gives it. Raises WorkspaceError."""
    with opened(folder) as packages:
        return packages


def fingerprint(folder: Path) -> Fingerprint | None:
    """What is another one after whatever is saved, and costs no lock: when the folder and each of
    its packages last changed. None where it cannot be told, also so soon after a change that the
    next one may bear the same time."""
    try:
        times = [(".", folder.stat().st_mtime_ns)]
        with os.scandir(folder) as parts:
            times += [(one.name, one.stat().st_mtime_ns) for one in parts if one.name[0] != "."]
    except OSError:
        return None
    latest = max(changed for _, changed in times)
    return tuple(sorted(times)) if time.time_ns() - latest > _TOO_SOON else None


def versions(folder: Path, bulletin_id: str) -> list[Saved]:
    """All states of a bulletin, the oldest first; the last is the one in its place."""
    numbered = folder / VERSIONS / bulletin_id
    earlier = [
        Saved(bulletin_id, number, numbered / str(number), _time(numbered / str(number)))
        for number in _numbers(numbered)
    ]
    is_there = (folder / bulletin_id).is_dir()
    return [*earlier, _saved(folder, bulletin_id)] if is_there else earlier


def _packages(folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if KEY.fullmatch(one.name) and one.is_dir()]


def _saved(folder: Path, bulletin_id: str) -> Saved:
    path = folder / bulletin_id
    return Saved(bulletin_id, _version(folder, bulletin_id), path, _time(path))


def _version(folder: Path, bulletin_id: str) -> int:
    """The number of the state in its place; 0 for none."""
    last = max(_numbers(folder / VERSIONS / bulletin_id), default=0)
    return last + (folder / bulletin_id).is_dir()


def _numbers(numbered: Path) -> list[int]:
    names = os.listdir(numbered) if numbered.is_dir() else []
    return sorted(int(name) for name in names if name.isdecimal())


def _time(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _write(package: bytes, aside: Path) -> None:
    """The package as a folder, on the disk before anything is moved."""
    shutil.rmtree(aside, ignore_errors=True)
    with package_folder(package) as unpacked:
        shutil.copytree(unpacked, aside)
    for path in aside.rglob("*"):
        if path.is_file():
            _synchronise(path)


def _replace(folder: Path, bulletin_id: str, aside: Path, now: int) -> None:
    place = folder / bulletin_id
    if now:
        numbered = folder / VERSIONS / bulletin_id
        numbered.mkdir(parents=True, exist_ok=True)
        place.rename(numbered / str(now))
    aside.rename(place)
    with suppress(OSError):  # not every system has folders that can be synchronised
        _synchronise(folder)


def _synchronise(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mend(folder: Path) -> None:
    """Move back the last version of what somebody was killed in the middle of moving."""
    for numbered in (folder / VERSIONS).glob("*"):
        numbers = _numbers(numbered)
        place = folder / numbered.name
        if numbers and not place.exists():
            (numbered / str(numbers[-1])).rename(place)


@contextmanager
def _locked(folder: Path, make: bool) -> Iterator[None]:
    """Hold the lock of a workspace; whoever is killed lets go of it. make: the folder as well."""
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None or not (make or os.access(folder, os.W_OK)):
        yield
        return
    with (folder / _LOCK).open("w") as lock:
        _wait_for(lock.fileno(), folder)
        yield


def _wait_for(descriptor: int, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise WorkspaceError(
                    "{folder} is being saved to by somebody else; try again in a moment",
                    folder=folder,
                ) from None
            time.sleep(0.05)
        else:
            return

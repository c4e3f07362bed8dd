"""Killed at a random moment, hundreds of times: python -m tests.faults.killed [TIMES] [SEED].

A process builds the database, saves to a workspace, imports a package into it or exports a file,
and is killed (SIGKILL) after a part of the time that the work takes; then whoever comes next must
find the state of before or the new one, whole, and be able to do the work. Prints for each kind how
many were killed at work, how many had finished, and how many losses; exits with 1 where there is
one.
"""

import contextlib
import io
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.each_kind import each_kind
from tests.review.texts import NOTICE
from xi_data import store
from xi_data.__main__ import main as command
from xi_data.corpus.workspace import load, save, versions
from xi_data.review.deciding import accept
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up

FIGURES = 120
"""In the database of the shipped data."""

MEASURED = "measured"
"""Name of the folder in which the work is done once from end to end."""

_DRAFT = draft_of(NOTICE, "notice.txt")
OLD = promote(_DRAFT, with_text=True)
NEW = promote(accept(_DRAFT, _DRAFT.proposals[0].figure_id), with_text=True)


@dataclass
class Found:
    """Of one kind of work: killed at it, finished before that, and what was lost."""

    killed: int = 0
    finished: int = 0
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.killed} killed at work, {self.finished} had finished"


def build(folder: Path) -> None:
    """Build the database into a folder."""
    store.database_file(folders=[folder])


def is_whole(folder: Path) -> None:
    """The database opens, from the file that is there or a new one, with all its figures."""
    with store.open_database(folders=[folder]) as database, database.cursor() as cursor:
        [(found,)] = cursor.execute("SELECT count(*) FROM described_figures").fetchall()
    assert found == FIGURES
    assert len(list(folder.glob("*.duckdb"))) == 1


def has_old(folder: Path) -> None:
    """Before: a workspace with one state of a bulletin."""
    save(folder, _DRAFT.bulletin_id, OLD)
    folder.with_name("new.zip").write_bytes(NEW)


def save_new(folder: Path) -> None:
    """Save another state."""
    save(folder, _DRAFT.bulletin_id, NEW)


def import_new(folder: Path) -> None:
    """The same from the command line."""
    with contextlib.redirect_stdout(io.StringIO()):
        command(["import", str(folder.with_name("new.zip")), "--workspace", str(folder)])


def is_old_or_new(folder: Path) -> None:
    """All states are whole, the last is the old one or the new one, and another can be saved."""
    states = [promote(*taken_up(one.path), with_text=True) for one in versions_of(folder)]
    assert states in ([OLD], [OLD, NEW])
    assert save(folder, _DRAFT.bulletin_id, OLD).version == len(states) + 1
    assert list((folder / ".aside").iterdir()) == []


def versions_of(folder: Path):
    """All states of the one bulletin, what was left half moved being put right."""
    load(folder)
    return versions(folder, _DRAFT.bulletin_id)


def has_file(folder: Path) -> None:
    """Before: a file that an export is to replace."""
    folder.mkdir()
    (folder / "closures.csv").write_bytes(b"old")


def export(folder: Path) -> None:
    """Write the file anew."""
    os.environ["XDG_CACHE_HOME"] = str(folder.parent)
    command(["export", "closures", "--output", str(folder / "closures.csv")])


def is_one_file(folder: Path) -> None:
    """The file is the old one, or the new one as an export that nobody killed wrote it."""
    new = folder.parents[1] / MEASURED / folder.name / "closures.csv"
    assert (folder / "closures.csv").read_bytes() in (b"old", new.read_bytes())


Work = Callable[[Path], None]
KINDS: dict[str, tuple[Work, Work, Work]] = {
    "build": (Path.mkdir, build, is_whole),
    "save": (has_old, save_new, is_old_or_new),
    "import": (has_old, import_new, is_old_or_new),
    "export": (has_file, export, is_one_file),
}
"""Kind to what is there before, what is killed, and what must hold afterwards."""


def killed(kind: str, times: int, seed: int) -> Found:
    """Do the work so many times, kill it at random moments of the time it takes, and look."""
    before, work, holds = KINDS[kind]
    chance, found = random.Random(f"{kind} {seed}"), Found()
    with tempfile.TemporaryDirectory() as parent:
        whole = _seconds(before, work, Path(parent) / MEASURED / "it")
        for number in range(times):
            folder = Path(parent) / str(number) / "it"
            folder.parent.mkdir()
            before_it = _in_a_process(before, folder)
            os.waitpid(before_it, 0)
            process = _in_a_process(work, folder)
            time.sleep(chance.uniform(0, whole))
            os.kill(process, signal.SIGKILL)
            _, status = os.waitpid(process, 0)
            at_work = os.WIFSIGNALED(status)
            found.killed += at_work
            found.finished += not at_work
            _, status = os.waitpid(_in_a_process(holds, folder), 0)
            if status:
                found.lost.append(f"{kind} {seed}: number {number}")
    return found


def _seconds(before: Work, work: Work, folder: Path) -> float:
    folder.parent.mkdir()
    os.waitpid(_in_a_process(before, folder), 0)
    start = time.monotonic()
    _, status = os.waitpid(_in_a_process(work, folder), 0)
    assert status == 0, "the work itself fails"
    return time.monotonic() - start


def _in_a_process(work: Work, folder: Path) -> int:
    """The process that does it: a copy of this one, which has all modules and no database."""
    process = os.fork()
    if process:
        return process
    try:
        work(folder)
    except BaseException as error:  # of a copy: told, and not raised in the middle of our own
        print(f"{work.__name__}: {error!r}", file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def main() -> int:
    return each_kind(KINDS, killed, 100)


if __name__ == "__main__":
    sys.exit(main())

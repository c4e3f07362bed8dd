"""A workspace keeps what was saved: whole, with what it was before, whatever happens meanwhile."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.review.texts import NOTICE, SHORT
from xi_data.__main__ import main
from xi_data.corpus import workspace
from xi_data.corpus.refusals import WorkspaceError
from xi_data.corpus.workspace import ChangedMeanwhileError, load, save, versions
from xi_data.record.errors import DataError
from xi_data.review.deciding import accept, reject
from xi_data.review.draft import describe, draft_of
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up

MADE = draft_of(NOTICE, "notice.txt")
STATES = [
    promote(draft, with_text=True)
    for draft in (MADE, accept(MADE, MADE.proposals[0].figure_id), describe(MADE, place="某地"))
]
ROOT = Path(__file__).resolve().parents[2]


def held(saved) -> bytes:
    return promote(*taken_up(saved.path), with_text=True)


def test_what_is_saved_comes_back_with_what_it_was_before(tmp_path):
    folder = tmp_path / "new" / "workspace"
    assert load(folder) == []
    for number, state in enumerate(STATES, start=1):
        assert save(folder, "notice", state).version == number
    save(folder, "short", promote(draft_of(SHORT, "short.txt")))
    assert [(one.bulletin_id, one.version) for one in load(folder)] == [("notice", 3), ("short", 1)]
    assert [held(one) for one in versions(folder, "notice")] == STATES
    assert versions(folder, "other") == []
    assert list((folder / ".aside").iterdir()) == []


def test_who_saves_over_what_she_has_not_seen_is_told(tmp_path):
    first = save(tmp_path, "notice", STATES[0], loaded=0)
    save(tmp_path, "notice", STATES[1], loaded=first.version)
    with pytest.raises(ChangedMeanwhileError, match="version 2 since you opened version 1"):
        save(tmp_path, "notice", STATES[2], loaded=first.version)
    assert held(load(tmp_path)[0]) == STATES[1]


def test_a_key_or_a_package_that_is_none_leaves_everything(tmp_path):
    save(tmp_path, "notice", STATES[0])
    with pytest.raises(WorkspaceError, match="expected a key of its own, of at most 80"):
        save(tmp_path, "../notice", STATES[1])
    with pytest.raises(DataError, match="a folder or a zip"):
        save(tmp_path, "notice", STATES[1][:900])
    assert [held(one) for one in versions(tmp_path, "notice")] == [STATES[0]]


def in_a_process(code: str, *arguments: object) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


SAVE = """
import sys
from pathlib import Path
from xi_data.corpus import workspace
from xi_data.corpus.refusals import WorkspaceError
from xi_data.corpus.workspace import save
folder, package = map(Path, sys.argv[1:3])
{before}
try:
    print(save(folder, "notice", package.read_bytes()).version)
except WorkspaceError as error:
    sys.exit(str(error))
"""

KILLED = {
    "while it writes": "workspace._replace = lambda *told: __import__('os').kill({pid}, 9)",
    "between the two moves": (
        "Path.rename = lambda self, to, move=Path.rename: "
        "__import__('os').kill({pid}, 9) if '.aside' in str(self) else move(self, to)"
    ),
}


@pytest.mark.parametrize("moment", KILLED)
def test_who_is_killed_leaves_the_earlier_state(tmp_path, moment):
    folder, package = tmp_path / "workspace", tmp_path / "package.zip"
    save(folder, "notice", STATES[0])
    package.write_bytes(STATES[1])
    before = KILLED[moment].replace("{pid}", "__import__('os').getpid()")
    killed = in_a_process(SAVE.format(before=before), folder, package)
    killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert [held(one) for one in load(folder)] == [STATES[0]]
    assert save(folder, "notice", STATES[2]).version == 2
    assert [held(one) for one in versions(folder, "notice")] == [STATES[0], STATES[2]]
    assert list((folder / ".aside").iterdir()) == []


def test_two_at_once_lose_nothing(tmp_path):
    folder = tmp_path / "workspace"
    packages = []
    for number, state in enumerate(STATES[:2]):
        packages.append(tmp_path / f"{number}.zip")
        packages[-1].write_bytes(state)
    running = [in_a_process(SAVE.format(before=""), folder, one) for one in packages]
    told = [one.communicate(timeout=60) for one in running]
    assert [one.returncode for one in running] == [0, 0], told
    assert {held(one) for one in versions(folder, "notice")} == set(STATES[:2])


def test_who_waits_too_long_is_told(tmp_path, monkeypatch):
    save(tmp_path, "notice", STATES[0])
    holding = in_a_process(
        "import fcntl, sys, time\n"
        "lock = open(sys.argv[1], 'w')\n"
        "fcntl.flock(lock, fcntl.LOCK_EX)\n"
        "print('held', flush=True)\n"
        "time.sleep(60)",
        tmp_path / ".lock",
    )
    try:
        assert holding.stdout.readline() == "held\n"
        monkeypatch.setattr(workspace, "_PATIENCE", 0.2)
        begun = time.monotonic()
        with pytest.raises(WorkspaceError, match="is being saved to by somebody else; try again"):
            save(tmp_path, "notice", STATES[1])
        assert time.monotonic() - begun < 5
    finally:
        holding.kill()
        holding.communicate()
    assert save(tmp_path, "notice", STATES[1]).version == 2


def test_a_file_that_the_disk_does_not_take_is_told(tmp_path):
    folder, package = tmp_path / "workspace", tmp_path / "package.zip"
    save(folder, "notice", STATES[0])
    package.write_bytes(STATES[1])
    limit = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "import shutil; copy = shutil.copytree\n"
        "def limited(*told):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)); return copy(*told)\n"
        "workspace.shutil.copytree = limited\n"
    )
    full = in_a_process(SAVE.format(before=limit), folder, package)
    _, told = full.communicate(timeout=60)
    assert full.returncode == 1
    assert "cannot be used: " in told
    assert "What was saved before is as it was" in told
    assert [held(one) for one in versions(folder, "notice")] == [STATES[0]]
    assert list((folder / ".aside").iterdir()) == []


def test_a_full_disk_is_told_with_what_to_do(tmp_path, monkeypatch):
    save(tmp_path, "notice", STATES[0])

    def full(*told):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(workspace.shutil, "copytree", full)
    with pytest.raises(WorkspaceError, match="No space left on device; free some space"):
        save(tmp_path, "notice", STATES[1])
    assert [held(one) for one in load(tmp_path)] == [STATES[0]]


def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    folder, package = tmp_path / "workspace", tmp_path / "package.zip"
    save(folder, "notice", STATES[0])
    package.write_bytes(STATES[1])
    ours = [one for one in tmp_path.parents if one.name.startswith(("pytest-", "popen-"))]
    for one in (tmp_path, package, *ours):
        one.chmod(0o755)
    for one in (folder, folder / ".versions", folder / ".aside"):
        if one.exists():
            one.chmod(0o555)
    (folder / ".lock").chmod(0o444)
    nobody = "import os\nif not os.getuid(): os.setuid(65534)"
    refused = in_a_process(SAVE.format(before=nobody), folder, package)
    _, told = refused.communicate(timeout=60)
    assert refused.returncode == 1
    assert "Permission denied; ask whoever runs the server for permission" in told
    assert [held(one) for one in versions(folder, "notice")] == [STATES[0]]


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="cannot be used"):
        save(file, "notice", STATES[0])


def test_the_command_puts_every_bulletin_of_a_package_there(tmp_path, capsys):
    package, other, folder = (tmp_path / name for name in ("a.zip", "b.zip", "workspace"))
    short = draft_of(SHORT, "short.txt")
    package.write_bytes(promote(MADE, reject(short, short.proposals[0].figure_id, "bare")))
    assert main(["import", str(package), "--workspace", str(folder)]) == 0
    assert [one.bulletin_id for one in load(folder)] == ["notice", "short"]
    assert taken_up(load(folder)[1].path) == taken_up(package)[1:]
    other.write_bytes(promote(draft_of(f"{NOTICE}。", "notice.txt")))
    assert main(["import", str(other), str(package), "--workspace", str(folder)]) == 1
    told = capsys.readouterr()
    assert "the workspace has another text as notice" in told.err
    assert [one.version for one in load(folder)] == [2, 2]

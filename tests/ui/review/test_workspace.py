"""The host's workspace on the screen: kept, taken up, refused; where there is none, nothing."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.review.texts import NOTICE
from tests.ui.review.bringing import back, come, draft, drafts, errors, go, here, paste, press
from tests.ui.visiting import ROOT, finding, said
from xi_data import memory
from xi_data.corpus.workspace import save, versions
from xi_data.record import licence
from xi_data.record.tables import DATA
from xi_data.review.deciding import figures
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote
from xi_data.ui.state import keys, workspace

KEY = "bulletin"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A workspace; what all visitors share is as before at the end."""
    shared = memory.shared()
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path / "workspace"))
    monkeypatch.setattr(workspace, "_seen", workspace._Seen())
    yield tmp_path / "workspace"
    memory.share(shared)


def keep(app):
    return press(app, keys.on_shelf("keep", KEY))


def take_up(app):
    return press(app, keys.on_shelf("take_up", KEY))


def offered(app) -> list[str]:
    return [one.key for one in app.button if "keep" in one.key or "take_up" in one.key]


def test_what_one_keeps_another_sees_and_takes_up(folder):
    mine = press(paste(come(), NOTICE), keys.decide("all_sure"))
    mine = keep(mine)
    assert errors(mine) == []
    assert "kept as version 1" in said(mine)
    yours = come("zh")
    assert offered(yours) == [keys.on_shelf("take_up", KEY)]
    assert "林河县" in finding(go(yours, "overview", KEY))
    yours = take_up(go(yours, "read"))
    assert draft(yours).decisions == draft(mine).decisions
    assert draft(yours).text == NOTICE
    yours = keep(press(yours, keys.decide("accept")))
    assert errors(yours) == []
    assert [one.version for one in versions(folder, KEY)] == [1, 2]


def test_of_two_at_once_the_second_is_told_and_nothing_is_lost(folder):
    mine = keep(paste(come(), NOTICE))
    yours = take_up(come())
    mine = keep(press(mine, keys.decide("accept")))
    yours = press(press(yours, keys.decide("next")), keys.decide("accept"))
    decided = draft(yours).decisions
    yours = keep(yours)
    [told] = errors(yours)
    assert "somebody else has kept another version" in told
    assert draft(yours).decisions == decided
    assert len(versions(folder, KEY)) == 2
    yours = take_up(back(yours))
    assert draft(yours).decisions == draft(mine).decisions
    assert errors(keep(press(yours, keys.decide("accept")))) == []
    assert len(versions(folder, KEY)) == 3


def aged(folder: Path) -> None:
    """A folder and its packages as they are an hour later."""
    for one in (folder, *folder.iterdir()):
        told = one.stat()
        os.utime(one, ns=(told.st_atime_ns - 3600 * 10**9, told.st_mtime_ns - 3600 * 10**9))


def test_a_workspace_is_looked_at_again_only_where_something_was_saved(folder, monkeypatch):
    looks, really = [], workspace.opened
    monkeypatch.setattr(workspace, "opened", lambda where: looks.append(where) or really(where))
    save(folder, "notice", promote(draft_of(NOTICE, "notice.txt")))
    workspace.refresh()
    workspace.refresh()
    assert len(looks) == 2, "so soon after a change the next one may bear the same time"
    aged(folder)
    for _ in range(3):
        workspace.refresh()
    assert len(looks) == 3
    save(folder, "notice", promote(draft_of(NOTICE, "notice.txt", "2021-03-06")))
    workspace.refresh()
    assert [one.version for one in workspace.packages()] == [2]
    aged(folder)
    workspace.refresh()
    shutil.copytree(folder / "notice", folder / "other")
    aged(folder)
    workspace.refresh()
    assert "other" in {one.bulletin_id for one in workspace.packages()}


def test_a_damaged_package_is_named_and_the_others_are_shown(folder):
    keep(paste(come(), NOTICE))
    shutil.copytree(folder / KEY, folder / "damaged")
    (folder / "damaged" / "figures.csv").write_bytes(b"\xff\xfe nothing")
    shutil.copytree(DATA, folder / "xi-county-2020-02")
    app = come()
    told = errors(app)
    assert [one.partition(":")[0] for one in sorted(told)] == ["damaged", "xi-county-2020-02"]
    assert "figures.csv" in sorted(told)[0]
    assert offered(app) == [keys.on_shelf("take_up", KEY)]
    assert list(figures(draft(take_up(app))))
    assert here(go(app, "overview")).title


def test_the_key_of_a_bulletin_that_was_shipped_at_the_start_is_not_free(folder, monkeypatch):
    known = licence.shipped()
    monkeypatch.setattr("xi_data.record.bulletins.read_table", lambda *_: [])  # emptied meanwhile
    [key] = known
    shutil.copytree(DATA, folder / key)
    [told] = errors(come())
    assert told == f"{key}: a bulletin of this key is shipped with the explorer"
    assert licence.is_ours(known)


def test_a_folder_that_cannot_be_used_is_told_and_the_review_stays(folder):
    folder.write_text("no folder", encoding="utf-8")
    app = keep(paste(come(), NOTICE))
    [told] = errors(app)
    assert told.startswith("Not kept: ")
    assert "name a folder, not a file" in told
    assert draft(app).text == NOTICE


def test_what_is_refused_is_told_in_the_language_of_the_page(folder):
    folder.write_text("no folder", encoding="utf-8")
    app = keep(paste(come("zh"), NOTICE))
    [told] = errors(app)
    assert "无法使用" in told
    assert "请指定文件夹，而不是文件" in told
    app = back(app)
    assert any("无法使用" in one for one in errors(app)), "the list of what is kept says so, too"
    folder.unlink()
    assert errors(here(app.run())) == [], "until it can be used"


def test_a_folder_without_permission_is_told_and_the_earlier_state_stays(folder, monkeypatch):
    app = keep(paste(come(), NOTICE))

    def refuse(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("xi_data.corpus.workspace._write", refuse)
    app = keep(press(app, keys.decide("accept")))
    [told] = errors(app)
    assert told.startswith("Not kept: ")
    assert "ask whoever runs the server for permission" in told
    assert len(draft(app).decisions) == 1
    assert len(versions(folder, KEY)) == 1


def test_without_a_workspace_nothing_is_offered_and_nothing_is_written(monkeypatch, tmp_path):
    monkeypatch.delenv(workspace.VARIABLE, raising=False)
    cache, passing = tmp_path / "cache", tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    before = listed(ROOT)
    app = paste(come(), NOTICE)
    assert offered(app) == []
    app = back(press(app, keys.decide("accept")))
    assert offered(app) == []
    for page in ("figures", "overview", "source", "about"):
        go(app, page, KEY)
    assert list(drafts(app)) == [KEY]
    assert listed(ROOT) == before
    assert listed(passing) == set()
    assert not cache.exists()


def listed(folder: Path) -> set[tuple[str, int]]:
    """Files below a folder with their sizes; not what Python and the tests keep for themselves."""
    own = (".git", "__pycache__", ".pytest_cache", ".hypothesis", ".ruff_cache")
    return {
        (str(file), file.stat().st_size)
        for file in folder.rglob("*")
        if file.is_file() and not set(own) & set(file.parts)
    }

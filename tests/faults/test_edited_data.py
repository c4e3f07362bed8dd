"""data/ is edited under a running server: it shows what it had, and the next start what is new."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.review.texts import NOTICE
from tests.serving import ROOT
from xi_data.corpus.workspace import save
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote

PROGRAM = """
import json, sys
from hashlib import sha256
from streamlit.testing.v1 import AppTest
from xi_data import addresses, store
from xi_data.record.licence import shipped
from xi_data.ui.state import answers

answer, sys.stdout = sys.stdout, sys.stderr  # Streamlit prints what a script raises
for line in sys.stdin:
    asked = json.loads(line)
    app = AppTest.from_file("app.py", default_timeout=60).switch_page("pages/" + asked["page"])
    app.run()
    found, whole = (
        addresses.answer(answers.query, f"closures.{one}", {}, "http://localhost")
        for one in ("csv", "zip")
    )
    print(json.dumps({
        "title": [one.value for one in app.title],
        "broken": [one.value for one in app.error] + [one.message for one in app.exception],
        "file": [found.status, found.content.decode()],
        "package": [whole.status, sha256(whole.content).hexdigest()],
        "shipped": sorted(shipped()),
        "bulletins": sorted(answers.query(store.bulletins, "en")["bulletin_id"])
        if found.status == 200 else [],
    }), file=answer, flush=True)
"""

PAGES = sorted(page.name for page in (ROOT / "pages").glob("*.py"))


@pytest.fixture
def house(tmp_path) -> Path:
    """A copy of all that a server needs."""
    for name in ("xi_data", "pages", "data", ".streamlit"):
        shutil.copytree(ROOT / name, tmp_path / "house" / name)
    return Path(shutil.copy2(ROOT / "app.py", tmp_path / "house")).parent


@contextmanager
def started(house: Path, **more: str) -> Iterator[Callable[[str], dict]]:
    """meet(page): what a visitor of a server that was started now meets there, and a file.

    more: of the server's environment.
    """
    environment = os.environ | {"PYTHONPATH": "", "XDG_CACHE_HOME": str(house.parent / "cache")}
    environment |= more
    with (
        (house.parent / "log").open("w") as log,
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            cwd=house,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as running,
    ):

        def meet(page: str) -> dict:
            print(json.dumps({"page": page}), file=running.stdin, flush=True)
            answer = running.stdout.readline()
            assert answer, (house.parent / "log").read_text("utf-8")
            return json.loads(answer)

        yield meet
        running.stdin.close()


def relabel(data: Path) -> None:
    """Another key for the bulletin, in every table."""
    for file in sorted(data.rglob("*.csv")) + [data / "version.toml"]:
        text = file.read_text("utf-8")
        file.write_text(text.replace("xi-county-2020-02", "another-2020-02"), "utf-8")


def half_save(data: Path) -> None:
    """As it is while an editor writes: half of the figures, none of the bulletins."""
    figures = data / "figures.csv"
    figures.write_bytes(figures.read_bytes()[:2000])
    (data / "bulletins.csv").write_bytes(b"")


@pytest.mark.parametrize("edit", [relabel, half_save])
def test_a_running_server_shows_what_it_showed(house, edit):
    with ExitStack() as servers:
        meet = servers.enter_context(started(house))
        before = meet("closures.py")
        assert before["broken"] == []
        edit(house / "data")
        assert meet("closures.py") == before
        assert {page: meet(page)["broken"] for page in PAGES} == dict.fromkeys(PAGES, [])


def test_the_next_start_has_what_was_edited(house):
    with started(house) as meet:
        before = meet("closures.py")
    relabel(house / "data")
    with started(house) as meet:
        after = meet("closures.py")
    assert after["broken"] == []
    assert after["shipped"] == ["another-2020-02"]
    assert after["file"][1] == before["file"][1].replace("xi-county-2020-02", "another-2020-02")


def test_what_is_saved_after_an_edit_is_seen_beside_what_was_there(house, tmp_path):
    workspace = tmp_path / "workspace"
    draft = draft_of(NOTICE, "notice.txt")
    with started(house, XI_WORKSPACE=str(workspace)) as meet:
        before = meet("closures.py")
        half_save(house / "data")
        save(workspace, draft.bulletin_id, promote(draft))
        assert meet("compare.py")["broken"] == []
        after = meet("closures.py")
    assert after == before | {"bulletins": sorted([*before["bulletins"], draft.bulletin_id])}


def test_broken_data_are_told_also_where_a_workspace_has_packages(house, tmp_path):
    workspace = tmp_path / "workspace"
    draft = draft_of(NOTICE, "notice.txt")
    save(workspace, draft.bulletin_id, promote(draft))
    figures = house / "data" / "figures.csv"
    figures.write_bytes(figures.read_bytes()[:2000])
    with started(house, XI_WORKSPACE=str(workspace)) as meet:
        met = meet("closures.py")
    assert met["title"] == ["The data could not be read"]
    [told] = met["broken"]
    assert "figures.csv" in told
    assert met["file"][0] == 500

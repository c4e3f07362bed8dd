"""Broken data files as their three readers meet them: in the app, at the addresses, from check."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.store.test_broken_data import BROKEN
from tests.ui.visiting import seen
from xi_data.record.tables import DATA

ROOT = DATA.parent
PLACES = [("app.py", {}), ("pages/closures.py", {"lang": "zh"})]
"""In turns: each takes the time of a build."""
EVERY_PLACE = [
    *PLACES,
    ("app.py", {"bulletin": "xi-county-2020-02"}),
    ("pages/figure.py", {"id": "funding-control"}),
]
ADDRESSES = ["closures.csv"]
EVERY_ADDRESS = [*ADDRESSES, "", "checks.json", "figure/funding-control.json", "datapackage.json"]
THOROUGH = ["a missing file", "no version"]
"""Kinds tried at every place and address: nothing of the data can be read, not even its edition."""

PROGRAM = """
import contextlib, io, json, shutil, sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from tests.ui import packages_once
from xi_data import addresses, memory
from xi_data.__main__ import main
from xi_data.record.tables import DATA
from xi_data.record.version import version
from xi_data.ui.state import answers

packages_once.remember()

def shown(file, asked):
    app = AppTest.from_file("app.py", default_timeout=60)
    app.query_params.update(asked)
    if file != "app.py":
        app.switch_page(file)
    app.run()
    return {
        "title": [one.value for one in app.title],
        "error": [one.value for one in app.error],
        "exception": [one.message for one in app.exception],
    }

def answered(path):
    found = addresses.answer(answers.query, path, {}, "http://localhost")
    return [found.status, json.loads(found.content)]

def checked():
    aside = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(aside):
        return [main(["check"]), aside.getvalue()]

request = json.load(sys.stdin)
met = {}
for kind, data in request["kinds"].items():
    shutil.rmtree(DATA)
    shutil.copytree(data, DATA)
    version.cache_clear()
    memory.forget()
    met[kind] = {
        "app": [shown(*place) for place in request["places"][kind]],
        "addresses": [answered(path) for path in request["addresses"][kind]],
        "check": checked(),
    }
print(json.dumps(met))
"""


def places(kind: str) -> list[tuple[str, dict[str, str]]]:
    turn = list(BROKEN).index(kind) % len(PLACES)
    return EVERY_PLACE if kind in THOROUGH else [PLACES[turn]]


@pytest.fixture(scope="module")
def met(tmp_path_factory) -> dict[str, dict]:
    """Kind to what each reader met, in one process with a copy of the house."""
    folder = tmp_path_factory.mktemp("broken")
    house = folder / "house"
    for name in ("xi_data", "pages", "data", ".streamlit"):
        shutil.copytree(ROOT / name, house / name)
    shutil.copy2(ROOT / "app.py", house)
    kinds = {}
    for number, (kind, (broken, _)) in enumerate(BROKEN.items()):
        kinds[kind] = shutil.copytree(DATA, folder / str(number), dirs_exist_ok=True)
        broken(kinds[kind])
    request = {
        "kinds": {kind: str(data) for kind, data in kinds.items()},
        "places": {kind: places(kind) for kind in BROKEN},
        "addresses": {kind: EVERY_ADDRESS if kind in THOROUGH else ADDRESSES for kind in BROKEN},
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(request),
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", BROKEN)
def test_every_page_names_the_place(met, kind):
    said = str(BROKEN[kind][1])
    titles = ["The data could not be read", "数据无法读取"]
    for (_, asked), shown in zip(places(kind), met[kind]["app"], strict=True):
        assert shown["exception"] == []
        assert [seen(one) for one in shown["error"]] == [said]
        assert shown["title"] == [titles[asked.get("lang") == "zh"]]


@pytest.mark.parametrize("kind", BROKEN)
def test_every_address_names_the_place(met, kind):
    error = BROKEN[kind][1]
    for status, answer in met[kind]["addresses"]:
        assert status == 500
        assert (answer["file"], answer["line"], answer["column"]) == (
            error.file,
            error.line,
            error.column,
        )


@pytest.mark.parametrize("kind", BROKEN)
def test_check_names_the_place_and_fails(met, kind):
    assert met[kind]["check"] == [1, f"xi_data: data/{BROKEN[kind][1]}\n"]

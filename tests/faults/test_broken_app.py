"""Broken data files as their three readers meet them: in the app, at the addresses, from check."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.store.test_broken_data import BROKEN
from tests.ui.visiting import seen
from xi_data.locale import translator
from xi_data.record.tables import DATA

ROOT = DATA.parent
PLACES = [
    ("app.py", {}),
    ("pages/closures.py", {"lang": "zh"}),
    ("app.py", {"bulletin": "xi-county-2020-02"}),
    ("pages/figure.py", {"id": "funding-control"}),
]
ADDRESSES = ["closures.csv", "", "checks.json", "figure/funding-control.json", "datapackage.json"]
THOROUGH = ["a missing file", "no version"]
"""Kinds that every reader meets everywhere: nothing of the data can be read, not even its
edition. The others are met by one reader each, in turns: that each kind raises what it should is
in tests/store/test_broken_data.py, and here every reader takes the time of a build."""
TURNS = [
    {"places": PLACES[:1], "addresses": [], "check": False},
    {"places": PLACES[1:2], "addresses": [], "check": False},
    {"places": [], "addresses": ADDRESSES[:1], "check": False},
    {"places": [], "addresses": [], "check": True},
]

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

for line in sys.stdin:
    request = json.loads(line)
    shutil.rmtree(DATA)
    shutil.copytree(request["data"], DATA)
    version.cache_clear()
    memory.forget()
    met = {
        "app": [shown(*place) for place in request["places"]],
        "addresses": [answered(path) for path in request["addresses"]],
        "check": checked() if request["check"] else None,
    }
    print(json.dumps(met), flush=True)
"""


def asked_of(kind: str) -> dict:
    """Places, addresses, and whether the data are checked."""
    if kind in THOROUGH:
        return {"places": PLACES, "addresses": ADDRESSES, "check": True}
    return TURNS[list(BROKEN).index(kind) % len(TURNS)]


@pytest.fixture(scope="module")
def readers(tmp_path_factory) -> Iterator[Callable[[str], dict]]:
    """readers(kind): what each reader meets, all in one process with a copy of the house."""
    folder = tmp_path_factory.mktemp("broken")
    house = folder / "house"
    for name in ("xi_data", "pages", "data", ".streamlit"):
        shutil.copytree(ROOT / name, house / name)
    shutil.copy2(ROOT / "app.py", house)
    environment = {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache")}
    with (folder / "log").open("w") as log:
        running = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            cwd=house,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )

    def meet(kind: str) -> dict:
        data = shutil.copytree(DATA, folder / str(list(BROKEN).index(kind)))
        BROKEN[kind][0](data)
        print(json.dumps({"data": str(data)} | asked_of(kind)), file=running.stdin, flush=True)
        answer = running.stdout.readline()
        assert answer, (folder / "log").read_text("utf-8")
        return json.loads(answer)

    with running:
        yield meet
        running.stdin.close()


@pytest.mark.parametrize("kind", BROKEN)
def test_a_reader_names_the_place(readers, kind):
    met, error = readers(kind), BROKEN[kind][1]
    place = replace(error, expected="").in_words(translator("zh"))  # what is expected comes after
    titles = ["The data could not be read", "数据无法读取"]
    for (_, asked), shown in zip(asked_of(kind)["places"], met["app"], strict=True):
        assert shown["exception"] == []
        [said] = map(seen, shown["error"])
        assert said.startswith(place) if asked.get("lang") == "zh" else said == str(error)
        assert shown["title"] == [titles[asked.get("lang") == "zh"]]

    for status, answer in met["addresses"]:
        assert status == 500
        named = (answer["file"], answer["line"], answer["column"])
        assert named == (error.file, error.line, error.column)

    if asked_of(kind)["check"]:
        assert met["check"] == [1, f"xi_data: data/{error}\n"]

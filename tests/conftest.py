"""What many tests share: the article, where it is at hand, the database, and a copy of data/."""

import csv
import gc
import hashlib
import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from tests import fifteen_bulletins as fifteen
from tests import small_corpus as small
from tests import three_bulletins as three
from tests.ui import packages_once
from xi_data import store
from xi_data.record.tables import DATA, TABLES

packages_once.remember()
gc.set_threshold(50_000, 20, 20)  # the tests hold much and drop little: a tenth of their time


@pytest.fixture(scope="session")
def article() -> str:
    """The article as published, found below the folder that XI_BULLETINS names."""
    folder = os.environ.get("XI_BULLETINS")
    if not folder:
        pytest.skip("not run against the article: XI_BULLETINS names no folder that holds xi.txt")
    with (DATA / TABLES["bulletins"]).open(encoding="utf-8", newline="") as lines:
        [sha256] = [row["sha256"] for row in csv.DictReader(lines)]
    found = sorted(Path(folder).rglob("xi.txt"))
    for file in found:
        if hashlib.sha256(file.read_bytes()).hexdigest() == sha256:
            with file.open(encoding="utf-8", newline="") as handle:
                return handle.read()
    pytest.fail(
        f"XI_BULLETINS={folder} holds {len(found)} files xi.txt, none of them with SHA-256 {sha256}"
    )


@pytest.fixture(scope="session")
def connection(tmp_path_factory):
    """The real figures, read-only."""
    with store.open_database(folders=[tmp_path_factory.mktemp("database")]) as opened:
        yield opened


@pytest.fixture
def data_copy(tmp_path) -> Path:
    """A copy of data/ that a test may break."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture(scope="session")
def three_bulletins(tmp_path_factory) -> Path:
    """A data folder with the shipped bulletin, a copy of it, and an invented one."""
    return three.write(tmp_path_factory.mktemp("bulletins"))


@pytest.fixture(scope="session")
def fifteen_bulletins(tmp_path_factory) -> Path:
    """A data folder with the shipped bulletin and fourteen invented ones, read by machine."""
    return fifteen.write(tmp_path_factory.mktemp("bulletins"))


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory) -> Path:
    """The folder of a finished corpus, with its texts."""
    return small.write(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def query(connection):
    """Asks the real figures, each question once."""
    return cache(store.asker(connection))


@pytest.fixture(scope="session")
def query_three(three_bulletins, tmp_path_factory):
    """Asks the three bulletins, each question once."""
    folder = tmp_path_factory.mktemp("database")
    with store.open_database(three_bulletins, [folder]) as opened:
        yield cache(store.asker(opened))


@pytest.fixture(scope="session")
def query_fifteen(fifteen_bulletins, tmp_path_factory):
    """Asks the fifteen bulletins, each question once."""
    folder = tmp_path_factory.mktemp("database")
    with store.open_database(fifteen_bulletins, [folder]) as opened:
        yield cache(store.asker(opened))

"""What tests of corpora share: documents, workers in this process, tables as they were written."""

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.generated_bulletins import bulletins, write_jsonl
from xi_data.batches.corpus import Settings, extract_corpus
from xi_data.batches.inputs import Inputs
from xi_data.batches.tables import Columns
from xi_data.batches.unit import Shard, Unit, read_unit
from xi_data.corpora.folder import TABLES
from xi_data.corpus.index import Index

DOCUMENTS = 12


class Threads:
    """Workers in this process; begun: the units that they were given."""

    died = BrokenProcessPool
    most_deaths = 3
    at_once = 2

    def __init__(self):
        self.begun: list[int] = []

    def __enter__(self) -> "Threads":
        self._pool = ThreadPoolExecutor(2)
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    def begin(self, unit: Unit) -> "Future[Shard]":
        self.begun.append(unit.number)
        return self._pool.submit(read_unit, unit)


def inputs(*named: Path | str) -> Inputs:
    return Inputs([str(one) for one in named], Index([], Path()), Columns())


def extracted(
    named: Inputs | Path, folder: Path, workers: Any = None, **settings: Any
) -> tuple[dict[str, Any], list[str]]:
    """What a data set says of itself, and what a person was told, with 4 documents in a unit."""
    told: list[str] = []
    made = extract_corpus(
        named if isinstance(named, Inputs) else inputs(named),
        folder,
        Settings(**{"documents_a_unit": 4} | settings),
        lambda: workers or Threads(),
        told.append,
    )
    return made, told


def table(folder: Path, name: str) -> pa.Table:
    """All rows of a table, in the order of its files."""
    files = sorted((folder / name).iterdir())
    return pa.concat_tables([pq.read_table(file) for file in files])


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return table(folder, name).to_pylist()


def same(one: Path, other: Path) -> bool:
    """Whether two data sets have the same rows in the same order."""
    return all(table(one, name).equals(table(other, name)) for name in TABLES)


@pytest.fixture(scope="session")
def source(tmp_path_factory) -> Path:
    """A table of invented bulletins."""
    file = tmp_path_factory.mktemp("documents") / "documents.jsonl"
    write_jsonl(bulletins(DOCUMENTS), file)
    return file


@pytest.fixture(scope="session")
def whole(source, tmp_path_factory) -> Path:
    """The data set of an uninterrupted run."""
    folder = tmp_path_factory.mktemp("whole") / "corpus"
    extracted(source, folder)
    return folder

"""Which edition of the data this is, and data in a schema that this code does not read."""

import shutil

import pytest

from xi_data import store
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA
from xi_data.record.version import SCHEMA, version


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


def test_the_data_are_in_the_schema_that_this_code_reads():
    assert version().schema == SCHEMA


def test_data_in_another_schema_are_not_read(data, tmp_path):
    file = data / "version.toml"
    file.write_text(file.read_text("utf-8").replace("schema = 1", "schema = 2"), "utf-8")
    with pytest.raises(DataError, match="version.toml, line 1, column schema: '2': expected 1"):
        store.open_database(data, [tmp_path / "database"])


@pytest.mark.parametrize("said", ["version = ", "version = '1'", "\udcff", None])
def test_data_that_do_not_say_their_schema_are_not_read(data, tmp_path, said):
    if said is None:
        (data / "version.toml").unlink()
    else:
        (data / "version.toml").write_bytes(said.encode("utf-8", "surrogateescape"))
    with pytest.raises(DataError, match="version.toml, line 1: expected "):
        store.open_database(data, [tmp_path / "database"])

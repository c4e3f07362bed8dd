"""Which edition of the data this is, and data in a schema that this code does not read."""

import shutil

import pytest

from xi_data import store
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA
from xi_data.record.version import SCHEMA, read_version, version


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


def test_the_data_are_in_the_schema_that_this_code_reads():
    assert version().schema == SCHEMA


@pytest.mark.parametrize("schema", [SCHEMA - 1, SCHEMA + 1])
def test_data_in_another_schema_are_not_read(data, tmp_path, schema):
    file = data / "version.toml"
    said = file.read_text("utf-8").replace(f"schema = {SCHEMA}", f"schema = {schema}")
    file.write_text(said, "utf-8")
    expected = f"version.toml, line 3, column schema: '{schema}': expected {SCHEMA}"
    with pytest.raises(DataError, match=expected):
        store.open_database(data, [tmp_path / "database"])


@pytest.mark.parametrize("said", ["version = ", "version = '1'", "\udcff", None])
def test_data_that_do_not_say_their_schema_are_not_read(data, tmp_path, said):
    if said is None:
        (data / "version.toml").unlink()
    else:
        (data / "version.toml").write_bytes(said.encode("utf-8", "surrogateescape"))
    with pytest.raises(DataError, match="version.toml, line 1: expected "):
        store.open_database(data, [tmp_path / "database"])


@pytest.mark.parametrize(
    ("line", "column", "written", "value", "expected"),
    [
        (1, "version", "0.2", "0.2", "text in quotes"),
        (2, "date", '"today"', "today", "a date, YYYY-MM-DD"),
        (3, "schema", "true", "True", "a whole number"),
        (4, "bulletin", "7", "7", "text in quotes"),
    ],
)
def test_a_value_of_another_type_is_named(data, line, column, written, value, expected):
    file = data / "version.toml"
    lines = file.read_text("utf-8").splitlines()
    lines[line - 1] = f"{column} = {written}"
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises(DataError) as caught:
        read_version(data)
    assert caught.value == DataError("version.toml", line, column, value, expected)


def test_a_torn_file_is_named_by_the_line_where_it_ends(data):
    file = data / "version.toml"
    file.write_text(file.read_text("utf-8")[:-8], "utf-8")
    with pytest.raises(DataError, match="version.toml, line 4: expected valid TOML"):
        read_version(data)


def test_the_bulletin_of_a_link_must_be_one_of_the_data(data):
    file = data / "version.toml"
    file.write_text(file.read_text("utf-8").replace('"xi-', '"yi-'), "utf-8")
    with pytest.raises(DataError) as caught:
        store.prove(data)
    assert caught.value == DataError(
        "version.toml", 4, "bulletin", "yi-county-2020-02", "one of bulletin_id in bulletins.csv"
    )

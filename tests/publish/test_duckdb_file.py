import os
import struct
import tempfile

import duckdb
import pytest

from xi_data.publish import DatabaseNotBuiltError, database_bytes


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """The only places for a database, neither there yet: the cache and the temporary folder."""
    cache, temporary = tmp_path / "cache", tmp_path / "temporary"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return cache, temporary


def figures_in(content: bytes, folder) -> int:
    file = folder / "downloaded.duckdb"
    file.write_bytes(content)
    with duckdb.connect(file, read_only=True) as connection:
        [(figures,)] = connection.execute("SELECT count(*) FROM described_figures").fetchall()
    return figures


def test_the_file_alone_holds_every_figure(folders, records, tmp_path):
    assert figures_in(database_bytes(), tmp_path) == len(records)


def test_the_storage_version_is_that_of_duckdb_1_0(folders):
    # Checksum, magic and version, then the table of versions: DuckDB's manual, Internals, Storage.
    magic, version = struct.unpack_from("<8x4sQ", database_bytes())
    assert (magic, version) == (b"DUCK", 64)


def test_it_is_built_in_a_passing_folder_where_no_cache_can_be_kept(folders, records, tmp_path):
    cache, temporary = folders
    cache.write_text("a file where the folder should be")
    temporary.mkdir()
    (temporary / f"xi-explorer-{os.getuid()}").write_text("another")
    assert figures_in(database_bytes(), tmp_path) == len(records)
    assert [path.name for path in temporary.iterdir()] == [f"xi-explorer-{os.getuid()}"]


def test_no_folder_at_all_is_an_error_of_its_own(folders):
    for folder in folders:
        folder.write_text("a file where the folder should be")
    with pytest.raises(DatabaseNotBuiltError, match="cannot be written"):
        database_bytes()

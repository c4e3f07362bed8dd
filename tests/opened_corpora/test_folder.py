"""A folder that is no whole corpus is told of, and an open one does nothing but answer."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from xi_data.corpora import SAID, UNFINISHED
from xi_data.corpora.folder import TABLES, UnreadableCorpusError
from xi_data.corpora.opened import open_corpus
from xi_data.locale import LANGUAGES, translator


@pytest.fixture
def copy(small_corpus, tmp_path) -> Path:
    """A corpus that a test may break."""
    return Path(shutil.copytree(small_corpus, tmp_path / "copied"))


def refusal(folder: Path) -> str:
    with pytest.raises(UnreadableCorpusError) as told:
        open_corpus(folder)
    words = {told.value.in_words(translator(lang)) for lang in LANGUAGES}
    assert len(words) == 2
    assert not any(str(folder.parent) in one for one in words)
    return str(told.value)


def test_a_missing_or_strange_folder_is_told(tmp_path):
    assert "no folder nowhere" in refusal(tmp_path / "nowhere")
    (tmp_path / "strange").mkdir()
    assert f"it has no file {SAID}" in refusal(tmp_path / "strange")


def test_an_unfinished_corpus_says_how_to_go_on(tmp_path):
    (tmp_path / "begun" / UNFINISHED).mkdir(parents=True)
    assert "goes on where it stopped" in refusal(tmp_path / "begun")


@pytest.mark.parametrize(
    ("edition", "words"), [(3, "newer edition"), (1, "older edition"), ("x", "newer")]
)
def test_another_edition_is_told(copy, edition, words):
    known = json.loads((copy / SAID).read_text())
    (copy / SAID).write_text(json.dumps(known | {"edition": edition}))
    assert words in refusal(copy)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"edition": 1}', '{"edition": 1, "figures": "x"}']
)
def test_a_damaged_description_is_told(copy, content):
    (copy / SAID).write_text(content)
    assert f"{SAID} of the corpus copied is damaged" in refusal(copy)


@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_or_missing_table_is_named(copy, table):
    [file] = (copy / table).iterdir()
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    assert f"{table}/{file.name} of the corpus copied is damaged" in refusal(copy)
    file.unlink()
    assert f"{table} of the corpus copied is damaged" in refusal(copy)


def test_a_file_that_is_damaged_within_is_told_when_it_is_asked(copy):
    [file] = (copy / "index").iterdir()
    content = bytearray(file.read_bytes())
    content[100:4_000] = bytes(3_900)
    file.write_bytes(content)
    opened = open_corpus(copy)
    with pytest.raises(UnreadableCorpusError, match="is damaged"):
        opened.rows("SELECT sum(hash(COLUMNS(*))) FROM index", {})
    opened.database.close()


@pytest.mark.parametrize(
    "hostile",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "COPY (SELECT 1) TO '/tmp/never.csv'",
        "CREATE TABLE made AS SELECT 1",
        "DROP VIEW figures",
        "SET memory_limit = '8GB'",
        "SET enable_external_access = true",
        "ATTACH '/tmp/other.duckdb'",
        "INSTALL httpfs",
    ],
)
def test_an_open_corpus_reads_its_files_and_does_nothing_else(corpus, hostile):
    with pytest.raises(duckdb.Error), corpus.database.cursor() as cursor:
        cursor.execute(hostile)

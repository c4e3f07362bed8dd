"""Files, folders and patterns as they are named on the command line."""

from pathlib import Path

import pytest

from tests.batches.conftest import inputs
from xi_data.batches.corpus import FINISHED
from xi_data.batches.inputs import Inputs
from xi_data.batches.tables import Columns
from xi_data.corpus.index import read_index


@pytest.fixture
def folder(tmp_path) -> Path:
    for name in (
        "b.txt",
        "a/2.txt",
        "a/1.HTML",
        ".hidden/x.txt",
        "a/.x.txt",
        "a/3.xls",
        "Makefile",
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("收梨3筐。", encoding="utf-8")
    (tmp_path / "c.csv").write_text("id,text\nrow,收梨3筐。\n", encoding="utf-8")
    return tmp_path


def sources(found: Inputs, folder: Path) -> list[str]:
    return [Path(one.source).relative_to(folder).as_posix() for one in found]


def test_a_folder_gives_all_that_can_be_opened_in_the_order_of_names(folder):
    found = inputs(folder)
    assert sources(found, folder) == ["a/1.HTML", "a/2.txt", "b.txt", "c.csv"]
    total, left_out = found.survey()
    assert total == sum((folder / one).stat().st_size for one in sources(found, folder))
    assert left_out == ["2 files in folders are left out: .xls, Makefile"]


def test_a_data_set_of_our_own_is_not_read_again(folder):
    made = folder / "a" / "figures"
    made.mkdir()
    (made / "1.parquet").write_bytes(b"")
    (folder / "a" / FINISHED).write_text("{}")
    assert sources(inputs(folder), folder) == ["b.txt", "c.csv"]


def test_a_pattern_gives_files_in_order_at_any_depth(folder):
    assert sources(inputs(folder / "**" / "*.txt"), folder) == ["a/2.txt", "b.txt"]
    [one] = inputs(folder / "*.pdf")
    assert one.problem == "no file fits this pattern"


def test_a_file_that_is_named_is_read_whatever_its_suffix(folder):
    [one] = inputs(folder / "a" / "3.xls")
    assert one.content == "收梨3筐。".encode()
    [one] = inputs(folder / "nowhere.txt")
    assert one.problem == "cannot be read: No such file or directory"
    [one] = inputs("s3://bucket/documents.parquet")
    assert one.problem.startswith("is an address; name a folder or a file")


def test_a_key_is_of_name_and_path(folder):
    other = folder / "z"
    other.mkdir()
    (other / "b.txt").write_text("x")
    first, second = inputs(folder / "b.txt", other / "b.txt")
    assert first.key != second.key
    assert first.key.startswith("b-")
    assert [one.key for one in inputs(folder / "b.txt")] == [first.key]


def test_what_an_index_says_goes_with_its_file(folder):
    index = folder / "index.csv"
    index.write_text("file,bulletin_id,place\nb.txt,bee,河东\n", encoding="utf-8")
    [one] = Inputs([], read_index(str(index)), Columns())
    assert (one.key, one.entry.place) == ("bee", "河东")


@pytest.mark.parametrize(
    ("named", "several"),
    [(["b.txt"], False), (["c.csv"], True), (["a"], True), (["b.txt"] * 2, True)],
)
def test_whether_there_may_be_several(named, several, folder):
    assert inputs(*(folder / one for one in named)).several is several

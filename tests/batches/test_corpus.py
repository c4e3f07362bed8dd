"""A data set: its tables, a run that goes on, and what is refused. All sentences are our own."""

import datetime
import json
import os
from collections import Counter
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.batches.conftest import DOCUMENTS, Threads, extracted, inputs, rows, same, table
from tests.generated_bulletins import bulletins, write_files
from xi_data.batches import document, gather
from xi_data.batches.corpus import FINISHED, UNFINISHED, CorpusError
from xi_data.record.figures import Figure, columns


def written(folder: Path, *texts: str, **about: str) -> Path:
    """A table of these texts, with the ids 1, 2 and so on."""
    file = folder / "texts.jsonl"
    objects = ({"id": str(at), "text": text} | about for at, text in enumerate(texts, start=1))
    file.write_text("".join(json.dumps(one) + "\n" for one in objects), encoding="utf-8")
    return file


def test_figures_have_the_columns_of_the_record_and_name_their_document(whole):
    figures = table(whole, "figures")
    assert figures.column_names == list(columns(Figure))
    documents = {one["bulletin_id"]: one for one in rows(whole, "documents")}
    assert list(documents) == [one.id for one in bulletins(DOCUMENTS)]
    counts = figures["bulletin_id"].value_counts().to_pylist()
    assert {one["values"]: one["counts"] for one in counts} == {
        key: one["figures"] for key, one in documents.items()
    }
    unsure = Counter(one["bulletin_id"] for one in figures.to_pylist() if one["unsure"])
    assert unsure == {key: one["unsure"] for key, one in documents.items() if one["unsure"]}
    assert rows(whole, "failures") == []
    assert not (whole / "texts").exists()


def test_a_document_says_what_is_known_of_it(tmp_path):
    file = written(tmp_path, "收梨3筐。", "2021年3月4日收枣，共40个。", place="河东", title="收成")
    extracted(file, tmp_path / "corpus", published="2021-03")
    first, second = rows(tmp_path / "corpus", "documents")
    assert first == first | {
        "source": str(file),
        "row": 1,
        "title": "收成",
        "place": "河东",
        "publisher": None,
        "published": None,
        "published_partial": "2021-03",
        "published_basis": "option",
        "code_points": 5,
        "figures": 1,
        "remarks": None,
    }
    assert (second["latest_date"], second["figures"]) == (datetime.date(2021, 3, 4), 2)
    assert len(second["sha256"]) == 64


def test_texts_are_kept_where_they_are_asked_for(source, tmp_path):
    extracted(source, tmp_path / "corpus", with_texts=True)
    texts = {one["bulletin_id"]: one["text"] for one in rows(tmp_path / "corpus", "texts")}
    for one in rows(tmp_path / "corpus", "figures"):
        assert texts[one["bulletin_id"]][one["start"] : one["end"]] == one["mention"]


def test_figures_of_a_file_stand_by_topic_and_then_as_in_the_documents(whole):
    order = [
        tuple(one[name] or "\uffff" for name in ("topic", "category", "unit", "status"))
        + (one["bulletin_id"], one["start"])
        for one in rows(whole, "figures")
    ]
    assert order == sorted(order)


def test_duckdb_reads_it_whatever_the_number_of_files(source, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(gather, "FILE_ROWS", 400)
    folder = tmp_path / "corpus"
    extracted(source, folder)
    files = sorted((folder / "figures").iterdir())
    assert len(files) > 1
    assert sum(pq.read_metadata(one).num_rows for one in files) == len(table(whole, "figures"))
    with duckdb.connect() as connection:
        counts = [
            connection.execute(
                "SELECT topic, count(*), max(value) FROM read_parquet(?) JOIN read_parquet(?) "
                "USING (bulletin_id) GROUP BY topic ORDER BY topic",
                [f"{one}/figures/*.parquet", f"{one}/documents/*.parquet"],
            ).fetchall()
            for one in (folder, whole)
        ]
    assert counts[0] == counts[1]


class Stopping(Threads):
    """Workers with whom a run ends after a number of units, as by an interrupt."""

    at_once = 1

    def __init__(self, after: int):
        super().__init__()
        self._after = after

    def begin(self, unit):
        if len(self.begun) == self._after:
            raise KeyboardInterrupt
        return super().begin(unit)


@pytest.mark.parametrize("after", [0, 2])
def test_a_run_that_was_stopped_goes_on_and_comes_to_the_same_rows(after, source, whole, tmp_path):
    folder = tmp_path / "corpus"
    with pytest.raises(KeyboardInterrupt):
        extracted(source, folder, Stopping(after))
    assert not (folder / FINISHED).exists()
    workers = Threads()
    extracted(source, folder, workers)
    assert workers.begun == [0, 1, 2][after:]
    assert same(folder, whole)
    assert not (folder / UNFINISHED).exists()


def test_what_was_half_written_is_made_again(source, whole, tmp_path):
    folder = tmp_path / "corpus"
    with pytest.raises(KeyboardInterrupt):
        extracted(source, folder, Stopping(2))
    aside = folder / UNFINISHED
    (aside / "0000000.arrow").write_bytes(b"ARROW1")
    (aside / "0000001.arrow.part").write_bytes(b"ARROW1")
    (aside / "tables").mkdir()
    (folder / "figures").mkdir()
    (folder / "figures" / "000007.parquet").write_bytes(b"PAR1")
    workers = Threads()
    extracted(source, folder, workers)
    assert workers.begun == [0, 2]
    assert same(folder, whole)


def test_files_of_a_folder_give_what_a_table_of_them_gives(whole, tmp_path):
    write_files(bulletins(DOCUMENTS), tmp_path / "files")
    extracted(tmp_path / "files", tmp_path / "corpus")
    ours, theirs = rows(tmp_path / "corpus", "figures"), rows(whole, "figures")
    assert [one["context_hash"] for one in ours] == [one["context_hash"] for one in theirs]


def test_a_finished_data_set_says_so_and_is_left_alone(source, whole):
    before = {file: file.stat().st_mtime_ns for file in whole.rglob("*")}
    workers = Threads()
    made, told = extracted(source, whole, workers)
    assert made == json.loads((whole / FINISHED).read_text())
    assert (made["documents"], made["failures"]) == (DOCUMENTS, 0)
    assert told == [f"{whole} is finished already: {DOCUMENTS} documents"]
    assert workers.begun == []
    assert {file: file.stat().st_mtime_ns for file in whole.rglob("*")} == before


def test_other_settings_and_other_inputs_are_refused(source, whole, tmp_path):
    with pytest.raises(CorpusError, match="made with published = None, and now it is '2020'"):
        extracted(source, whole, published="2020")
    fewer = tmp_path / "fewer.jsonl"
    fewer.write_bytes(b"".join(source.read_bytes().splitlines(keepends=True)[:5]))
    with pytest.raises(CorpusError, match="was made of other inputs; name another folder"):
        extracted(fewer, whole)
    begun = tmp_path / "corpus"
    with pytest.raises(KeyboardInterrupt):
        extracted(source, begun, Stopping(2))
    with pytest.raises(CorpusError, match="made with with_texts = False"):
        extracted(source, begun, with_texts=True)
    with pytest.raises(CorpusError, match=r"begun with other inputs \(.*fewer.jsonl, row 1"):
        extracted(fewer, begun)


def test_inputs_that_have_become_fewer_are_refused(source, tmp_path):
    changing = tmp_path / "documents.jsonl"
    changing.write_bytes(source.read_bytes())
    with pytest.raises(KeyboardInterrupt):
        extracted(changing, tmp_path / "corpus", Stopping(2))
    changing.write_bytes(b"".join(source.read_bytes().splitlines(keepends=True)[:4]))
    with pytest.raises(CorpusError, match="there are fewer"):
        extracted(changing, tmp_path / "corpus")


def test_a_folder_that_holds_something_else_is_refused(source, tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(CorpusError, match="holds something else; name a new folder"):
        extracted(source, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_two_do_not_write_into_one_folder(source, tmp_path):
    fcntl = pytest.importorskip("fcntl", reason="Windows has no such locks")
    descriptor = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        with pytest.raises(CorpusError, match="another run writes into"):
            extracted(source, tmp_path)
    finally:
        os.close(descriptor)


def test_what_cannot_be_read_is_a_failure_and_told(tmp_path, monkeypatch):
    def broken(opened, *rest):
        if "坏" in opened.text:
            raise KeyError("broken")
        return reads(opened, *rest)

    reads = document.read_opened
    monkeypatch.setattr(document, "read_opened", broken)
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG")
    file = written(tmp_path, "收梨3筐。", "坏", "")
    made, told = extracted(inputs(picture, file), tmp_path / "corpus")
    assert (made["documents"], made["failures"]) == (1, 3)
    failures = rows(tmp_path / "corpus", "failures")
    assert [(one["source"], one["row"]) for one in failures] == [
        (str(picture), None),
        (str(file), 2),
        (str(file), 3),
    ]
    assert "run OCR on it" in failures[0]["problem"]
    assert failures[1]["problem"] == "the reading program fails on it (KeyError: 'broken')"
    assert f"{file}, row 3: column text: '': expected the text of a document" in told


def test_many_failures_are_not_all_told(tmp_path):
    made, told = extracted(written(tmp_path, *[""] * 30), tmp_path / "corpus")
    assert made["failures"] == len(rows(tmp_path / "corpus", "failures")) == 30
    assert len(told) == 20 + 2
    assert "more cannot be read; the table of failures will have all" in told


def test_an_id_that_another_document_has_is_a_failure(tmp_path):
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text('{"id": "x", "text": "3筐"}\n{"id": "y", "text": ""}\n', encoding="utf-8")
    second.write_text('{"id": "y", "text": "4筐"}\n{"id": "x", "text": "5筐"}\n', encoding="utf-8")
    extracted(inputs(first, second), tmp_path / "corpus")
    assert [one["mention"] for one in rows(tmp_path / "corpus", "figures")] == ["3筐", "4筐"]
    assert [one["bulletin_id"] for one in rows(tmp_path / "corpus", "documents")] == ["x", "y"]
    *_, last = rows(tmp_path / "corpus", "failures")
    assert (last["bulletin_id"], last["source"], last["row"]) == ("x", str(second), 2)
    assert last["problem"] == (f"has the id of another document, {first}, row 1; give each its own")


def test_half_a_surrogate_pair_becomes_a_question_mark(tmp_path):
    extracted(written(tmp_path, "收\ud800梨3筐。"), tmp_path / "corpus", with_texts=True)
    assert rows(tmp_path / "corpus", "texts")[0]["text"] == "收?梨3筐。"


def test_documents_of_many_bytes_make_smaller_units(tmp_path, monkeypatch):
    monkeypatch.setattr("xi_data.batches.unit.MOST_BYTES", 10)
    workers = Threads()
    extracted(
        written(tmp_path, "收梨3筐。" * 3, "收枣4筐。", "收瓜5筐。"), tmp_path / "corpus", workers
    )
    assert workers.begun == [0, 1]


def test_no_document_is_a_data_set_without_rows(tmp_path):
    (tmp_path / "none").mkdir()
    made, _ = extracted(tmp_path / "none", tmp_path / "corpus")
    assert (made["documents"], made["figures"]) == (0, 0)
    assert table(tmp_path / "corpus", "figures").column_names == list(columns(Figure))


def test_the_index_says_where_a_figure_stands_and_what_is_known_of_its_document(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(gather, "FILE_ROWS", 2)
    about = (("甲", "2021-03"), ("乙", "2021"), ("丙", "2021-04-05"))
    file = tmp_path / "documents.jsonl"
    objects = (
        {"id": str(at), "text": "收梨3筐，又收梨4筐。", "place": place, "published": published}
        for at, (place, published) in enumerate(about)
    )
    file.write_text("".join(json.dumps(one) + "\n" for one in objects), encoding="utf-8")
    extracted(file, tmp_path / "corpus", documents_a_unit=1)
    index = rows(tmp_path / "corpus", "index")
    assert [(one["file"], one["row"]) for one in index] == [
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
        (2, 0),
        (2, 1),
    ]
    assert [(one["document"], one["place"], one["month"]) for one in index[::2]] == [
        (0, "甲", "2021-03"),
        (1, "乙", None),
        (2, "丙", "2021-04"),
    ]
    assert [one["value"] for one in index] == [
        one["value"] for one in rows(tmp_path / "corpus", "figures")
    ]
    [word] = rows(tmp_path / "corpus", "words")
    assert {one["word"] for one in index} == {word["word"]}
    assert " 梨" in word["found_by"]
    assert " ~li" in word["found_by"]

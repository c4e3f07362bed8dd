"""python -m xi_data extract on files as they come: HTML, .docx, PDF and an index of them."""

import csv
import datetime
import io
import zipfile

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.opening.made import docx, paragraph, pdf, run, table
from xi_data.__main__ import main
from xi_data.publish import record_files

PAGE = "<html><p>3月4日收梨30筐。<table><tr><th>物資<th>儲備（只）<tr><td>口罩<td>1200</table>"
INDEX = "file,published\npage.html,2021-03-05\nword.docx,2021-03\nprinted.pdf,2021\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.encode("gb18030"))
    (tmp_path / "word.docx").write_bytes(
        docx(paragraph(run("收棗8筐。")) + table(["物資", "訂購（只）"], ["手套", "300"]))
    )
    (tmp_path / "printed.pdf").write_bytes(pdf([(72, 760, "收瓜12箱。")], [(72, 760, "收杏9箱。")]))
    (tmp_path / "index.csv").write_text(INDEX, encoding="utf-8")
    return tmp_path


def read(capsysbinary, *arguments) -> tuple[int, list[dict[str, str]], str]:
    code = main(["extract", *map(str, arguments)])
    printed, aside = capsysbinary.readouterr()
    return code, list(csv.DictReader(io.StringIO(printed.decode(), newline=""))), aside.decode()


def test_the_files_of_an_index_are_read_whatever_they_are(folder, capsysbinary):
    code, rows, aside = read(capsysbinary, "--index", folder / "index.csv")
    assert (code, aside) == (0, "")
    assert [(row["mention"], row["origin"]) for row in rows] == [
        *(("3月4日", ""), ("30筐", ""), ("1200", "table 1, row 2, column 2")),
        *(("8筐", ""), ("300", "table 1, row 2, column 2")),
        *(("12箱", "page 1"), ("9箱", "page 2")),
    ]
    assert rows[0]["date"] == "2021-03-04"


def test_the_text_that_positions_refer_to_can_be_had(folder, capsysbinary):
    texts = folder / "texts"
    texts.mkdir()
    files = [folder / "page.html", folder / "word.docx"]
    code, rows, _ = read(capsysbinary, *files, "--texts", texts, "--published", "2021")
    assert code == 0
    for row in rows:
        name = row["source"].rpartition("/")[2]
        text = (texts / f"{name}.txt").read_bytes().decode()
        assert text[int(row["start"]) : int(row["end"])] == row["mention"]


def test_figures_come_as_a_workbook_with_types(folder, capsysbinary):
    made = [folder / "first.xlsx", folder / "second.xlsx"]
    for file in made:
        asked = ("--format", "xlsx", "--published", "2021", "--output", file)
        assert read(capsysbinary, folder / "page.html", *asked)[0] == 0
    assert made[0].read_bytes() == made[1].read_bytes()
    header, day, pears, masks = openpyxl.load_workbook(made[0])["figures"].values
    row = dict(zip(header, masks, strict=True))
    assert (row["value"], row["category"], row["unit_printed"]) == (1200, "mask", "只")
    assert dict(zip(header, day, strict=True))["date"] == datetime.datetime(2021, 3, 4)
    assert dict(zip(header, pears, strict=True))["category"] is None


def test_more_rows_than_a_sheet_holds_are_refused(folder, capsysbinary, monkeypatch):
    monkeypatch.setattr(record_files, "_MOST_ROWS", 2)
    asked = ("--format", "xlsx", "--output", folder / "figures.xlsx", "--published", "2021")
    code, _, aside = read(capsysbinary, folder / "page.html", *asked)
    assert (code, "choose --format parquet or csv" in aside) == (1, True)
    assert not (folder / "figures.xlsx").exists()


def test_what_cannot_be_opened_is_named_and_the_others_are_read(folder, capsysbinary):
    (folder / "scan.pdf").write_bytes(pdf([]))
    files = [folder / "scan.pdf", folder / "word.docx"]
    code, rows, aside = read(capsysbinary, *files, "--published", "2021")
    assert (code, len(rows)) == (1, 2)
    assert aside.startswith(f"xi_data: {folder}/scan.pdf: has no text layer")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name files to read, or an index of them"),
        (["a.txt", "--format", "zip", "--rejected"], "excused_numerals.csv"),
        (["a.txt", "--processes", "2"], "are for --format dataset"),
        (["a.txt", "--format", "dataset"], "name a folder with --output"),
        (["a.txt", "--format", "dataset", "--output", "x", "--rejected"], "--with-texts keeps"),
        (["a.txt", "--format", "dataset", "--output", "x", "--processes", "0"], "at least 1"),
        (
            [*("a.txt", "--format", "dataset", "--output", "x"), *("--processes", "2")]
            + ["--scheduler", "tcp://127.0.0.1:1"],
            "the workers of a cluster are its own",
        ),
    ],
)
def test_what_is_not_understood_is_said(arguments, message, capsysbinary):
    with pytest.raises(SystemExit) as stopped:
        read(capsysbinary, *arguments)
    assert stopped.value.code == 2
    assert message in capsysbinary.readouterr().err.decode()


def test_a_broken_index_is_named_by_its_place(folder, capsysbinary):
    (folder / "index.csv").write_text("file,published\npage.html,soon\n", encoding="utf-8")
    code, _, aside = read(capsysbinary, "--index", folder / "index.csv")
    assert code == 1
    assert f"{folder}/index.csv, line 2, column published: 'soon'" in aside


DOCUMENTS = (
    '{"id": "pears", "text": "收梨3筐。"}\n{"id": "none", "text": ""}\n'
    '{"id": "plums", "text": "收李4筐。", "published": "2021"}\n{"id": "pears", "text": "5筐"}\n'
)


def test_folders_and_tables_of_documents_are_read_into_any_format(folder, capsysbinary):
    inside = folder / "inside"
    inside.mkdir()
    (inside / "b.txt").write_text("收枣8筐。", encoding="utf-8")
    (inside / "c.xls").write_bytes(b"")
    table = inside / "a.jsonl"
    table.write_text(DOCUMENTS, encoding="utf-8")
    code, rows, aside = read(capsysbinary, inside)
    assert code == 1
    assert [(row["source"], row["mention"]) for row in rows] == [
        (f"{table}#pears", "3筐"),
        (f"{table}#plums", "4筐"),
        (str(inside / "b.txt"), "8筐"),
    ]
    assert aside.splitlines() == [
        "xi_data: 1 files in folders are left out: .xls",
        f"xi_data: {table}, row 2: column text: '': expected the text of a document",
        f"xi_data: {table}, row 4: has the id of another document; give each its own",
    ]


def test_documents_of_a_table_become_bulletins_of_a_package(folder, capsysbinary):
    table, package = folder / "a.jsonl", folder / "package.zip"
    table.write_text(DOCUMENTS, encoding="utf-8")
    read(capsysbinary, table, "--format", "zip", "--output", package)
    with zipfile.ZipFile(package) as made:
        lines = io.StringIO(made.read("bulletins.csv").decode("utf-8"), newline="")
        assert [row["bulletin_id"] for row in csv.DictReader(lines)] == ["pears", "plums"]


def test_a_data_set_is_made_by_processes_and_its_failures_are_no_error(folder, capsysbinary):
    table, made = folder / "a.jsonl", folder / "corpus"
    table.write_text(DOCUMENTS, encoding="utf-8")
    asked = (table, "--format", "dataset", "--output", made, "--processes", "1")
    code, _, aside = read(capsysbinary, *asked)
    assert (code, aside.splitlines()[-1]) == (
        0,
        f"xi_data: {made}: 2 documents, 2 figures, 2 failures",
    )
    assert pq.read_table(made / "figures")["mention"].to_pylist() == ["3筐", "4筐"]
    code, _, aside = read(capsysbinary, *asked, "--published", "2020")
    assert (code, "take the same settings, or name another folder" in aside) == (1, True)

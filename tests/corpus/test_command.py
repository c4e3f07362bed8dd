"""python -m xi_data extract on files as they come: HTML, .docx, PDF and an index of them."""

import csv
import datetime
import io

import openpyxl
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

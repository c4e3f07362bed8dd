"""A package of what a machine read: the store, the checks and the text all accept it as it is."""

import csv
import io
import zipfile
from pathlib import Path

import frictionless
import pytest

from tests.opening.made import docx, paragraph, run, table
from xi_data import store
from xi_data.__main__ import main
from xi_data.record.figures import Figure, columns, read_figures
from xi_data.record.packages import package_folder
from xi_data.record.tables import ADDED

TEXT = (
    "河東鄉情況通報\n发布时间：2021-03-05\n\n"
    "截至3月4日，儲備口罩1.5萬只，收梨10至20筐，志願者數十名，第一時間送到。\n"
    "去年5月修路三百米，近期清掃街道约4條。\n"
)
INDEX = "file,bulletin_id,title,publisher,place\nsecond.docx,second-2021,第二份,林河報,林河鄉\n"
SECOND = docx(paragraph(run("收棗8筐。")) + table(["物資", "儲備（只）"], ["口罩", "1200"]))


@pytest.fixture
def package(tmp_path) -> Path:
    """A package of two files, one of them with a row in an index, with their texts."""
    first, second, index = (tmp_path / name for name in ("通報.txt", "second.docx", "index.csv"))
    first.write_text(TEXT, encoding="utf-8")
    second.write_bytes(SECOND)
    index.write_text(INDEX, encoding="utf-8")
    made = tmp_path / "package.zip"
    asked = ["extract", first, second, "--index", index, "--format", "zip", "--with-texts"]
    assert main([*map(str, asked), "--output", str(made)]) == 0
    return made


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(package) as zipped:
        text = zipped.read(name).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_store_opens_it_as_it_opens_data(package, tmp_path):
    with package_folder(package) as folder:
        opened = store.open_database(folder, [tmp_path / "cache"])
        query = store.asker(opened)
        known = query(store.bulletins, "en")
        assert list(known["bulletin_id"]) == [
            rows(package, "bulletins.csv")[0]["bulletin_id"],
            "second-2021",
        ]
        figures = {one.mention: one for one in read_figures(folder)}
    assert {one.reading for one in figures.values()} == {"machine"}
    masks = figures["1.5萬只"]
    assert (masks.label_en, masks.label_zh) == ("Face masks in reserve", "口罩（储备）")
    assert (masks.value, masks.printed_step, masks.as_of.isoformat()) == (
        15_000,
        1000,
        "2021-03-04",
    )
    assert figures["10"].range_id == figures["20筐"].range_id is not None
    vague = figures["數十名"]
    assert (vague.kind, vague.value, vague.qualifier) == ("vague", None, "about")
    assert figures["5月"].date_partial == "2021-05"
    assert figures["1200"].note_en == "Table 1 of the file, row 2, column 2."
    assert (figures["1200"].label_zh, figures["8筐"].label_en) == (
        "口罩（储备）",
        "“收棗”, baskets",
    )


def test_its_checks_hold_and_its_texts_prove_them(package, tmp_path, capsys):
    assert main(["check", "--package", str(package)]) == 0
    texts = tmp_path / "texts"
    with zipfile.ZipFile(package) as zipped:
        for name in zipped.namelist():
            if name.startswith("texts/"):
                zipped.extract(name, tmp_path)
    for text in texts.iterdir():
        asked = ["--bulletin", text.stem, "--package", str(package)]
        assert main(["check", str(text), *asked]) == 0
        assert main(["verify", str(text), *asked]) == 0
    assert "0 moved, 0 missing; 0 unclassified numbers" in capsys.readouterr().out


def test_a_table_of_it_is_as_its_description_says(package, tmp_path):
    with zipfile.ZipFile(package) as zipped:
        zipped.extractall(tmp_path / "unpacked")
    report = frictionless.validate(str(tmp_path / "unpacked/datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "message"])


def test_what_the_index_says_of_a_bulletin_is_in_its_row(package):
    first, second = rows(package, "bulletins.csv")
    assert (first["title_zh"], first["published"]) == ("河東鄉情況通報", "2021-03-05")
    assert first["date_note_zh"] == "发布于 2021-03-05，据第 2 行：“发布时间：2021-03-05”。"
    assert (second["title_en"], second["publisher_printed"]) == ("第二份", "林河報")
    assert second["place_zh"] == "林河鄉"


def test_the_same_files_give_the_same_bytes_and_no_text_unless_asked(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    made = [tmp_path / name for name in ("first.zip", "second.zip")]
    for one in made:
        assert main(["extract", str(file), "--format", "zip", "--output", str(one)]) == 0
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as zipped:
        assert [name for name in zipped.namelist() if name.startswith("texts/")] == []
        held = b"".join(zipped.read(name) for name in zipped.namelist())
    assert "收梨10至20筐" not in held.decode()


def test_a_figure_has_a_column_for_all_that_a_candidate_says(package):
    assert list(rows(package, "figures.csv")[0]) == list(columns(Figure))
    assert list(columns(Figure))[-5:] == list(ADDED["figures.csv"])


def test_nothing_to_read_is_no_package(tmp_path, capsys):
    made = tmp_path / "package.zip"
    nowhere = str(tmp_path / "nowhere.txt")
    assert main(["extract", nowhere, "--format", "zip", "--output", str(made)]) == 1
    assert "there is nothing to make a package of" in capsys.readouterr().err
    assert not made.exists()


def test_what_is_no_package_is_said(tmp_path, capsys):
    other = tmp_path / "other.zip"
    other.write_bytes(b"PK")
    assert main(["check", "--package", str(other)]) == 1
    assert "a folder or a zip in the shape of data/" in capsys.readouterr().err

"""The command line, run as a person runs it. All sentences are our own."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from xi_data.__main__ import main
from xi_data.reading.text import GLOSS, simplified

ROOT = Path(__file__).resolve().parents[1]
TEXT = "截至3月4日，河東鄉收梨30筐。\r\n第一时间送到，视频点击近8萬。\r\n"
COLUMNS = [
    *("source", "start", "end", "mention", "kind", "value", "value_low", "value_high"),
    *("qualifier", "unit", "unit_printed", "date", "topic", "category", "status", "subject"),
    *("range_id", "sentence_start", "sentence_end", "as_of", "as_of_basis"),
    *("reasons", "unsure"),
]


@pytest.fixture
def bulletin(tmp_path) -> Path:
    file = tmp_path / "bulletin.txt"
    file.write_bytes(TEXT.encode())
    return file


@pytest.fixture
def run(capsysbinary):
    """Run a command; its exit code, what it printed, and what it said on the side."""

    def command(*arguments) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = stopped.code
        printed, aside = capsysbinary.readouterr()
        return code, printed.decode(), aside.decode()

    return command


def rows(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed, newline="")))


def test_figures_come_as_csv_with_their_places_in_the_text(run, bulletin):
    code, printed, aside = run("extract", bulletin, "--published", "2021")
    assert (code, aside) == (0, "")
    found = rows(printed)
    assert list(found[0]) == COLUMNS
    assert [row["mention"] for row in found] == ["3月4日", "30筐", "近8萬"]
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["mention"] for row in found)
    assert {row["source"] for row in found} == {str(bulletin)}
    assert [row["date"] for row in found] == ["2021-03-04", "", ""]
    pears = found[1]
    assert (pears["value"], pears["unit"], pears["as_of"]) == ("30", "basket", "2021-03-04")
    sentence = TEXT[int(pears["sentence_start"]) : int(pears["sentence_end"])]
    assert sentence == "截至3月4日，河東鄉收梨30筐。"


def test_figures_come_with_the_reasons_of_what_was_guessed(run, bulletin):
    bulletin.write_text("河东关停茶馆14家，书店3家。", encoding="utf-8")
    first, second = rows(run("extract", bulletin)[1])
    assert first["reasons"].split("; ") == [
        "unit=家@8:9/mention",
        "topic=关停@2:4/noun",
        "status=关停@2:4/noun",
    ]
    assert (first["unsure"], second["unsure"]) == ("", "topic status")
    assert "topic=关停@2:4/sentence" in second["reasons"]


def test_rules_that_hold_together_are_told(run):
    assert run("rules", "check") == (0, "data/rules: all is well\n", "")


def test_what_is_wrong_in_the_rules_is_told_by_file_and_line(run, monkeypatch, data_copy):
    from xi_data.reading import rule_check

    table = data_copy / "rules" / "statuses.csv"
    words = table.read_text("utf-8").replace("closed,", "shut,", 1)
    table.write_text(words, encoding="utf-8")
    monkeypatch.setattr(rule_check, "DATA", data_copy)
    code, printed, _ = run("rules", "check")
    line = next(at for at, one in enumerate(words.splitlines(), start=1) if "shut," in one)
    assert (code, len(printed.splitlines())) == (1, 1)
    assert f"data/rules/statuses.csv, line {line}, column status: 'shut'" in printed


def test_figures_come_as_json_lines(run, bulletin):
    code, printed, _ = run("extract", bulletin, "--format", "jsonl")
    found = [json.loads(line) for line in printed.splitlines()]
    assert code == 0
    assert list(found[0]) == COLUMNS
    assert [(one["mention"], one["value"]) for one in found] == [
        ("3月4日", None),
        ("30筐", 30),
        ("近8萬", 80_000),
    ]


def test_figures_come_as_parquet_with_types(run, bulletin, tmp_path):
    output = tmp_path / "figures.parquet"
    assert run("extract", bulletin, "--format", "parquet", "--output", output) == (0, "", "")
    table = pq.read_table(output)
    assert table.column_names == COLUMNS
    assert str(table.schema.field("start").type) == "int64"
    assert str(table.schema.field("value").type) == "double"
    assert table.column("value").to_pylist() == [None, 30.0, 80_000.0]


def test_what_was_refused_is_listed_with_its_reason(run, bulletin):
    code, printed, _ = run("extract", bulletin, "--rejected")
    assert code == 0
    assert [(row["mention"], row["reason"]) for row in rows(printed)] == [
        ("第一时间", "set_phrase")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding_gives_the_same_rows(run, bulletin, encoding):
    expected = run("extract", bulletin)
    bulletin.write_bytes(TEXT.encode(encoding))
    assert run("extract", bulletin) == expected


def test_a_missing_file_keeps_the_others_and_fails(run, bulletin, tmp_path):
    nowhere, unreadable = tmp_path / "nowhere.txt", tmp_path / "image.txt"
    unreadable.write_bytes(b"\x89PNG\xff\x00\xfe")
    code, printed, aside = run("extract", nowhere, bulletin, unreadable)
    assert code == 1
    assert len(rows(printed)) == 3
    first, second = aside.splitlines()
    assert str(nowhere) in first
    assert "No such file" in first
    assert str(unreadable) in second
    assert "UTF-8" in second


def test_output_is_whole_or_not_there(run, bulletin, tmp_path, monkeypatch):
    output = tmp_path / "out" / "figures.csv"
    code, _, aside = run("extract", bulletin, "--output", output)
    assert (code, "No such file" in aside) == (1, True)
    output.parent.mkdir()
    output.write_text("what was there before")

    def broken(*_, **__):
        raise OSError(28, "No space left on device", str(output))

    monkeypatch.setattr("xi_data.__main__.read", broken)
    code, _, aside = run("extract", bulletin, "--output", output)
    assert (code, "No space left" in aside) == (1, True)
    assert [file.name for file in output.parent.iterdir()] == ["figures.csv"]
    assert output.read_text() == "what was there before"
    monkeypatch.undo()
    assert run("extract", bulletin, "--output", output) == (0, "", "")
    assert len(rows(output.read_text(encoding="utf-8"))) == 3


@pytest.mark.parametrize("date", ["2021-3", "21", "2021-13", "soon", ""])
def test_a_date_that_is_none_is_not_understood(run, bulletin, date):
    code, printed, aside = run("extract", bulletin, "--published", date)
    assert (code, printed) == (2, "")
    assert "YYYY-MM-DD" in aside


@pytest.mark.parametrize(
    "arguments", [[], ["extract"], ["extract", "a", "--format", "xls"], ["read"]]
)
def test_a_command_that_is_none_is_not_understood(run, arguments):
    assert run(*arguments)[0] == 2


def process(*arguments, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "xi_data", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        **options,
    )


def test_a_dash_reads_standard_input_and_the_output_is_utf_8_anywhere():
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = process("extract", "-", input=TEXT.encode(), env=plain)
    assert (done.returncode, done.stderr) == (0, b"")
    found = rows(done.stdout.decode())
    assert [row["mention"] for row in found] == ["3月4日", "30筐", "近8萬"]
    assert {row["source"] for row in found} == {"-"}


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("河東鄉收梨30筐。\n" * 30_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "xi_data", "extract", str(file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        started.stdout.readline()
        started.stdout.close()
        assert started.stderr.read() == b""


def test_a_broken_rule_is_named_by_its_place(run, bulletin, monkeypatch, data_copy):
    from xi_data.reading import rule_tables, rules

    file = data_copy / "rules/statuses.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("\nscreened,", "\nseen,"), "utf-8")
    with pytest.raises(Exception, match="statuses.csv, line 4, column status: 'seen'") as caught:
        list(rule_tables.read_rules("statuses", data_copy))

    def broken(position):
        raise caught.value

    monkeypatch.setattr(rules, "measure_words", lambda: broken(0))
    code, printed, aside = run("extract", bulletin)
    assert code == 1
    assert aside.startswith("xi_data: data/rules/statuses.csv, line 4")


def test_the_article_is_verified(run, article, tmp_path):
    file = tmp_path / "article.txt"
    file.write_bytes(article.encode())
    code, printed, _ = run("verify", file)
    assert code == 0
    assert printed == "120 figures: 120 aligned, 0 moved, 0 missing; 0 unclassified numbers\n"


def test_a_copy_of_the_article_is_verified_as_moved(run, article, tmp_path):
    file = tmp_path / "copy.txt"
    file.write_bytes(simplified(GLOSS.sub("", article)).encode("gb18030"))
    code, printed, _ = run("verify", file)
    assert code == 0
    *moved, last = printed.splitlines()
    assert last == "120 figures: 0 aligned, 120 moved, 0 missing; 0 unclassified numbers"
    assert all(line.startswith("moved ") for line in moved)
    assert len(moved) == 120


def test_another_text_is_told_what_it_lacks(run, bulletin):
    code, printed, _ = run("verify", bulletin)
    assert code == 1
    *said, last = printed.splitlines()
    assert "unclassified number 30 at 12:14" in said
    assert sum(line.startswith("missing ") for line in said) == 120
    assert last == "120 figures: 0 aligned, 0 moved, 120 missing; 5 unclassified numbers"


def test_verifying_a_file_that_is_missing_fails(run, tmp_path):
    code, printed, aside = run("verify", tmp_path / "nowhere.txt")
    assert (code, printed) == (1, "")
    assert "nowhere.txt: No such file" in aside


EXPORTED = "https://example.org/closures?group=leisure&lang=zh"


def test_a_view_is_exported_by_its_link(run, tmp_path):
    file = tmp_path / "leisure.csv"
    assert run("export", EXPORTED, "--output", file) == (0, "", "")
    found = pd.read_csv(file)
    assert set(found["topic"]) == {"closure"}
    assert len(found) == 4


def test_filters_narrow_a_view_and_words_may_be_anything(run):
    code, printed, _ = run("export", "closures", "group=leisure", "least=10")
    assert code == 0
    assert all(float(row["value"]) >= 10 for row in rows(printed.removeprefix("\ufeff")))
    code, printed, _ = run("export", "figures", "search=口罩 & =#?")
    assert (code, len(rows(printed.removeprefix("\ufeff")))) == (0, 0)


@pytest.mark.parametrize("format", ["csv", "xlsx", "json", "parquet", "zip"])
def test_the_same_export_gives_the_same_bytes(run, tmp_path, format):
    for name in ("first", "second"):
        assert run("export", "supplies", "--format", format, "--output", tmp_path / name)[0] == 0
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_a_database_is_exported_with_the_figures_of_the_view(run, tmp_path):
    file = tmp_path / "leisure.duckdb"
    assert run("export", EXPORTED, "--format", "duckdb", "--output", file)[0] == 0
    with duckdb.connect(file, read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM figures").fetchone() == (4,)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["elsewhere"], "view = 'elsewhere'"),
        (["checks", "--format", "zip"], "--format = 'zip'; it knows: csv, xlsx, json, parquet"),
        (["figure"], "id = ''; it knows: the key of a figure"),
        (["closures?bulletin=nowhere"], "bulletin = 'nowhere'; it knows: xi-county-2020-02"),
        (["closures", "grop=leisure"], "the key 'grop'; it knows: group, type, least, bar"),
        (["closures", "group=sport"], "group = 'sport'; it knows: food_lodging"),
        (["closures?lang=fr"], "lang = 'fr'; it knows: en, zh"),
    ],
)
def test_what_cannot_be_exported_is_said(run, tmp_path, asked, said):
    file = tmp_path / "nothing.csv"
    code, printed, aside = run("export", *asked, "--output", file)
    assert (code, printed) == (1, "")
    assert said in aside
    assert not file.exists()

"""The tables of data/rules: each row says what its own two examples show, and no cell is broken."""

import csv
import re

import pytest

from xi_data.reading import rule_check, rules
from xi_data.reading.cue_examples import ROLES
from xi_data.reading.rule_examples import shortcoming
from xi_data.reading.rule_tables import COLUMNS, EXAMPLES, read_rules
from xi_data.reading.text import NUMERAL
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, TABLES

ROWS = [
    pytest.param(table, row, id=f"{table}-{line}")
    for table in COLUMNS
    for line, row in enumerate(read_rules(table), start=2)
]
every_row = pytest.mark.parametrize(("table", "row"), ROWS)


@pytest.mark.parametrize("example", EXAMPLES)
@every_row
def test_a_row_says_what_its_example_shows(table, row, example):
    assert shortcoming(table, row, row[example]) == ""


def test_nothing_is_wrong_in_the_rules():
    """No word twice, Simplified characters, and two unrelated examples with a word of the row."""
    assert [str(error) for error in rule_check.problems()] == []


@pytest.fixture
def rules_of(data_copy, monkeypatch):
    """Edits one cell of a copy of the rules, and gives what is found to be wrong there."""

    def edited(table: str, line: int, **cells: str) -> list[tuple]:
        file = data_copy / f"rules/{table}.csv"
        rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
        rows[line - 2] |= cells
        with file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        monkeypatch.setattr(rule_check, "DATA", data_copy)
        return [(one.file, one.line, one.column, one.expected) for one in rule_check.problems()]

    return edited


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ({"status": "lost"}, "status", "vocabularies/statuses.csv"),
        ({"words": "解除醫學觀察"}, "words", "Simplified"),
        ({"words": "排查"}, "words", "排查 stands in line"),
        ({"example_2": "储备口罩7只"}, "example_2", "a word of the row"),
        ({"example_2": "解除医学观察的30人"}, "example_2", "another example"),
    ],
)
def test_an_edit_that_cannot_be_right_is_named_by_line_and_column(
    rules_of, cells, column, expected
):
    found = rules_of("statuses", 2, **cells)
    assert any(one[2] == column and expected in one[3] for one in found)
    assert {one[0] for one in found} == {"rules/statuses.csv"}


@pytest.mark.parametrize(
    ("table", "cells", "example", "expected"),
    [
        ("measure_words", {"words": "名", "unit": "kg", "noun_decides": ""}, "共有5名", "unit kg"),
        ("counted_nouns", {"unit": "street"}, "设立6个小组", "unit street"),
        ("qualifiers", {"words": "约", "qualifier": "over"}, "约30名医生", "qualifier over"),
        ("parts", {"unit": "second", "at_most": ""}, "用时2小时30分", "value in second"),
        ("senses", {"unit": "CNY", "cues": "板"}, "铺设地板9块", "unit CNY"),
        ("phrases", {"reason": "name"}, "大家五湖四海走到一起", "left out as name"),
        ("topics", {"topic": "donation"}, "关停网吧9家", "topic donation"),
        ("categories", {"category": "flour"}, "储备口罩9只", "category flour"),
        ("statuses", {"status": "ordered"}, "储备口罩9只", "status ordered"),
        ("frequencies", {"role": "act"}, "用料2吨", "frequency"),
        ("cues", {"role": "grade", "words": "级"}, "用料2吨", "left out as ordinal"),
        (
            "cues",
            {"role": "nobody", "words": "级"},
            "用料2吨",
            "role that the reading program asks for",
        ),
    ],
)
def test_an_example_that_does_not_show_what_its_row_says_is_told(table, cells, example, expected):
    row = dict.fromkeys((*COLUMNS[table], *EXAMPLES), "") | cells
    assert expected in shortcoming(table, row, example)


def test_every_role_of_a_cue_is_asked_for():
    assert {row["role"] for row in read_rules("cues")} == ROLES
    with pytest.raises(ValueError, match="nobody"):
        rules.cues("nobody")


def test_phrases_are_found_by_their_numeral():
    held = [phrase for some in rules.phrases().values() for phrase in some]
    assert len(held) == sum(len(row["words"].split()) for row in read_rules("phrases"))
    assert all(NUMERAL.match(phrase.words, phrase.numeral) for phrase in held)


@pytest.mark.parametrize(
    ("table", "column", "cell", "expected"),
    [
        ("measure_words", "unit", "parsec", "vocabularies/units.csv"),
        ("measure_words", "unit", "", "a units"),
        ("measure_words", "noun_decides", "some", "any"),
        ("measure_words", "words", "", "at least one word"),
        ("qualifiers", "qualifier", "perhaps", "vocabularies/qualifiers.csv"),
        ("qualifiers", "stands", "above", "before"),
        ("frequencies", "interval_unit", "fortnight", "vocabularies/units.csv"),
        ("phrases", "reason", "whim", "vocabularies/excuse_reasons.csv"),
        ("phrases", "words", "风调雨顺", "numeral"),
        ("topics", "topic", "weather", "vocabularies/topics.csv"),
        ("topics", "weight", "heavy", "a number"),
        ("topics", "reach", "page", "segment"),
        ("topics", "units", "km parsec", "parsec"),
        ("categories", "category", "zoo", "vocabularies/categories.csv"),
        ("statuses", "status", "lost", "vocabularies/statuses.csv"),
        ("cues", "role", "", "a word"),
        ("bare_nouns", "example_2", "", "an example"),
    ],
)
def test_a_broken_cell_is_named_by_its_place(data_copy, table, column, cell, expected):
    file = data_copy / f"rules/{table}.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[1][column] = cell
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(DataError) as caught:
        list(read_rules(table, data_copy))
    error = caught.value
    assert (error.file, error.line, error.column) == (f"rules/{table}.csv", 3, column)
    assert error.value == cell
    assert expected in error.expected


def test_a_missing_column_is_an_error(data_copy):
    file = data_copy / "rules/statuses.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("status,", "state,", 1), "utf-8")
    with pytest.raises(DataError, match="status,words,counted_in,example_1,example_2"):
        list(read_rules("statuses", data_copy))


@pytest.mark.parametrize("missing", ["rules/statuses.csv", "vocabularies/statuses.csv"])
def test_a_missing_table_is_an_error(data_copy, missing):
    (data_copy / missing).unlink()
    with pytest.raises(DataError, match=missing):
        list(read_rules("statuses", data_copy))


@pytest.mark.parametrize("table", COLUMNS)
def test_the_guide_to_the_rules_explains_every_column_and_choice(table):
    guide = (DATA / "rules" / "README.md").read_text("utf-8")
    [section] = re.findall(rf"^### {table}\.csv.*\n((?:(?!#).*\n)*)", guide, re.MULTILINE)
    explained = set(re.findall(r"`(\w+)`", section))
    choices = {word for form in COLUMNS[table].values() for word in re.findall(r"\w+", form)}
    roles = {row["role"] for row in read_rules(table) if table == "cues"}
    codes = choices - TABLES.keys() - {"word", "numeral", "number", "measured"}
    assert COLUMNS[table].keys() | codes | roles <= explained

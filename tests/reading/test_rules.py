"""The tables of data/rules: each row says what its own two examples show, and no cell is broken."""

import csv
import re
from collections import Counter

import pytest

from xi_data.reading import rules
from xi_data.reading.extract import read
from xi_data.reading.rule_tables import COLUMNS, EXAMPLES, read_rules
from xi_data.reading.text import NUMERAL, simplified
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, TABLES

ROWS = [
    pytest.param(table, row, id=f"{table}-{line}")
    for table in COLUMNS
    for line, row in enumerate(read_rules(table), start=2)
]
every_row = pytest.mark.parametrize(("table", "row"), ROWS)

WORDS = {"counted_nouns": "nouns", "bare_nouns": "nouns"}
"""Column of the words of a row, where it is not called words."""


def figures(example):
    return [one for one in read(example, published="2020-02-20")[0] if one.kind != "date"]


def one_figure(example):
    [figure] = figures(example)
    return figure


def shows_unit(row, example):
    assert one_figure(example).unit == row["unit"]


def shows_measure(row, example):
    figure = one_figure(example)
    assert figure.unit_printed in row["words"].split()
    assert (
        figure.unit == row["unit"]
        or row["noun_decides"] == "any"
        or (figure.unit in row["noun_decides"].split())
    )


def shows_qualifier(row, example):
    figure = one_figure(example)
    assert figure.qualifier == row["qualifier"]
    if row["qualifier"] != "exact":
        assert any(word in figure.mention for word in row["words"].split())


def shows_frequency(row, example):
    figure = one_figure(example)
    assert figure.kind == "frequency"
    if row["role"] != "act":
        assert figure.unit in (row["unit"], row["interval_unit"])


def shows_refusal(row, example):
    found, refused = read(example)
    assert found == []
    assert row["reason"] in [one.reason for one in refused]


def shows_topic(row, example):
    assert [one.topic for one in figures(example)] == [row["topic"]] * len(figures(example)) != []


def shows_category(row, example):
    assert row["category"] in [one.category for one in figures(example)]


def shows_status(row, example):
    assert [one.status for one in figures(example)] == [row["status"]] * len(figures(example)) != []


def shows_cue(row, example):
    CUES[row["role"]](example)


def refused_as(reason):
    def shows(example):
        found, refused = read(example)
        assert (found, [one.reason for one in refused]) == ([], [reason])

    return shows


def counts(example):
    assert len(figures(example)) == 1


def is_stated(example):
    assert one_figure(example).as_of_basis == "stated"


def is_undated(example):
    assert one_figure(example).as_of_basis == "undated"


def leaves_the_verb_out(example):
    [leading] = [row for row in read_rules("cues") if row["role"] == "leading"]
    subject = one_figure(example).subject
    assert subject
    assert not subject.startswith(tuple(leading["words"].split()))
    assert not example.startswith(subject)


def names_what_follows(example):
    def topic(title):
        return one_figure(f"{title}\n口罩300只。").topic

    assert (topic(example), topic(f"{example}感动全城")) == ("donation", "supply")


CUES = {
    "as_of": is_stated,
    "undated": is_undated,
    "counts_before": counts,
    "no_count_before": refused_as("article"),
    "loose_time_before": refused_as("indefinite"),
    "nameless": counts,
    "event": counts,
    "named_body": refused_as("name"),
    "grade": refused_as("ordinal"),
    "place_number": refused_as("code"),
    "telephone_after": refused_as("code"),
    "code_before": refused_as("code"),
    "counted_before": counts,
    "leading": leaves_the_verb_out,
    "notice": names_what_follows,
}
SHOWN = {
    "measure_words": shows_measure,
    "qualifiers": shows_qualifier,
    "frequencies": shows_frequency,
    "phrases": shows_refusal,
    "cues": shows_cue,
    "counted_nouns": shows_unit,
    "bare_nouns": shows_unit,
    "topics": shows_topic,
    "categories": shows_category,
    "statuses": shows_status,
}


@pytest.mark.parametrize("example", EXAMPLES)
@every_row
def test_a_row_says_what_its_example_shows(table, row, example):
    SHOWN[table](row, row[example])


@every_row
def test_both_examples_hold_a_word_of_the_row(table, row):
    words = row[WORDS.get(table, "words")].split()
    for example in EXAMPLES:
        assert not words or any(word in row[example] for word in words)


@every_row
def test_the_two_examples_are_unrelated(table, row):
    """Beside the words of the row, they have no three characters in common."""
    words = sorted(row[WORDS.get(table, "words")].split(), key=len, reverse=True)
    bare = []
    for example in EXAMPLES:
        text = row[example]
        for word in words:
            text = text.replace(word, "\n")
        bare.append({text[at : at + 3] for at in range(len(text) - 2)})
    shared = {run for run in bare[0] & bare[1] if "\n" not in run}
    assert shared == set()


@every_row
def test_rules_are_in_simplified_characters(table, row):
    assert {column: simplified(cell) for column, cell in row.items()} == row


@pytest.mark.parametrize("table", COLUMNS)
def test_no_word_stands_twice_in_a_table(table):
    """Under one heading: a word may speak for two topics, and 日 may be a period and a day."""
    headings = [
        column for column in ("role", "stands", "topic", "category") if column in COLUMNS[table]
    ]
    seen = Counter(
        (word, *(row[column] for column in headings))
        for row in read_rules(table)
        for word in row[WORDS.get(table, "words")].split()
    )
    assert [word for word, count in seen.items() if count > 1] == []


def test_every_role_of_a_cue_is_asked_for():
    assert {row["role"] for row in read_rules("cues")} == set(CUES)
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
    with pytest.raises(DataError, match="status,words,example_1,example_2"):
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
    codes = choices - TABLES.keys() - {"word", "numeral", "number"}
    assert COLUMNS[table].keys() | codes | roles <= explained

"""Checks of one bulletin where data/ holds several: none of the others changes them."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from xi_data import checks
from xi_data.__main__ import main
from xi_data.checks import own, record
from xi_data.record import figures, qualifiers
from xi_data.record.tables import TABLES
from xi_data.record.version import version

ARTICLE = version().bulletin
COPIED = ("bulletins", "paragraphs", "figures", "relations", "highlights", "excused_numerals")


@pytest.fixture
def three(data_copy) -> Path:
    """The article, before it and behind it a copy of it under another id with another text."""
    for table in COPIED:
        file = data_copy / TABLES[table]
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            columns, rows = reader.fieldnames, list(reader)
        before, behind = (
            [
                row | {"bulletin_id": bulletin_id} | ({"sha256": digit * 64} if digits else {})
                for row in rows
            ]
            for bulletin_id, digit, digits in (
                ("a-copy", "0", table == "bulletins"),
                ("z-copy", "1", table == "bulletins"),
            )
        )
        with file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows([*before, *rows, *behind])
    return data_copy


@pytest.fixture
def command(three, monkeypatch, capsys) -> Callable[..., tuple[int, str, str]]:
    """The command line over the three bulletins: exit code, what it printed, what it said."""
    monkeypatch.setattr("xi_data.__main__.DATA", three)

    def run(*arguments) -> tuple[int, str, str]:
        code = main([str(one) for one in arguments])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def file(tmp_path, article) -> Path:
    """The article in a file."""
    written = tmp_path / "article.txt"
    written.write_bytes(article.encode())
    return written


def test_each_bulletin_has_the_checks_that_it_has_alone(three):
    alone = checks.run_all(checks.read_facts()[ARTICLE])
    every = checks.read_facts(three)
    assert list(every) == ["a-copy", ARTICLE, "z-copy"]
    assert all(checks.run_all(facts) == alone for facts in every.values())


def test_a_text_is_held_against_its_own_bulletin(three, article):
    every = checks.read_facts(three)
    assert checks.run_all(every[ARTICLE], article) == checks.run_all(
        checks.read_facts()[ARTICLE], article
    )
    [copy] = [one for one in checks.run_all(every["a-copy"], article) if one.kind == "copy"]
    assert copy.verdict == record.DIFFERS


def test_figures_and_excused_numerals_of_one_bulletin(three):
    for read in (figures.read_figures, figures.read_excused):
        of_one = read(three, ARTICLE)
        assert of_one == read()
        assert len(read(three)) == 3 * len(of_one)
        assert read(three, "nowhere") == []


def test_every_bulletin_is_checked_below_its_id(command):
    code, printed, _ = command("check")
    assert code == 0
    lines = printed.splitlines()
    assert [one for one in lines if one in ("a-copy", ARTICLE, "z-copy")] == [
        *("a-copy", ARTICLE, "z-copy")
    ]
    assert ARTICLE not in command("check", "--bulletin", ARTICLE)[1].splitlines()


@pytest.mark.parametrize("name", ["verify", "check"])
def test_an_unknown_bulletin_is_refused_with_those_that_are_known(command, tmp_path, name):
    text = tmp_path / "some.txt"
    text.write_text("30筐", encoding="utf-8")
    code, printed, said = command(name, text, "--bulletin", "nowhere")
    assert (code, printed) == (1, "")
    assert said.endswith(f"'nowhere'; data/ knows: a-copy, {ARTICLE}, z-copy\n")


@pytest.mark.parametrize("chosen", [(), ("--bulletin", "z-copy")])
def test_a_text_is_verified_with_the_figures_of_one_bulletin(command, file, chosen):
    code, printed, _ = command("verify", file, *chosen)
    assert code == 0
    assert printed == "120 figures: 120 aligned, 0 moved, 0 missing; 0 unclassified numbers\n"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("version.toml", "schema = 2", "schema = 3"),
        ("version.toml", "version", "[version"),
        ("vocabularies/families.csv", ",orange,", ",pink,"),
        ("figures.csv", "closure-library,", "closure-food-lodging,"),
    ],
)
def test_check_names_a_broken_file(command, three, name, old, new):
    broken = three / name
    text = broken.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new), encoding="utf-8")
    code, _, said = command("check")
    assert code == 1
    assert said.startswith(f"xi_data: data/{name}, line ")


def test_check_names_a_bulletins_file_without_rows(command, three):
    for table in COPIED:
        broken = three / TABLES[table]
        broken.write_text(broken.read_text(encoding="utf-8").splitlines(True)[0], encoding="utf-8")
    assert command("check")[0] == 1


def test_a_figure_may_lack_category_section_and_value():
    facts = checks.read_facts()[ARTICLE]
    figure = facts.figures["closure-library"]
    empty = dict.fromkeys(("value", "value_low", "value_high", "printed_step"))
    vague = replace(
        figure,
        kind="vague",
        mention="數十家",
        category=None,
        section=None,
        qualifier="about",
        **empty,
    )
    line = facts.paragraphs[figure.paragraph] | {"section": None}
    only = replace(
        facts, figures={"vague": vague}, relations=[], paragraphs={figure.paragraph: line}
    )
    assert [one for one in checks.run_all(only) if one.verdict == record.DATA_ERROR] == []


@pytest.mark.parametrize(
    "mention", ["", " ", "+", "%", "十几名", "几天", "3-5天", "〇", "\u200b一"]
)
@pytest.mark.parametrize("day", [None, date(1, 1, 1), date(9999, 1, 1)])
def test_no_mention_stops_the_check_of_values(mention, day):
    facts = checks.read_facts()[ARTICLE]
    figure = replace(facts.figures["closure-library"], mention=mention, date=day)
    assert list(own.values(replace(facts, figures={"one": figure})))


def test_the_sides_of_a_qualifier_are_those_of_the_vocabulary():
    sides = qualifiers.open_sides()
    assert sides["exact"] == (False, False)
    assert sides["over"] == sides["at_least"] == (False, True)
    assert sides["nearly"] == sides["under"] == sides["at_most"] == (True, False)
    assert sides["about"] == (True, True)

"""What the READMEs say is so: names, commands, numbers, and the same in both languages."""

import csv
import re
from pathlib import Path

import pytest

from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.record.tables import DATA, TABLES
from xi_data.views import SCREENS
from xi_data.views.rows import closures

ROOT = Path(__file__).resolve().parents[1]
READMES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md")
}
TARGETS = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)

anywhere = pytest.mark.parametrize("name", READMES)


def paths(text: str) -> set[str]:
    """Links into the checkout, and code that looks like a path of it."""
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    code = re.findall(r"`((?:pages|data|tests|xi_data|\.streamlit|store|views)/[\w./]*)`", text)
    return {*links, *code}


def numbers(text: str) -> list[str]:
    """Numbers of four digits and more, which both languages write alike."""
    return sorted(n for n in re.findall(r"\d[\d,]*\d", text) if len(n) > 3)


@anywhere
def test_what_it_points_to_exists(name):
    places = (ROOT, ROOT / "xi_data")
    missing = {
        path
        for path in paths(READMES[name])
        if not any((place / path).exists() for place in places)
    }
    assert missing == set()


@anywhere
def test_its_commands_exist(name):
    said = set(re.findall(r"^    make ([a-z]+)", READMES[name], re.M))
    assert {"run", "test"} <= said <= set(TARGETS)


@anywhere
def test_it_names_every_page(name):
    rows = re.findall(r"^\| [^|]+\|[^|]+\|[^|]+\|$", READMES[name], re.M)
    assert len(rows) - 1 == len(SCREENS)  # one is the heading


@anywhere
def test_the_number_that_it_follows_is_in_the_data(name, connection):
    text = READMES[name]
    [figure] = store.records(connection, ((*SHIPPED, "closure-food-lodging"),)).to_dict("records")
    shut = closures(connection, SHIPPED, "en")
    for words in (
        figure["figure_id"],
        figure["mention"],
        f"{figure['start']:,}",
        f"{figure['end']:,}",
        f"{figure['value']:.0f}",
        f"{shut['value'].sum():.0f}",
        f" {figure['obs_status']}",
    ):
        assert words in text


@anywhere
def test_it_counts_the_figures(name):
    with (DATA / TABLES["figures"]).open(encoding="utf-8", newline="") as lines:
        figures = len(list(csv.DictReader(lines)))
    assert f"{figures} " in READMES[name].split("##")[0]


def test_both_languages_say_the_same():
    english, chinese = READMES.values()
    assert re.findall(r"^#+", english, re.M) == re.findall(r"^#+", chinese, re.M)
    assert numbers(english) == numbers(chinese)
    assert paths(english) - {"README.zh.md"} - images(english) == (
        paths(chinese) - {"README.md"} - images(chinese)
    )


def images(text: str) -> set[str]:
    """Pictures: each language has its own."""
    return set(re.findall(r"!\[[^]]*\]\(([^)]+)\)", text))

"""A package whose words are full of Markdown: pages show every sign of it, and obey none."""

import csv
import re
import shutil

import pytest

from tests.hostile.markdown import obeyed, texts
from tests.scope.explorer import explorer
from xi_data.locale import LANGUAGES
from xi_data.record.tables import DATA, TABLES
from xi_data.views import VIEWS
from xi_data.wording import END_MARK, GREY_MARK, STRONG_MARK, SUM_MARK

HOSTILE = (
    " ![x](http://evil.example/x.png) [y](http://evil.example) :red[r] :material/close: $x^2$ "
    "**b** `c` <img src=x> &lt; www.evil.example"
)
WORDS = re.compile(r"(label|plural|note|definition|title|place|place_short|publisher|text)_\w+")
MARKS = {SUM_MARK, STRONG_MARK, GREY_MARK, END_MARK}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """An explorer over the shipped data, with hostile words behind each label, note and title."""
    data = shutil.copytree(DATA, tmp_path_factory.mktemp("hostile") / "data")
    for table, file in TABLES.items():
        with (data / file).open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        worse = [bool(WORDS.fullmatch(name)) for name in header]
        for row in rows:
            row[:] = [
                f"{cell}{HOSTILE}" if cell and bad else cell
                for cell, bad in zip(row, worse, strict=True)
            ]
        with (data / file).open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([header, *rows])
        assert table
    with explorer(tmp_path_factory.mktemp("explorer"), data) as opened:
        yield opened


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", VIEWS)
def test_words_of_the_data_are_words(hostile, page, lang):
    asked = {"id": "funding-control"} if page == "figure" else {"search": "![x](y) 口罩"}
    shown = hostile.visit(page, lang=lang, **(asked if page in ("figure", "figures") else {}))
    assert shown.of("exception") == []
    assert "evil.example" in shown.words
    assert obeyed(shown.shown) == []
    every = [text for _, content in shown.shown for text in texts(content)]
    assert [one for one in every if set(one) & MARKS] == [], "marks that the page has not set"

"""Packages side by side as one data folder."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from tests import three_bulletins
from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from xi_data.record.bulletins import read_bulletins
from xi_data.record.errors import DataError
from xi_data.record.figures import read_figures
from xi_data.record.merged import merged
from xi_data.record.tables import DATA, TABLES, read_text


@pytest.fixture
def others(tmp_path) -> Path:
    """A package of the copy and the invented bulletin alone."""
    data = three_bulletins.write(tmp_path)
    for file in TABLES.values():
        header, *rows = csv.reader(io.StringIO(read_text(data, file), newline=""))
        if "bulletin_id" in header:
            at = header.index("bulletin_id")
            with (data / file).open("w", encoding="utf-8", newline="") as handle:
                kept = [row for row in rows if row[at] not in SHIPPED]
                csv.writer(handle, lineterminator="\n").writerows([header, *kept])
    return data


def test_one_package_is_itself():
    assert read_figures(merged([DATA])) == read_figures()


def test_all_bulletins_stand_side_by_side(others):
    both = merged([DATA, others])
    assert set(read_bulletins(both)) == {*SHIPPED, *COPY, *MADE_UP}
    assert read_figures(both) == [*read_figures(), *read_figures(others)]


def test_of_a_bulletin_that_two_bring_the_last_is_taken(others):
    changed = Path(shutil.copytree(others, others.parent / "changed"))
    file = changed / TABLES["figures"]
    file.write_text(file.read_text(encoding="utf-8").replace(",1930,", ",1931,"), encoding="utf-8")
    both = merged([others, changed])
    assert read_figures(both) == read_figures(changed) != read_figures(others)


def test_a_word_of_its_own_comes_with_a_package_and_a_known_one_stays(others):
    file = others / TABLES["categories"]
    text = file.read_text(encoding="utf-8")
    header, first, *rest = text.splitlines()
    key = first.split(",")[0]
    renamed = first.replace(",", ",", 1)
    new = first.replace(key, "of_its_own", 1)
    file.write_text("\n".join([header, renamed, *rest, new, ""]), encoding="utf-8")
    both = merged([DATA, others])
    cells = [row[0] for row in csv.reader(io.StringIO(read_text(both, TABLES["categories"])))]
    assert cells.count(key) == 1
    assert cells.count("of_its_own") == 1


def test_a_broken_table_is_named(others):
    (others / TABLES["figures"]).write_text("nothing\n", encoding="utf-8")
    with pytest.raises(DataError, match="figures.csv"):
        merged([DATA, others])

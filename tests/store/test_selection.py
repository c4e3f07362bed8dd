"""The database of some figures: nothing in it changes when other bulletins stand beside them."""

from functools import partial
from pathlib import Path

import duckdb
import pytest

from tests.many_bulletins import many_bulletins
from xi_data import store
from xi_data.record.tables import DATA, TABLES
from xi_data.store.file import write
from xi_data.store.selection import fill_from

BULLETIN = "xi-county-2020-02"
FLOUR = [(BULLETIN, "supply-flour-kg"), (BULLETIN, "supply-flour-bags")]


@pytest.fixture(scope="module", params=[1, 3])
def chosen(request, tmp_path_factory):
    """A database of two figures out of that many bulletins."""
    folder = tmp_path_factory.mktemp("selection")
    data = many_bulletins(folder / "data", request.param)
    source = store.database_file(data, [folder / "cache"])
    file = folder / "chosen.duckdb"
    write(file, partial(fill_from, file=source, figures=FLOUR, bulletins=[BULLETIN]))
    with duckdb.connect(file, read_only=True) as connection:
        yield connection


def rows(connection, table: str) -> list[tuple]:
    return connection.execute(f'FROM "{table}"').fetchall()


def in_order(connection, table: str) -> list[tuple]:
    """The keys of a table as found.sql takes them: place by place."""
    return connection.execute(f"SELECT rowid, bulletin_id, figure_id FROM {table}").fetchall()


def test_it_holds_the_chosen_figures_and_the_relations_between_them(chosen):
    assert sorted(row[:1] + row[1:2] for row in rows(chosen, "figures")) == sorted(
        key[::-1] for key in FLOUR
    )
    assert in_order(chosen, "figure_search") == in_order(chosen, "described_figures")
    assert {(row[1], row[3]) for row in rows(chosen, "relations")} <= {
        (one, other) for _, one in FLOUR for _, other in FLOUR
    }
    assert rows(chosen, "relations")


def test_it_holds_the_paragraphs_of_its_bulletin_and_every_vocabulary(chosen):
    for table in ("bulletins", "paragraphs", "excused_numerals", "categories", "units"):
        lines = (Path(DATA) / TABLES[table]).read_text("utf-8").splitlines()
        assert len(rows(chosen, table)) == len(lines) - 1, table


def test_it_holds_the_remarks_that_show_no_number_of_another_figure(chosen):
    lines = (Path(DATA) / TABLES["remarks"]).read_text("utf-8").splitlines()[1:]
    assert len(rows(chosen, "remarks")) == sum("{" not in line for line in lines)

"""A query that is shown, pasted as it stands, gives the rows of the view."""

import pandas as pd
import pytest

from xi_data import store
from xi_data.store.shown_sql import shown

SHIPPED = ("xi-county-2020-02",)


def rows_of(database: store.Database, sql: str) -> pd.DataFrame:
    with database.cursor() as cursor:
        return cursor.execute(sql).df()


CLOSURES = {"topics": ("closure",)}
SUPPLIES = {"topics": ("supply",)}
VIEWS = [
    (store.topic, CLOSURES),
    (store.topic, {**CLOSURES, "group": ("leisure", "tourism"), "least": 5}),
    (store.screening, {"origin": ("outside_province",)}),
    (store.topic, {**SUPPLIES, "status": ("ordered",), "unit": ("piece",)}),
    (store.organisation, {"topic": ("community",)}),
    (store.timeline, {"day": ("2020-02-10",)}),
    (store.figures, {"search": "mask 1.5"}),
    (store.figures, {"search": "'; DROP TABLE figures; --"}),
    (store.figures, {"family": ("money",), "dated": ("none",)}),
]


@pytest.mark.parametrize(("query", "filters"), VIEWS)
def test_pasted_it_gives_the_rows_of_the_view(connection, query, filters):
    pasted = rows_of(connection, shown(query, SHIPPED, "en", **filters))
    assert list(pasted["figure_id"]) == list(
        query(connection, SHIPPED, "en", **filters)["figure_id"]
    )


def test_no_parameter_is_left_open():
    assert "$" not in shown(store.topic, SHIPPED, "en", **CLOSURES, group=("leisure",))


def test_a_picked_figure_is_the_only_row(connection):
    sql = shown(store.topic, SHIPPED, "zh", **CLOSURES, figure_id="closure-library")
    assert list(rows_of(connection, sql)["figure_id"]) == ["closure-library"]


def test_the_scope_is_written_in(connection):
    assert "['xi-county-2020-02']" in shown(store.figures, SHIPPED, "en")
    nowhere = shown(store.figures, ("nowhere",), "en")
    assert rows_of(connection, nowhere).empty

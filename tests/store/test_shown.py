"""A query that is shown, pasted as it stands, gives the rows of the view."""

import pytest

from xi_data import store
from xi_data.store.shown import shown

VIEWS = [
    (store.closures, {}),
    (store.closures, {"group": ("leisure", "tourism"), "least": 5}),
    (store.screening, {"origin": ("outside_province",)}),
    (store.supplies, {"status": ("ordered",), "unit": ("piece",)}),
    (store.figures, {"search": "mask 1.5"}),
    (store.figures, {"search": "'; DROP TABLE figures; --"}),
    (store.figures, {"family": ("money",), "dated": ("none",)}),
]


@pytest.mark.parametrize(("query", "filters"), VIEWS)
def test_pasted_it_gives_the_rows_of_the_view(connection, query, filters):
    pasted = connection.cursor().execute(shown(query, "en", **filters)).df()
    assert list(pasted["figure_id"]) == list(query(connection, "en", **filters)["figure_id"])


def test_no_parameter_is_left_open():
    assert "$" not in shown(store.closures, "en", group=("leisure",))


def test_a_picked_figure_is_the_only_row(connection):
    sql = shown(store.closures, "zh", figure_id="closure-library")
    assert list(connection.cursor().execute(sql).df()["figure_id"]) == ["closure-library"]

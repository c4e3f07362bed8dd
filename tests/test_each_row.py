"""The rows of a frame, as pandas gives them."""

from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.each_row import each_row


def test_rows_are_those_of_itertuples_in_value_and_type(connection):
    figures = store.figures(connection, SHIPPED, "en")
    some = figures[figures["value"] > 100]  # its index has gaps
    for one, other in zip(each_row(some), some.itertuples(), strict=True):
        assert one._fields == other._fields
        for mine, theirs in zip(one, other, strict=True):
            assert type(mine) is type(theirs)
            assert mine == theirs or (mine != mine and theirs != theirs)


def test_no_row_is_no_row(connection):
    assert list(each_row(store.figures(connection, SHIPPED, "en").head(0))) == []

"""Rows that charts are drawn from: real figures of the shipped bulletin, in both languages."""

import pytest

from xi_data import store
from xi_data.locale import translator
from xi_data.record.version import version


@pytest.fixture(params=["en", "zh"])
def t(request):
    return translator(request.param)


@pytest.fixture
def scope() -> tuple[str, ...]:
    return (version().bulletin,)


@pytest.fixture
def supplies(connection, scope, t):
    """Supplies, each with the largest value in its kind of unit as its scale."""
    rows = store.topic(connection, scope, t.lang, ("supply",))
    return rows.assign(scale=rows.groupby("dimension")["value"].transform("max"))

"""The database as a file without a name, as a question in SQL is asked of it; SQL switched on."""

import os

import pytest

from xi_data import own_query, publish


@pytest.fixture(scope="package")
def database():
    """The descriptor of the shipped database."""
    copy = own_query._Copy(publish.database_bytes())
    yield copy.descriptor
    del copy


@pytest.fixture
def switched_on(monkeypatch):
    """Visitors may ask in SQL."""
    monkeypatch.setitem(os.environ, own_query.VARIABLE, "on")

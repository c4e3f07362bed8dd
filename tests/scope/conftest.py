"""The explorer with the shipped bulletin alone, and with others beside it."""

import pytest

from tests.scope import bulletins
from tests.scope.explorer import explorer


@pytest.fixture(scope="session")
def alone(tmp_path_factory):
    """Over the shipped data."""
    with explorer(tmp_path_factory.mktemp("alone")) as opened:
        yield opened


@pytest.fixture(scope="session")
def several_data(tmp_path_factory):
    """A data folder with the shipped bulletin and others: see bulletins.EVERY."""
    return bulletins.write(tmp_path_factory.mktemp("several"))


@pytest.fixture(scope="session")
def among(tmp_path_factory, several_data):
    """Over the shipped bulletin and others."""
    with explorer(tmp_path_factory.mktemp("among"), several_data) as opened:
        yield opened

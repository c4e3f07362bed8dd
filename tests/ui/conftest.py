"""The database that the pages ask, built in a folder of these tests."""

import pytest

from xi_data import memory
from xi_data.ui.state.answers import database


@pytest.fixture(scope="session", autouse=True)
def _database_of_these_tests(tmp_path_factory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        memory.forget()
        database()

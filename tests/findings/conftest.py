"""What a view says: of the shipped figures, and of bulletins made of them by one change each."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.findings import material
from tests.three_bulletins import SHIPPED
from xi_data import memory, store
from xi_data.findings import Story, tell
from xi_data.locale import LANGUAGES, translator
from xi_data.views import VIEWS, Query, Request, read_request

Told = Callable[..., Story]


@pytest.fixture(scope="session")
def realm_of_cases(tmp_path_factory) -> memory.Realm:
    """The data that hold every case beside the shipped bulletin."""
    return memory.Realm(material.write(tmp_path_factory.mktemp("findings")))


@pytest.fixture(scope="session")
def cases(realm_of_cases, tmp_path_factory) -> Query:
    """Asks their database."""
    folder = tmp_path_factory.mktemp("database")
    with store.open_database(realm_of_cases.data, [folder]) as database:
        yield cache(store.asker(database))


@pytest.fixture(autouse=True)
def _asked_of_the_cases(realm_of_cases):
    with memory.within(realm_of_cases):
        yield


@pytest.fixture(params=LANGUAGES)
def lang(request) -> str:
    """One language after the other."""
    return request.param


@pytest.fixture
def told(cases) -> Told:
    """told(view, case="shipped", lang="en", group=[...]): what the view says."""

    def say(view: str, case: str = "", lang: str = "en", **asked: list[str]) -> Story:
        return tell(cases, requested(cases, view, case, lang, **asked).question)

    return say


def requested(
    query: Query, view: str, case: str = "", lang: str = "en", **asked: list[str]
) -> Request:
    """The request of an address about one case, the shipped bulletin by default."""
    bulletin = {"bulletin": [case or SHIPPED[0]]}
    return read_request(VIEWS[view], translator(lang), query, bulletin | asked)

"""The data address of a view: shown where this process answers it, and nowhere else."""

from itertools import cycle
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.visiting import HOST, copyable, visit
from xi_data.addresses import VIEW_KEYS
from xi_data.ui.downloads import data_address
from xi_data.views import VIEWS


@pytest.fixture
def offered(monkeypatch) -> Event:
    """What says whether data addresses are answered; as it was at the end."""
    event = Event()
    monkeypatch.setattr(data_address, "_offered", event)
    return event


def shared(key: str, **query: str | list[str]) -> AppTest:
    """The page with its panel of links opened."""
    return visit(key, opened=["_share"], **query)


def data_addresses(app: AppTest) -> list[str]:
    return [text for text in copyable(app) if urlsplit(text).path.startswith("/data/")]


def test_a_server_without_data_addresses_shows_none(offered):
    app = shared("closures", lang="en")
    assert list(app.exception) == []
    assert data_addresses(app) == []
    assert [code.value for code in app.code if "read_csv" in code.value] == []


@pytest.mark.parametrize(  # which has no language
    ("lang", "key"),
    [
        *zip(
            cycle(["en", "zh"]), [key for key in VIEW_KEYS if not VIEWS[key].compares], strict=False
        )
    ],
)
def test_a_view_shows_its_address_and_lines_that_read_it(offered, key, lang):
    offered.set()
    app = shared(key, lang=lang)
    assert list(app.exception) == []
    assert data_addresses(app) == [f"{HOST}/data/{key}.csv"]
    assert sum(f"{HOST}/data/{key}.csv" in code.value for code in app.code) == 4


def test_only_keys_that_narrow_rows_are_in_the_address(offered):
    offered.set()
    query = {"group": ["leisure", "tourism"], "least": "2", "view": "table", "lang": "zh"}
    app = shared("closures", **query, figure="closure-karaoke", utm_source="mail")
    [address] = data_addresses(app)
    assert parse_qs(urlsplit(address).query) == {"group": ["leisure", "tourism"], "least": ["2"]}


def test_a_figure_has_an_address_of_its_own(offered):
    offered.set()
    app = shared("figure", lang="en", id="funding-control")
    assert data_addresses(app) == [f"{HOST}/data/figure/funding-control.json"]


def test_the_check_looked_at_narrows_no_rows(offered):
    offered.set()
    app = shared("checks", kind="sum", check="sum-screening-outside-screened")
    assert data_addresses(app) == [f"{HOST}/data/checks.csv?kind=sum"]

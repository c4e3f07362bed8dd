import dataclasses
import datetime

import pandas as pd
import pytest

from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.publish import Download
from xi_data.record.tables import DATA, TABLES


@pytest.fixture(scope="session")
def records(connection):
    """Every figure, as the store returns it."""
    figures = pd.read_csv(DATA / TABLES["figures"])
    keys = zip(figures["bulletin_id"], figures["figure_id"], strict=True)
    return store.records(connection, tuple(keys))


@pytest.fixture
def download(records):
    computed = pd.DataFrame(
        {
            "label": ["公共文化场所", "Under observation"],
            "formula": ["97 + 8 + 1 + 1", "84 + 157"],
            "value": [107.0, 241.0],
            "sign": ["=", "="],
            "unit": ["家", "people"],
        }
    )
    about = {"title": "All figures", "link": "https://example.org/?lang=zh", "notes": "=1+1"}
    return Download("figures", SHIPPED, datetime.date(2026, 11, 23), records, computed, about)


@pytest.fixture
def hostile(download):
    """A download of one row whose text a spreadsheet would run, beside a negative number."""
    row = download.records.head(1).assign(label_en="=1+1", label_zh="@SUM(1)", value=-5.0)
    return dataclasses.replace(download, records=row, computed=download.computed.head(0))

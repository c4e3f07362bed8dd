import datetime
import io
import json
import re

import pandas as pd
import pytest

from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from xi_data.publish import FORMATS, Download, file_name


@pytest.mark.parametrize("key", FORMATS)
def test_the_same_download_gives_the_same_bytes(download, key):
    write, _ = FORMATS[key]
    first = write(download)
    assert write(download) == first


def test_a_file_name_tells_view_date_and_format(download):
    assert (
        file_name(download.view, SHIPPED, download.date, "csv")
        == "xi-county-figures-2026-11-23.csv"
    )
    name = file_name(download.view, SHIPPED, download.date, "parquet")
    assert name == "xi-county-figures-2026-11-23.parquet"


NAMED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.csv")


def named(*filters, view="figures"):
    return file_name(view, SHIPPED, datetime.date(2026, 11, 23), "csv", filters)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ((), ""),
        ((("group", ()), ("least", 0), ("search", "")), ""),
        ((("group", ("leisure", "tourism")), ("least", 5)), "group-leisure-tourism-least-5-"),
        ((("status", ("in_reserve",)),), "status-in-reserve-"),
        ((("search", "mask"),), "search-mask-"),
        ((("day", ("2020-02-12",)),), "day-2020-02-12-"),
    ],
)
def test_a_file_name_tells_the_filters_in_force(filters, said):
    assert named(*filters) == f"xi-county-figures-{said}2026-11-23.csv"


@pytest.mark.parametrize(
    "typed", ["口罩", "../../etc/passwd", 'a"b\r\nX: y', "x" * 100, "CON", "a*?<>|:b", "\0", " . "]
)
def test_whatever_was_typed_a_file_name_is_short_and_safe_everywhere(typed):
    name = named(("search", typed), ("family", ("supplies",) * 30))
    assert NAMED.fullmatch(name)
    assert len(name) < 120
    other = named(("search", f"{typed}~"), ("family", ("supplies",) * 30))
    assert other != name, "what is left out is told apart"


def test_a_file_of_other_bulletins_is_not_named_after_the_default_one(download):
    [copy] = COPY
    assert file_name("money", COPY, download.date, "csv") == f"{copy}-money-2026-11-23.csv"
    several = file_name("figures", SHIPPED + MADE_UP, download.date, "csv")
    assert several == "bulletins-figures-2026-11-23.csv"


@pytest.mark.parametrize("key", FORMATS)
def test_rows_that_are_no_figures_are_called_what_they_are(key):
    rows = pd.DataFrame({"check": ["sum-of-parts"], "formula": ["=1 + 1"], "figures": [3]})
    none = pd.DataFrame(columns=["label", "formula", "value", "sign", "unit"])
    day = datetime.date(2026, 11, 23)
    download = Download("checks", SHIPPED, day, rows, none, {"title": "Checks"}, name="checks")
    write, _ = FORMATS[key]
    content = write(download)
    if key == "json":
        assert json.loads(content)["checks"] == rows.to_dict("records")
    if key == "xlsx":
        assert pd.read_excel(io.BytesIO(content), sheet_name="checks").equals(rows)
    if key == "csv":
        assert content.decode("utf-8-sig").splitlines()[1] == "sum-of-parts,'=1 + 1,3"
    if key == "parquet":
        assert pd.read_parquet(io.BytesIO(content)).equals(rows)

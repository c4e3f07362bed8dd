import csv
import dataclasses
import io

import pandas as pd
import pytest

from xi_data.publish import csv_bytes
from xi_data.record.tables import ADDED, DATA, TABLES


def cells(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_figure_gives_the_file_of_the_repository_after_a_byte_order_mark(download):
    header, *rows = (DATA / TABLES["figures"]).read_text("utf-8").splitlines()
    lacking = [name for name in ADDED["figures.csv"] if name not in header.split(",")]
    lines = [",".join([header, *lacking]), *(row + "," * len(lacking) for row in rows)]
    assert csv_bytes(download) == "".join(f"{line}\n" for line in lines).encode("utf-8-sig")


def test_pandas_reads_the_records_back(download):
    back = pd.read_csv(io.BytesIO(csv_bytes(download)), parse_dates=["date", "as_of"])
    # A column without a value has no type to hold None in.
    records = download.records.where(download.records.notna())
    pd.testing.assert_frame_equal(back, records, check_dtype=False)


def test_whole_numbers_have_no_point_and_others_keep_theirs(download):
    values = {row["figure_id"]: row["value"] for row in cells(csv_bytes(download))}
    assert values["screening-outside-screened"] == "1930"
    assert not any(value.endswith(".0") for value in values.values())
    half = dataclasses.replace(download, records=download.records.head(1).assign(value=0.5))
    assert cells(csv_bytes(half))[0]["value"] == "0.5"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(download, start):
    row = download.records.head(1).assign(label_en=f"{start}1+1")
    [cell] = cells(csv_bytes(dataclasses.replace(download, records=row)))
    assert cell["label_en"] == f"'{start}1+1"


@pytest.mark.parametrize("text", ["one\rtwo", "one\ntwo", 'a "b" c', "1,000", " a", "'a"])
def test_text_stays_in_its_cell(download, text):
    row = download.records.head(1).assign(label_en=text)
    [cell] = cells(csv_bytes(dataclasses.replace(download, records=row)))
    assert cell["label_en"] == text


def test_a_negative_number_stays_a_number(hostile):
    [row] = cells(csv_bytes(hostile))
    assert row["value"] == "-5"


def test_a_selection_of_nothing_is_a_header(download):
    nothing = dataclasses.replace(download, records=download.records.head(0))
    assert csv_bytes(nothing).decode("utf-8-sig") == ",".join(download.records.columns) + "\n"

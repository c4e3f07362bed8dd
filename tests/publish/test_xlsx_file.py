import dataclasses
import datetime
import io

import openpyxl
import pandas as pd

from xi_data.publish import xlsx_bytes


def opened(download):
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(download)))


def by_header(sheet) -> list[dict]:
    header, *rows = sheet.iter_rows()
    return [dict(zip((cell.value for cell in header), row, strict=True)) for row in rows]


def test_figures_computed_and_about_have_a_sheet_each(download):
    assert opened(download).sheetnames == ["figures", "computed", "about"]


def test_nothing_computed_leaves_the_sheet_out(hostile):
    assert opened(hostile).sheetnames == ["figures", "about"]


def test_pandas_reads_the_records_back(download):
    records = download.records.where(download.records.notna())
    back = pd.read_excel(io.BytesIO(xlsx_bytes(download)), sheet_name="figures")
    pd.testing.assert_frame_equal(back, records, check_dtype=False)


def test_numbers_and_dates_are_typed_and_missing_cells_blank(download):
    rows = {row["figure_id"].value: row for row in by_header(opened(download)["figures"])}
    date = rows["date-screening-status"]
    assert date["date"].value == datetime.datetime(2020, 2, 12)
    assert date["date"].number_format == "yyyy-mm-dd"
    assert date["value"].value is None
    count = rows["screening-outside-screened"]["value"]
    assert (count.value, count.data_type) == (1930, "n")


def test_text_that_looks_like_a_formula_or_a_link_stays_text(hostile):
    book = opened(hostile)
    [row] = by_header(book["figures"])
    assert (row["label_en"].value, row["label_en"].data_type) == ("=1+1", "s")
    assert (row["value"].value, row["value"].data_type) == (-5, "n")
    words = {key.value: cell for key, cell in book["about"].iter_rows()}
    assert words["Formula"].data_type == "s"
    assert words["链接"].hyperlink is None


def test_computed_figures_print_formula_and_number(download):
    row = by_header(opened(download)["computed"])[0]
    assert {name: cell.value for name, cell in row.items()} == {
        "label": "公共文化场所",
        "formula": "97 + 8 + 1 + 1",
        "value": 107,
        "sign": "=",
        "unit": "家",
    }
    assert {cell.data_type for cell in row.values()} == {"s", "n"}


def test_about_keeps_its_order_and_words(download):
    rows = opened(download)["about"].iter_rows(values_only=True)
    assert list(rows) == list(download.about.items())


def test_the_header_is_bold_and_stays_in_sight(download):
    for name in ("figures", "computed"):
        sheet = opened(download)[name]
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])


def test_a_column_is_as_wide_as_its_words_within_reason(download):
    sheet = opened(download)["figures"]
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert widths["figure_id"] > download.records["figure_id"].str.len().max()
    assert widths["label_zh"] > download.records["label_zh"].str.len().max()
    assert widths["start"] < 10
    assert max(widths.values()) < 50


def test_the_file_is_dated_by_the_download_and_not_by_the_clock(download):
    properties = opened(download).properties
    assert properties.created == properties.modified == datetime.datetime(2026, 11, 23)


def test_a_selection_of_nothing_is_a_header(download):
    nothing = dataclasses.replace(download, records=download.records.head(0))
    assert by_header(opened(nothing)["figures"]) == []

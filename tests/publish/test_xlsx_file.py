import dataclasses
import datetime
import io

import openpyxl
import pandas as pd
import pytest

from tests.three_bulletins import MADE_UP, SHIPPED
from xi_data import export
from xi_data.findings import tell
from xi_data.locale import translator
from xi_data.publish import xlsx_bytes
from xi_data.views import VIEWS, Question
from xi_data.wording import as_of, measure_word, with_hedge

SHEETS = {"en": "For reading", "zh": "供阅读"}


def opened(download):
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(download)))


def in_full(t, figure) -> str:
    if figure.kind == "date":
        return t.date(figure.date)
    return with_hedge(t, t.number(figure.value), figure.qualifier, figure.qualifier_label)


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
    assert words["How to read these numbers"].data_type == "s"
    assert words["Link"].hyperlink is None


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
    rows = list(opened(download)["about"].iter_rows(values_only=True))
    assert [words for _, words in rows] == list(download.about.values())
    assert [name for name, _ in rows] == ["Title", "Link", "How to read these numbers"]
    chinese = opened(dataclasses.replace(download, lang="zh"))["about"]
    assert [name for name, _ in chinese.iter_rows(values_only=True)][:2] == ["标题", "链接"]


def test_the_header_is_bold_and_stays_in_sight(download):
    for name in ("figures", "computed"):
        sheet = opened(download)[name]
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])


def test_a_column_is_as_wide_as_its_words_within_reason(download):
    sheet = opened(download)["figures"]
    runs = sheet.column_dimensions.values()  # columns of one width, side by side, are one run
    widths = {
        sheet.cell(1, n).value: run.width for run in runs for n in range(run.min, run.max + 1)
    }
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


@pytest.mark.parametrize("lang", SHEETS)
@pytest.mark.parametrize(
    "key", [key for key, view in VIEWS.items() if not view.thing and not view.compares]
)
def test_the_first_sheet_is_read_in_the_order_and_the_words_of_the_page(query, key, lang):
    t = translator(lang)
    shown = tell(query, Question(key, lang, SHIPPED)).rows
    book = opened(export.linked(query, f"{key}?lang={lang}"))
    assert book.sheetnames[:2] == [SHEETS[lang], "figures"]
    assert book.sheetnames[-2:] == ["dictionary", "about"]
    header, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert header[0] == t("What is counted")
    assert [row[0] for row in rows] == list(shown["label"])
    assert [row[-1] for row in rows] == list(shown["figure_id"])
    for row, figure in zip(rows, shown.itertuples(), strict=True):
        exact = figure.qualifier == "exact" and figure.kind != "date"
        assert row[1] == (figure.value if exact else in_full(t, figure))
        assert (row[2] or "") == ("" if figure.kind == "date" else measure_word(t, figure))
        assert (row[3] or "") == as_of(t, figure)
        assert (row[4] or "") == figure.note
        assert figure.mention in row[5]
        assert figure.paragraph_label[1:] in row[5]


def test_a_hedged_number_is_text_and_an_exact_one_a_number(query):
    sheet = opened(export.linked(query, "money"))["For reading"]
    values = {row["Key of the figure"].value: row["Value"] for row in by_header(sheet)}
    assert values["funding-control"].value == "over 2,500,000"
    exact = values["donation-court-cash"]
    assert (exact.data_type, exact.number_format) == ("n", "#,##0")


def test_every_table_can_be_filtered_under_a_header_that_stays(query):
    for sheet in opened(export.linked(query, "closures?group=leisure")).worksheets[:-1]:
        assert sheet.freeze_panes == "A2", sheet.title
        assert sheet.auto_filter.ref == sheet.dimensions, sheet.title


def test_the_sheet_to_be_read_wraps_what_is_long(query):
    sheet = opened(export.linked(query, "closures"))["For reading"]
    for cell in sheet[2]:
        assert cell.alignment.wrap_text
        assert sheet.column_dimensions[cell.column_letter].width <= 50


def test_the_dictionary_says_what_every_column_means(query, download):
    book = opened(export.linked(query, "closures"))
    meaning = {row["column"].value: row["meaning"].value for row in by_header(book["dictionary"])}
    assert list(meaning) == list(download.records.columns)
    assert all(meaning.values())


def test_of_several_bulletins_each_row_names_its_own(query_three):
    asked = "&".join(f"bulletin={one}" for one in SHIPPED + MADE_UP)
    sheet = opened(export.linked(query_three, f"figures?{asked}")).worksheets[0]
    named = {row["Bulletin"].value for row in by_header(sheet)}
    assert len(named) == 2


def test_pandas_reads_every_sheet(query):
    sheets = pd.read_excel(io.BytesIO(xlsx_bytes(export.linked(query, "screening"))), None)
    assert len(sheets["For reading"]) == len(sheets["figures"]) == 7

"""Totals of tables: the rows and columns that they add up, and none that they do not."""

import pytest

from tests.opening.made import docx, table
from xi_data.opening.files import open_bytes
from xi_data.review.deciding import change, reject
from xi_data.review.doubts import doubts
from xi_data.review.draft import draft_of
from xi_data.review.promote import related_rows
from xi_data.review.sums import relations


def sums(source) -> list[str]:
    """Each sum in words, and by how much it fails."""
    draft = draft_of(source, "a.txt")
    said = {one.figure_id: f"{one.value:g}" for one in draft.proposals if one.value is not None}
    found = [one for one in relations(draft) if one.relation == "part_of"]
    return [
        f"{said[one.whole]} = {' + '.join(said[part] for part in one.parts)}"
        + (f" | {one.difference:g}" if one.difference else "")
        for one in found
    ]


STOCK = (
    ["乡镇", "口罩（只）", "手套（双）"],
    ["东村", "1200", "300"],
    ["西村", "800", ""],
    ["小计", "2000", "300"],
    ["南村", "500", "100"],
    ["合计", "2500", "400"],
)
STOCK_SUMS = ["2000 = 1200 + 800", "2500 = 2000 + 500", "400 = 300 + 100"]


def test_a_total_of_subtotals_is_found_in_html_and_docx_and_plain_text():
    rows = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in STOCK)
    page = f"<html><body><p>储备表</p><table>{rows}</table>"
    assert sums(open_bytes(page.encode(), "a.html")) == STOCK_SUMS
    assert sums(open_bytes(docx(table(*STOCK)))) == STOCK_SUMS
    assert sums("\n".join("\t".join(row) for row in STOCK)) == STOCK_SUMS
    assert sums("\n".join(f"|{'|'.join(row)}|" for row in STOCK)) == STOCK_SUMS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("捐款表（單位：元）\n總計\t900\n甲鄉\t500\n乙鄉\t400", ["900 = 500 + 400"]),
        ("村  排查（人）\n甲村  5\n乙村  4\n共计  9", ["9 = 5 + 4"]),
        ("村\t1月\t2月\t合 计\n甲村\t5人\t4人\t9人", ["9 = 5 + 4"]),
        ("单位：人\n村\t小计\t男\t女\n甲\t3\t1\t2\n乙\t9\t4\t5", ["3 = 1 + 2", "9 = 4 + 5"]),
        (
            "村\t登记（人）\n合计\t12\n东片小计\t5\n甲村\t3\n乙村\t2\n西片小计\t7\n丙村\t4\n丁村\t3",
            ["12 = 5 + 7", "5 = 3 + 2", "7 = 4 + 3"],
        ),
        ("村\t口罩（只）\n甲村\t1200\n乙村\t3000\n合计\t4300", ["4300 = 1200 + 3000 | 100"]),
    ],
)
def test_a_total_is_found_before_or_behind_its_parts(text, expected):
    assert sums(f"{text}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "村\t口罩（只）\n甲村\t5\n乙村\t4\n丙村\t9",  # nothing is called a total
        "村\t口罩（只）\n甲村\t5\n乙村\t4\n\n合计\t9\n丙村\t20",  # of another table
        "甲村\t5只\n乙村\t4双\n合计\t9只",
        "甲村\t约5只\n乙村\t4只\n合计\t9只",
        "甲村\t5只\t3双\n乙村\t若干\t7双\n丙村\t4只\t2双\n合计\t9只\t13双",
        "甲村\t15只\n乙村\t4只\n联合计划\t19只",
        "甲村\t15只\n合计\t15只",
        # a sum in one column of three is chance
        "村\t甲（只）\t乙（只）\t丙（只）\n东\t5\t30\t80\n西\t4\t40\t90\n合计\t9\t10\t20",
        "村\t口罩（只）\n甲村\t1200\n乙村\t3000\n合计\t9000",
    ],
)
def test_what_does_not_say_so_is_no_total(text):
    assert sums(f"{text}\n") == []


BOTH_WAYS = "单位：人\n村\t男\t女\t合计\n甲\t14\t16\t30\n乙\t5\t7\t12\n合计\t19\t23\t42\n"


def test_a_total_of_rows_and_columns_is_shown_both_ways_and_recorded_once():
    draft = draft_of(BOTH_WAYS, "a.txt")
    assert sums(BOTH_WAYS)[-2:] == ["42 = 30 + 12", "42 = 19 + 23"]
    values = {one.figure_id: one.value for one in draft.proposals}
    recorded = [(values[row[1]], values[row[3]]) for row in related_rows(draft)]
    assert [part for part, whole in recorded if whole == 42] == [30, 12]
    assert len(recorded) == 10


def test_a_total_that_fails_is_doubted_until_it_is_put_right():
    draft = draft_of("村\t口罩（只）\n甲村\t1200\n乙村\t3000\n合计\t4300\n", "a.txt")
    part, other, whole = [one.figure_id for one in draft.proposals]
    assert all("sum_fails" in doubts(draft)[key] for key in (part, other, whole))
    mended = change(draft, part, {"value": 1300})
    assert [one.holds for one in relations(mended)] == [True]
    assert "sum_fails" not in doubts(mended).get(whole, ())
    assert relations(reject(draft, part, "bare")) == ()

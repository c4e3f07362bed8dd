"""Numbers in tables: named by row and column, with the unit that a heading states."""

import pytest

from xi_data.reading.extract import Candidate, read

STOCK = "物资\t数量\n\t储备（只）\t订购（只）\n口罩\t1200\t30\n手套\t350余\t10-20"
HARVEST = "全县收成（单位：万吨）\n\n| 产品 | 2019年 | 2020年 |\n|---|:-:|---|\n| 梨 | 320 | 1.5 |"
GIFTS = "序号\t单位\t捐款（元）\t电话\n1\t林河小学\t5,000\t7322000\n2\t县医院\t3000\t7322001"
PRICES = "物资名称\t计量单位\t数量\t单价（元）\n口罩\t只\t15000\t3.5\n型号95\t个\t200\t12"
PEOPLE = "乡镇  户数  人数\n河东乡  1200  3500\n林河乡  300  910"
FORMAL = "名称|数量（副）|单价（元）\n手套|三十|8.5\n眼镜|一百五十|九"
ROWS = "顺次|物资|数量（只）\n1|口罩|320\n2|手套|45\n合计||365"
BOARDS = "号|名称|数量（块）\n1.|展板|18\n2.|门牌|27"


def found(text: str) -> dict[str, Candidate]:
    candidates, _ = read(text)
    assert all(text[one.start : one.end] == one.mention for one in candidates)
    return {one.mention: one for one in candidates}


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        (STOCK, "1200", 1200, "piece"),
        (STOCK, "30", 30, "piece"),
        (STOCK, "350余", 350, "piece"),
        (HARVEST, "320", 3_200_000, "t"),
        (HARVEST, "1.5", 15_000, "t"),
        (GIFTS, "5,000", 5000, "CNY"),
        (PRICES, "15000", 15_000, "piece"),
        (PRICES, "3.5", 3.5, "CNY"),
        (PRICES, "200", 200, "item"),
        (PEOPLE, "1200", 1200, "household"),
        (PEOPLE, "910", 910, "person"),
        (FORMAL, "三十", 30, "piece"),
        (FORMAL, "一百五十", 150, "piece"),
    ],
)
def test_a_cell_has_the_unit_of_its_column_its_row_or_the_table(text, mention, value, unit):
    one = found(text)[mention]
    assert (one.value, one.unit) == (value, unit)


@pytest.mark.parametrize(
    ("mention", "category", "status"), [("1200", "mask", "in_reserve"), ("30", "mask", "ordered")]
)
def test_a_cell_has_its_category_and_status_from_the_names_of_row_and_column(
    mention, category, status
):
    one = found(STOCK)[mention]
    assert (one.topic, one.category, one.status) == ("supply", category, status)
    assert STOCK[one.sentence_start : one.sentence_end] == "口罩\t1200\t30"


@pytest.mark.parametrize(
    ("text", "mention", "subject"),
    [
        (ROWS, "320", "口罩数量"),
        (ROWS, "45", "手套数量"),
        (ROWS, "365", "合计数量"),
        (BOARDS, "18", "展板数量"),
        (BOARDS, "27", "门牌数量"),
    ],
)
def test_a_row_is_named_by_what_stands_behind_its_number(text, mention, subject):
    assert found(text)[mention].subject == subject


def test_a_range_in_a_cell_is_two_rows_of_one_range():
    candidates, _ = read(STOCK)
    low, high = (one for one in candidates if one.range_id)
    assert [(one.mention, one.qualifier, one.unit) for one in (low, high)] == [
        ("10", "at_least", "piece"),
        ("20", "at_most", "piece"),
    ]
    assert low.range_id == high.range_id


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (GIFTS, {"1", "2", "7322000", "7322001"}),  # numbers of rows and telephones
        ("项目\t数量\n口罩\t12\n手套\t35", {"12", "35"}),  # no unit is stated
        ("名称\t结果（初步）\n口罩\t12\n手套\t35", {"12", "35"}),  # nor in these brackets
        ("梨30\t20箱\n枣", {"30"}),  # one line is no table, and its cells are not one number
    ],
)
def test_a_number_whose_unit_is_not_stated_counts_nothing(text, mentions):
    candidates, refusals = read(text)
    assert mentions.isdisjoint(one.mention for one in candidates)
    assert "20箱" not in text or [one.mention for one in candidates] == ["20箱"]
    assert {mention for mention in mentions if len(mention) > 2} <= {
        one.mention for one in refusals
    }


def test_no_number_goes_on_from_one_cell_into_the_next():
    text = "水果\t早市\t晚市\n收梨\t3\t15筐\n收枣\t12\t8筐"
    assert [one.mention for one in read(text)[0]] == ["15筐", "8筐"]


def test_cells_that_say_more_are_read_as_sentences_of_their_own():
    text = "乡镇\t情况\n河东乡\t收梨30筐，枣8筐\n林河乡\t另收瓜12箱"
    assert [one.mention for one in read(text)[0]] == ["30筐", "8筐", "12箱"]


def test_lines_that_are_indented_are_no_table():
    text = "　　河东乡收梨30筐。\n　　林河乡收枣8筐。"
    assert [one.mention for one in read(text)[0]] == ["30筐", "8筐"]


def test_time_grows_with_the_length_of_a_table():
    rows = "".join(f"河东乡\t{n}\t{n}.5\n" for n in range(3000))
    candidates, _ = read(f"乡镇\t梨（筐）\t枣（公斤）\n{rows}")
    assert len(candidates) == 6000

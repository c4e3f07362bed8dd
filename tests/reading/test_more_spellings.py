"""Spellings that were once read wrong, by kind."""

import pytest

from xi_data.reading.extract import extract, read

PUBLISHED = "2020-03"


def row(text: str, mention: str) -> tuple:
    [one] = [one for one in extract(text, published=PUBLISHED) if one.mention == mention]
    return one.value, one.value_low, one.value_high, one.qualifier, one.unit


@pytest.mark.parametrize(
    ("text", "mention", "value", "low", "high", "qualifier", "unit"),
    [
        ("利润为-5万至-3万元。", "-5万", -50_000, -50_000, None, "at_least", "CNY"),
        ("结余-2亿到3亿元。", "-2亿", -200_000_000, -200_000_000, None, "at_least", "CNY"),
        ("利润-2万至3万元。", "-2万", -20_000, -20_000, None, "at_least", "CNY"),
        ("净额-8至-6万元。", "-8", -80_000, -80_000, None, "at_least", "CNY"),
        ("气温-5～-12℃。", "-5", -5, None, -5, "at_most", "celsius"),
        ("气温-5～-12℃。", "-12℃", -12, -12, None, "at_least", "celsius"),
        ("最低零下5至零下12度。", "零下5", -5, None, -5, "at_most", "celsius"),
        ("盈亏1万至-3万元。", "-3万元", -30_000, -30_000, None, "at_least", "CNY"),
        ("夜间零下3至5度。", "5度", 5, -5, 5, "about", "celsius"),
        ("捐款12，000元。", "12，000元", 12_000, 12_000, 12_000, "exact", "CNY"),
        ("入库1，050吨。", "1，050吨", 1050, 1050, 1050, "exact", "t"),
        ("支出3，500元。", "3，500元", 3500, 500, 3500, "about", "CNY"),
        ("投资2，300万元。", "2，300万元", 23_000_000, 3_000_000, 23_000_000, "about", "CNY"),
        ("支出3，500至600元。", "500", 500, 500, None, "at_least", "CNY"),
        ("运来12，300到400人。", "400人", 400, None, 400, "at_most", "person"),
        ("存粮3，500至4，000吨。", "3，500", 3500, 3500, None, "at_least", "t"),
        ("同比-5%、-6%。", "-6%", -6, -6, -6, "exact", "percent"),
        ("利润-5万元、-3万元。", "-3万元", -30_000, -30_000, -30_000, "exact", "CNY"),
        ("气温-7℃、-9℃。", "-9℃", -9, -9, -9, "exact", "celsius"),
        ("气温 - 5.2℃。", "- 5.2℃", -5.2, -5.2, -5.2, "exact", "celsius"),
        ("净利润 - 30万元。", "- 30万元", -300_000, -300_000, -300_000, "exact", "CNY"),
        ("筹资5、6万元。", "5", 50_000, 50_000, None, "at_least", "CNY"),
        ("筹资5、6万元。", "6万元", 60_000, None, 60_000, "at_most", "CNY"),
        ("来了约5、6百人。", "5", 500, 500, None, "at_least", "person"),
        ("三、四千人赶集。", "四千人", 4000, None, 4000, "at_most", "person"),
        ("停工两、三天。", "两", 2, 2, None, "at_least", "day"),
        ("共来两、三批客人。", "三批", 3, None, 3, "at_most", "batch"),
        ("提出两、三点意见。", "三点", 3, None, 3, "at_most", "item"),
        ("到会男5女3共8人。", "3", 3, 3, 3, "exact", "person"),
        ("入学女9男16合计25人。", "16", 16, 16, 16, "exact", "person"),
        ("孩子十五、六岁。", "十五", 15, 15, None, "at_least", "age_year"),
        ("来了一百五、六十人。", "六十人", 160, None, 160, "at_most", "person"),
        ("产量增长五、六成。", "六成", 60, None, 60, "at_most", "percent"),
        ("二十三、四人到场。", "四人", 4, 4, 24, "about", "person"),
        ("下降百分之五、六。", "百分之五", 5, 5, None, "at_least", "percent"),
        ("下降千分之七、八左右。", "八", 0.8, None, 0.8, "at_most", "percent"),
        ("来了十几二十人。", "二十人", 20, 11, 20, "about", "person"),
        ("来了一万几户。", "一万几户", None, 11_000, 19_000, None, "household"),
        ("口罩N95，300只。", "300只", 300, 300, 300, "exact", "piece"),
        ("来了一百几十人。", "一百几十人", None, 110, 199, None, "person"),
        ("受灾三千几百户。", "三千几百户", None, 3100, 3999, None, "household"),
        ("来了二百五十几人。", "二百五十几人", None, 251, 259, None, "person"),
        ("全村一百单八户。", "一百单八户", 108, 8, 108, "about", "household"),
        ("全村三百单五人。", "三百单五人", 305, 5, 305, "about", "person"),
        ("全乡三千挂零户。", "三千挂零户", 3000, 3000, None, "over", "household"),
        ("他们30岁出头。", "30岁出头", 30, 30, None, "over", "age_year"),
        ("来了二十五 六人。", "六人", 6, 6, 26, "about", "person"),
        ("种树三百四 五亩。", "五亩", 5, 5, 350, "about", "mu"),
        ("全村共 5 0 户。", "5 0 户", 50, 50, 50, "exact", "household"),
        ("超过 5 0 户。", "超过 5 0 户", 50, 50, None, "over", "household"),
        ("完成六七成。", "七成", 70, None, 70, "at_most", "percent"),
        ("完成三四成。", "三", 30, 30, None, "at_least", "percent"),
        ("聚餐30（含）人以下。", "30（含）人以下", 30, None, 30, "at_most", "person"),
        ("罚款五千八百。", "五千八百", 5800, 5800, 5800, "exact", "CNY"),
        ("综合得9点3分。", "9点3分", 9.3, 9.3, 9.3, "exact", "point"),
    ],
)
def test_a_spelling_is_read_whole(text, mention, value, low, high, qualifier, unit):
    assert row(text, mention) == (value, low, high, qualifier, unit)


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("人口（万人）", "-2", -20_000),
        ("水位（米）", "－0.4", -0.4),
        ("产量（吨）", "−15", -15),
    ],
)
def test_a_minus_at_the_head_of_a_cell_is_certain(column, cell, value):
    table = f"| 地区 | {column} |\n|---|---|\n| 甲县 | {cell} |\n| 乙县 | 4 |\n"
    [one, _] = extract(table)
    assert (one.value, one.value_low, one.value_high, one.qualifier) == (*[value] * 3, "exact")
    assert one.mention == cell


def test_a_pair_has_the_unit_of_the_one_that_it_goes_on_to():
    for text, unit in (("投资四五万到六七万元。", "CNY"), ("三四百至五六百户受灾。", "household")):
        assert [one.unit for one in extract(text)] == [unit] * 4


@pytest.mark.parametrize(
    "text",
    [
        *("会议于9点30分召开。", "闭馆时间18点30分。", "八点三十分开会。", "商店7点05分开门。"),
        *("祠堂建于光绪三年。", "石碑立于干隆十二年。", "桥成于康熙8年。"),
        *("九年制学校。", "五年期存款。", "三口之家。", "四轮驱动皮卡。", "佩戴三层口罩。"),
        *("三年制大专。", "十年期国债。", "和睦的五口之家。", "两轮摩托。", "三层医用口罩。"),
        *("300 m masks", "20 m people"),
        *("通知二、三组开会。", "请3、4队值守。", "住在一、三、十二社。", "学生在二、三班。"),
        *("号码从3到99999999999999999999号。", "大陆月均。"),
    ],
)
def test_what_names_or_tells_the_time_counts_nothing(text):
    found, refused = read(text)
    assert found == []
    assert refused


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("贰零贰零年的票据。", ["2020"]),
        ("贰月拾日付款。", ["2020-02-10"]),
        ("伍月零叁日收讫。", ["2020-05-03"]),
        ("贰零壹玖年叁月贰拾伍日立据。", ["2019-03-25"]),
        ("截至21年建成。", ["2021"]),
        ("截止19年已通车。", ["2019"]),
        ("经历08年地震。", ["2008"]),
        ("那是03年的事。", ["2003"]),
        ("3月5、6、7日值班。", ["2020-03-05", "2020-03-06", "2020-03-07"]),
        ("截至2月3日18点30分。", ["2020-02-03"]),
    ],
)
def test_a_date_is_no_length_of_time(text, dates):
    found = extract(text, published=PUBLISHED)
    assert [one.kind for one in found] == ["date"] * len(dates)
    assert [one.printed_date for one in found] == dates

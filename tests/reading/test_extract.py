"""What the reader promises (DESIGN, section 7), on sentences that we made up."""

import datetime

import pytest

from xi_data.reading.extract import extract, read

UNBOUNDED = None


def mentions(text, **options):
    return [one.mention for one in extract(text, **options)]


def only(text, **options):
    [candidate] = extract(text, **options)
    assert candidate.mention == text[candidate.start : candidate.end]
    return candidate


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("河東買来種子4萬6700袋。", "4萬6700袋", 46_700, "bag"),
        ("果园产梨1,234.5万公斤。", "1,234.5万公斤", 12_345_000, "kg"),
        ("参加春耕的有三百二十五名。", "三百二十五名", 325, "person"),
        ("渔场用料一千桶。", "一千桶", 1000, "drum"),
        ("停电半個小時。", "半個小時", 0.5, "hour"),
        ("走了半年多。", "半年多", 0.5, "year"),
        ("修渠一个半月。", "一个半月", 1.5, "month"),
        ("用时10个多小时。", "10个多小时", 10, "hour"),
        ("新桥长三点五公里。", "三点五公里", 3.5, "km"),
        ("金饰重三十两。", "三十两", 30, "liang"),
        ("票价三元五角。", "三元五角", 3.5, "CNY"),
        ("门票¥45。", "¥45", 45, "CNY"),
        ("修路用款２．５亿元。", "２．５亿元", 250_000_000, "CNY"),
        ("昨晚 零下12度。", "零下12度", -12, "celsius"),
        ("烤炉华氏400度。", "华氏400度", 400, "fahrenheit"),
        ("有旅客1200余人次。", "1200余人次", 1200, "person_time"),
        ("雨水多三成五。", "三成五", 35, "percent"),
        ("茶叶八五折。", "八五折", 85, "percent"),
        ("豆价降百分之九点五。", "百分之九点五", 9.5, "percent"),
        ("草场占三分之一。", "三分之一", pytest.approx(1 / 3), "fraction"),
        ("湖面只剩一半。", "一半", 0.5, "fraction"),
        ("树苗 4 000 棵。", "4 000 棵", 4000, "item"),
    ],
)
def test_a_quantity_has_its_words_value_and_unit(text, mention, value, unit):
    found = only(text)
    assert (found.mention, found.value, found.unit) == (mention, value, unit)


@pytest.mark.parametrize(
    ("text", "mention", "qualifier", "low", "high"),
    [
        ("存梨近8萬筐。", "近8萬筐", "nearly", UNBOUNDED, 80_000),
        ("将近三百位客人。", "将近三百位", "nearly", UNBOUNDED, 300),
        ("种树20万棵以上。", "20万棵以上", "at_least", 200_000, UNBOUNDED),
        ("听众不少于90名。", "不少于90名", "at_least", 90, UNBOUNDED),
        ("来了上千人。", "上千人", "at_least", 1000, UNBOUNDED),
        ("晒谷超过3000吨。", "超过3000吨", "over", 3000, UNBOUNDED),
        ("绿地6千多亩。", "6千多亩", "over", 6000, UNBOUNDED),
        ("羊馀七百头，草料三百馀捆。", "三百馀捆", "over", 300, UNBOUNDED),
        ("视频点击75萬+。", "75萬+", "over", 750_000, UNBOUNDED),
        ("座位不足20张。", "不足20张", "under", UNBOUNDED, 20),
        ("水深不到2米。", "不到2米", "under", UNBOUNDED, 2),
        ("载重不超过5吨。", "不超过5吨", "at_most", UNBOUNDED, 5),
        ("限24小时内交回。", "24小时内", "at_most", UNBOUNDED, 24),
        ("歌会约四百人。", "约四百人", "about", UNBOUNDED, UNBOUNDED),
        ("山高900米左右。", "900米左右", "about", UNBOUNDED, UNBOUNDED),
        ("收成约百分之六十以上。", "约百分之六十以上", "at_least", 60, UNBOUNDED),
        ("牛12头。", "12头", "exact", 12, 12),
    ],
)
def test_a_qualifier_is_part_of_the_mention_and_bounds_it(text, mention, qualifier, low, high):
    [found] = [one for one in extract(text) if one.mention == mention]
    assert (found.qualifier, found.value_low, found.value_high) == (qualifier, low, high)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("共30只鹅。", "30只"),
        ("仅剩7枚蛋。", "7枚"),
        ("已达60届。", "60届"),
        ("附近80米有井。", "80米"),
        ("签约40户。", "40户"),
        ("晚上3人看守。", "3人"),
        ("桌上两百只碗。", "两百只"),
    ],
)
def test_words_that_bound_nothing_stay_out(text, mention):
    assert only(text).mention == mention
    assert only(text).qualifier == "exact"


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("罰鍰新臺幣6萬元。", "6萬元", "TWD"),
        ("捐款港币300元。", "300元", "HKD"),
        ("补贴美元汇率之外，另付500元。", "500元", "CNY"),
        ("苗圃每9日浇水。", "9日", "day"),
        ("病羊隔离14日。", "14日", "day"),
        ("三分之一的果园结了果。", "三分之一", "fraction"),
        ("采样3万人份，封存28管样本。", "28管", "tube"),
    ],
)
def test_what_stands_around_a_number_gives_its_unit(text, mention, unit):
    [found] = [one for one in extract(text) if one.mention == mention]
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大寨12080只羊。", ["12080只"]),
        ("新房15間15床。", ["15間", "15床"]),
        ("粮仓3,450吨6座。", ["3,450吨", "6座"]),
        ("车票20，300张船票。", ["20，300张"]),
    ],
)
def test_a_mention_is_never_part_of_a_longer_number(text, expected):
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "lower", "upper", "low", "high", "unit"),
    [
        ("腌菜10至20缸，用盐3-5天。", "3", "5天", 3, 5, "day"),
        ("送梨10至20箱。", "10", "20箱", 10, 20, "carton"),
        ("每趟350-500人次。", "350", "500人次", 350, 500, "person_time"),
        ("添了两三个碗柜。", "两", "三个", 2, 3, "item"),
        ("来了三四十名客人。", "三", "四十名", 30, 40, "person"),
        ("工期10天到1个月。", "10天", "1个月", 10, 1, None),
        ("投入10至20万元。", "10", "20万元", 100_000, 200_000, "CNY"),
        ("增产二至三成。", "二", "三成", 20, 30, "percent"),
    ],
)
def test_a_range_is_two_rows_that_share_an_id(text, lower, upper, low, high, unit):
    first, second = extract(text)[-2:]
    assert (first.mention, second.mention) == (lower, upper)
    assert first.range_id == second.range_id != ""
    assert (first.qualifier, first.value, first.value_low, first.value_high) == (
        "at_least",
        low,
        low,
        None,
    )
    assert (second.qualifier, second.value, second.value_low, second.value_high) == (
        "at_most",
        high,
        None,
        high,
    )
    if unit:
        assert first.unit == second.unit == unit


def test_two_ranges_have_two_ids():
    found = extract("鸡30至40只，鸭5到6只。")
    assert [one.range_id for one in found] == ["range-1", "range-1", "range-2", "range-2"]


@pytest.mark.parametrize(
    ("text", "mention", "low", "high"),
    [
        ("旧书十几箱。", "十几箱", 11, 19),
        ("来了二十几位。", "二十几位", 21, 29),
        ("谷子数十箱。", "数十箱", None, None),
        ("几十位乡亲。", "几十位", None, None),
    ],
)
def test_a_vague_count_has_no_value_and_the_bounds_that_words_give(text, mention, low, high):
    found = only(text)
    assert (found.mention, found.kind, found.value) == (mention, "vague", None)
    assert (found.value_low, found.value_high) == (low, high)


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("渠口实行一日两报告。", "一日两报告", 2, "per_day"),
        ("鱼塘三天一清。", "三天一清", 3, "day_per_time"),
        ("每天巡山2次。", "2次", 2, "time_per_day"),
        ("每周开渠不少于5次。", "不少于5次", 5, "time_per_week"),
        ("全年开渠5次。", "5次", 5, "time"),
    ],
)
def test_a_frequency_is_one_phrase_or_takes_its_period_from_the_clause(text, mention, value, unit):
    found = only(text)
    assert (found.mention, found.value, found.unit) == (mention, value, unit)


@pytest.mark.parametrize(
    ("text", "published", "dates"),
    [
        ("8月30日开学", "2020-05-13", ["2020-08-30"]),
        ("9月30日停运", "2020-03-13", ["2019-09-30"]),
        ("2021年5月3日开园。", None, ["2021-05-03"]),
        ("二〇二一年五月三日开园。", None, ["2021-05-03"]),
        ("2021年5月开园，同年6月9日闭园。", None, ["2021-05", "2021-06-09"]),
        ("5月3日开园。", "2021", ["2021-05-03"]),
        ("12月30日落雪。", "2021-01-04", ["2020-12-30"]),
        ("今(5)日开园。", "2021-06", ["2021-06-05"]),
        ("5月3日至7日赛马。", "2021-05", ["2021-05-03", "2021-05-07"]),
        ("展期6/3-6/4。", "2021", ["2021-06-03", "2021-06-04"]),
        ("5月3日开园。", None, ["XXXX-05-03"]),
        ("5月落雪，3日放晴。", None, ["XXXX-05", "XXXX-05-03"]),
        ("12日落雪。", None, ["XXXX-XX-12"]),
        ("2月29日落雪。", "2021", ["XXXX-02-29"]),
        ("2月29日落雪。", "2020", ["2020-02-29"]),
        (
            "11月17日起火，今年6月查过，18日扑灭。",
            "2022-11-20",
            ["2022-11-17", "2022-06", "2022-11-18"],
        ),
        ("10月5日收枣。11月榨油，6日停机。", "2020-11-20", ["2020-10-05", "2020-11", "2020-11-06"]),
        ("2022年1月12日至14日放假", "2021-08-26", ["2022-01-12", "2022-01-14"]),
        ("三月三赶集，九月九日登高", "2020-10", ["2020-09-09"]),
        ("2021-05-03开园。", None, ["2021-05-03"]),
    ],
)
def test_a_date_takes_what_it_leaves_out_from_publication_or_the_text(text, published, dates):
    found = extract(text, published=published)
    assert [one.kind for one in found] == ["date"] * len(dates)
    assert [one.printed_date for one in found] == dates


def test_a_day_that_no_month_has_is_no_date():
    assert extract("2月31日落雪，11月31日放晴。") == []


@pytest.mark.parametrize("published", ["2020-13", "20", "2020-1", "yesterday", "2020-02-30x"])
def test_a_date_of_publication_in_another_form_is_an_error(published):
    with pytest.raises(ValueError, match="YYYY"):
        extract("5月3日", published=published)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("大家一心一意修渠。", "set_phrase"),
        ("千方百计引水。", "set_phrase"),
        ("四早五不误。", "slogan"),
        ("住在三亚的阿姨。", "name"),
        ("90后的果农。", "name"),
        ("第三次修渠。", "ordinal"),
        ("前十名有奖。", "ordinal"),
        ("沿209国道走。", "code"),
        ("苍水发〔2021〕7号。", "code"),
        ("电话0357-2211345。", "code"),
        ("手机13900001111。", "code"),
        ("搭G1234次来。", "code"),
        ("住302室。", "code"),
        ("见https://example.org/7/3。", "code"),
        ("信箱pear5@example.org。", "code"),
        ("早上8:30开门。", "clock_time"),
        ("下午三点半开会。", "clock_time"),
        ("1、清渠。", "list_number"),
        ("一是清渠，", "list_number"),
        ("（二）清渠。", "list_number"),
        ("①口渴的人多喝水。", None),
        ("《七天七夜》上演。", "title"),
        ("一位过路人走来。", "article"),
        ("这一个碗破了。", "word"),
        ("另外一个碗破了。", "article"),
        ("前两天落雪。", "indefinite"),
        ("有一天落雪。", "indefinite"),
        ("比分3:2。", "code"),
        ("一般都来。", "word"),
        ("十分好看。", "word"),
        ("编号77。", "code"),
        ("座位38", "bare"),
        ("1" * 70 + "人", "code"),
    ],
)
def test_what_is_not_data_is_refused_with_a_reason(text, reason):
    found, refused = read(text)
    assert found == []
    assert reason in [one.reason for one in refused] or (reason is None and refused == [])
    assert all(text[one.start : one.end] == one.mention for one in refused)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("设立6个小组。", "group"),
        ("走访6个村。", "administrative_area"),
        ("关掉6个茶馆。", "establishment"),
        ("添6个水桶。", "piece"),
        ("封住2条马路。", "street"),
        ("拍成2条短视频。", "video"),
        ("新增病床2张。", "bed"),
        ("视频点击近8萬。", "click"),
        ("房间8间。", "room"),
    ],
)
def test_the_counted_noun_gives_the_unit_where_the_measure_word_does_not(text, unit):
    assert only(text).unit == unit


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("河东关停茶馆14家。", "茶馆"),
        ("村里有14家茶馆。", "茶馆"),
        ("果园儲(chǔ)備香梨300筐。", "香梨"),
    ],
)
def test_the_subject_is_the_counted_noun_as_printed(text, subject):
    assert subject in only(text).subject


def test_glosses_inside_belong_to_the_mention_and_those_after_do_not():
    found = only("河東存糧320噸(dūn)，")
    assert found.mention == "320噸"
    inside = only("河東存糧三百萬(wàn)餘(yú)噸(dūn)。")
    assert (inside.mention, inside.value) == ("三百萬(wàn)餘(yú)噸", 3_000_000)
    assert inside.unit_printed == "吨"


def test_unseen_characters_are_stepped_over():
    found = only("存梨3\u200b0\ufeff0\u2060筐。")
    assert (found.mention, found.value) == ("3\u200b0\ufeff0\u2060筐", 300)


def test_a_date_that_is_stated_governs_to_the_end_of_its_paragraph():
    found = extract("截至3月4日，存梨9筐。又收枣8筐。\n另有瓜7筐。", published="2021")
    assert [(one.as_of, one.as_of_basis) for one in found] == [
        (None, None),
        (datetime.date(2021, 3, 4), "stated"),
        (datetime.date(2021, 3, 4), "stated"),
        (None, None),
    ]
    assert [found[0].category, found[0].topic] == ["status_date", "date"]


def test_what_is_counted_since_a_day_is_as_of_no_day():
    found = extract("自3月4日以来收梨9筐。3月6日收枣8筐。", published="2021")
    days = [None, None, None, datetime.date(2021, 3, 6)]
    assert [one.as_of for one in found] == days
    assert found[0].category == "event_date"


def test_an_event_governs_its_sentence_and_words_for_now_have_no_date():
    found = extract("3月4日收梨9筐。又收枣8筐。目前存瓜7筐。", published="2021")
    assert [(one.as_of, one.as_of_basis) for one in found[1:]] == [
        (datetime.date(2021, 3, 4), "event"),
        (None, None),
        (None, "undated"),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_the_sentence_of_a_figure_has_no_blanks_at_its_ends(line_end):
    text = f"题目{line_end}　　收梨9筐，很甜！{line_end}{line_end}又收枣8筐"
    first, second = extract(text)
    assert text[first.sentence_start : first.sentence_end] == "收梨9筐，很甜！"
    assert text[second.sentence_start : second.sentence_end] == "又收枣8筐"


def test_places_count_both_characters_of_a_line_end():
    assert (only("题目\r\n收梨9筐").start, only("题目\n收梨9筐").start) == (6, 5)


@pytest.mark.parametrize("text", ["", "\n", "。", "无数字的一句", "\ufeff"])
def test_a_text_without_figures_gives_none(text):
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("每校腾出教室1至2间", ["1", "2间"]),
        ("单价在100和200间", ["100", "200"]),
        ("调来9名民警、7名民兵", ["9名", "7名"]),
        ("分两批发放，另有三批发往乡下", ["两批", "三批"]),
        ("请提前一天预约", ["一天"]),
        ("前一天风大", []),
        ("每两小时开窗", ["两小时"]),
        ("七个工作天内答复", ["七个工作天内"]),
        ("为期五星期，住五星级酒店", ["五星期"]),
        ("起降货机90架次", ["90架次"]),
    ],
)
def test_a_word_that_begins_another_one_is_taken_for_neither(text, mentions):
    assert [one.mention for one in extract(text)] == mentions

"""What a text says of itself, and what words beside numbers make of them."""

import pytest

from xi_data.reading.imprint import headline, place, publisher
from xi_data.reading.listing import beside, in_brackets, is_whole, parts_follow


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("情况通报\n来源：林河日报\n收梨8筐。", 2, "林河日报"),
        ("情况通报\n\n林河新闻网讯 3月4日收梨8筐。", 3, "林河新闻网"),
        ("情况通报\n收梨8筐。\n林河县人民政府办公室\n2021年3月4日", 3, "林河县人民政府办公室"),
        ("情況通報\n發布機構：山北(shān)鎮政府\n收梨8筐。", 2, "山北鎮政府"),
    ],
)
def test_a_publisher_names_itself(text, line, words):
    assert publisher(text) == (words, line)


@pytest.mark.parametrize("text", ["收梨8筐。", "记者在现场看到，本报读者送来梨8筐。", ""])
def test_who_names_no_publisher_has_none(text):
    assert publisher(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("林河县收梨8筐。", "林河县"),
        ("山北省云州市林河县通报", "山北省云州市林河县"),
        ("通报\n柳树镇收梨8筐，全镇在册3户，疫区无人。", "柳树镇"),
        ("望川市报告2例，东塬区1例。望川市卫健委", "望川市"),
    ],
)
def test_the_place_is_the_one_named_most(text, words):
    assert place(text).words == words


@pytest.mark.parametrize(
    "text", ["全县收梨8筐。", "各乡镇、社区、校区收梨8筐。", "在册县级单位3个"]
)
def test_a_rank_alone_is_no_place(text):
    assert place(text) is None


def test_a_headline_is_short():
    assert headline("\n 情况通报 \n收梨8筐。") == ("情况通报", 2)
    assert headline("收梨8筐，" * 9) is None
    assert headline("") is None


def test_words_between_numbers_make_wholes_and_parts():
    assert parts_follow("，其中东村")
    assert not parts_follow("，东村")
    assert is_whole("种树，合计")
    assert is_whole("累计排查")
    assert not is_whole("共有人员，东村")
    assert in_brackets("例（东区", "、西区）。")
    assert not in_brackets("例（东区）西区", "）")
    assert not in_brackets("例，东区", "）")
    assert beside("，")
    assert beside("（约")
    assert not beside("，面粉")

"""What holds for any text: places, values in other spellings, time in proportion to length."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.gold import bulletins, text_of
from tests.reading.test_samples import SAMPLES
from xi_data.reading.extract import Candidate, extract, read
from xi_data.reading.text import NUMERAL, simplified

TRADITIONAL = dict(
    zip(
        "万亿两余个条张双筐医护诊隔离点击阅读检测发热单车辆台户种类项国产",
        "萬億兩餘個條張雙筐醫護診隔離點擊閱讀檢測發熱單車輛臺戶種類項國產",
        strict=True,
    )
)
FULL_WIDTH = {chr(code): chr(code + 0xFEE0) for code in range(ord("0"), ord("9") + 1)} | {
    "%": "％",
    "+": "＋",
}
GLOSSES = ("(yī)", "(zhǒng)", "(lǜ)")
UNSEEN_CHARACTERS = "\u200b\u200d\u2060\ufeff\u202e"

TEXTS = [(text_of(file), published) for file, published in bulletins(SAMPLES)]
samples = st.sampled_from(TEXTS)
seeds = st.integers(0, 2**32)


def values(found: list[Candidate]) -> list[tuple]:
    return [
        (one.kind, one.value, one.value_low, one.value_high, one.qualifier, one.unit, one.date)
        for one in found
    ]


def assert_reads_alike(text: str, published: str, moved: list[int], changed: str) -> None:
    """The same figures in a changed text, at the places that the old ones moved to.

    moved: where each character of the text came to, and last the end.
    """
    before, after = (extract(one, published=published) for one in (text, changed))
    assert values(after) == values(before)
    assert [(one.start, one.end) for one in after] == [
        (moved[one.start], moved[one.end - 1] + 1) for one in before
    ]
    assert [one.mention for one in after] == [changed[one.start : one.end] for one in after]


def inserted(text: str, where, what) -> tuple[list[int], str]:
    """Text with something put in after some characters, and where each of them came to."""
    moved, parts, length = [], [], 0
    for place, character in enumerate(text):
        moved.append(length)
        addition = what(place) if where(place) else ""
        parts.append(character + addition)
        length += 1 + len(addition)
    return [*moved, length], "".join(parts)


@given(samples, seeds)
def test_glosses_change_no_value_and_move_places(sample, seed):
    text, published = sample
    chance = random.Random(seed)
    moved, changed = inserted(
        text,
        lambda place: "㐀" <= text[place] <= "鿿" and chance.random() < 0.2,
        lambda _: chance.choice(GLOSSES),
    )
    assert_reads_alike(text, published, moved, changed)


@given(samples, seeds)
def test_unseen_characters_change_no_value_and_move_places(sample, seed):
    text, published = sample
    chance = random.Random(seed)
    moved, changed = inserted(
        text, lambda _: chance.random() < 0.2, lambda _: chance.choice(UNSEEN_CHARACTERS)
    )
    assert_reads_alike(text, published, moved, changed)


@given(samples, seeds)
def test_traditional_characters_change_nothing(sample, seed):
    text, published = sample
    chance = random.Random(seed)
    share = chance.random()
    changed = "".join(TRADITIONAL.get(one, one) if chance.random() < share else one for one in text)
    assert_reads_alike(text, published, list(range(len(text) + 1)), changed)


@given(samples)
def test_simplified_characters_change_nothing(sample):
    text, published = sample
    assert_reads_alike(text, published, list(range(len(text) + 1)), simplified(text))


@given(samples, seeds)
def test_full_width_digits_change_nothing(sample, seed):
    text, published = sample
    chance = random.Random(seed)
    changed = "".join(FULL_WIDTH.get(one, one) if chance.random() < 0.5 else one for one in text)
    assert_reads_alike(text, published, list(range(len(text) + 1)), changed)


@given(samples)
def test_windows_line_ends_change_no_value_and_move_places(sample):
    text, published = sample
    moved, parts, length = [], [], 0
    for character in text:
        moved.append(length + (character == "\n"))
        parts.append("\r\n" if character == "\n" else character)
        length += len(parts[-1])
    assert_reads_alike(text, published, [*moved, length], "".join(parts))


HARD = st.sampled_from(
    "0123456789０９一二三四五六七八九十百千万亿兆零〇两半几数多余来点分之负第前后个人名只元天年月日时"
    "%％+-—~至到/.,，。；：、“”《》()（）〔〕 \n\r\t\u3000\u200b\u202e\ufeff"
    "约近超不足以上下内成折每截至"
)
characters = st.one_of(HARD, st.characters(), st.characters(categories=["Cs"]))
anything = st.one_of(
    st.lists(characters, max_size=300).map("".join),
    st.builds(
        lambda unit, times: unit * times,
        st.lists(characters, min_size=1, max_size=6).map("".join),
        st.integers(1, 1500),
    ),
    st.builds(
        lambda text, unit, times: text + unit * times + text,
        st.lists(HARD, max_size=12).map("".join),
        st.lists(HARD, min_size=1, max_size=3).map("".join),
        st.integers(1, 3000),
    ),
).map(lambda text: text[:10_000])


@given(anything)
def test_any_text_is_read_and_every_place_is_that_of_its_mention(text):
    found, refused = read(text, published="2020-02-20")
    for one in [*found, *refused]:
        assert one.mention == text[one.start : one.end]
        assert one.start < one.end
    for places in (found, refused):
        assert [one.start for one in places] == sorted(one.start for one in places)
    taken = sorted((one.start, one.end) for one in [*found, *refused])
    assert [(one, other) for one, other in pairwise(taken) if one[1] > other[0]] == []


@given(anything)
def test_no_mention_is_a_part_of_a_longer_number(text):
    for one in extract(text):
        assert not (text[one.start].isdecimal() and text[: one.start][-1:].isdecimal())
        assert not (text[one.end - 1].isdecimal() and text[one.end :][:1].isdecimal())


@given(samples)
def test_every_numeral_is_read_or_refused(sample):
    """Nothing is passed over in silence but 半 of ordinary words."""
    text, published = sample
    found, refused = read(text, published=published)
    held = [(one.start, one.end) for one in [*found, *refused]]
    passed_over = [
        numeral.group()
        for numeral in NUMERAL.finditer(text)
        if not any(start <= numeral.start() < end for start, end in held)
    ]
    assert set(passed_over) <= {"半"}


@given(anything)
def test_values_are_numbers_that_any_file_can_hold(text):
    for one in extract(text):
        for value in (one.value, one.value_low, one.value_high):
            assert value is None or abs(value) < 2**53
        if one.kind == "vague":
            assert one.value is None
        elif one.kind == "date":
            assert (one.date is None) != (one.date_partial is None)
        else:
            assert one.value is not None


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "一",
        "兆",
        "十",
        "两",
        "大陆陆",
        "零",
        "半",
        "数十",
        "1,",
        "1 ",
        "1,111",
        "3人",
        "3个、",
        "口罩3个",
        "截至2月3日3人",
        "目前3人",
        "2020/",
        "3-",
        "1又",
        "百分之",
        "1余",
        "“3",
        "《3",
        "((3",
        "a",
        "a1",
        "a@",
        "www.",
        "一(yī)",
        "人(",
        "\u200b3",
        "\ud8003人",
        " \n",
        "每天",
        "总数共共",
    ],
)
def test_time_grows_with_length_and_no_faster(unit):
    """Ten times the text takes less than thirty times as long; a hundred is square time."""

    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        read(text)
        return time.process_time() - start

    bound = 30 * max(min(seconds(3_000) for _ in range(3)), 0.001)
    assert any(seconds(30_000) < bound for _ in range(2))


@pytest.mark.parametrize(
    "text", ["1又" + "零" * 5000, "1又1" + "几 万" * 2000, "一又" + "十零" * 3000]
)
def test_a_fraction_without_its_end_is_not_tried_in_every_way(text):
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5

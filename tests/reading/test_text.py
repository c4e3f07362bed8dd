"""The forms in which two copies of one text agree. Every sentence here is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi_data.reading.text import (
    GLOSS,
    context_hash,
    normalised,
    paragraphs,
    simplified,
)


def hash_of(text: str, mention: str) -> str:
    assert text.count(mention) == 1
    start = text.index(mention)
    return context_hash(text, start, start + len(mention))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("協(xié)商", "協商"),
        ("裝(zhuāng)滿(mǎn)了", "裝滿了"),
        ("女(nǚ)兒(ér)", "女兒"),
        ("嗯(ńg)", "嗯"),
    ],
)
def test_a_pinyin_reading_after_its_character_is_dropped(printed, read):
    assert GLOSS.sub("", printed) == read


@pytest.mark.parametrize(
    "printed",
    [
        "湖北(含武漢)",
        "KTV(abc)",
        "垃圾箱(桶)",
        "長度(12)",
        "協（xié）商",
        "協 (xié)商",
        "(xié)商",
        "協(Xie)商",
        "協()商",
        "協(abcdefg)商",
    ],
)
def test_other_words_in_parentheses_stay(printed):
    assert GLOSS.sub("", printed) == printed


@given(st.text())
def test_simplifying_keeps_every_offset(text):
    assert len(simplified(text)) == len(text)


@given(st.text(), st.text())
def test_simplifying_reads_no_character_by_its_neighbours(one, other):
    assert simplified(one + other) == simplified(one) + simplified(other)


@given(st.text())
def test_simplifying_twice_changes_nothing_more(text):
    assert simplified(simplified(text)) == simplified(text)


@pytest.mark.parametrize("printed", ["餘", "馀", "余"])
def test_all_spellings_of_over_are_one(printed):
    assert simplified(f"三百{printed}條") == "三百余条"


def test_simplifying_leaves_simplified_text_and_other_scripts_alone():
    assert simplified("粮食 12 吨, rice") == "粮食 12 吨, rice"


def test_the_normalised_form_has_no_glosses_spaces_or_punctuation():
    assert normalised("昨日， 領(lǐng)到「ＫＴＶ」３２０ 包!\r\n") == "昨日领到ktv320包"


TRADITIONAL = "昨日,河東鄉(xiāng)農(nóng)戶領(lǐng)到種(zhǒng)子320包,晚間還(hái)下了一場大雨。"
SIMPLIFIED = "昨日，河东乡农户领到种子 320包 ，晚间还下了一场大雨。"


def test_copies_in_two_scripts_give_one_context_hash():
    assert hash_of(TRADITIONAL, "320包") == hash_of(SIMPLIFIED, "320包")


def test_a_gloss_right_after_the_mention_does_not_change_its_context_hash():
    assert hash_of("鄰村買來320雙(shuāng)膠鞋。", "320雙") == hash_of(
        "邻村买来320双胶鞋。", "320双"
    )


def test_a_gloss_inside_the_mention_does_not_change_its_context_hash():
    assert hash_of("鄰村存糧320噸(dūn)整。", "320噸(dūn)") == hash_of("邻村存粮320吨整。", "320吨")


def test_context_reaches_across_the_ends_of_paragraphs():
    joined = "河東買了种子。320包入庫。秋後再買。"
    assert hash_of(joined, "320包") == hash_of(joined.replace("。", "。\r\n"), "320包")
    assert hash_of(joined, "320包") != hash_of("320包入庫。秋後再買。", "320包")


@pytest.mark.parametrize("between", ["\u3000", "。", "\u200b", " \n"])
def test_neighbours_are_found_however_much_stands_between(between):
    far = f"昨日买了种子农药{between * 150}320包{between * 150}晚间入库后天再买"
    assert hash_of(far, "320包") == hash_of(far.replace(between, ""), "320包")


def test_a_gloss_is_known_wherever_a_stretch_of_the_text_is_cut():
    for length in range(8):
        glossed = (
            f"{'隔(gé)嶺(lǐng)' * 20}{'天' * length}320包{'地' * length}{'堤(dī)雙(shuāng)' * 20}"
        )
        assert hash_of(glossed, "320包") == hash_of(GLOSS.sub("", glossed), "320包")


@pytest.mark.parametrize("neighbour", ["种子", "晚间", "320"])
def test_another_place_has_another_context_hash(neighbour):
    changed = SIMPLIFIED.replace(neighbour, "别处" if neighbour != "320" else "321")
    mention = "321包" if neighbour == "320" else "320包"
    assert hash_of(SIMPLIFIED, "320包") != hash_of(changed, mention)


def test_words_beyond_eight_characters_do_not_enter_the_context_hash():
    beyond = SIMPLIFIED.replace("昨日", "前天").replace("大雨", "大雪")
    assert hash_of(beyond, "320包") == hash_of(SIMPLIFIED, "320包")


def test_context_is_short_at_the_ends_of_a_text():
    assert hash_of("320包", "320包") != hash_of("320包。种", "320包")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_paragraphs_leave_line_ends_out_and_count_empty_lines(line_end):
    text = line_end.join(["標題", "", "昨日下雨。", ""])
    assert [text[start:end] for start, end in paragraphs(text)] == ["標題", "", "昨日下雨。", ""]


def test_a_text_without_a_line_end_is_one_paragraph():
    assert list(paragraphs("昨日下雨。")) == [(0, 5)]


@given(st.text(alphabet="雨a\r\n"))
def test_between_two_paragraphs_stands_one_line_end(text):
    spans = list(paragraphs(text))
    gaps = [text[one[1] : other[0]] for one, other in zip(spans, spans[1:], strict=False)]
    assert set(gaps) <= {"\n", "\r\n"}
    assert len(gaps) == text.count("\n")
    assert (spans[0][0], text[spans[-1][1] :]) in {(0, ""), (0, "\r")}

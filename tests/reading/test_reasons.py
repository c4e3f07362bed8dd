"""Why the reader says what it says: which word decided, where, and how near."""

import re

import pytest

from tests.reading.gold import bulletins, text_of
from tests.reading.test_samples import SAMPLES
from xi_data.reading.extract import extract

REASON = re.compile(
    r"(?P<column>topic|category|status|unit|value)=(?P<word>.+?)@(?P<start>\d+):(?P<end>\d+)"
    r"/(?P<near>mention|noun|clause|sentence|title)(?:; |$)"
)


def reasons(candidate) -> dict[str, tuple[str, str]]:
    found = REASON.finditer(candidate.reasons or "")
    return {one["column"]: (one["word"], one["near"]) for one in found}


@pytest.mark.parametrize(
    ("text", "expected", "unsure"),
    [
        (
            "河东关停网吧9家。",
            {
                "unit": ("家", "mention"),
                "topic": ("关停", "noun"),
                "category": ("网吧", "noun"),
                "status": ("关停", "noun"),
            },
            "",
        ),
        (
            "渠口設立6個小組。",
            {"unit": ("小組", "noun"), "topic": ("小組", "noun"), "status": ("設立", "clause")},
            "",
        ),
        (
            "河东关停茶馆14家，书店3家。",
            {
                "unit": ("家", "mention"),
                "topic": ("关停", "sentence"),
                "status": ("关停", "sentence"),
            },
            "topic status",
        ),
        ("苗圃新增9个。", {"unit": ("个", "mention")}, ""),
        ("铺设地砖60块。", {"unit": ("砖", "noun")}, ""),
        ("一共要60块。", {}, "unit"),
    ],
)
def test_a_guess_names_the_word_that_decided_it(text, expected, unsure):
    found = extract(text)[-1]
    said = reasons(found)
    assert {column: said.get(column) for column in expected} == expected
    assert (found.unsure or "") == unsure


def test_a_number_with_two_readings_says_so():
    [found] = extract("存粮3千5吨。")
    assert (found.qualifier, found.value_low, found.value_high) == ("about", 3005, 3500)
    assert reasons(found)["value"] == ("two readings", "mention")


@pytest.mark.parametrize(
    ("text", "column", "wrong"),
    [
        ("仍在居家观察281名。", "status", "released"),
        ("检查网吧9家，足浴店46家。", "category", "internet_cafe"),
        ("储备消毒液30桶，额温计64台。", "category", "disinfectant_liquid"),
        ("派出6个巡查组上街。", "unit", "street"),
        ("地区生产总值达90亿元。", "topic", "funding"),
        ("对商户罚款3万元。", "topic", "funding"),
    ],
)
def test_nothing_is_said_rather_than_something_wrong(text, column, wrong):
    assert getattr(extract(text)[-1], column) != wrong


@pytest.mark.parametrize(
    ("file", "published"), list(bulletins(SAMPLES)), ids=lambda value: getattr(value, "stem", "")
)
def test_every_guess_has_a_reason_that_stands_in_the_text(file, published):
    text = text_of(file)
    for one in extract(text, published=published):
        said = one.reasons or ""
        found = list(REASON.finditer(said))
        assert "; ".join(reason.group().removesuffix("; ") for reason in found) == said
        for reason in found:
            if reason["column"] != "value":
                assert text[int(reason["start"]) : int(reason["end"])] == reason["word"]
        explained = {reason["column"] for reason in found}
        guessed = {column for column in ("category", "status") if getattr(one, column)}
        guessed |= {"topic"} if one.topic not in ("other", "date") else set()
        if one.kind == "date":
            guessed -= {"category"}
        assert guessed <= explained
        far = {reason["column"] for reason in found if reason["near"] in ("sentence", "title")}
        assert far <= set((one.unsure or "").split())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("涉及9个部门。", "organisation"),
        ("防汛工作简报\n涉及9个部门。", "other"),
        ("防汛工作简报\n疫情期间涉及9个部门。", "organisation"),
        ("防汛工作简报\n出动抢险队9支。", "organisation"),
        ("防汛工作简报\n发放帐篷90顶。", "supply"),
        ("防汛工作简报\n预计4小时后恢复供电。", "other"),
    ],
)
def test_words_of_an_epidemic_say_less_in_a_text_on_something_else(text, topic):
    assert extract(text)[-1].topic == topic


def test_a_thousands_comma_ends_no_clause():
    found = extract("发放面包6,000袋、方便面850箱。")
    assert [one.status for one in found] == ["distributed", "distributed"]


def test_what_grows_to_a_number_is_still_the_same():
    found = extract("床位由30张增至60张。")
    assert [(one.unit, one.category) for one in found] == [("bed", "bed"), ("bed", "bed")]

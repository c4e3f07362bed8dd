"""Numerals in every spelling, with exact values. The table and all sentences are our own."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi_data.reading.numeral_sum import IMMENSE, LONGEST
from xi_data.reading.numerals import numerals
from xi_data.reading.text import ReadingCopy
from xi_data.reading.values import value_of

SPELLINGS = {
    "0": "0",
    "007": "7",
    "36.6": "36.6",
    "1,234,567": "1234567",
    "12 345 678": "12345678",
    ".75": "0.75",
    "-18": "-18",
    "零": "0",
    "〇": "0",
    "十": "10",
    "十七": "17",
    "一十七": "17",
    "二十": "20",
    "一百零五": "105",
    "一百〇五": "105",
    "一百一": "110",
    "四百五": "450",
    "四百五十": "450",
    "两百": "200",
    "三千零六": "3006",
    "三千六": "3600",
    "六千零七十": "6070",
    "一万三": "13000",
    "一万零三": "10003",
    "两万五千": "25000",
    "十二万": "120000",
    "九百六十万": "9600000",
    "三亿": "300000000",
    "三亿五": "350000000",
    "十四亿零二百万": "1402000000",
    "一万亿": "1000000000000",
    "二万五千亿": "2500000000000",
    "二兆": "2000000000000",
    "二〇二〇": "2020",
    "一九九八": "1998",
    "三点五": "3.5",
    "零点零八": "0.08",
    "十二点二五": "12.25",
    "三点五万": "35000",
    "负七": "-7",
    "零下十二": "-12",
    "壹仟贰佰叁拾肆": "1234",
    "伍拾陆": "56",
    "柒萬捌仟玖佰": "78900",
    "參仟零參拾參": "3033",
    "4万": "40000",
    "4万6700": "46700",
    "1.5万": "15000",
    "1,234.5万": "12345000",
    "3千": "3000",
    "2亿3000万": "230000000",
    "10万万": "1000000000",
    "三萬兩千": "32000",
    "五億": "500000000",
    "１２３": "123",
    "１，２３４": "1234",
    "３．５": "3.5",
    "半百": "50",
    "三分之一": str(Decimal(1) / 3),
    "二又四分之一": "2.25",
    "五分之負二": "-0.4",
}


def read(text: str) -> list[tuple[str, Decimal]]:
    copy = ReadingCopy(text)
    return [(text[slice(*copy.place(n.start, n.end))], n.value) for n in numerals(copy.words)]


@pytest.mark.parametrize(("spelling", "value"), SPELLINGS.items())
def test_a_spelling_has_its_value(spelling, value):
    assert read(f"河东：{spelling}。") == [(spelling, Decimal(value))]


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("三百余万", ("over", 3_000_000, None, None)),
        ("30多亿", ("over", 3_000_000_000, None, None)),
        ("十几", ("rough", 10, 11, 19)),
        ("二十几万", ("rough", 200_000, 210_000, 290_000)),
        ("三百几", ("rough", 300, 310, 390)),
        ("数十", ("rough", 10, None, None)),
        ("几百万", ("rough", 1_000_000, None, None)),
    ],
)
def test_a_hedge_inside_a_numeral_is_told(words, read_as):
    [numeral] = numerals(ReadingCopy(f"约{words}吨").words)
    assert (numeral.hedge, numeral.value, numeral.low, numeral.high) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("大陆、队伍、收拾、放肆", []),
        ("人民币伍佰元", [("伍佰", 500)]),
        ("参加、两万参与者、三参展", [("两万", 20_000), ("三", 3)]),
        ("12千米，12千克", [("12", 12), ("12", 12)]),
        ("40兆瓦", [("40", 40)]),
        ("百分之九", [("九", 9)]),
        ("肩负五项", [("五", 5)]),
        ("15間15床", [("15", 15), ("15", 15)]),
        ("版本1.2.3", [("1", 1), ("2.3", Decimal("2.3"))]),
        ("3—5", [("3", 3), ("5", 5)]),
        ("3，5", [("3", 3), ("5", 5)]),
        ("1,23", [("1", 1), ("23", 23)]),
        ("1,2345", [("1", 1), ("2345", 2345)]),
    ],
)
def test_what_is_no_part_of_a_numeral_stays_out(text, read_as):
    assert read(text) == read_as


def test_a_numeral_longer_than_any_count_is_immense_and_one():
    for digit in "1一":
        [numeral] = numerals(digit * (LONGEST + 1))
        assert (numeral.start, numeral.end, numeral.value) == (0, LONGEST + 1, IMMENSE)
    assert value_of("1" * LONGEST) != IMMENSE


SIMPLIFIED = "零一二三四五六七八九", ["", "十", "百", "千"], ["", "万", "亿", "兆"]
TRADITIONAL = "零一二三四五六七八九", ["", "十", "百", "千"], ["", "萬", "億", "兆"]
FORMAL = "零壹貳參肆伍陸柒捌玖", ["", "拾", "佰", "仟"], ["", "萬", "億", "兆"]
FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


def spelled(number: int, script: tuple[str, list[str], list[str]]) -> str:
    """A whole number below 10^16 in Chinese, written apart from the code under test."""
    digits, places, myriads = script
    if number == 0:
        return digits[0]
    words, gap = "", False
    for group in range(3, -1, -1):
        part = number // 10_000**group % 10_000
        if part and words and part < 1000:
            gap = True
        for place in range(3, -1, -1):
            digit = part // 10**place % 10
            if not digit:
                gap = gap or bool(words)
                continue
            if gap and words:
                words += digits[0]
            words, gap = words + digits[digit] + places[place], False
        if part:
            words, gap = words + myriads[group], False
        else:
            gap = bool(words)
    return words


def mixed(number: int) -> str:
    """4万6700: Arabic with 亿 and 万."""
    head = "".join(
        f"{number // scale % 10_000}{sign}"
        for scale, sign in ((10**12, "兆"), (10**8, "亿"), (10**4, "万"))
        if number // scale % 10_000
    )
    last = number % 10_000
    return head + (f"{last:04}" if head and last else str(last) if last or not head else "")


whole = st.integers(0, 10**16 - 1) | st.integers(0, 10**5)


@given(whole)
def test_a_whole_number_comes_back_from_every_spelling(number):
    spellings = [str(number), f"{number:,}", mixed(number)]
    spellings += [text.translate(FULL_WIDTH) for text in spellings[:2]]
    spellings += [spelled(number, script) for script in (SIMPLIFIED, TRADITIONAL)]
    if number >= 10:  # alone, most formal digits are ordinary characters
        spellings.append(spelled(number, FORMAL))
    for text in spellings:
        assert read(f"共（{text}）") == [(text, number)]


@given(st.integers(0, 10**9), st.integers(1, 10**4 - 1), st.sampled_from(["", "万", "亿"]))
def test_a_decimal_comes_back_from_every_spelling(number, hundredths, scale):
    tail = f"{hundredths:04}".rstrip("0")
    value = Decimal(f"{number}.{tail}") * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    chinese = spelled(number, SIMPLIFIED) + "点" + "".join(SIMPLIFIED[0][int(d)] for d in tail)
    for text in (f"{number}.{tail}", f"{number:,}.{tail}", chinese):
        for printed in (text + scale, text.translate(FULL_WIDTH) + scale):
            assert read(f"为{printed}，") == [(printed, value)]


@given(whole, whole)
def test_two_numbers_with_words_between_them_are_two(one, other):
    for script in (SIMPLIFIED, TRADITIONAL):
        first, second = spelled(one, script), str(other)
        assert [value for _, value in read(f"{first}间，{second}床")] == [one, other]

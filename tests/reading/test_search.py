"""What a visitor types and what a page draws meet in one form."""

import pytest

from xi_data.reading.pinyin import spelt
from xi_data.reading.search import matches, name, searchable, terms

UNSEEN = "\u200b\u2060\ufeff\u200f\u200e\u00ad\u061c"


@pytest.mark.parametrize(
    "typed",
    [
        "15000",
        "15,000",
        "15 000",
        "15\u00a0000",
        "１５，０００",
        "1.5万",
        "1.5 萬",
        "15K",
        "15 thousand",
    ],
)
def test_a_number_is_the_same_however_it_is_written(typed):
    assert terms(typed)[0][0] == terms("15000")[0][0]
    assert matches(typed, "15,000 households")
    assert matches(typed, "1.5萬戶")
    for other in ("150,000", "1,500", "115000", "15000.5", "15,0001"):
        assert not matches(typed, other), other


@pytest.mark.parametrize("typed", ["2.5M", "2.5m", "2.5 million", "250万", "2 500 000", "0.025亿"])
def test_short_forms_are_numbers(typed):
    assert matches(typed, "2,500,000")
    assert not matches(typed, "2.5")


def test_a_number_printed_with_a_scale_is_found_by_what_is_printed_too():
    assert matches("1.5", "1.5萬戶")
    assert matches("万", "1.5萬戶")
    assert matches("4万6700个", "46700个")
    assert matches("46,700", "4萬6700個")
    assert matches("5千克", "5千克")
    assert not matches("5000", "5千克")


def test_a_letter_behind_a_number_may_be_a_unit():
    assert matches("2.5m", "2.5 m")
    assert matches("5kg", "5 kg")
    assert not matches("5000", "5 kg")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "12 February",
            "12 Feb",
            "12th February",
            "February 12",
            "feb 12",
            "2月12日",
            "2 月 12 号",
        ),
        *("12 February 2020", "February 12, 2020", "2020年2月12日", "2020 年 2 月 12 日"),
        *("2020-02-12", "2020/2/12", "2020.2.12", "February 2020", "2020年2月", "2月", "2020"),
        *("February", "feb", "2020-02"),
    ],
)
def test_a_date_is_the_same_in_both_languages_and_all_forms(typed):
    assert matches(typed, "2020-02-12")
    assert matches(typed, "12 February 2020")
    assert matches(typed, "2020年2月12日")
    for other in ("2020-01-22", "2019-12-21"):
        assert not matches(typed, other) or typed == "2020"


def test_a_date_without_a_year_is_not_found_by_one_with_a_year():
    assert matches("2月6日", "6 February")
    assert not matches("2020-02-06", "6 February")


def test_a_month_that_is_a_word_as_well_is_both():
    assert matches("may", "2020-05-01")
    assert matches("may", "what may be")
    assert matches("may 2020", "2020-05-01")
    assert not matches("may 2020", "what may be 2020")


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("m²", "m²"),
        ("㎡", "m2"),
        ("ＫＴＶ", "ktv"),
        ("µg", "μg"),
        ("> 2.5M", "> 2,500,000"),
        (">2.5M", "> 250万"),
        ("口罩（儲備）", "口罩，储备"),
        ("face-masks", "Face masks"),
        ("masks, face", "Face masks"),
        ("50%", "50%"),
        ("café", "cafe"),
        ("協(xié)調", "协调"),
        ("court’s", "the court's"),
    ],
)
def test_width_script_case_accents_and_punctuation_do_not_matter(typed, drawn):
    assert matches(typed, drawn)


@pytest.mark.parametrize("character", UNSEEN)
@pytest.mark.parametrize("typed", ["15,000", "mask", "口罩", "12 February"])
def test_unseen_characters_break_no_search(typed, character):
    broken = character.join(typed)
    assert terms(broken) == terms(typed)
    assert matches(typed, broken)


@pytest.mark.parametrize("nothing", ["", " \u3000\t\n", UNSEEN])
def test_nothing_asks_for_nothing(nothing):
    assert terms(nothing) == ()


@pytest.mark.parametrize("sign", ["-", "'", "。", "_", "…", "\0"])
def test_punctuation_alone_finds_nothing(sign):
    assert terms(sign)
    assert not matches(sign, f"a {sign} b")


def test_words_are_found_from_their_beginning_and_together_only_without_a_space():
    assert matches("gov", "government")
    assert not matches("over", "government")
    assert matches("口罩", "医用口罩")
    assert not matches("口罩", "口和罩")
    assert matches("口 罩", "口和罩")


@pytest.mark.parametrize(
    "typed", ["kouzhao", "kou zhao", "kǒuzhào", "Kou'zhao", "kouzha", "kouzhao chubei", "zhaochu"]
)
def test_pinyin_finds_chinese(typed):
    index = spelt("口罩（储备）")
    assert all(any(form in index for form in forms) for forms in terms(typed)), terms(typed)


@pytest.mark.parametrize("typed", ["zhaokou", "ouzhao", "kou", "mask", "men", "he"])
def test_pinyin_is_whole_syllables_in_order_and_two_of_them(typed):
    assert not any(form in spelt("口罩（储备）门和") for forms in terms(typed) for form in forms)


def test_pinyin_is_read_every_way_and_with_u_for_v():
    assert spelt("绿色女") == " ~lu ~se ~nu"
    assert " ~lu ~se" in terms("lvse")[0]
    assert " ~lu ~se" in terms("lüse")[0]
    assert " ~xi ~an" in terms("xian")[0]


def test_letters_without_end_are_no_pinyin():
    assert terms("ana" * 3000) == ((f" {'ana' * 3000}",),)


def test_a_name_has_a_singular():
    assert name("Face masks") == " face masks\n face mask"
    assert name("口罩") == " 口 罩"


def test_lists_of_numbers_stay_apart():
    assert searchable("3, 5,八") == " #3; #5; 八"

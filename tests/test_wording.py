"""A number in words, in both languages, on real-like and made-up figures."""

import datetime
from collections import namedtuple

import pandas as pd
import pytest

from xi_data import wording
from xi_data.locale import translator
from xi_data.record.qualifiers import open_sides
from xi_data.sums import Ratio, Total

EN, ZH = translator("en"), translator("zh")
OVER = {
    "kind": "money",
    "value": 2500000.0,
    "qualifier": "over",
    "qualifier_label": "over",
    "sign": ">",
    "unit_label": "yuan",
    "mention": "250余萬元",
    "printed_step": 10000.0,
}
EXACT = OVER | {"qualifier": "exact", "qualifier_label": "exact", "sign": "="}
DATE = {"kind": "date", "value": None, "date": datetime.date(2020, 2, 12), "mention": "2月12日"}
VAGUE = {"kind": "vague", "value": float("nan"), "mention": "數百人", "unit_label": "people"}


def as_row(figure: dict):
    return namedtuple("Row", figure)(**figure)


@pytest.mark.parametrize("form", [dict, pd.Series, as_row])
def test_a_figure_is_worded_alike_in_whatever_form_it_comes(form):
    assert wording.hedged(EN, form(OVER)) == "over 2.5m"
    assert wording.hedged_short(EN, form(OVER)) == "> 2.5m"
    assert wording.with_unit(EN, form(OVER)) == "over 2.5m yuan"
    assert wording.with_unit(EN, form(VAGUE)) == "數百人"


def test_an_exact_number_has_no_hedge():
    assert wording.hedged(EN, EXACT) == "2.5m"
    assert wording.hedged_short(ZH, EXACT) == "250万"
    assert wording.with_unit(ZH, EXACT | {"unit_label": "元"}) == "250万元"


def test_a_date_is_written_as_a_date_and_has_no_unit():
    dated = DATE | {"unit_label": "date"}
    for write in (wording.hedged, wording.hedged_short, wording.with_unit):
        assert write(EN, dated) == "12 February 2020"
        assert write(ZH, dated) == "2020 年 2 月 12 日"
    assert wording.bounds(EN, dated) == wording.as_of(EN, dated) == ""


def test_a_date_that_nobody_could_complete_is_worded_as_printed():
    assert wording.hedged(EN, DATE | {"date": None}) == "2月12日"


def test_what_has_no_value_is_worded_by_its_mention():
    for write in (wording.hedged, wording.hedged_short, wording.with_unit):
        assert write(ZH, VAGUE) == "數百人"
    assert wording.bounds(EN, VAGUE) == "Given in words, without a number."
    assert wording.bounds(ZH, VAGUE) == "原文只有概数说法，未给出数字。"


def test_a_figure_without_qualifier_is_its_number():
    plain = {"kind": "quantity", "value": 12.0}
    assert wording.hedged(EN, plain) == wording.hedged_short(EN, plain) == "12"
    assert wording.with_unit(EN, plain | {"unit_label": None}) == "12"


BOUNDS = {
    "exact": (
        "Exact: the article gives 12 without “over”, “about” or the like.",
        "确切数：未加“多”“近”“约”等字，上下限均为 12。",
    ),
    "over": ("More than 12. No upper limit is given.", "大于 12，原文未给上限。"),
    "at_least": ("12 or more. No upper limit is given.", "不少于 12，原文未给上限。"),
    "nearly": ("Just under 12. No lower limit is given.", "略低于 12，原文未给下限。"),
    "under": ("Less than 12. No lower limit is given.", "低于 12，原文未给下限。"),
    "at_most": ("12 or less. No lower limit is given.", "不超过 12，原文未给下限。"),
    "about": ("Around 12. Neither limit is given.", "约 12，原文未给上下限。"),
}


@pytest.mark.parametrize("qualifier", open_sides())
def test_bounds_are_those_of_the_words(qualifier):
    figure = {"kind": "quantity", "value": 12.0, "qualifier": qualifier, "printed_step": 1.0}
    assert (wording.bounds(EN, figure), wording.bounds(ZH, figure)) == BOUNDS[qualifier]


def test_a_qualifier_of_another_vocabulary_is_worded_by_the_side_that_it_leaves_open():
    figure = {"kind": "quantity", "value": 12.0, "qualifier": "new", "open_below": False}
    assert wording.bounds(EN, figure | {"open_above": True}) == BOUNDS["at_least"][0]
    assert wording.bounds(EN, figure | {"open_above": False}) == BOUNDS["exact"][0]


def test_how_far_a_print_is_rounded_is_said_where_it_matters():
    assert wording.bounds(EN, OVER).endswith("If rounded, then to 10,000 or finer.")
    assert "nearest" not in wording.bounds(EN, OVER | {"printed_step": 10.0})
    assert "nearest" not in wording.bounds(EN, OVER | {"printed_step": float("nan")})


def test_as_of_says_the_date_and_how_the_text_says_so():
    stated = OVER | {"as_of": datetime.date(2020, 2, 12), "basis_label": "stated"}
    assert wording.as_of(EN, stated) == "12 February 2020, stated"
    assert wording.as_of(ZH, stated | {"basis_label": "文中注明"}) == "2020 年 2 月 12 日，文中注明"
    assert wording.as_of(EN, stated | {"as_of": pd.NaT, "basis_label": "undated"}) == "undated"
    assert wording.as_of(EN, stated | {"as_of": pd.NaT, "basis_label": ""}) == "no date given"
    assert wording.as_of(ZH, OVER) == "未注明日期"


def test_amounts_of_one_unit_name_it_as_the_language_does():
    rows = pd.DataFrame([EXACT | {"value": 920000.0}, OVER])
    assert wording.amounts(EN, rows) == "920,000 and over 2.5m yuan"
    chinese = rows.assign(unit_label="元", qualifier_label=["确切", "超过"])
    assert wording.amounts(ZH, chinese) == "92万元和超过 250万元"


def test_what_is_counted_has_the_measure_word_of_the_article_in_chinese():
    masks = EXACT | {"value": 15000.0, "unit_label": "件", "unit_printed": "个"}
    assert wording.with_unit(ZH, masks | {"dimension": "article"}) == "1.5万个"
    assert wording.with_unit(ZH, masks | {"dimension": "frequency"}) == "1.5万件"
    assert wording.with_unit(ZH, masks | {"dimension": "article", "unit_printed": ""}) == "1.5万件"
    suits = masks | {"value": 85.0, "unit_label": "pieces", "dimension": "article"}
    assert wording.with_unit(EN, suits) == "85 pieces"
    assert wording.before_noun(EN, suits) == "85"
    assert wording.before_noun(ZH, suits | {"unit_printed": "件"}) == "85 件"


def test_a_sum_in_a_sentence_is_marked_and_one_figure_is_not():
    assert wording.summed(EN, Total((97, 8), 105, "at_least")) == "Σ ≥ 105"
    assert wording.summed(EN, Total((97,), 97, "exact")) == "97"


def test_formulas_and_sums_are_written_in_full():
    assert wording.formula(EN, Total((97, 8, 1, 1), 107, "exact")) == "97 + 8 + 1 + 1"
    assert wording.formula(ZH, Ratio(125000, 5000, "kg")) == "125,000 ÷ 5,000"
    assert wording.with_sign(EN, Total((1,), 4502, "exact")) == "4,502"
    assert wording.with_sign(EN, Total((1,), 4502, "at_least")) == "≥ 4,502"

"""What a person can change in a figure, what follows from it, and what is refused with why."""

import datetime

import pytest

from tests.review.texts import NOTICE
from xi_data.record.qualifiers import open_sides
from xi_data.review.draft import draft_of
from xi_data.review.values import changed
from xi_data.review.written import WrongValueError

FIGURES = {one.mention: one for one in draft_of(NOTICE, "notice.txt").proposals}
MASKS, VAGUE, DAY = FIGURES["1.5万只"], FIGURES["数十名"], FIGURES["3月4日"]


@pytest.mark.parametrize("qualifier", list(open_sides()))
def test_bounds_follow_value_and_wording(qualifier):
    below, above = open_sides()[qualifier]
    one = changed(MASKS, {"qualifier": qualifier, "value": "2,300"})
    bounds = (None if below else 2300, None if above else 2300)
    assert (one.value, one.value_low, one.value_high, one.printed_step) == (2300, *bounds, 100)


def test_a_label_that_nobody_wrote_over_follows_what_it_names():
    ordered = changed(MASKS, {"status": "ordered"})
    assert (ordered.label_en, ordered.label_zh) == ("Face masks ordered", "口罩（订购）")
    named = changed(ordered, {"label_en": "Masks on their way"})
    bought = changed(named, {"status": "purchased"})
    assert (bought.label_en, bought.label_zh) == ("Masks on their way", "口罩（购置）")
    assert changed(bought, {"label_en": ""}).label_en == "Face masks purchased"


def test_what_was_done_is_named_once():
    passed = {"unit": "person", "topic": "checkpoint", "category": "passage", "status": "checked"}
    checked = changed(MASKS, passed)
    assert (checked.label_en, checked.label_zh) == ("Road checks", "出入口检查")
    held = changed(checked, {"status": "registered"})
    assert (held.label_en, held.label_zh) == ("Road checks registered", "出入口检查（已登记）")


def test_a_category_of_another_topic_goes_with_its_topic():
    one = changed(MASKS, {"topic": "medical"})
    assert (one.topic, one.category) == ("medical", None)
    with pytest.raises(WrongValueError, match="category of the topic medical: facility, bed"):
        changed(one, {"category": "mask"})


def test_a_kind_follows_its_unit():
    assert changed(MASKS, {"unit": "CNY"}).kind == "money"
    assert changed(VAGUE, {"value": 40, "qualifier": "about"}).kind == "quantity"


def test_a_date_is_whole_or_partial_and_never_both():
    whole = changed(DAY, {"date": datetime.date(2021, 3, 6)})
    partial = changed(whole, {"date": "2021-03"})
    assert (whole.date.isoformat(), whole.date_partial) == ("2021-03-06", None)
    assert (partial.date, partial.date_partial) == (None, "2021-03")
    assert (changed(DAY, {"value": 34}).kind, changed(DAY, {"value": 34}).unit) == (
        "quantity",
        "unspecified",
    )
    dated = changed(MASKS, {"kind": "date", "date": "2021-03-06"})
    assert (dated.value, dated.unit, dated.topic, dated.status) == (None, "date", "date", None)


def test_a_date_that_a_figure_refers_to_has_a_basis():
    one = changed(MASKS, {"as_of": "2021-03-02"})
    assert (one.as_of.isoformat(), one.as_of_basis) == ("2021-03-02", "stated")
    assert changed(one, {"as_of": ""}).as_of_basis is None
    undated = changed(one, {"as_of_basis": "undated"})
    assert (undated.as_of, undated.as_of_basis) == (None, "undated")


def test_reasons_and_doubts_go_with_what_a_person_decided():
    one = changed(MASKS, {"topic": "medical"})
    assert "topic=" in MASKS.reasons
    assert "topic=" not in one.reasons
    assert "unit=" in one.reasons


@pytest.mark.parametrize(
    ("figure", "told", "message"),
    [
        (MASKS, {"unit": "kilograms"}, "a key of vocabularies/units.csv, such as"),
        (MASKS, {"unit": ""}, "a key of vocabularies/units.csv"),
        (MASKS, {"value": "many"}, "value = 'many': expected a number"),
        (MASKS, {"value": float("inf")}, "expected a number"),
        (MASKS, {"value": True}, "expected a number"),
        (MASKS, {"value": ""}, "value = None: expected a number in digits"),
        (MASKS, {"value_low": 3}, "the limits that exact states"),
        (MASKS, {"as_of": "2021-02-30"}, "expected a date as YYYY-MM-DD"),
        (FIGURES["24处"], {"as_of_basis": "stated"}, "stated or event beside a date"),
        (MASKS, {"kind": "money"}, "a kind that the unit piece has"),
        (MASKS, {"topic": "funding"}, "funding is in money"),
        (MASKS, {"mention": "x"}, "column = 'mention': expected one of"),
        (MASKS, {"label_en": "x" * 301}, "text of at most 300 characters"),
        (DAY, {"date": ""}, "a date where the kind is date"),
        (DAY, {"date": "March"}, "or YYYY, with X for what is not known"),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_expected(figure, told, message):
    with pytest.raises(WrongValueError, match=message):
        changed(figure, told)

"""What several bulletins give alike, and why a figure is not set beside others."""

import shutil

import pytest

from tests import fifteen_bulletins as fifteen
from tests import notices
from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from xi_data import store
from xi_data.record.tables import DATA

FIFTEEN = (*SHIPPED, *fifteen.INVENTED)
DAY = dict(as_of="2021-03-01")
KARAOKE = "closure.karaoke.closed.establishment"


@pytest.fixture
def reasons(tmp_path):
    """reasons(first, second, ...): reason of each figure of notices with these figures.

    Of a dictionary a notice is made, dated on its own day where it is told published; of a tuple,
    one with several figures and the relations at its end.
    """

    def judged(*bulletins, relations=()):
        data, scope = shutil.copytree(DATA, tmp_path / str(len(list(tmp_path.iterdir())))), ()
        for number, figures in enumerate(bulletins):
            figures = [dict(one) for one in (figures if isinstance(figures, tuple) else (figures,))]
            published = figures[0].pop("published", "")
            scope += notices.add(
                data,
                f"notice-{number}",
                *figures,
                published=published,
                relations=relations if number == 0 else (),
            )
        with store.open_database(data, []) as database:
            rows = store.comparison(database, scope, "en", compared=False)
            kept = store.comparison(database, scope, "en")
        assert set(kept["bulletin_id"]) == set(rows.loc[rows["reason"] == "", "bulletin_id"])
        ordered = rows.sort_values(["bulletin_id", "start"])
        return [list(members["reason"]) for _, members in ordered.groupby("bulletin_id", sort=True)]

    return judged


def test_the_same_thing_in_one_unit_stands_side_by_side(reasons):
    assert reasons({"value": 3}, {"value": 5}) == [[""], [""]]


@pytest.mark.parametrize(
    "differs",
    [
        {"category": "library"},
        {"unit": "place"},
        {"topic": "community", "category": "karaoke"},
        {"status": "set_up"},
    ],
)
def test_what_differs_in_one_of_the_four_stands_alone(reasons, differs):
    assert reasons({}, differs) == [["alone"], ["alone"]]


@pytest.mark.parametrize(
    "unsaid",
    [
        {"category": ""},
        {"unit": "unspecified"},
        dict.fromkeys(("value", "value_low", "value_high", "printed_step"), "")
        | {"kind": "date", "date": "2021-03-01", "unit": "date"},
    ],
)
def test_what_is_not_known_well_enough_is_no_indicator(reasons, unsaid):
    assert reasons({}, unsaid) == [["alone"]]


def test_a_figure_of_a_day_is_not_set_beside_one_up_to_a_day(reasons):
    on, up_to = DAY | {"as_of_basis": "event"}, DAY | {"as_of_basis": "stated"}
    assert reasons(up_to, on, up_to) == [[""], ["bases"], [""]]
    # of two, none is left to be beside
    assert sorted(reasons(on, up_to)) == [["alone"], ["bases"]]


def test_what_nothing_dates_is_not_set_beside_what_its_text_dates(reasons):
    stated = DAY | {"as_of_basis": "stated"}
    assert reasons({}, stated, stated) == [["undated"], [""], [""]]
    assert reasons({}, stated, {}) == [[""], ["undated"], [""]]


def test_a_day_of_publication_stands_in_for_the_day(reasons):
    stated = DAY | {"as_of_basis": "stated"}
    published = {"published": "2021-03-02"}
    assert reasons(stated, published) == [[""], [""]]
    assert reasons({}, published) == [[""], [""]]


def test_where_the_topic_needs_a_status_none_is_not_the_same_as_none(reasons):
    assert reasons({"status": ""}, {"status": ""}) == [["no_status"], ["no_status"]]


def test_bodies_need_no_status(reasons):
    townships = {"topic": "organisation", "category": "township", "status": ""}
    townships |= {"unit": "administrative_area"}
    assert reasons(townships, townships) == [[""], [""]]


@pytest.mark.parametrize("unsure", ["topic", "category status", "unit"])
def test_what_a_machine_did_not_decide_by_words_nearby_is_refused(reasons, unsure):
    doubtful = {"reading": "machine", "unsure": unsure}
    assert reasons({}, {}, doubtful) == [[""], [""], ["doubtful"]]
    assert reasons({}, doubtful | {"unsure": ""}) == [[""], [""]]


def test_what_a_person_has_reviewed_is_compared(reasons):
    assert reasons({}, {"reading": "reviewed", "unsure": "topic"}) == [[""], [""]]


def test_a_figure_without_a_number_is_refused(reasons):
    vague = dict.fromkeys(("value", "value_low", "value_high", "printed_step"), "")
    vague |= {"kind": "vague", "qualifier": "about"}
    assert reasons({}, {}, vague) == [[""], [""], ["wordless"]]


@pytest.mark.parametrize("relation", ["part_of", "restates"])
def test_a_whole_stands_for_its_parts_and_a_first_printing_for_the_others(reasons, relation):
    two = ({"value": 9}, {"value": 9 if relation == "restates" else 4})
    found = reasons(two, {}, relations=(("f2", relation, "f1"),))
    assert found == [["", "within"], [""]]


def test_parts_without_a_whole_each_stand_for_themselves(reasons):
    assert reasons(({"value": 9}, {"value": 4}), {}) == [["", ""], [""]]


def test_rows_come_indicator_by_indicator_those_of_most_bulletins_first(query_fifteen):
    rows = query_fifteen(store.comparison, FIFTEEN, "en")
    numbers = rows.groupby("indicator", sort=False)["bulletin_id"].nunique()
    assert list(numbers) == sorted(numbers, reverse=True)
    assert (numbers > 1).all()
    assert set(rows["bulletins"]) == set(numbers)
    for _, members in rows.groupby("indicator", sort=False):
        assert list(members["value"]) == sorted(members["value"], reverse=True)


def test_one_indicator_alone(query_fifteen):
    rows = query_fifteen(store.comparison, FIFTEEN, "zh", indicator=KARAOKE)
    assert set(rows["bulletin_id"]) == {*SHIPPED, "sample-12"}
    assert set(rows["indicator"]) == {KARAOKE}


def test_one_bulletin_gives_nothing_to_compare(query_fifteen):
    assert query_fifteen(store.comparison, SHIPPED, "en").empty


def test_a_copy_gives_everything_alike(query_three):
    rows = query_three(store.comparison, (*SHIPPED, *COPY), "en")
    shipped, copy = (rows[rows["bulletin_id"] == one] for one in (*SHIPPED, *COPY))
    assert sorted(shipped["figure_id"]) == sorted(copy["figure_id"])
    assert len(shipped)


def test_the_matrix_counts_every_figure_once(query_three):
    scope = (*SHIPPED, *MADE_UP)
    counted = query_three(store.matrix, scope).groupby("bulletin_id")["figures"].sum()
    every = query_three(store.figures, scope, "en")["bulletin_id"].value_counts()
    assert counted.to_dict() == every.to_dict()


def test_a_rate_has_both_numbers_in_one_bulletin_and_one_unit(query_three):
    rates = query_three(store.rates, (*SHIPPED, *COPY), "en")
    pairs = rates[["bulletin_id", "figure_id", "whole_id"]].to_numpy().tolist()
    assert [*SHIPPED, "screening-outside-released", "screening-outside-screened"] in pairs
    figures = query_three(store.figures, (*SHIPPED, *COPY), "en")
    units = figures.set_index(["bulletin_id", "figure_id"])["unit"].to_dict()
    assert all(units[bulletin, part] == units[bulletin, whole] for bulletin, part, whole in pairs)

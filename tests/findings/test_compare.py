"""Compare: what is said of an indicator, what is refused and why, in both languages."""

from functools import cache

import pytest

from tests import notices
from tests.fifteen_bulletins import INVENTED, PLACES
from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.findings import tell
from xi_data.locale import LANGUAGES
from xi_data.views import Question

FIFTEEN = (*SHIPPED, *INVENTED)
KARAOKE = "closure.karaoke.closed.establishment"


def question(scope, lang="en", indicator=KARAOKE):
    return Question("compare", lang, tuple(scope), (("indicator", indicator),))


@pytest.fixture
def told(data_copy):
    """told((figures of a notice), ...): what Compare says of notices about A, B, C ..."""
    opened = []

    def say(*bulletins, lang="en", places="ABCDEF", published=(), relations=()):
        scope = ()
        for number, figures in enumerate(bulletins):
            named = dict(place=places[number], published=(*published, *[""] * 9)[number])
            if number == 0:
                named["relations"] = relations
            scope += notices.add(data_copy, f"notice-{number}", *figures, **named)
        opened.append(store.open_database(data_copy, []))
        return tell(cache(store.asker(opened[-1])), question(scope, lang))

    yield say
    for database in opened:
        database.close()


def over(value):
    return dict(qualifier="over", value=value, value_high="")


def test_the_least_and_the_most_are_named_with_their_places(told):
    story = told([dict(value=5)], [dict(value=9)], [dict(value=2)])
    assert story.finding == "Karaoke venues shut, venues: from 2 (C) to 9 (B) in 3 bulletins"
    assert list(story.drawn["label"]) == ["B", "A", "C"]
    assert list(story.drawn["dated"]) == ["undated"] * 3


def test_one_number_of_all_is_said_once(told):
    assert told([{}], [{}]).finding == "Karaoke venues shut, venues: 3 in each of 2 bulletins"


def test_the_same_number_hedged_is_not_the_same(told):
    story = told([over(3)], [dict(value=3)])
    assert story.finding == "Karaoke venues shut, venues: from 3 (B) to over 3 (A) in 2 bulletins"


@pytest.mark.parametrize(
    ("figures", "certain"),
    [
        ((over(9), dict(value=2)), True),
        ((over(2), dict(value=9)), False),
        ((dict(qualifier="about", value=9, value_low="", value_high=""), dict(value=2)), False),
        ((dict(qualifier="under", value=2, value_low=""), dict(value=9)), True),
        ((dict(qualifier="under", value=9, value_low=""), dict(value=2)), False),
        ((over(9), over(5), dict(value=2)), False),
    ],
)
def test_an_open_end_leaves_the_order_uncertain(told, figures, certain):
    finding = told(*([one] for one in figures)).finding
    assert finding.endswith("the order uncertain") is not certain


def test_several_figures_of_one_bulletin_have_their_labels(told):
    story = told([dict(value=5, label_en="North"), dict(value=1, label_en="South")], [{}])
    assert list(story.drawn["label"]) == ["A: North", "B", "A: South"]
    assert any("A: whether they overlap" in note.sentence for note in story.notes)
    assert [one.rule for one in story.refused] == []


@pytest.mark.parametrize(
    ("figures", "rule"),
    [
        ([over(5), dict(value=1)], ["sum"]),
        ([over(5), dict(qualifier="nearly", value=2, value_low="")], ["open"]),
        ([over(5), over(2)], []),
    ],
)
def test_hedged_beside_exact_is_not_added_up(told, figures, rule):
    assert [one.rule for one in told(figures, [{}]).refused] == rule


def test_different_units_are_refused_with_who_gives_which(told):
    checked = {"topic": "checkpoint", "category": "passage", "status": "checked"}
    people, vehicles = (checked | {"unit": unit} for unit in ("person", "vehicle"))
    [refused] = told([people], [vehicles]).refused
    assert (refused.rule, refused.name) == ("units", "Road checks checked")
    assert refused.of == "people: A; vehicles: B"


def test_both_units_in_both_bulletins_are_no_difference(told):
    both = [{"unit": "establishment"}, {"unit": "place"}]
    assert told(both, both).refused == []


def test_a_share_is_of_two_exact_numbers_of_one_bulletin(told):
    parts = [dict(value=10, label_en="All"), dict(value=4, label_en="Shut again")]
    story = told(parts, [{}], relations=(("f2", "part_of", "f1"),))
    [rate] = story.rates
    assert (rate.bulletin_id, rate.share.value) == ("notice-0", 0.4)
    assert rate.name == "Shut again (4 venues) of all (10) (stated)"


def test_a_share_of_an_inexact_number_is_refused(told):
    parts = [over(10), dict(value=4)]
    story = told(parts, [{}], relations=(("f2", "part_of", "f1"),))
    assert story.rates == []
    assert [one.rule for one in story.refused] == ["rate"]


def test_one_place_with_several_dates_is_shown_over_time(told):
    stated = dict(as_of_basis="stated")
    story = told(
        [stated | dict(value=7, as_of="2021-03-05")],
        [stated | dict(value=4, as_of="2021-03-01")],
        [stated | dict(value=9, as_of="2021-03-03")],
        places="AAB",
    )
    assert list(story.series) == ["A"]
    assert list(story.series["A"]["value"]) == [4, 7]


@pytest.mark.parametrize(
    ("places", "published"),
    [("AB", ("2021-03-01", "2021-03-02")), ("AA", ("2021-03-01",) * 2), ("AA", ("2021-03-01",))],
)
def test_the_days_of_several_places_or_one_day_make_no_time(told, places, published):
    assert told([{}], [{}], places=places, published=published).series == {}


def test_bulletins_without_a_place_are_not_one_place(told):
    places = ["place not stated"] * 2
    assert told([{}], [{}], places=places, published=("2021-03-01", "2021-03-02")).series == {}


def test_of_one_bulletin_another_is_asked_for(query_fifteen, lang):
    story = tell(query_fifteen, question(SHIPPED, lang, None))
    said = {
        "en": "Choose two bulletins or more to compare them",
        "zh": "请选择两份或更多通报进行对比",
    }
    assert story.finding == said[lang]
    assert story.rows.empty
    assert story.indicator == ""


def test_fourteen_samples_give_at_least_six_indicators_beside_the_article(query_fifteen):
    rows = query_fifteen(store.comparison, FIFTEEN, "en")
    assert rows["indicator"].nunique() >= 6
    assert rows.loc[rows["bulletin_id"].isin(SHIPPED), "indicator"].nunique() >= 6


def test_what_is_refused_of_them_is_said_in_both_languages(query_fifteen):
    stories = [tell(query_fifteen, question(FIFTEEN, lang, KARAOKE)) for lang in LANGUAGES]
    english, chinese = (story.refused for story in stories)
    assert [one.rule for one in english] == [one.rule for one in chinese]
    assert {"units", "undated", "no_status", "doubtful", "sum", "open"} <= {
        one.rule for one in english
    }
    assert {one.reason for one in english}.isdisjoint(one.reason for one in chinese)
    reasons = {one.name: one for one in english if one.rule == "units"}
    assert "Hong Kong dollars: 翠灣區" in reasons["Cash donated"].of
    assert "vehicle passages: 七里铺街道 and 栖河县" in reasons["Road checks checked"].of
    assert len(stories[0].lone) == len(stories[1].lone) > 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_of_them_names_its_ends(query_fifteen, lang):
    rows = query_fifteen(store.comparison, FIFTEEN, lang)
    for indicator, members in rows.groupby("indicator"):
        story = tell(query_fifteen, question(FIFTEEN, lang, indicator))
        named = [place for place in (*PLACES, *story.names.values()) if place in story.finding]
        assert named or members["value"].nunique() == 1
        assert story.indicator in story.finding
        assert list(story.rows["figure_id"]) == list(members["figure_id"])
        assert story.order[0] == story.first


def test_the_matrix_has_a_row_for_each_bulletin(query_fifteen):
    story = tell(query_fifteen, question(FIFTEEN))
    assert set(story.matrix.index) == set(FIFTEEN)
    assert story.matrix.to_numpy().sum() == len(query_fifteen(store.figures, FIFTEEN, "en"))

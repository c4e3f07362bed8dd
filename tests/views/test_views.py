"""What an address asks of a view, and what it may not ask."""

from functools import cache

import pytest

from xi_data import store, views
from xi_data.locale import translator
from xi_data.ui import router
from xi_data.views import VIEWS, RequestError, read_link, select


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    connection = store.open_database(folders=[tmp_path_factory.mktemp("database")])
    yield cache(store.asker(connection))
    connection.close()


@pytest.fixture(params=["en", "zh"])
def t(request):
    return translator(request.param)


@pytest.mark.parametrize("key", VIEWS)
def test_without_filters_a_view_has_all_its_rows(t, ask, key):
    found = select(VIEWS[key], t, ask, {"lang": ["zh"], "view": ["table"], "scale": ["shares"]})
    assert found.rows.equals(ask(VIEWS[key].query, t.lang))
    assert found.active == {}


@pytest.mark.parametrize("key", VIEWS)
def test_every_choice_of_every_filter_finds_figures_and_all_together_find_all(ask, key):
    view, t = VIEWS[key], translator("en")
    every = set(ask(view.query, t.lang)["figure_id"])
    for one in view.filters(t, ask):
        for choice in one.names:
            found = select(view, t, ask, {one.param.key: [str(choice)]})
            assert len(found.rows), f"{one.param.key} = {choice} finds nothing"
            assert set(found.rows["figure_id"]) <= every
            if choice != one.param.default:
                assert list(found.active) == [one.param.key]
        if one.style in {"pills", "popover"} and one.param.key != "status":  # not all have one
            together = select(view, t, ask, {one.param.key: list(one.names)})
            assert set(together.rows["figure_id"]) == every


def test_a_link_is_a_view_and_what_it_asks():
    view, asked = read_link("https://example.org/xi/closures?group=leisure&least=5&group=tourism")
    assert view.key == "closures"
    assert asked == {"group": ["leisure", "tourism"], "least": ["5"]}
    assert read_link("https://example.org/?lang=zh")[0].key == "overview"
    assert read_link("supplies")[0].key == "supplies"


def test_a_picked_figure_stands_alone(t, ask):
    asked = {"group": ["leisure"], "bar": ["closure-karaoke"]}
    assert list(select(VIEWS["closures"], t, ask, asked).rows["figure_id"]) == ["closure-karaoke"]


@pytest.mark.parametrize("view", ["money", "supplies"])
def test_a_figure_beside_the_rows_can_be_picked_too(t, ask, view):
    beside = VIEWS[view].beside(ask, t.lang, *[ask(VIEWS[view].query, t.lang)] * 2)
    picked = beside["figure_id"].iloc[0]
    assert picked not in set(ask(VIEWS[view].query, t.lang)["figure_id"])
    assert list(select(VIEWS[view], t, ask, {"bar": [picked]}).rows["figure_id"]) == [picked]


def test_a_picked_figure_of_another_view_picks_nothing(t, ask):
    found = select(VIEWS["closures"], t, ask, {"bar": ["funding-control"]})
    assert len(found.rows) == len(ask(store.closures, t.lang))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"grop": ["leisure"]}, "does not know the key 'grop'; it knows: group, type, least, bar"),
        ({"group": ["leisure", "sport"]}, "does not know group = 'sport'; it knows: "),
        ({"group": [""]}, "does not know group = ''"),
        ({"least": ["3"]}, "does not know least = '3'; it knows: 1, 2, 5"),
        ({"least": ["many"]}, "least = 'many'"),
        ({"bar": ["nowhere"]}, "does not know bar = 'nowhere'; it knows: "),
    ],
)
def test_what_a_view_does_not_know_is_refused_with_what_it_knows(t, ask, asked, said):
    with pytest.raises(RequestError) as error:
        select(VIEWS["closures"], t, ask, asked)
    assert said in str(error.value)
    assert len(str(error.value)) < 1000


def test_another_page_is_no_view():
    with pytest.raises(RequestError, match="view = 'checks'"):
        read_link("https://example.org/checks")


def test_every_page_but_the_checks_is_a_view_by_the_same_name(t):
    assert [view.key for view in router.VIEWS if view.key not in VIEWS] == ["checks"]
    assert views.names(t).items() <= router.names(t).items()

"""What an address asks of a view, and what it may not ask."""

import pytest

from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from xi_data import store, views
from xi_data.export import listed
from xi_data.findings import tell
from xi_data.locale import translator
from xi_data.views import VIEWS, RequestError, read_link, read_request
from xi_data.views.request import canonical

NARROWED = [key for key, view in VIEWS.items() if view.thing != "id"]
SWITCHES = {
    "view": ["table"],
    "scale": ["shares"],
    "copy": ["reading"],
    "numerals": ["all"],
}


@pytest.fixture(params=["en", "zh"])
def t(request):
    return translator(request.param)


def rows_of(key, t, query, asked):
    """The rows that a page shows at an address, and the filters in force."""
    request = read_request(VIEWS[key], t, query, asked)
    story = tell(query, request.question)
    return listed(request, story), story.active


@pytest.mark.parametrize("key", NARROWED)
def test_without_filters_a_view_has_all_its_rows(t, query, key):
    switches = {one.key for one in VIEWS[key].switches(t)}
    asked = {name: values for name, values in SWITCHES.items() if name in switches}
    request = read_request(VIEWS[key], t, query, {"lang": ["zh"]} | asked)
    assert {name: [value] for name, value in request.switches.items()} == asked
    rows = request.question.rows(query, VIEWS[key].rows)
    assert rows.equals(query(VIEWS[key].rows, SHIPPED, t.lang))
    assert views.active_filters(t, query, request.question) == {}


@pytest.mark.parametrize("key", NARROWED)
def test_every_choice_of_every_filter_finds_rows_and_all_together_find_all(query, key):
    view, t = VIEWS[key], translator("en")
    column = "check" if key == "checks" else "figure_id"
    every = set(query(view.rows, SHIPPED, t.lang)[column])
    for one in view.filters(t, query, SHIPPED):
        for choice in one.names:
            found, active = rows_of(key, t, query, {one.key: [str(choice)]})
            assert len(found), f"{one.key} = {choice} finds nothing"
            assert set(found[column]) <= every
            if choice != one.param.default:
                assert list(active) == [one.key]
        if one.style in {"pills", "popover"} and one.key != "status":  # not all have one
            together, _ = rows_of(key, t, query, {one.key: list(one.names)})
            assert set(together[column]) == every


@pytest.mark.parametrize("key", NARROWED)
def test_a_counted_choice_finds_as_many_figures_as_it_says(query, key):
    view, t = VIEWS[key], translator("en")
    counts = query(store.counts, SHIPPED)
    for one in view.filters(t, query, SHIPPED):
        for choice in one.names if one.counted and key != "checks" else ():
            found, _ = rows_of(key, t, query, {one.key: [choice]})
            assert len(found) == counts[one.key, choice], f"{one.key} = {choice}"


def test_a_link_is_a_view_and_what_it_asks():
    view, asked = read_link("https://example.org/xi/closures?group=leisure&least=5&group=tourism")
    assert view.key == "closures"
    assert asked == {"group": ["leisure", "tourism"], "least": ["5"]}
    assert read_link("https://example.org/?lang=zh")[0].key == "overview"
    assert read_link("supplies")[0].key == "supplies"
    assert read_link("https://example.org/closures/?lang=zh")[0].key == "closures"


@pytest.mark.parametrize(
    "link", ["https://example.org", "https://example.org/xi", "http://a/b/xi/"]
)
def test_a_link_to_where_the_explorer_lives_is_the_first_view(link):
    assert read_link(f"{link}?lang=zh")[0].key == next(iter(VIEWS))


def test_what_others_append_asks_nothing_and_a_key_of_before_means_what_it_meant(t, query):
    asked = {"type": ["karaoke"], "utm_source": ["x"], "fbclid": ["y"], "from": ["singlemessage"]}
    found, active = rows_of("closures", t, query, asked)
    assert (list(found["figure_id"]), list(active)) == (["closure-karaoke"], ["category"])
    link = "https://example.org/screening?stage=released&utm_medium=mail&lang=zh"
    assert read_link(link)[1] == {"status": ["released"], "lang": ["zh"]}
    assert canonical(link) == "https://example.org/screening?status=released&lang=zh"


def test_a_search_is_refused_where_it_is_too_long_and_never_cut(t, query):
    assert len(rows_of("figures", t, query, {"search": ["口" * 100]})[0]) == 0
    with pytest.raises(RequestError, match="it knows: at most 100 characters"):
        read_request(VIEWS["figures"], t, query, {"search": ["口" * 101]})


@pytest.mark.parametrize("name", ["figure", "bar"])
def test_a_selected_figure_narrows_nothing(t, query, name):
    found, active = rows_of("closures", t, query, {"group": ["leisure"], name: ["closure-karaoke"]})
    plain, _ = rows_of("closures", t, query, {"group": ["leisure"]})
    assert found.equals(plain)
    assert list(active) == ["group"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"grop": ["leisure"]}, "does not know the key 'grop'; it knows: group, category, least"),
        ({"group": ["leisure", "sport"]}, "does not know group = 'sport'; it knows: "),
        ({"group": [""]}, "does not know group = ''"),
        ({"least": ["3"]}, "does not know least = '3'; it knows: 1, 2, 5"),
        ({"least": ["many"]}, "least = 'many'"),
        ({"bulletin": ["nowhere"]}, "does not know bulletin = 'nowhere'; it knows: xi-county"),
        ({"scale": ["shares"]}, "does not know the key 'scale'"),
        ({"view": ["sideways"]}, "does not know view = 'sideways'; it knows: chart, table, both"),
    ],
)
def test_what_a_view_does_not_know_is_refused_with_what_it_knows(t, query, asked, said):
    with pytest.raises(RequestError) as error:
        read_request(VIEWS["closures"], t, query, asked)
    assert said in str(error.value)
    assert len(str(error.value)) < 1000


def test_a_page_about_one_figure_needs_its_key(t, query):
    for asked in ({}, {"id": [""]}, {"id": ["nowhere"]}):
        with pytest.raises(RequestError, match="does not know id = "):
            read_request(VIEWS["figure"], t, query, asked)
    found, active = rows_of("figure", t, query, {"id": ["closure-karaoke"]})
    assert (list(found["figure_id"]), active) == (["closure-karaoke"], {})


def test_another_page_is_no_view():
    with pytest.raises(RequestError, match="view = 'elsewhere'"):
        read_link("elsewhere")
    for path in ("closure", "xi/suplies", "closures/x"):
        with pytest.raises(RequestError, match="view = "):
            read_link(f"https://example.org/{path}")


def test_every_view_has_a_name_of_its_own(t):
    assert list(views.names(t)) == list(VIEWS)
    assert len(set(views.names(t).values())) == len(VIEWS)


@pytest.mark.parametrize("key", VIEWS)
def test_a_view_of_one_text_refuses_two(t, query_three, key):
    view = VIEWS[key]
    asked = {"bulletin": [*SHIPPED, *MADE_UP]}
    if not view.several:
        with pytest.raises(RequestError, match="bulletin = "):
            read_request(view, t, query_three, asked)
        return
    assert read_request(view, t, query_three, asked).question.bulletins == SHIPPED + MADE_UP


@pytest.mark.parametrize("key", [key for key in NARROWED if VIEWS[key].thing != "check"])
def test_choices_are_those_of_the_bulletins_in_scope(t, query, query_three, key):
    def choices(asker, bulletins):
        found = VIEWS[key].filters(t, asker, bulletins)
        return {one.key: dict(one.names) for one in found}

    assert choices(query_three, SHIPPED) == choices(query, SHIPPED)
    assert choices(query_three, COPY) == choices(query, SHIPPED)
    figures = query_three(store.figures, MADE_UP, t.lang)
    for one in VIEWS[key].filters(t, query_three, MADE_UP):
        if one.key in figures and one.style != "least":
            assert set(one.names) <= {*figures[one.key], "none"}

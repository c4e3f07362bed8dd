"""The text as the component with its script is given it: words, marks, colours, query."""

from tests.ui.parts import drawn
from tests.ui.visiting import components
from xi_data.matching.highlight import EXCUSED, FIGURE, UNCOVERED, Run
from xi_data.ui.article.passage import legend, passage

LINES = [
    [Run("共"), Run("8人", FIGURE, "closure-karaoke"), Run("，"), Run("两", EXCUSED, "word")],
    [],
    [Run("又有"), Run("7777", UNCOVERED, "")],
    [Run("<b>9间</b>", FIGURE, "closure-library")],
]


def given(page: str = "source", **changed) -> dict:
    """What the component gets."""
    told = dict(copy=1, excused=False, selected=None, lang="zh") | changed
    colours = {"closure-karaoke": "orange"}
    app = drawn(
        lambda page: passage(page, "The article", LINES, {"word": "a word"}, colours, **told), page
    )
    [found] = components(app)
    return found


def test_a_figure_has_its_key_and_colour_and_one_left_out_has_none():
    found = given()["lines"]
    assert found[0][:3] == ["共", ["8人", "figure", "closure-karaoke", "orange"], "，"]
    assert found[1] == []
    assert found[3] == [["<b>9间</b>", "figure", "closure-library", ""]]


def test_an_excused_numeral_is_marked_where_asked_and_an_uncovered_one_always():
    assert given()["lines"][0][3] == "两"
    assert given(excused=True)["lines"][0][3] == ["两", "excused", "word", ""]
    for excused in (False, True):
        assert given(excused=excused)["lines"][2] == ["又有", ["7777", "uncovered", "", ""]]


def test_what_is_drawn_anew_has_another_key_and_a_selection_alone_has_not():
    one = given()
    assert given(selected="closure-library")["key"] == one["key"]
    assert given(copy=2)["key"] == one["key"]
    assert given(excused=True)["key"] != one["key"]


def test_the_links_of_its_figures_keep_the_language():
    assert given()["query"] == "lang=en"


def test_the_legend_names_families_in_their_colours_and_other_signs():
    def part(page) -> None:
        legend([("orange", "storefront", "Closures")], "Dotted: left out.")

    [said] = [one.value for one in drawn(part).markdown]
    assert said.startswith(":orange-background[:material/storefront: Closures]")
    assert "Dotted: left out." in said

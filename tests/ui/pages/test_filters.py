"""Filters: by a link, by chips, from one page to another, and where nothing is left."""

from functools import cache
from itertools import cycle

import pytest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import address, finding, printed, tables, turn_to, visit
from xi_data.locale import LANGUAGES
from xi_data.views import VIEWS
from xi_data.views import rows as rows_of

NARROWED = [
    ("closures", {"group": ("leisure", "medical_care")}),
    ("closures", {"category": ("library", "karaoke")}),
    ("closures", {"least": 10}),
    ("closures", {"least": 10, "group": ("leisure",)}),
    ("screening", {"origin": ("inside_province",)}),
    ("screening", {"status": ("released",)}),
    ("supplies", {"status": ("in_reserve",)}),
    ("supplies", {"group": ("ppe",), "unit": ("piece",)}),
    ("money", {"topic": ("funding",)}),
    ("money", {"group": ("in_kind", "cash"), "unit": ("CNY",)}),
    ("money", {"unit": ("hour",)}),
    ("medical", {"group": ("medical_staff", "isolation")}),
    ("medical", {"status": ("current",)}),
    ("medical", {"unit": ("group",)}),
    ("disinfection", {"group": ("area", "round")}),
    ("disinfection", {"status": ("cleared",)}),
    ("disinfection", {"unit": ("place", "street")}),
    ("organisation", {"topic": ("checkpoint", "schedule")}),
    ("organisation", {"unit": ("place",), "section": ("party",)}),
    ("organisation", {"section": ("command",)}),
    ("timeline", {"day": ("2020-02-09",)}),
    ("timeline", {"story": ("33",)}),
    ("figures", {"family": ("money", "people")}),
    ("figures", {"wording": ("over",)}),
    ("figures", {"search": "口罩 mask"}),
    ("overview", {"family": ("medical",)}),
    ("source", {"family": ("medical",), "status": ("current",)}),
]


@cache
def finding_of_all(key: str, lang: str) -> str:
    """The finding of a page that nothing narrows; one load for every filter held against it."""
    return finding(visit(key, lang=lang))


@pytest.mark.parametrize(  # in one language each, by turns: a link is read the same in both
    ("lang", "key", "asked"),
    [(lang, *one) for lang, one in zip(cycle(LANGUAGES), NARROWED, strict=False)],
)
def test_a_filter_in_the_link_shows_the_rows_that_the_store_finds(key, asked, lang, connection):
    query = VIEWS[key].rows
    expected = query(connection, SHIPPED, lang, **asked)
    assert 0 < len(expected) < len(query(connection, SHIPPED, lang))
    link = {name: list(v) if isinstance(v, tuple) else str(v) for name, v in asked.items()}
    app = visit(key, view="both", lang=lang, **link)
    assert list(printed(app)["mention"]) == list(expected["mention"])
    assert finding(app) != finding_of_all(key, lang) or key == "overview"
    for name, words in link.items():
        assert set(address(app)[name]) == ({words} if isinstance(words, str) else set(words))


def test_defaults_are_left_out_of_the_address():
    app = visit("closures", least="1", view="chart", group=[], lang="en")
    assert address(app) == {"lang": ["en"]}


def test_choices_come_in_one_order_whatever_the_link_says():
    there = visit("closures", group=["leisure", "food_lodging"])
    back = visit("closures", group=["food_lodging", "leisure"])
    assert address(there) == address(back)
    assert finding(there) == finding(back)


def test_a_chip_takes_back_its_filter_and_reset_takes_back_all():
    app = visit("closures", group=["leisure"], least="10")
    app.button(key="_chip_least").click().run()
    assert address(app) == {"lang": ["en"], "group": ["leisure"]}
    app.button(key="_chip_all").click().run()
    assert address(app) == {"lang": ["en"]}
    assert list(app.exception) == []


def test_an_empty_result_offers_to_loosen_each_filter_that_helps(connection):
    app = visit("closures", view="both", group=["tourism"], least="50")
    assert tables(app) == []
    tourism = rows_of.closures(connection, SHIPPED, "en", group=("tourism",))
    button = app.button(key="_loosen_least")
    assert "at least 50" in button.label
    assert f": {len(tourism)} figure" in button.label
    button.click().run()
    assert address(app) == {"lang": ["en"], "view": ["both"], "group": ["tourism"]}
    assert list(printed(app)["mention"]) == list(tourism["mention"])


def test_where_no_single_filter_helps_all_can_be_taken_back():
    app = visit("figures", search="no such thing anywhere", family=["money"], status=["closed"])
    app.button(key="_loosen_all").click().run()
    assert address(app) == {"lang": ["en"]}


def test_a_filter_is_still_there_when_the_reader_comes_back():
    app = visit("closures", least="10", type=["karaoke"])
    for key in ("supplies", "closures"):
        app.query_params = {}
        turn_to(app, key)
    assert address(app) == {"lang": ["en"], "least": ["10"], "category": ["karaoke"]}


def test_a_filter_goes_along_to_a_page_that_knows_it():
    app = visit("overview", family=["money"])
    app.query_params = {}
    turn_to(app, "figures")
    assert address(app)["family"] == ["money"]

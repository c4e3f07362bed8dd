"""Every page in both languages, opened by many links: Streamlit's AppTest, no browser."""

import pytest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import (
    FIRST,
    PAGES,
    WITH_FIGURES,
    address,
    charts,
    finding,
    notice,
    printed,
    refused,
    said,
    tables,
    turn_to,
    visit,
)
from xi_data import store
from xi_data.locale import LANGUAGES
from xi_data.views import CORPUS, SCREENS

LICENCE = dict.fromkeys(SCREENS, "CC BY 4.0") | {CORPUS.key: "MIT"}
"""What the footer says: a corpus is not ours to license."""

HOSTILE = {
    "group": "ZZ",
    "least": "x",
    "figure": "nope",
    "lang": "xx",
    "view": "<script>",
    "bar": "1",
    "search": "'; DROP TABLE figures; --" * 40,
    "family": ["", "\x00", "money"],
    "origin": "../../etc/passwd",
    "unknown": "1",
}

LINKS = [
    {"figure": "closure-library", "bar": "closure-karaoke"},
    {"view": "table", "group": ["leisure", "medical_care"], "least": "10"},
    {"view": "chart", "scale": "shares", "status": "released"},
    {"search": "no such thing anywhere", "status": "purchased", "least": "100", "group": "tourism"},
    HOSTILE,
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", SCREENS)
def test_a_page_opens_with_a_finding_and_the_footer(key, lang):
    app = visit(key, lang=lang)
    assert list(app.exception) == []
    assert finding(app)
    assert LICENCE[key] in said(app)
    assert refused(app) == ""
    assert address(app) == {"lang": [lang]}


@pytest.mark.parametrize("link", LINKS, ids=lambda link: "&".join(link))
@pytest.mark.parametrize("key", SCREENS)
def test_no_link_breaks_a_page(key, link):
    at = list(SCREENS).index(key) + LINKS.index(link)
    lang = list(LANGUAGES)[at % 2]  # by turns: it is slow
    app = visit(key, **{"lang": lang} | link)
    assert list(app.exception) == []
    assert finding(app)
    assert LICENCE[key] in said(app)
    assert address(app)["lang"] == [link.get("lang", lang).replace("xx", "en")]


def test_all_figures_are_always_a_table():
    app = visit("figures")
    assert charts(app)
    assert tables(app)


@pytest.mark.parametrize("key", [key for key in WITH_FIGURES if key != "figures"])
def test_the_view_switch_shows_chart_table_or_both(key):
    shown = {}
    for view in ("chart", "table", "both"):
        app = visit(key, view=view)
        shown[view] = (bool(charts(app)), bool(tables(app)))
    assert shown == {"chart": (True, False), "table": (False, True), "both": (True, True)}


@pytest.mark.parametrize("key", WITH_FIGURES)
def test_a_chart_says_in_words_what_it_shows(key):
    for chart in visit(key, view="both").get("vega_lite_chart"):
        assert len(chart.proto.alt) > 10


@pytest.mark.parametrize("name", ["figure", "bar"])
@pytest.mark.parametrize("key", WITH_FIGURES)
def test_a_figure_in_the_link_is_in_the_card_and_marked_and_narrows_nothing(key, name, connection):
    """Links have called it bar too."""
    figures = store.figures(connection, SHIPPED, "en").set_index("figure_id")
    plain = visit(key, view="both")
    second = printed(plain).index[1]
    app = visit(key, view="both", **{name: second})
    [table] = tables(app)
    assert (table["shown"], table["picked"]) == (second, second)
    assert printed(app).equals(printed(plain))
    assert finding(app) == finding(plain)
    assert figures.loc[second, "label"] in [metric.label for metric in app.metric]
    assert address(app) == {"lang": ["en"], "figure": [second]} | (
        {} if key == "figures" else {"view": ["both"]}
    )


@pytest.mark.parametrize("key", [key for key in WITH_FIGURES if key != FIRST])
def test_a_page_looks_the_same_after_the_overview_as_by_its_own_link(key):
    """What the reader did not choose does not follow from one page to the next."""
    by_link = visit(key)
    app = visit(FIRST)
    app.query_params = {}
    turn_to(app, key)
    assert (bool(charts(app)), bool(tables(app))) == (bool(charts(by_link)), bool(tables(by_link)))
    assert address(app) == address(by_link)


@pytest.mark.parametrize("key", PAGES)
def test_a_hostile_link_is_refused_key_by_key(key):
    app = visit(key, **HOSTILE)
    known = {"lang"} if key == "figure" else {"lang", "figure"}
    known |= {"view"} if key in WITH_FIGURES else set()
    known |= {"group", "least"} if key == "closures" else set()
    known |= {"family"} if key in ("figures", "overview", "source") else set()
    assert [name for name in known if name not in refused(app)] == []
    assert "<script>" not in notice(app), "a value is shown, but as inert text"
    left = address(app)
    assert "unknown" in refused(app)
    assert "unknown" not in left
    assert left.pop("family", ["money"]) == ["money"], "a known value beside one that is not"
    assert not known & left.keys() - {"lang"}


def test_a_refused_value_is_shown_short_and_inert():
    app = visit("closures", group="[x](http://example.org) `b` " + "long " * 40)
    assert "\\[x\\]\\(http" in notice(app)
    assert len(refused(app)) < 200

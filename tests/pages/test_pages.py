"""Every page in both languages, opened by many links: Streamlit's AppTest, no browser."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Dataframe

from xi_data import store
from xi_data.locale import LANGUAGES
from xi_data.ui import router

ROOT = Path(__file__).resolve().parents[2]
HOST = "http://localhost:8501"
VIEWS = [view.key for view in router.VIEWS]
WITH_FIGURES = [key for key in VIEWS if key != "about"]

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
    {"figure": "closure-library", "bar": "closure-library"},
    {"view": "table", "group": ["leisure", "medical_care"], "least": "10"},
    {"view": "chart", "scale": "shares", "stage": "released"},
    {"search": "no such thing anywhere", "status": "purchased", "least": "100", "group": "tourism"},
    HOSTILE,
]

NARROWED = [
    ("closures", store.closures, {"group": ("leisure", "medical_care")}),
    ("closures", store.closures, {"type": ("library", "karaoke")}),
    ("closures", store.closures, {"least": 10}),
    ("closures", store.closures, {"least": 10, "group": ("leisure",)}),
    ("screening", store.screening, {"origin": ("inside_province",)}),
    ("screening", store.screening, {"stage": ("released",)}),
    ("supplies", store.supplies, {"status": ("in_reserve",)}),
    ("supplies", store.supplies, {"group": ("ppe",), "unit": ("piece",)}),
    ("figures", store.figures, {"family": ("money", "people")}),
    ("figures", store.figures, {"wording": ("over",)}),
    ("figures", store.figures, {"search": "口罩 mask"}),
    ("overview", store.figures, {"family": ("medical",)}),
]


@pytest.fixture(scope="module", autouse=True)
def _database_of_these_tests(tmp_path_factory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def visit(key: str, browser: str = "en-GB", **query: str | list[str]) -> AppTest:
    """The page as a visitor sees it who comes by a link with this query; browser: its language."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params = query
    app.context = {"locale": browser}
    return turn_to(app, key)


def turn_to(app: AppTest, key: str) -> AppTest:
    """The same visitor on another page."""
    app.context = {**app.context, "url": f"{HOST}/{'' if key == VIEWS[0] else key}"}
    return app.switch_page(f"pages/{key}.py").run()


def address(app: AppTest) -> dict[str, list[str]]:
    """The query of the address, every value as a list."""
    found = app.query_params.items()
    return {key: [value] if isinstance(value, str) else list(value) for key, value in found}


def charts(app: AppTest) -> list:
    """The charts of which a mark picks a figure: not the glyphs of the evidence card."""
    return [one for one in app.get("vega_lite_chart") if one.proto.selection_mode]


def tables(app: AppTest) -> list[Dataframe]:
    """The tables of which a row picks a figure."""
    return [one for one in app.dataframe if one.proto.selection_mode]


def printed(app: AppTest) -> pd.DataFrame:
    """Rows of the one table of printed figures."""
    [table] = tables(app)
    return table.value


def finding(app: AppTest) -> str:
    """The page's title."""
    [title] = app.title
    return title.value


def refused(app: AppTest) -> str:
    """What the notice about the link says; nothing where there is none."""
    return " ".join(info.value for info in app.info if ":material/link_off:" in info.icon)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", VIEWS)
def test_a_page_opens_with_a_finding_and_the_footer(key, lang):
    app = visit(key, lang=lang)
    assert list(app.exception) == []
    assert finding(app)
    assert "CC BY 4.0" in app.caption[-1].value
    assert refused(app) == ""
    assert address(app) == {"lang": [lang]}


@pytest.mark.parametrize("link", LINKS, ids=lambda link: "&".join(link))
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", VIEWS)
def test_no_link_breaks_a_page(key, lang, link):
    app = visit(key, **{"lang": lang} | link)
    assert list(app.exception) == []
    assert finding(app)
    assert "CC BY 4.0" in app.caption[-1].value
    assert address(app)["lang"] == [link.get("lang", lang).replace("xx", "en")]


@pytest.mark.parametrize("key", VIEWS)
def test_a_hostile_link_is_refused_key_by_key(key):
    app = visit(key, **HOSTILE)
    known = {"lang", "figure", "bar"}
    known |= {"view"} if key in WITH_FIGURES else set()
    known |= {"group", "least"} if key == "closures" else set()
    known |= {"family"} if key in ("figures", "overview") else set()
    assert [name for name in known if name not in refused(app)] == []
    assert "script" not in refused(app)
    left = address(app)
    assert left.pop("unknown") == ["1"], "a key that is not ours is left alone"
    assert not known & left.keys() - {"lang"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("key", "query", "asked"), NARROWED)
def test_a_filter_in_the_link_shows_the_rows_that_the_store_finds(
    key, query, asked, lang, connection
):
    expected = query(connection, lang, **asked)
    assert 0 < len(expected) < len(query(connection, lang))
    link = {name: list(v) if isinstance(v, tuple) else str(v) for name, v in asked.items()}
    app = visit(key, view="both", lang=lang, **link)
    assert list(printed(app)["mention"]) == list(expected["mention"])
    assert finding(app) != finding(visit(key, lang=lang)) or key == "overview"
    for name, words in link.items():
        assert set(address(app)[name]) == {words} if isinstance(words, str) else set(words)


@pytest.mark.parametrize("key", WITH_FIGURES)
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


@pytest.mark.parametrize("key", WITH_FIGURES)
def test_a_figure_in_the_link_is_the_one_in_the_card_and_ticked(key, connection):
    figures = store.figures(connection, "en")
    rows = printed(visit(key, view="both"))
    second = figures[figures["mention"] == rows["mention"].iloc[1]].iloc[0]
    app = visit(key, view="both", figure=second["figure_id"])
    assert second["label"] in [metric.label for metric in app.metric]
    [table] = tables(app)
    assert address(app)["figure"] == [second["figure_id"]]
    assert len(table.value) == len(rows), "looking at a figure narrows nothing"


@pytest.mark.parametrize("key", WITH_FIGURES)
def test_a_picked_mark_in_the_link_narrows_the_table_to_its_figure(key, connection):
    figures = store.figures(connection, "en")
    mention = printed(visit(key, view="both"))["mention"].iloc[0]
    figure_id = figures[figures["mention"] == mention]["figure_id"].iloc[0]
    app = visit(key, view="both", bar=figure_id, figure=figure_id)
    assert list(printed(app)["mention"]) == [mention]
    assert any("bar" in (button.key or "") for button in app.button), "a chip lets it go again"


def test_defaults_are_left_out_of_the_address():
    app = visit("closures", least="1", view="both", group=[], lang="en")
    assert address(app) == {"lang": ["en"]}


def test_choices_come_in_one_order_whatever_the_link_says():
    there = visit("closures", group=["leisure", "food_lodging"])
    back = visit("closures", group=["food_lodging", "leisure"])
    assert address(there) == address(back)
    assert finding(there) == finding(back)


@pytest.mark.parametrize(
    ("browser", "lang"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("fr", "en")]
)
def test_the_browser_gives_the_first_language(browser, lang):
    assert address(visit("closures", browser=browser)) == {"lang": [lang]}


def test_the_link_wins_over_the_browser():
    assert address(visit("closures", browser="zh-CN", lang="en")) == {"lang": ["en"]}


def test_the_language_switch_keeps_the_view_also_at_the_next_click():
    app = visit("closures", lang="en", group=["leisure"], least="10")
    before = list(printed(app)["mention"])
    app.button_group(key="lang").set_value("zh").run()
    assert address(app)["lang"] == ["zh"]
    assert list(printed(app)["mention"]) == before
    assert app.get("bidi_component")[0].proto.json == '{"lang": "zh-CN"}'
    app.button_group(key="group").set_value(["leisure", "tourism"]).run()
    assert address(app) == {
        "lang": ["zh"],
        "group": ["leisure", "tourism"],
        "least": ["10"],
    }


def test_a_chip_takes_back_its_filter_and_reset_takes_back_all():
    app = visit("closures", group=["leisure"], least="10")
    app.button(key="_chip_least").click().run()
    assert address(app) == {"lang": ["en"], "group": ["leisure"]}
    app.button(key="_chip_all").click().run()
    assert address(app) == {"lang": ["en"]}
    assert list(app.exception) == []


def test_an_empty_result_says_what_to_loosen(connection):
    app = visit("closures", group=["tourism"], least="50")
    assert tables(app) == []
    [notice] = app.info
    tourism = len(store.closures(connection, "en", group=("tourism",)))
    assert f"{tourism} figure." in notice.value
    assert "at least 50" in notice.value


@pytest.mark.parametrize("key", [key for key in WITH_FIGURES if key != VIEWS[0]])
def test_a_page_looks_the_same_after_the_overview_as_by_its_own_link(key):
    """What the reader did not choose does not follow from one page to the next."""
    by_link = visit(key)
    app = visit(VIEWS[0])
    app.query_params = {}
    turn_to(app, key)
    assert (bool(charts(app)), bool(tables(app))) == (bool(charts(by_link)), bool(tables(by_link)))
    assert address(app) == address(by_link)


def test_a_filter_goes_along_to_a_page_that_knows_it():
    app = visit("overview", family=["money"])
    app.query_params = {}
    turn_to(app, "figures")
    assert address(app)["family"] == ["money"]


def test_closures_are_parts_and_a_total_of_our_own(connection):
    app = visit("closures")
    rows = store.closures(connection, "en")
    total = f"{rows['value'].sum():,.0f}"
    assert list(printed(app)["value"]) == list(rows["value"])
    assert finding(app).startswith(total)
    computed = app.table[-1].value
    assert f"**{total}**" in computed["sum"].iloc[-1]
    composites = rows.loc[rows["composite"], "category_label"]
    badged = printed(app).loc[lambda shown: shown["obs_label"].astype(str).str.len() > 0]
    assert set(composites) == set(badged["category_label"])

"""Every page in both languages, opened by many links: Streamlit's AppTest, no browser."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Dataframe
from xi_data.ui.units import by_unit

from xi_data import store
from xi_data.locale import LANGUAGES, translator
from xi_data.ui import router

ROOT = Path(__file__).resolve().parents[2]
HOST = "http://localhost:8501"
VIEWS = [view.key for view in router.VIEWS]
WITH_FIGURES = [key for key in VIEWS if key not in ("about", "checks", "figure")]

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
    ("money", store.money, {"topic": ("funding",)}),
    ("money", store.money, {"group": ("in_kind", "cash"), "unit": ("CNY",)}),
    ("money", store.money, {"unit": ("hour",)}),
    ("medical", store.medical, {"group": ("medical_staff", "isolation")}),
    ("medical", store.medical, {"status": ("in_service",)}),
    ("medical", store.medical, {"unit": ("group",)}),
    ("disinfection", store.disinfection, {"group": ("area", "round")}),
    ("disinfection", store.disinfection, {"status": ("cleared",)}),
    ("disinfection", store.disinfection, {"unit": ("place", "street")}),
    ("organisation", store.organisation, {"topic": ("checkpoint", "schedule")}),
    ("organisation", store.organisation, {"unit": ("place",), "section": ("party",)}),
    ("organisation", store.organisation, {"section": ("command",)}),
    ("timeline", store.timeline, {"day": ("2020-02-09",)}),
    ("timeline", store.timeline, {"story": ("33",)}),
    ("figures", store.figures, {"family": ("money", "people")}),
    ("figures", store.figures, {"wording": ("over",)}),
    ("figures", store.figures, {"search": "口罩 mask"}),
    ("overview", store.figures, {"family": ("medical",)}),
    ("source", store.figures, {"family": ("medical",), "status": ("in_service",)}),
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
    """The same visitor on another page; the first page is where a visitor comes without a path."""
    if key == VIEWS[0]:
        app.context = {**app.context, "url": f"{HOST}/"}
        return app.run()
    app.context = {**app.context, "url": f"{HOST}/{key}"}
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
@pytest.mark.parametrize("key", VIEWS)
def test_no_link_breaks_a_page(key, link):
    lang = list(LANGUAGES)[(list(VIEWS).index(key) + LINKS.index(link)) % 2]  # by turns: it is slow
    app = visit(key, **{"lang": lang} | link)
    assert list(app.exception) == []
    assert finding(app)
    assert "CC BY 4.0" in app.caption[-1].value
    assert address(app)["lang"] == [link.get("lang", lang).replace("xx", "en")]


@pytest.mark.parametrize("key", VIEWS)
def test_a_hostile_link_is_refused_key_by_key(key):
    app = visit(key, **HOSTILE)
    known = {"lang"} if key == "figure" else {"lang", "figure", "bar"}
    known |= {"view"} if key in WITH_FIGURES else set()
    known |= {"group", "least"} if key == "closures" else set()
    known |= {"family"} if key in ("figures", "overview", "source") else set()
    assert [name for name in known if name not in refused(app)] == []
    assert "<script>" not in refused(app), "a value is shown, but as inert text"
    left = address(app)
    assert left.pop("unknown") == ["1"], "a key that is not ours is left alone"
    assert not known & left.keys() - {"lang"}


@cache
def finding_of_all(key: str, lang: str) -> str:
    """The finding of a page that nothing narrows; one load for every filter held against it."""
    return finding(visit(key, lang=lang))


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
    assert finding(app) != finding_of_all(key, lang) or key == "overview"
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
    assert json.loads(app.get("bidi_component")[0].proto.json)["lang"] == "zh-CN"
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


def test_an_empty_result_offers_to_loosen_each_filter_that_helps(connection):
    app = visit("closures", group=["tourism"], least="50")
    assert tables(app) == []
    tourism = store.closures(connection, "en", group=("tourism",))
    button = app.button(key="_loosen_least")
    assert "at least 50" in button.label
    assert f": {len(tourism)} figure" in button.label
    button.click().run()
    assert address(app) == {"lang": ["en"], "group": ["tourism"]}
    assert list(printed(app)["mention"]) == list(tourism["mention"])


def test_where_no_single_filter_helps_all_can_be_taken_back():
    app = visit("figures", search="no such thing anywhere", family=["money"], status=["closed"])
    app.button(key="_loosen_all").click().run()
    assert address(app) == {"lang": ["en"]}


def test_a_refused_value_is_shown_short_and_inert():
    app = visit("closures", group="[x](http://example.org) `b` " + "long " * 40)
    assert "\\[x\\]\\(http\\:" in refused(app)
    assert len(refused(app)) < 200


def test_the_stem_of_the_first_page_leads_to_the_root_with_its_query():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params = {"lang": "zh", "family": ["money", "medical"]}
    app.context = {"locale": "en-GB", "url": f"{HOST}/{VIEWS[0]}"}
    app.switch_page(f"pages/{VIEWS[0]}.py").run()
    assert list(app.exception) == []
    assert finding(app) == finding(visit(VIEWS[0], lang="zh"))
    assert set(address(app)["family"]) == {"money", "medical"}


def test_a_picked_mark_says_that_sums_stay_those_of_all(connection):
    every = store.closures(connection, "en")
    app = visit("closures", bar="closure-library", figure="closure-library")
    said = " ".join(one.value for one in app.markdown)
    assert f"1 of {len(every)} figures" in said
    assert "sums stay those of the whole view" in said
    assert f"{every['value'].sum():,.0f}" in app.metric[0].value


def test_headline_numbers_of_closures_are_true_of_ties_and_of_what_is_left(connection):
    every = store.closures(connection, "en")
    ones = every[every["value"] == 1]
    app = visit("closures", type=list(ones["category"]))
    assert [metric.value for metric in app.metric[:3]] == [f"{len(ones)}", "1", "0"]
    said = " ".join(one.value for one in app.markdown)
    assert all(f"{name[:1].lower()}{name[1:]}" in said for name in ones["category_label"])
    composites = every[every["composite"]]["value"]
    assert visit("closures").metric[2].value == f"{composites.sum():.0f}"


def test_a_citation_names_article_county_month_figure_version_and_link():
    app = visit("closures", figure="closure-library")
    app.session_state["_cite_figure"] = True
    app.run()
    [*_, citation] = [
        json.loads(one.proto.json)["text"]
        for one in app.get("bidi_component")
        if "text" in one.proto.json
    ]
    for part in ("Xi County", "February 2020", "figure closure-library", "data version"):
        assert part in citation
    assert "closure-library" in citation.partition(HOST)[2], "the link leads to the figure"


def test_a_doubtful_order_is_compared_with_the_others_in_numbers(connection):
    rows = store.supplies(connection, "en").set_index(["category", "status"])["value"]
    app = visit("supplies")
    [odd] = [one.value for one in app.caption if "material/flag" in one.value]
    assert f"{rows['mask', 'ordered'] / rows['mask', 'in_reserve']:.2f} times the reserve" in odd


def test_a_panel_of_supplies_names_every_unit_that_it_holds(connection):
    rows = store.supplies(connection, "en")
    names = store.options(connection, "en")["unit"]
    articles = rows[rows["dimension"] == "article"]
    [heading] = [one.value for one in visit("supplies").markdown if "Counted in" in one.value]
    assert all(names[unit] in heading for unit in articles["unit"])


def test_the_evidence_marks_the_mention_and_not_its_noun():
    said = [one.value for one in visit("closures", figure="closure-karaoke").markdown]
    [printed_words] = [words for words in said if "-background[" in words]
    assert printed_words.index(":gray[KTV]") < printed_words.index("-background[11")


@pytest.mark.parametrize("key", [key for key in WITH_FIGURES if key != VIEWS[0]])
def test_a_page_looks_the_same_after_the_overview_as_by_its_own_link(key):
    """What the reader did not choose does not follow from one page to the next."""
    by_link = visit(key)
    app = visit(VIEWS[0])
    app.query_params = {}
    turn_to(app, key)
    assert (bool(charts(app)), bool(tables(app))) == (bool(charts(by_link)), bool(tables(by_link)))
    assert address(app) == address(by_link)


def test_a_filter_is_still_there_when_the_reader_comes_back():
    app = visit("closures", least="10", type=["karaoke"])
    for key in ("supplies", "closures"):
        app.query_params = {}
        turn_to(app, key)
    assert address(app) == {"lang": ["en"], "least": ["10"], "type": ["karaoke"]}


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


def test_a_count_that_is_printed_again_has_one_bar_and_every_row(connection):
    rows = store.organisation(connection, "en")
    app = visit("organisation")
    assert len(printed(app)) == len(rows)
    repeats = rows["repeats"] & (rows["conflict_id"] == "")
    assert printed(app)["remark"].eq("repeat").sum() == repeats.sum()
    said = " ".join(chart.proto.alt for chart in charts(app))
    for row in rows[~rows["stands"]].itertuples():
        assert row.label not in said


def test_both_numbers_of_the_conflict_stand_in_the_title_and_neither_wins(connection):
    rows = store.organisation(connection, "en")
    both = sorted(rows.loc[rows["conflict_id"] != "", "value"])
    app = visit("organisation")
    assert f"{both[0]:.0f} and {both[1]:.0f}" in finding(app)
    said = " ".join(chart.proto.alt for chart in charts(app))
    for label in rows.loc[rows["conflict_id"] != "", "label"]:
        assert label in said


def test_a_rule_of_time_leads_to_its_evidence(connection):
    rows = store.organisation(connection, "en", topic=("schedule",))
    app = visit("organisation")
    [rules] = [radio for radio in app.radio if len(radio.options) == len(rows)]
    rules.set_value("schedule-quarantine-days").run()
    assert address(app)["figure"] == ["schedule-quarantine-days"]
    [label] = rows.loc[rows["figure_id"] == "schedule-quarantine-days", "label"]
    assert label in [metric.label for metric in app.metric]


def test_publicity_shows_the_sum_of_its_list_beside_the_total_and_not_in_a_selection():
    app = visit("publicity")
    assert "228" in finding(app)
    assert finding(app).startswith("Over 300")
    assert app.table[-1].value["sum"].iloc[-1].endswith("**228**")
    selection = visit("publicity", group=["reach"])
    assert "228" not in finding(selection)
    assert "228" not in str([table.value for table in selection.table])


def test_the_timeline_counts_dated_and_undated_figures_and_links_to_the_undated(connection):
    figures = store.figures(connection, "en")
    dated = figures[figures["as_of"].notna()]
    others = figures[figures["as_of"].isna() & (figures["kind"] != "date")]
    app = visit("timeline")
    assert finding(app).startswith(f"{len(dated)} of {len(dated) + len(others)} figures")
    cards = [one.value for one in app.markdown if one.value.startswith("### ")]
    numbers = [int(card.split()[1]) for card in cards]
    assert sum(numbers) == len(others)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", [store.publicity, store.organisation])
def test_units_that_a_language_calls_the_same_have_panels_of_their_own(query, lang, connection):
    rows = by_unit(translator(lang), query(connection, lang))
    panels = rows.groupby("panel", sort=False)
    assert panels["unit"].nunique().eq(1).all()
    assert len(panels) == rows["unit"].nunique()
    assert all(members["value"].is_monotonic_decreasing for _, members in panels)

"""What may speak of several bulletins, what may not, and how a link says which."""

import json
import re
from collections import Counter

import pandas as pd
import pytest

from tests.scope.bulletins import COPY, EVERY, MADE_UP, SHIPPED
from tests.ui.visiting import seen
from xi_data.locale import LANGUAGES
from xi_data.record.tables import TABLES
from xi_data.ui.widgets.row_table import PAGE
from xi_data.views import VIEWS

OF_ONE_TEXT = [key for key, view in VIEWS.items() if not view.several]
OF_SEVERAL = [key for key, view in VIEWS.items() if view.several]
WIDE = [*SHIPPED, *COPY, *MADE_UP]


@pytest.fixture(scope="module")
def printed(several_data) -> pd.DataFrame:
    """The rows of figures.csv."""
    return pd.read_csv(several_data / TABLES["figures"], dtype=str, keep_default_na=False)


def numbers(shown) -> list[int]:
    """Figures of each bulletin, as Overview of several says them."""
    said = [re.match(r":small\[.* · (\d+) .*?\]", one["body"]) for one in shown.of("markdown")]
    return [int(one[1]) for one in said if one]


@pytest.mark.parametrize("page", OF_ONE_TEXT)
def test_a_page_about_one_text_refuses_several(among, page):
    link = {"lang": "en"} | ({"id": "closure-library"} if page == "figure" else {})
    shown = among.visit(page, **link, bulletin=[*COPY, *MADE_UP])
    assert "bulletin" in shown.refused
    first = link | {"bulletin": COPY[0]}
    assert shown.address == {key: [value] for key, value in first.items()}
    assert shown.finding == among.visit(page, **first).finding


@pytest.mark.parametrize("named", [[*COPY, "nowhere"], [""]])
def test_an_unknown_bulletin_is_refused_with_a_notice(among, named):
    shown = among.visit("closures", lang="en", bulletin=named)
    assert not shown.of("exception")
    assert "bulletin" in shown.refused
    assert shown.address.get("bulletin", []) == [one for one in named if one in COPY]


@pytest.mark.parametrize(
    ("page", "named"), [*((page, "nowhere") for page in VIEWS), ("closures", "<script>")]
)
def test_where_only_an_unknown_bulletin_is_named_no_other_is_shown(among, page, named):
    shown = among.visit(page, lang="en", bulletin=named)
    assert not shown.of("exception")
    assert shown.finding == "This bulletin is not here"
    assert "<script>" not in shown.refused
    assert shown.address["bulletin"] == [named]


@pytest.mark.parametrize("page", OF_ONE_TEXT)
def test_data_addresses_and_command_refuse_several(among, page):
    wide = [*COPY, *MADE_UP]
    path = "figure/closure-library.json" if page == "figure" else f"{page}.csv"
    found = among.answer(path, bulletin=wide)
    assert found.status == 400
    assert json.loads(found.text)["key"] == "bulletin"
    link = f"{page}?id=closure-library" + "".join(f"&bulletin={one}" for one in wide)
    refused = among.command("export", link)
    assert (refused.status, refused.content) == (1, b"")
    assert "bulletin = 'xi-county-copy, made-up-2021-08'" in refused.beside


@pytest.mark.parametrize("page", VIEWS)
def test_data_addresses_refuse_an_unknown_bulletin(among, page):
    path = "figure/closure-library.json" if page == "figure" else f"{page}.csv"
    found = among.answer(path, bulletin="nowhere")
    assert found.status == 400
    assert json.loads(found.text)["key"] == "bulletin"
    assert set(json.loads(found.text)["known"]) == set(EVERY)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_overview_of_several_says_each_by_itself(among, lang, printed):
    shown = among.visit("overview", lang=lang, bulletin=WIDE)
    assert shown.address == {"lang": [lang], "bulletin": WIDE}
    assert shown.of("metric") == []
    *others, _footer = [one["body"] for one in shown.of("title", "markdown", "header")]
    assert [one for one in others if "Σ" in one] == []
    counts = Counter(printed["bulletin_id"])
    assert numbers(shown) == [counts[one] for one in (*SHIPPED, *MADE_UP, *COPY)]
    assert len({one["label"] for one in shown.of("button")}) == len(WIDE)


@pytest.mark.parametrize("bulletin", WIDE)
def test_overview_of_several_leads_to_each(among, bulletin):
    click = ("click", f"_bulletin_{bulletin}")
    shown = among.visit("overview", click, lang="en", bulletin=WIDE)
    named = {} if bulletin in SHIPPED else {"bulletin": [bulletin]}
    assert shown.address == {"lang": ["en"]} | named
    assert shown.finding == among.visit("overview", lang="en", bulletin=bulletin).finding


def test_all_figures_of_several_name_the_bulletin_of_each_row(among):
    shown = among.visit("figures", lang="en", bulletin=WIDE)
    [table] = shown.tables
    columns = [column["key"] for column in table["columns"]]
    assert columns[-1] == "bulletin"
    every = among.answer("figures.csv", bulletin=WIDE).text.splitlines()[1:]
    keys = ["{1}/{0}".format(*row.split(",")[:2]) for row in every]
    assert [key for key, *_ in table["rows"]] == keys[:PAGE]
    assert table["pages"]["said"].endswith(f" of {len(keys)}")
    names = {(key.partition("/")[0], cells[-1]) for key, *cells in table["rows"]}
    assert len(names) == len({key for key, _ in names}) == len({name for _, name in names}) > 1
    [alone] = among.visit("figures", lang="en").tables
    assert [column["key"] for column in alone["columns"]] == columns[:-1]


def test_facets_of_several_count_the_figures_of_all(among, printed):
    shown = among.visit("figures", lang="en", bulletin=WIDE)
    pills = {one["label"]: one["options"] for one in shown.of("button_group") if "options" in one}
    money = [one["content"] for one in pills["Topic"] if "Money" in one["content"]]
    mine = printed[printed["bulletin_id"].isin(WIDE)]
    number = int(mine["topic"].isin(["funding", "donation"]).sum())
    assert money[0].endswith(f":gray[{number}]")


@pytest.mark.parametrize("bulletin", [*SHIPPED, *COPY])
@pytest.mark.parametrize("key", ["figure", "bar"])
def test_a_link_opens_the_figure_of_the_bulletin_that_it_names(among, bulletin, key):
    picked = f"{bulletin}/funding-control"
    shown = among.visit("figures", lang="en", bulletin=WIDE, **{key: picked})
    assert shown.refused == ""
    assert shown.address == {"lang": ["en"], "bulletin": WIDE, "figure": [picked]}
    named = "" if bulletin in SHIPPED else f"&bulletin={bulletin}"
    links = [one["queryString"] for one in shown.of("page_link")]
    assert links == [f"id=funding-control&lang=en{named}", f"figure=funding-control&lang=en{named}"]
    [details] = shown.of("table")
    assert [f"Linfen News on Xi County’s response to COVID-19 ({bulletin})"] in [
        [seen(cell) for cell in row] for row in details["arrowData"]["data"]
    ]
    address = f"http://localhost:8501/figure?id=funding-control&lang=en{named}"
    assert f"{address} (accessed " in shown.words
    rows = among.answer("figures.csv", bulletin=WIDE, **{key: picked})
    every = len(among.answer("figures.csv", bulletin=WIDE).text.splitlines())
    assert len(rows.text.splitlines()) == every


def test_a_figure_without_its_bulletin_is_refused_among_several(among):
    shown = among.visit("figures", lang="en", bulletin=WIDE, figure="funding-control")
    assert "figure" in shown.refused


def test_previous_and_next_walk_from_one_bulletin_to_another(among):
    rows = among.answer("figures.csv", bulletin=WIDE).text.splitlines()[1:]
    keys = ["{1}/{0}".format(*row.split(",")[:2]) for row in rows]
    border = next(place for place, key in enumerate(keys) if key.startswith(WIDE[0]))
    link = {"lang": "en", "bulletin": WIDE}
    for start, arrow, end in ((border - 1, "forward", border), (border, "back", border - 1)):
        step = ("click", f"_step_:material/arrow_{arrow}:")
        shown = among.visit("figures", step, figure=keys[start], **link)
        assert shown.address == {"lang": ["en"], "bulletin": WIDE, "figure": [keys[end]]}


@pytest.mark.parametrize("page", OF_SEVERAL)
def test_the_language_switch_keeps_the_bulletins(among, page):
    shown = among.visit(page, ("choose", "lang", "zh"), lang="en", bulletin=WIDE)
    assert shown.address == {"lang": ["zh"], "bulletin": WIDE}
    assert shown.finding == among.visit(page, lang="zh", bulletin=WIDE).finding


@pytest.mark.parametrize("page", OF_ONE_TEXT)
def test_a_click_in_the_row_of_pages_keeps_the_bulletin(among, page):
    shown = among.visit("overview", ("navigate", page), lang="zh", bulletin=[*MADE_UP])
    assert shown.address["bulletin"] == [*MADE_UP]
    assert shown.address["lang"] == ["zh"]
    assert shown.finding == among.visit(page, lang="zh", bulletin=[*MADE_UP]).finding


def test_a_click_from_several_to_a_page_about_one_text_shows_the_default(among):
    shown = among.visit("figures", ("navigate", "closures"), lang="en", bulletin=WIDE)
    assert shown.address == {"lang": ["en"]}
    assert shown.finding == among.visit("closures", lang="en").finding


def test_the_chooser_changes_the_bulletin_and_lets_the_figure_go(among):
    link = {"lang": "en", "figure": "supply-flour-kg"}
    shown = among.visit("supplies", ("choose", "_bulletin_one", MADE_UP[0]), **link)
    assert shown.address == {"lang": ["en"], "bulletin": [*MADE_UP]}
    back = among.visit("supplies", ("choose", "_bulletin_one", SHIPPED[0]), bulletin=MADE_UP[0])
    assert back.address == {"lang": ["en"]}
    wide = among.visit("figures", ("choose", "_bulletin_several", WIDE), **link)
    assert wide.address == {"lang": ["en"], "bulletin": WIDE}
    none = among.visit("figures", ("choose", "_bulletin_several", []), bulletin=WIDE)
    assert none.address == {"lang": ["en"]}


def test_a_topic_narrows_what_overview_says_of_each_and_its_files(among, printed):
    shown = among.visit("overview", lang="en", bulletin=WIDE, family="supplies")
    assert shown.address == {"lang": ["en"], "bulletin": WIDE, "family": ["supplies"]}
    assert numbers(shown) == [14, 3, 14]
    rows = among.answer("overview.csv", lang="en", bulletin=WIDE, family="supplies")
    assert len(rows.text.splitlines()) == 1 + 14 + 3 + 14


@pytest.mark.parametrize("lang", LANGUAGES)
def test_compare_of_several_names_the_bulletins_and_keeps_them(among, lang):
    shown = among.visit("compare", lang=lang, bulletin=WIDE, view="both")
    assert not shown.of("exception")
    assert shown.refused == ""
    assert shown.address == {"lang": [lang], "bulletin": WIDE, "view": ["both"]}
    [table] = shown.tables
    assert {key.partition("/")[0] for key, *_ in table["rows"]} >= {*SHIPPED, *COPY}


def test_what_is_compared_of_two_does_not_change_because_others_are_known(among):
    two = [*SHIPPED, *COPY]
    townships = "organisation.township..administrative_area"
    rows = among.answer("compare.csv", bulletin=two, indicator=townships)
    assert rows.status == 200
    assert len(rows.text.splitlines()) == 1 + 2
    nothing = among.answer("compare.csv", bulletin=[*SHIPPED])
    assert len(nothing.text.splitlines()) == 1

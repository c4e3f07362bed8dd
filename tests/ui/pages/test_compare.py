"""Compare with the shipped bulletin and fourteen invented ones; All figures narrowed by them."""

from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.fifteen_bulletins import INVENTED, PLACES
from tests.three_bulletins import SHIPPED
from tests.ui.visiting import (
    address,
    charts,
    components,
    finding,
    notice,
    printed,
    said,
    seen,
    visit,
)
from xi_data import memory, store
from xi_data.locale import LANGUAGES
from xi_data.ui.state import answers

FIFTEEN = [*SHIPPED, *INVENTED]
MASKS = "supply.mask.in_reserve.piece"


@pytest.fixture(scope="module", autouse=True)
def _of_fifteen(fifteen_bulletins, tmp_path_factory):
    """A server whose data have fifteen bulletins."""
    folder = tmp_path_factory.mktemp("database")
    with (
        pytest.MonkeyPatch.context() as patch,
        store.open_database(fifteen_bulletins, [folder]) as opened,
    ):
        patch.setattr(answers, "database", cache(lambda: opened))
        memory.forget()
        yield
    memory.forget()


def matrix(app) -> dict[str, dict[str, dict[str, str]]]:
    """Name of a row and heading of a column to the cell."""
    [table] = [one for one in components(app) if "heads" in one]
    heads = table["heads"][1:]
    return {row["name"]: dict(zip(heads, row["cells"], strict=True)) for row in table["rows"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_indicator_of_a_link_is_drawn_and_told(query_fifteen, lang):
    app = visit("compare", lang=lang, bulletin=FIFTEEN, indicator=MASKS, view="both")
    assert list(app.exception) == []
    assert address(app) == {
        "lang": [lang],
        "bulletin": FIFTEEN,
        "indicator": [MASKS],
        "view": ["both"],
    }
    rows = query_fifteen(store.comparison, tuple(FIFTEEN), lang, indicator=MASKS)
    table = printed(app)
    assert list(table.index) == [f"{r.bulletin_id}/{r.figure_id}" for r in rows.itertuples()]
    places = query_fifteen(store.bulletins, lang).set_index("bulletin_id")["short_name"]
    assert list(table["bulletin"]) == [places[one] for one in rows["bulletin_id"]]
    assert places[rows["bulletin_id"].iloc[0]] in finding(app)
    [chart] = charts(app)
    assert all(places[one] in chart.proto.alt for one in rows["bulletin_id"])


def test_every_indicator_can_be_chosen_and_opens(query_fifteen):
    app = visit("compare", lang="en", bulletin=FIFTEEN)
    box = app.selectbox(key="indicator")
    names = box.options
    assert (
        len(names) == query_fifteen(store.comparison, tuple(FIFTEEN), "en")["indicator"].nunique()
    )
    for number in (1, len(names) - 1):
        app.selectbox(key="indicator").select_index(number).run()
        assert list(app.exception) == []
        assert finding(app).startswith(names[number])
    assert len(address(app)["indicator"]) == 1


def test_an_unknown_indicator_is_left_out_with_a_notice():
    app = visit("compare", lang="en", bulletin=FIFTEEN, indicator="no.such.thing.at_all")
    assert "indicator" in notice(app)
    assert "indicator" not in address(app)
    assert finding(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_of_the_matrix_leads_to_those_figures(lang):
    app = visit("compare", lang=lang, bulletin=FIFTEEN)
    table = matrix(app)
    assert len(table) == len(FIFTEEN)
    [place] = [one for one in table if one == PLACES[7]]
    for cell in (
        cell for row in (table[place], next(iter(table.values()))) for cell in row.values()
    ):
        if not cell["address"]:
            assert cell["text"] == "–"
            continue
        link = urlsplit(cell["address"])
        assert link.path == "/figures"
        query = parse_qs(link.query)
        assert query["lang"] == [lang]
        assert cell["text"] in cell["words"]
    asked = {key: value[0] for key, value in query.items()}
    figures = visit("figures", **asked)
    assert notice(figures) == ""
    assert str(len(printed(figures))) == cell["text"]


def test_what_is_refused_is_listed_with_reasons():
    words = said(visit("compare", lang="en", bulletin=FIFTEEN))
    for reason in ("Different units", "Undated beside dated", "No status", "Read by machine"):
        assert f"**{reason}" in words


def test_a_share_says_which_two_figures_it_is_of():
    app = visit("compare", lang="en", bulletin=FIFTEEN)
    [table] = [one.value for one in app.table if "share" in one.value]
    assert "Σ" in " ".join(one.value for one in app.header)
    assert "1,846 ÷ 1,930 = **95.6%**" in [seen(one) for one in table["share"]]
    assert seen(table["name"].iloc[0]).startswith("Xi County: ")


def test_of_one_bulletin_all_are_offered():
    app = visit("compare", lang="en")
    assert charts(app) == []
    app.button(key="_compare_all").click().run()
    assert set(address(app)["bulletin"]) == set(FIFTEEN)
    assert len(charts(app)) == 1


def test_bulletins_that_give_nothing_alike_still_show_what_they_give():
    app = visit("compare", lang="en", bulletin=["sample-10", "sample-11"])
    assert list(app.exception) == []
    assert finding(app) == "No indicator is given alike by two of these bulletins"
    assert len(matrix(app)) == 2
    assert charts(app) == []


def test_a_picked_dot_shows_its_evidence():
    picked = f"{SHIPPED[0]}/supply-masks-reserve"
    app = visit("compare", lang="en", bulletin=FIFTEEN, indicator=MASKS, figure=picked)
    assert notice(app) == ""
    assert address(app)["figure"] == [picked]
    assert "15,000" in [one.value for one in app.metric]


def test_all_figures_of_several_narrow_by_place_and_month(query_fifteen):
    scope = tuple(FIFTEEN)
    for key, choice in (("place", "Xi County"), ("month", "2020-02")):
        app = visit("figures", lang="en", bulletin=FIFTEEN, **{key: choice})
        assert notice(app) == ""
        assert address(app)[key] == [choice]
        number = len(query_fifteen(store.figures, scope, "en", **{key: (choice,)}))
        assert finding(app).startswith(f"{number} of ")
        assert query_fifteen(store.counts, scope)[key, choice] == number


@pytest.mark.parametrize("key", ["place", "month"])
def test_all_figures_of_one_have_no_such_facet(key):
    app = visit("figures", lang="en", **{key: "2020-02"})
    assert key in notice(app)


def test_a_bulletin_is_chosen_among_those_of_the_page():
    app = visit("figures", lang="en", bulletin=FIFTEEN, family="supplies")
    app.session_state["_popover_bulletin"] = True
    app.run()
    pills = app.pills(key="_narrow") if hasattr(app, "pills") else app.button_group(key="_narrow")
    assert "Xi County :gray[14]" in pills.options
    pills.set_value([SHIPPED[0], INVENTED[0]]).run()
    assert address(app)["bulletin"] == [SHIPPED[0], INVENTED[0]]

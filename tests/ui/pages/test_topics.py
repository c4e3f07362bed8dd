"""What the pages of the topics say, held against the rows that they say it of."""

import pytest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import address, charts, finding, printed, said, visit
from xi_data import store
from xi_data.findings.by_unit import by_unit
from xi_data.locale import LANGUAGES, translator
from xi_data.views import rows as rows_of
from xi_data.wording import with_unit


def test_headline_numbers_of_closures_are_true_of_ties_and_of_what_is_left(connection):
    every = rows_of.closures(connection, SHIPPED, "en")
    ones = every[every["value"] == 1]
    app = visit("closures", category=list(ones["category"]))
    assert [metric.value for metric in app.metric[:3]] == [f"{len(ones)}", "1", "0"]
    words = said(app)
    assert all(f"{name[:1].lower()}{name[1:]}" in words for name in ones["category_label"])
    composites = every[every["composite"]]["value"]
    assert visit("closures").metric[0].value == f"{composites.sum():.0f}"


def test_closures_are_parts_and_a_total_of_our_own(connection):
    app = visit("closures", view="both")
    rows = rows_of.closures(connection, SHIPPED, "en")
    total = f"{rows['value'].sum():,.0f}"
    t = translator("en")
    assert list(printed(app)["value"]) == [with_unit(t, row) for row in rows.itertuples()]
    assert finding(app).startswith(f"Venues shut: Σ {total}")
    computed = app.table[-1].value
    assert f"**{total}**" in computed["sum"].iloc[-1]
    composites = rows.loc[rows["composite"], "category_label"]
    badged = printed(app).loc[lambda shown: shown["remark"] != ""]
    assert set(composites) == set(badged["type"])


def test_a_doubtful_order_is_compared_with_the_others_in_numbers(connection):
    rows = rows_of.supplies(connection, SHIPPED, "en").set_index(["category", "status"])["value"]
    app = visit("supplies")
    [odd] = [one.value for one in app.markdown if "material/flag" in one.value]
    assert f"{rows['mask', 'ordered'] / rows['mask', 'in_reserve']:.0%} of the reserve" in odd


def test_a_panel_of_supplies_names_every_unit_that_it_holds(connection):
    rows = rows_of.supplies(connection, SHIPPED, "en")
    names = store.options(connection, "en")["unit"]
    articles = rows[rows["dimension"] == "article"]
    [heading] = [one.value for one in visit("supplies").header if "Counted in" in one.value]
    assert all(names[unit] in heading for unit in articles["unit"])


def test_a_count_that_is_printed_again_has_one_bar_and_every_row(connection):
    rows = store.organisation(connection, SHIPPED, "en")
    app = visit("organisation", view="both")
    assert len(printed(app)) == len(rows)
    repeats = rows["repeats"] & (rows["conflict_id"] == "")
    assert printed(app)["remark"].eq("repeat (inferred)").sum() == repeats.sum()
    said = " ".join(chart.proto.alt for chart in charts(app))
    for row in rows[~rows["stands"]].itertuples():
        assert row.label not in said


def test_both_numbers_of_the_conflict_stand_in_the_title_and_neither_wins(connection):
    rows = store.organisation(connection, SHIPPED, "en")
    both = sorted(rows.loc[rows["conflict_id"] != "", "value"])
    app = visit("organisation")
    assert f"{both[0]:.0f} and {both[1]:.0f}" in finding(app)
    said = " ".join(chart.proto.alt for chart in charts(app))
    for label in rows.loc[rows["conflict_id"] != "", "label"]:
        assert label in said


def test_a_rule_of_time_leads_to_its_evidence(connection):
    rows = store.organisation(connection, SHIPPED, "en", topic=("schedule",))
    app = visit("organisation")
    [rules] = [radio for radio in app.radio if len(radio.options) == len(rows)]
    rules.set_value("schedule-quarantine-days").run()
    assert address(app)["figure"] == ["schedule-quarantine-days"]
    [label] = rows.loc[rows["figure_id"] == "schedule-quarantine-days", "label"]
    assert label in [metric.label for metric in app.metric]


def test_publicity_shows_the_sum_of_its_list_beside_the_total_and_not_in_a_selection():
    app = visit("publicity")
    assert "228" in finding(app)
    assert "over 300" in finding(app)
    assert app.table[-1].value["sum"].iloc[-1].endswith("**228**")
    selection = visit("publicity", group=["reach"])
    assert "228" not in finding(selection)
    assert "228" not in str([table.value for table in selection.table])


def test_the_timeline_counts_dated_and_undated_figures_and_links_to_the_undated(connection):
    figures = store.figures(connection, SHIPPED, "en")
    dated = figures[figures["as_of"].notna()]
    others = figures[figures["as_of"].isna() & (figures["kind"] != "date")]
    app = visit("timeline", view="chart")
    assert finding(app).startswith(f"{len(dated)} of {len(dated) + len(others)} figures")
    assert sum(int(one.value) for one in app.metric[-2:]) == len(others)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", [store.publicity, store.organisation])
def test_units_that_a_language_calls_the_same_have_panels_of_their_own(query, lang, connection):
    rows = by_unit(translator(lang), query(connection, SHIPPED, lang))
    panels = rows.groupby("panel", sort=False)
    assert panels["unit"].nunique().eq(1).all()
    assert len(panels) == rows["unit"].nunique()
    assert all(members["value"].is_monotonic_decreasing for _, members in panels)

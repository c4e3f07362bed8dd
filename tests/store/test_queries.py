"""What each query answers, on the real figures."""

import re

import pytest

from tests.fifteen_bulletins import INVENTED
from xi_data import store
from xi_data.record.tables import ADDED, DATA, TABLES

CJK = re.compile(r"[㐀-鿿]")
SHIPPED = ("xi-county-2020-02",)
DISINFECTION = (("disinfection",), ("disinfection_cycle",))
FACETS = ("family", "wording", "status", "unit", "section", "dated")


def keyed(*figure_ids: str) -> tuple[tuple[str, str], ...]:
    return tuple((SHIPPED[0], figure_id) for figure_id in figure_ids)


def ids(rows) -> list[str]:
    return list(rows["figure_id"])


def closures(connection, bulletins, lang):
    return store.topic(connection, bulletins, lang, ("closure",))


def test_twelve_closures_sum_to_351_in_their_groups(connection):
    rows = store.topic(connection, SHIPPED, "en", ("closure",))
    assert len(rows) == 12
    assert rows["value"].sum() == 351
    assert rows.groupby("category_group")["value"].agg(["sum", "count"]).T.to_dict("list") == {
        "food_lodging": [136, 1],
        "public_culture": [107, 4],
        "leisure": [62, 4],
        "medical_care": [44, 2],
        "tourism": [2, 1],
    }
    assert rows["start"].is_monotonic_increasing


def test_closures_of_several_kinds_in_one_figure_are_composite(connection):
    rows = store.topic(connection, SHIPPED, "en", ("closure",))
    assert set(rows.loc[rows["composite"], "value"]) == {136, 31}


def test_closures_are_filtered_by_group_and_type(connection):
    leisure = store.topic(connection, SHIPPED, "en", ("closure",), group=("leisure",))
    assert sorted(leisure["value"], reverse=True) == [38, 11, 7, 6]
    assert (
        len(store.topic(connection, SHIPPED, "en", ("closure",), group=("leisure", "tourism"))) == 5
    )
    assert ids(
        store.topic(connection, SHIPPED, "en", ("closure",), category=("karaoke", "library"))
    ) == [
        "closure-karaoke",
        "closure-library",
    ]
    assert store.topic(
        connection, SHIPPED, "en", ("closure",), group=("tourism",), category=("karaoke",)
    ).empty


@pytest.mark.parametrize(
    ("least", "values"), [(31, [136, 97, 38, 31]), (32, [136, 97, 38]), (137, [])]
)
def test_the_least_number_of_closures_counts_itself(connection, least, values):
    rows = store.topic(connection, SHIPPED, "en", ("closure",), least=least)
    assert sorted(rows["value"], reverse=True) == values


def test_the_screened_are_the_denominator_of_their_stages(connection):
    rows = store.screening(connection, SHIPPED, "en").set_index("figure_id")
    assert rows["whole"].to_dict() == {
        "screening-outside-screened": 1930,
        "screening-outside-released": 1930,
        "screening-outside-observed": 1930,
        "screening-outside-hubei": 1930,
        "screening-inside-screened": 2813,
        "screening-inside-released": 2813,
        "screening-inside-observed": 2813,
    }
    assert rows.loc["screening-outside-released", "share"] == pytest.approx(1846 / 1930)
    for _, origin in rows[~rows["inset"]].groupby("origin"):
        shares = origin.set_index("status")["share"]
        assert shares["screened"] == 1
        assert shares["released"] + shares["under_observation"] == pytest.approx(1)


def test_hubei_history_is_an_inset_of_the_outside_group(connection):
    rows = store.screening(connection, SHIPPED, "en").set_index("figure_id")
    assert list(rows.index[rows["inset"]]) == ["screening-outside-hubei"]
    assert rows.loc["screening-outside-hubei", "origin"] == "outside_province"


def test_screening_is_filtered_by_origin_and_stage(connection):
    outside = store.screening(connection, SHIPPED, "en", origin=("outside_province",))
    assert list(outside["value"]) == [1930, 1846, 84, 146]
    assert list(store.screening(connection, SHIPPED, "en", status=("released",))["value"]) == [
        1846,
        146,
        2656,
    ]
    inside_observed = store.screening(
        connection, SHIPPED, "en", origin=("inside_province",), status=("under_observation",)
    )
    assert list(inside_observed["value"]) == [157]
    assert list(inside_observed["whole"]) == [2813]


def test_supplies_are_filtered_by_group_status_and_unit(connection):
    assert ids(
        store.topic(connection, SHIPPED, "en", ("supply",), group=("food",), unit=("kg",))
    ) == [
        "supply-flour-kg",
        "supply-oil-kg",
    ]
    assert ids(store.topic(connection, SHIPPED, "en", ("supply",), status=("purchased",))) == [
        "supply-thermal-scanners"
    ]


def test_a_pack_of_flour_weighs_25_kg_and_a_drum_of_oil_5(connection):
    packs = store.packs(connection, SHIPPED, "en").set_index("category")
    assert packs["weight_of_pack"].to_dict() == {"flour": 25, "cooking_oil": 5}
    assert packs["pack_unit_label"].to_dict() == {"flour": "bags", "cooking_oil": "drums"}


def test_gifts_in_kind_leave_their_value_in_money_out(connection):
    gifts = store.gifts_in_kind(connection, SHIPPED, "en")
    assert "CNY" not in set(gifts["unit"])
    assert list(zip(gifts["value"], gifts["unit"], gifts["scale"], strict=True)) == [
        (100, "basket", 100),
        (25, "basket", 100),
        (400, "kg", 400),
    ]


def test_all_120_figures_come_in_the_order_of_the_text(connection):
    rows = store.figures(connection, SHIPPED, "en")
    assert len(rows) == 120
    assert rows["start"].is_monotonic_increasing
    assert list(rows["position"]) == list(range(1, 121))


@pytest.mark.parametrize("query", [store.figures, closures, store.paragraphs])
def test_both_languages_have_the_same_columns_and_rows(connection, query):
    english, chinese = query(connection, SHIPPED, "en"), query(connection, SHIPPED, "zh")
    assert list(english.columns) == list(chinese.columns)
    assert len(english) == len(chinese)
    assert not english["label"].str.contains(CJK).any()
    assert chinese["label"].str.contains(CJK).all()


def test_missing_words_are_empty_strings(connection):
    rows = store.figures(connection, SHIPPED, "en")
    assert "" in set(rows["note"])
    for column in ("note", "subject", "status_label", "basis_label", "obs_label"):
        assert rows[column].map(type).eq(str).all(), column


def test_one_is_singular_and_two_are_plural_in_english(connection):
    labels = store.figures(connection, SHIPPED, "en").set_index("figure_id")["unit_label"]
    assert labels["closure-library"] == "venue"
    assert labels["closure-scenic-areas"] == "venues"


@pytest.mark.parametrize(
    ("searches", "found"),
    [
        (["2,813", "2813", "２８１３"], ["screening-inside-screened"]),
        (["1.5萬戶", "1.5万户", "１．５万户"], ["screening-registered-households"]),
        (["測溫儀", "测温仪", "thermometers"], ["supply-thermometers-ordered"]),
        (["KTV", "ktv", "ＫＴＶ", "closure-karaoke"], ["closure-karaoke"]),
        (["48000 registered", "  Registered   48,000 "], ["screening-registered-people"]),
    ],
)
def test_script_width_case_spaces_and_grouping_do_not_matter_to_search(connection, searches, found):
    for search in searches:
        assert ids(store.figures(connection, SHIPPED, "en", search=search)) == found, search


def test_search_finds_the_same_in_both_scripts_and_languages(connection):
    chinese = ids(store.figures(connection, SHIPPED, "zh", search="口罩"))
    assert {"supply-masks-reserve", "supply-masks-ordered"} <= set(chinese)
    assert ids(store.figures(connection, SHIPPED, "en", search="mask")) == chinese
    printed = ids(store.figures(connection, SHIPPED, "en", search="萬"))
    assert len(printed) > 10
    assert ids(store.figures(connection, SHIPPED, "en", search="万")) == printed


def test_two_words_must_both_be_found(connection):
    masks = set(ids(store.figures(connection, SHIPPED, "en", search="mask")))
    ordered = set(ids(store.figures(connection, SHIPPED, "en", search="ordered")))
    assert (
        set(ids(store.figures(connection, SHIPPED, "en", search="ordered mask"))) == masks & ordered
    )
    assert masks & ordered == {"supply-masks-ordered"}


@pytest.mark.parametrize(
    ("search", "first"),
    [
        ("mask", ["supply-masks-reserve", "supply-masks-ordered"]),
        ("口罩", ["supply-masks-reserve", "supply-masks-ordered"]),
        ("suits", ["supply-suits-reserve", "supply-suits-ordered"]),
    ],
)
def test_search_puts_what_is_called_so_before_what_has_to_do_with_it(connection, search, first):
    found = ids(store.figures(connection, SHIPPED, "en", search=search))
    assert found[: len(first)] == first


def test_a_number_is_found_as_a_whole_and_nothing_else_by_it(connection):
    for typed, value in [("15,000", 15_000), ("1.5万", 15_000), ("150K", 150_000), ("2.5M", 2.5e6)]:
        found = store.figures(connection, SHIPPED, "en", search=typed)
        assert value in set(found["value"]), typed
        assert set(found["value"]) == {value}, typed


def test_a_word_is_found_from_its_beginning(connection):
    over = store.figures(connection, SHIPPED, "en", search="over")
    assert "over" in set(over["qualifier"])
    assert (over["label"].str.contains(r"\bover", case=False) | (over["qualifier"] == "over")).all()
    assert ids(store.figures(connection, SHIPPED, "en", search="karao")) == ["closure-karaoke"]
    assert store.figures(connection, SHIPPED, "en", search="araoke").empty


def test_a_search_of_spaces_asks_for_nothing(connection):
    assert len(store.figures(connection, SHIPPED, "en", search=" \u3000\t\u200b")) == 120


@pytest.mark.parametrize(
    "hostile",
    ["%", "_", "'", '"', "' OR 1=1", "'; DROP TABLE figures; --", "\\", "\0", "$terms", "x" * 9999],
)
def test_hostile_words_find_nothing_and_harm_nothing(connection, hostile):
    assert store.figures(connection, SHIPPED, "en", search=hostile).empty
    assert store.counts(connection, SHIPPED, search=hostile) == {}
    assert store.figures(connection, SHIPPED, "en", family=(hostile,)).empty
    assert store.topic(connection, SHIPPED, "en", ("closure",), category=(hostile,)).empty
    assert store.organisation(connection, SHIPPED, "en", section=(hostile,)).empty
    assert store.publicity(connection, SHIPPED, "en", unit=(hostile,)).empty
    assert store.timeline(connection, SHIPPED, "en", day=(hostile,), story=(hostile,)).empty
    assert store.relations(connection, SHIPPED, "en", hostile).empty
    assert store.records(connection, ((hostile, hostile),)).empty
    assert len(store.figures(connection, SHIPPED, "en")) == 120


@pytest.mark.parametrize(
    "filters",
    [
        {"family": ("supplies", "money"), "wording": ("exact",)},
        {"status": ("in_reserve", "ordered"), "dated": ("undated", "none"), "search": "公斤"},
        {"unit": ("person",), "section": ("lead", "party")},
    ],
)
def test_a_count_is_the_number_of_rows_that_its_choice_alone_would_give(connection, filters):
    counts = store.counts(connection, SHIPPED, **filters)
    choices = store.options(connection, "en")
    choices["dated"] |= {"none": ""}
    for facet in FACETS:
        for choice in choices[facet]:
            rows = store.figures(connection, SHIPPED, "en", **{**filters, facet: (choice,)})
            assert counts.get((facet, choice), 0) == len(rows), (facet, choice)


def test_an_unknown_choice_empties_every_facet_but_its_own(connection):
    counts = store.counts(connection, SHIPPED, family=("no such family",))
    assert {facet for (facet, _), number in counts.items() if number} == {"family"}


@pytest.mark.parametrize("facet", ["family", "wording", "unit", "section", "dated"])
def test_the_counts_of_a_facet_that_every_figure_has_sum_to_all_figures(connection, facet):
    counts = store.counts(connection, SHIPPED)
    assert sum(number for (name, _), number in counts.items() if name == facet) == 120


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_options_name_every_choice_that_is_counted(connection, lang):
    options = store.options(connection, lang)
    assert set(FACETS) <= set(options)
    counted = set(store.counts(connection, SHIPPED)) - {("dated", "none")}
    assert {(facet, choice) for facet, choice in counted if choice not in options[facet]} == set()
    assert all(name for names in options.values() for name in names.values())


def test_options_keep_the_order_of_the_vocabulary(connection):
    for facet, file in [("family", "families"), ("unit", "units"), ("wording", "qualifiers")]:
        lines = (DATA / TABLES[file]).read_text(encoding="utf-8").splitlines()
        keys = [line.split(",")[0] for line in lines[1:]]
        assert list(store.options(connection, "en")[facet]) == keys


def test_a_relation_is_seen_from_both_its_figures(connection):
    [bags] = store.relations(connection, SHIPPED, "en", "supply-flour-bags").to_dict("records")
    [weight] = store.relations(connection, SHIPPED, "en", "supply-flour-kg").to_dict("records")
    assert (bags["figure_id"], bags["forward"]) == ("supply-flour-kg", True)
    assert (weight["figure_id"], weight["forward"]) == ("supply-flour-bags", False)
    assert bags["relation"] == weight["relation"] == "same_thing_in_other_unit"
    [order] = store.relations(connection, SHIPPED, "en", "supply-masks-reserve").to_dict("records")
    said = order["relation_label"]
    assert said == "out of proportion to this figure", "the reserve is not the odd one"
    assert order["basis"] == "inferred"


def test_a_whole_lists_its_parts(connection):
    rows = store.relations(connection, SHIPPED, "en", "screening-outside-screened")
    assert list(rows["value"]) == [1846, 84, 146]
    assert set(rows["relation"]) == {"part_of"}
    assert not rows["forward"].any()


def test_paragraphs_hold_all_figures_between_them(connection):
    rows = store.paragraphs(connection, SHIPPED, "en")
    assert list(rows["paragraph"]) == list(range(1, 40))
    assert rows["figures"].sum() == 120
    [closed] = rows.loc[rows["label"] == "Venues shut", "figures"]
    assert closed == 12


def header_of(table: str) -> list[str]:
    """Columns of a table: those of its file in data/, then those that a file may lack."""
    header = (DATA / TABLES[table]).read_text(encoding="utf-8").splitlines()[0].split(",")
    return list(dict.fromkeys((*header, *ADDED.get(TABLES[table], ()))))


def test_records_have_the_columns_of_the_file_in_the_order_of_the_text(connection):
    rows = store.records(connection, keyed("supply-oil-kg", "closure-karaoke", "no-such-figure"))
    assert list(rows.columns) == header_of("figures")
    assert ids(rows) == ["closure-karaoke", "supply-oil-kg"]
    assert store.records(connection, ()).empty


def test_the_dictionary_explains_every_column_of_every_file(connection):
    rows = store.dictionary(connection)
    for table in TABLES:
        explained = rows.loc[rows["table_name"] == table, "column_name"]
        assert list(explained) == header_of(table)
    assert rows["column_comment"].str.len().gt(0).all()
    assert rows["table_comment"].str.len().gt(0).all()


def test_excuses_account_for_all_excused_numerals(connection):
    rows = store.excuses(connection, SHIPPED, "en").set_index("reason")
    assert rows["numerals"].sum() == 54
    assert rows.loc["ordinal", ["numerals"]].to_list() == [2]
    assert list(rows.loc["ordinal", "mentions"]) == ["第一"]


def test_the_bulletin_describes_itself_in_one_language(connection):
    english, chinese = (
        store.bulletin(connection, SHIPPED, "en"),
        store.bulletin(connection, SHIPPED, "zh"),
    )
    assert english["bulletin_id"] == chinese["bulletin_id"] == "xi-county-2020-02"
    assert not CJK.search(english["title"])
    assert CJK.search(chinese["title"])


def test_no_row_of_money_is_a_total(connection):
    rows = store.topic(connection, SHIPPED, "en", ("funding", "donation"))
    assert set(rows.loc[rows["topic"] == "funding", "value"]) == {2_500_000, 1_030_000, 920_000}
    assert set(rows.loc[rows["category"] == "cash", "value"]) == {10_000, 6_100}
    assert ids(
        store.topic(
            connection, SHIPPED, "en", ("funding", "donation"), topic=("donation",), unit=("CNY",)
        )
    ) == [
        "donation-court-cash",
        "donation-villager-cash",
        "donation-pears-value",
    ]
    assert ids(
        store.topic(
            connection, SHIPPED, "en", ("funding", "donation"), group=("in_kind",), unit=("kg",)
        )
    ) == ["donation-pears-delivered-kg"]


def test_the_one_gift_with_several_dates_is_the_villagers(connection):
    steps = store.gift_steps(connection, SHIPPED, "en")
    assert set(steps["gift_id"]) == {"donation-villager-cash"}
    assert [f"{day:%d %m}" for day in steps["date"]] == ["09 02", "10 02", "11 02"]
    assert steps["value"].isna().all()


def test_medical_figures_are_filtered_by_group_status_and_unit(connection):
    rows = store.topic(connection, SHIPPED, "en", ("medical",))
    assert len(rows) == 12
    assert ids(store.topic(connection, SHIPPED, "en", ("medical",), status=("current",))) == [
        "medical-hospital-beds"
    ]
    rooms = store.topic(
        connection, SHIPPED, "en", ("medical",), group=("isolation",), unit=("room",)
    )
    assert set(rooms["value"]) == {35, 15}


def test_disinfection_has_the_interval_of_its_rounds_too(connection):
    rows = store.topic(connection, SHIPPED, "en", *DISINFECTION)
    assert "schedule-disinfection-interval" in ids(rows)
    areas = store.topic(connection, SHIPPED, "en", *DISINFECTION, group=("area",))
    assert list(areas["value"]) == [106_000, 150_000, 60_000]
    cleared = store.topic(connection, SHIPPED, "en", *DISINFECTION, status=("cleared",))
    assert set(cleared["qualifier"]) == {"over"}
    assert ids(store.topic(connection, SHIPPED, "en", *DISINFECTION, unit=("street",))) == [
        "disinfection-streets"
    ]


def test_a_count_that_the_text_repeats_is_counted_once(connection):
    rows = store.organisation(connection, SHIPPED, "en").set_index("figure_id")
    assert len(rows) == 31
    assert rows["stands"].sum() == 24
    assert rows["repeats"].sum() == 7
    assert rows.groupby("first_id")["stands"].sum().eq(1).all()
    assert rows.groupby("first_id").size().to_dict() == (
        rows[~rows["repeats"]]["printings"].to_dict()
    )
    repeated = rows[rows["printings"] > 1]
    assert set(repeated["repeats_basis"]) == {"inferred"}
    assert set(rows.loc[rows["printings"] == 1, "repeats_basis"]) == {""}


def test_of_a_count_in_conflict_the_figure_that_conflicts_stands_for_it(connection):
    rows = store.organisation(connection, SHIPPED, "en").set_index("figure_id")
    both = rows[rows["conflict_id"] != ""]
    assert set(both["value"]) == {5, 6}
    assert set(both["conflict_basis"]) == {"inferred"}
    assert both["stands"].all()
    assert set(both["conflict_id"]) == set(both.index)


def test_where_only_a_repeat_is_in_view_it_stands_for_its_count(connection):
    rows = store.organisation(connection, SHIPPED, "en", section=("party",), unit=("organisation",))
    assert list(rows["stands"]) == [True, True]
    assert "organisation-departments-members" in ids(rows)


def test_publicity_names_the_whole_of_a_part_and_its_other_unit(connection):
    rows = store.publicity(connection, SHIPPED, "en").set_index("figure_id")
    assert len(rows) == 11
    assert rows.loc[rows["whole_id"] != "", "value"].sum() == 228
    assert set(rows["whole_id"]) == {"", "publicity-reports"}
    assert rows.loc["publicity-news-sets", "same_as_id"] == "publicity-news-items"
    assert rows.loc["publicity-news-sets", "whole_id"] == "", "one of two units is a part"
    assert ids(store.publicity(connection, SHIPPED, "en", group=("reach",), unit=("click",))) == [
        "publicity-wechat-clicks",
        "publicity-douyin-clicks",
    ]


def test_the_timeline_has_dates_before_their_figures_day_by_day(connection):
    rows = store.timeline(connection, SHIPPED, "en")
    assert rows["day"].is_monotonic_increasing
    assert len(rows) == 21
    for _, told in rows.groupby(["day", "paragraph"], sort=False):
        assert told["kind"].iloc[0] == "date"
    assert set(store.timeline(connection, SHIPPED, "en", day=("2020-02-10",))["kind"]) == {"date"}
    assert store.timeline(connection, SHIPPED, "en", story=("33",))["day"].nunique() == 3


def test_every_figure_is_a_date_or_dated_or_undated(connection):
    undated = store.undated(connection, SHIPPED, "en")
    assert set(undated["dated"]) == {"undated", "none"}
    assert undated["figures"].sum() + len(store.timeline(connection, SHIPPED, "en")) == 120


def test_a_gift_is_reported_at_whole_dates_alone(query_fifteen):
    steps = query_fifteen(store.gift_steps, INVENTED, "en")
    assert steps["date"].notna().all()

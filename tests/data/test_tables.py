"""What must hold between the facts of data/, with or without the article at hand."""

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from xi_data.reading.text import NUMERAL, UNSEEN, normalised, simplified
from xi_data.record.tables import DATA, TABLES

CJK = re.compile(r"[㐀-鿿豈-﫿]")


@pytest.fixture(scope="module")
def related(table, figures):
    """Pairs of figures that stand in a relation, by the relation."""

    def pairs(relation: str) -> list[tuple[dict, dict]]:
        return [
            (figures[row["figure_id"]], figures[row["other_id"]])
            for row in table("relations")
            if row["relation"] == relation
        ]

    return pairs


def parts(related, whole: str) -> dict[str, float]:
    return {
        part["figure_id"]: part["value"]
        for part, other in related("part_of")
        if other["figure_id"] == whole
    }


def test_figures_are_unique_and_in_the_order_of_the_text(table):
    rows = table("figures")
    assert len({row["figure_id"] for row in rows}) == len(rows) == 120
    assert all(one["end"] <= other["start"] for one, other in pairwise(rows))


def test_excused_numerals_and_paragraphs_are_in_the_order_of_the_text(table):
    for name in ("excused_numerals", "paragraphs"):
        assert all(one["end"] <= other["start"] for one, other in pairwise(table(name))), name


def test_context_hashes_tell_all_places_apart(figures):
    assert len({row["context_hash"] for row in figures.values()}) == len(figures)


def test_no_two_mentions_overlap(table):
    spans = sorted(
        (row["start"], row["end"])
        for name in ("figures", "excused_numerals")
        for row in table(name)
    )
    assert [(one, other) for one, other in pairwise(spans) if one[1] > other[0]] == []


def test_every_excused_mention_holds_a_numeral(table):
    without = [row for row in table("excused_numerals") if not NUMERAL.search(row["mention"])]
    assert without == []


def test_figures_agree_with_their_paragraphs(table, figures):
    paragraphs = {row["paragraph"]: row for row in table("paragraphs")}
    for figure_id, row in figures.items():
        paragraph = paragraphs[row["paragraph"]]
        assert paragraph["start"] <= row["start"] < row["end"] <= paragraph["end"], figure_id
        assert row["section"] == paragraph["section"], figure_id


def test_a_figures_category_belongs_to_its_topic(table, figures):
    topics = {row["category"]: row["topic"] for row in table("categories")}
    strays = [
        figure_id for figure_id, row in figures.items() if topics[row["category"]] != row["topic"]
    ]
    assert strays == []


def test_categories_have_two_levels_in_one_topic(table):
    categories = {row["category"]: row for row in table("categories")}
    for key, row in categories.items():
        if row["parent"]:
            parent = categories[row["parent"]]
            assert parent["parent"] is None, key
            assert parent["topic"] == row["topic"], key


def test_printed_step_is_the_place_of_the_last_digit_that_is_not_zero(figures):
    for figure_id, row in figures.items():
        if row["mention"].startswith("半"):
            assert row["printed_step"] is None, "no digit is written"
        elif row["value"] is not None:
            last = Decimal(str(row["value"])).normalize().as_tuple().exponent
            assert Decimal(str(row["printed_step"])) == Decimal(10) ** last, figure_id


def test_values_are_the_digits_printed(figures):
    for figure_id, row in figures.items():
        digits = re.search(r"(\d+(?:\.\d+)?)[余多]?(萬?)", row["mention"])
        if digits and row["kind"] != "date":
            number, ten_thousand = digits.groups()
            assert row["value"] == Decimal(number) * (10_000 if ten_thousand else 1), figure_id


def test_dates_are_the_days_printed_in_2020(figures):
    for figure_id, row in figures.items():
        if row["kind"] == "date":
            month, day = map(int, re.findall(r"\d+", row["mention"]))
            assert row["date"] == date(2020, month, day), figure_id
            assert "2020" in row["note_en"], figure_id


def test_qualifiers_are_the_words_printed(figures):
    words = {"over": "余多+", "nearly": "近", "about": "約", "at_least": "以上"}
    for figure_id, row in figures.items():
        said = [key for key, hedges in words.items() if set(hedges) & set(row["mention"])]
        assert [row["qualifier"]] == (said or ["exact"]), figure_id


def test_measure_words_stand_in_the_mention(figures):
    for figure_id, row in figures.items():
        if row["unit_printed"]:
            assert row["unit_printed"] in simplified(row["mention"]), figure_id


def test_the_bulletins_latest_date_is_that_of_its_latest_figure(table, figures):
    [bulletin] = table("bulletins")
    dates = [row[key] for row in figures.values() for key in ("date", "as_of") if row[key]]
    assert bulletin["latest_date"] == max(dates)


def test_the_stated_date_governs_the_screening_paragraph_and_nothing_else(figures):
    stated = {key for key, row in figures.items() if row["as_of_basis"] == "stated"}
    paragraph = figures["date-screening-status"]["paragraph"]
    counted = {
        key
        for key, row in figures.items()
        if row["paragraph"] == paragraph and row["kind"] != "date"
    }
    assert stated == counted
    assert {figures[key]["as_of"] for key in stated} == {figures["date-screening-status"]["date"]}


def test_composites_are_marked_and_explained_and_nothing_else_is(figures):
    marked = {key for key, row in figures.items() if row["obs_status"] == "W"}
    explained = {key for key, row in figures.items() if "not split" in (row["note_en"] or "")}
    assert marked == explained
    assert marked == {
        "closure-food-lodging",
        "closure-private-clinics",
        "disinfection-refuse-points",
        "disinfection-heaps-cleared",
        "publicity-literary-works",
    }


@pytest.mark.parametrize(
    ("place", "screened", "released", "observed"),
    [("outside", 1930, 1846, 84), ("inside", 2813, 2656, 157)],
)
def test_the_screened_are_released_or_under_observation(
    figures, related, place, screened, released, observed
):
    whole = f"screening-{place}-screened"
    listed = parts(related, whole)
    listed.pop("screening-outside-hubei", None)
    assert figures[whole]["value"] == screened
    assert listed == {
        f"screening-{place}-released": released,
        f"screening-{place}-observed": observed,
    }
    assert sum(listed.values()) == screened


def test_the_hubei_inset_lies_within_the_released_from_outside(figures, related):
    released = "screening-outside-released"
    inset = parts(related, released)
    assert list(inset) == ["screening-outside-hubei"]
    assert figures["screening-outside-hubei"]["status"] == figures[released]["status"]
    assert sum(inset.values()) <= figures[released]["value"]


def test_no_part_exceeds_its_whole(related):
    for part, whole in related("part_of"):
        assert part["value"] <= whole["value"], part["figure_id"]


def test_one_thing_in_two_units_is_one_thing_in_two_units(related):
    for one, other in related("same_thing_in_other_unit"):
        for key in ("topic", "category", "status", "subject", "paragraph"):
            assert one[key] == other[key], (one["figure_id"], key)
        assert one["unit"] != other["unit"], one["figure_id"]


def test_restated_figures_are_equal(related):
    for one, other in related("restates"):
        for key in ("value", "unit", "qualifier", "kind"):
            assert one[key] == other[key], (one["figure_id"], key)
        assert one["start"] != other["start"], one["figure_id"]


def test_figures_in_conflict_differ(related):
    [(one, other)] = related("conflicts_with")
    assert (one["figure_id"], one["value"]) == ("checkpoint-county-entrances", 6)
    assert (other["figure_id"], other["value"]) == ("checkpoint-border-crossings", 5)
    assert one["unit"] == other["unit"]
    assert one["obs_status"] == "U"


def test_only_the_entrances_themselves_are_said_to_be_the_same_entrances(table):
    """Isolation rooms, quarantine stations and checkpoints at entrances are no entrances."""
    same = [
        row
        for row in table("relations")
        if row["relation"] in ("restates", "conflicts_with")
        and row["figure_id"].startswith("checkpoint-")
    ]
    assert [row["other_id"] for row in same] == ["checkpoint-border-crossings"]


def test_what_only_a_reader_concludes_is_called_inferred(table):
    basis = defaultdict(set)
    for row in table("relations"):
        basis[row["relation"]].add(row["basis"])
    for relation in ("restates", "conflicts_with", "odd_beside"):
        assert basis[relation] == {"inferred"}, relation


def test_households_and_their_people_are_two_counts(related):
    pairs = [(one["unit"], other["unit"]) for one, other in related("members_of")]
    assert ("person", "household") in pairs
    assert {one for one, _ in pairs} == {"person"}
    two_units = {one["figure_id"] for one, _ in related("same_thing_in_other_unit")}
    assert not two_units & {one["figure_id"] for one, _ in related("members_of")}


def test_gifts_name_their_givers_and_goods_the_sum_that_paid_them(related):
    for one, other in related("given_by"):
        assert (one["topic"], other["category"]) == ("donation", "donor"), one["figure_id"]
        assert one["paragraph"] == other["paragraph"], one["figure_id"]
    [(machines, money)] = related("paid_with")
    assert (machines["unit"], money["value"]) == ("device", 920_000)


def test_restatements_lead_back_to_a_first_figure_and_never_in_a_circle(table):
    links = {
        row["figure_id"]: row["other_id"]
        for row in table("relations")
        if row["relation"] == "restates"
    }
    for figure_id in links:
        seen = [figure_id]
        while seen[-1] in links:
            seen.append(links[seen[-1]])
            assert len(set(seen)) == len(seen), seen


def test_twelve_closures_sum_to_351(figures):
    closures = [row["value"] for row in figures.values() if row["topic"] == "closure"]
    assert len(closures) == 12
    assert sum(closures) == 351


def test_publicity_listed_after_the_reports_is_not_called_a_part_of_them(figures, related):
    total = figures["publicity-reports"]
    listed = [one for one, other in related("listed_after") if other is total]
    assert sum(one["value"] for one in listed) == 228 < total["value_low"] == 300
    assert parts(related, "publicity-reports") == {}
    assert "Σ 228" in total["note_en"]
    assert "Σ 228" in total["note_zh"]


def test_no_status_says_more_than_the_words(figures):
    statuses = {key: row["status"] for key, row in figures.items()}
    assert statuses["medical-hospital-beds"] == "current"
    assert statuses["publicity-films"] == statuses["publicity-literary-works"] == "produced"
    assert statuses["funding-thermal-scanners"] == "invested"
    assert statuses["schedule-monitoring-hours"] is None


def test_packs_of_flour_and_oil_weigh_a_whole_number(figures):
    assert figures["supply-flour-kg"]["value"] / figures["supply-flour-bags"]["value"] == 25
    assert figures["supply-oil-kg"]["value"] / figures["supply-oil-drums"]["value"] == 5


@pytest.mark.parametrize("name", TABLES)
def test_words_are_in_their_language(table, name):
    for row in table(name):
        for column, words in row.items():
            if words and column.endswith("_zh"):
                assert simplified(words) == words, (name, column)
            if words and column == "label_zh":
                assert CJK.search(words) or words == "KTV", words
            if words and column == "label_en":
                assert not CJK.search(words), words


def test_notes_and_definitions_come_in_both_languages(table):
    for name in TABLES:
        for row in table(name):
            for column in row:
                other = f"{column.removesuffix('_en')}_zh"
                if column.endswith("_en") and other in row:
                    assert bool(row[column]) == bool(row[other]), (name, column)


def test_every_choice_of_a_vocabulary_has_a_name_of_its_own(table):
    for name, key in [("topics", "label_en"), ("units", "plural_en"), ("statuses", "label_en")]:
        names = [row[key] for row in table(name)]
        assert len(set(names)) == len(names), name


def test_the_store_builds_so_every_key_is_in_its_vocabulary(connection, figures):
    with connection.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM figures").fetchall() == [(len(figures),)]


def test_no_cell_holds_a_character_that_nobody_sees(table):
    for name in TABLES:
        for row in table(name):
            assert not [cell for cell in row.values() if UNSEEN.search(str(cell))], (name, row)


@pytest.mark.parametrize("form", [str, normalised], ids=["as printed", "simplified"])
def test_no_sentence_of_the_article_stands_in_the_data(article, form):
    def compact(text: str) -> str:
        return "".join(form(text).split())

    length = 24
    printed = compact(article)
    passages = {printed[at : at + length] for at in range(len(printed) - length + 1)}
    for file in DATA.rglob("*"):
        if file.is_file():
            words = compact(file.read_text(encoding="utf-8"))
            quoted = [
                at for at in range(len(words) - length + 1) if words[at : at + length] in passages
            ]
            assert quoted == [], file

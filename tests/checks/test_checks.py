"""The checks: data/ has no error, each check finds the error it is for, and all say so in words."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from xi_data import checks
from xi_data.checks import record, tally, wordings
from xi_data.checks.record import Check
from xi_data.locale import LANGUAGES, translator
from xi_data.reading.text import GLOSS, simplified
from xi_data.record.tables import TABLES
from xi_data.record.version import version


@pytest.fixture(scope="module")
def facts() -> checks.Facts:
    return checks.read_facts()[version().bulletin]


def facts_in(data: Path) -> checks.Facts:
    """The facts of the article in a data folder."""
    return checks.read_facts(data)[version().bulletin]


@pytest.fixture(scope="module")
def every(facts) -> list[Check]:
    """Every check of the real data, without the text."""
    return checks.run_all(facts)


def of(kind: str, found: list[Check]) -> list[Check]:
    """The checks of one kind."""
    return [check for check in found if check.kind == kind]


def verdicts(found: list[Check]) -> dict[str, str]:
    """Key of a check to its verdict."""
    return {check.key: check.verdict for check in found}


def edit(data: Path, table: str, key: str, **cells: str) -> None:
    """Change cells of the rows with the key: a figure_id where there is one, else a bulletin_id."""
    column = "bulletin_id" if table == "excused_numerals" else "figure_id"
    change(data, table, lambda row: row | cells if row[column] == key else row)


def change(data: Path, table: str, made: Callable[[dict], dict | None]) -> None:
    """Rewrite every row of a table; a row made None is left out. One row at least must change."""
    file = data / TABLES[table]
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        columns, rows = reader.fieldnames, list(reader)
    rewritten = [made(dict(row)) for row in rows]
    assert rewritten != rows
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rewritten if row is not None)


def test_our_data_have_no_error(every):
    assert [check for check in every if check.verdict == record.DATA_ERROR] == []
    assert checks.exit_code(every) == 0


def test_against_the_article_every_check_of_the_text_holds(facts, article):
    found = checks.run_all(facts, article)
    assert {c.kind: c.verdict for c in found if c.kind in record.TEXT_KINDS} == dict.fromkeys(
        record.TEXT_KINDS, record.HOLDS
    )
    assert checks.exit_code(found) == 0


def test_without_the_text_its_checks_wait(every):
    waiting = {check.kind for check in every if check.verdict == record.NOT_RUN}
    assert waiting == set(record.TEXT_KINDS)


def test_every_kind_is_run_and_every_key_is_of_one_check(every):
    assert {check.kind for check in every} == set(record.KINDS)
    assert len(verdicts(every)) == len(every)


def test_what_does_not_fit_in_the_article_is_found(every):
    found = {check.key: check.verdict for check in every if check.verdict in record.FINDINGS}
    assert found == {
        "conflict-checkpoint-border-crossings-checkpoint-county-entrances": record.CONFLICT,
        "odd-supply-masks-ordered": record.ODD,
    }


def test_printed_parts_make_up_their_whole_and_insets_are_no_parts(every):
    found = {check.key: check for check in of("sum", every)}
    outside = found["sum-screening-outside-screened"]
    assert outside.formula == (
        *("screening-outside-released", "+", "screening-outside-observed"),
        *("=", "screening-outside-screened"),
    )
    assert (outside.verdict, outside.computed.value) == (record.HOLDS, 1930)
    assert found["sum-screening-inside-screened"].computed.value == 2813
    assert len(found) == 2


def test_a_list_that_is_not_called_the_parts_of_a_number_is_left_open(every):
    [reports] = of("list", every)
    assert (reports.key, reports.verdict) == ("list-publicity-reports", record.CANNOT_TELL)
    assert reports.computed.value == 228
    assert reports.formula[-2:] == ("∥", "publicity-reports")


def test_a_check_says_what_its_relation_rests_on_and_no_other_check_does(facts, every):
    resting = {check.kind for check in every if check.basis}
    assert resting == set(record.ARTICLE_KINDS)
    assert {check.basis for check in of("restatement", every)} == {"inferred"}
    assert {check.basis for check in of("sum", every)} == {"printed"}
    inferred = {(one.figure_id, one.other_id) for one in facts.relations if one.basis == "inferred"}
    for check in of("nesting", every):
        pair = (check.formula[0], check.formula[2])
        assert check.basis == ("inferred" if pair in inferred else "printed"), check.key


def test_a_sum_with_one_inferred_part_rests_on_an_inference(data_copy):
    def guess(row: dict) -> dict:
        part = row["figure_id"] == "screening-outside-observed"
        return row | {"basis": "inferred"} if part else row

    change(data_copy, "relations", guess)
    found = {check.key: check for check in checks.run_all(facts_in(data_copy))}
    assert found["sum-screening-outside-screened"].basis == "inferred"
    assert found["sum-screening-inside-screened"].basis == "printed"


def test_the_hubei_inset_is_no_larger_than_what_holds_it(every):
    insets = [c for c in of("nesting", every) if c.formula[0] == "screening-outside-hubei"]
    assert [check.verdict for check in insets] == [record.HOLDS] * 2


def test_a_pack_has_a_size_and_an_average_is_none(every):
    sizes = {c.key.removeprefix("two_units-"): c for c in of("two_units", every)}
    flour, oil = sizes["supply-flour-bags"], sizes["supply-oil-drums"]
    assert (flour.computed.value, flour.computed.unit, flour.computed.per) == (25, "kg", "bag")
    assert (oil.computed.value, oil.computed.unit, oil.computed.per) == (5, "kg", "drum")
    assert flour.verdict == oil.verdict == record.HOLDS
    beds = sizes["medical-isolation-beds"]
    assert (beds.computed.unit, beds.computed.per) == ("bed", "room")
    news = sizes["publicity-news-sets"]
    assert (news.verdict, news.reason) == (record.CANNOT_TELL, "average")
    assert "screening-registered-people" not in sizes, "households and people are two counts"
    pears = sizes["donation-pears-delivered-kg"]
    assert (pears.verdict, pears.computed.qualifier) == (record.CANNOT_TELL, "over")


BROKEN = [
    ("sum", "figures", "screening-outside-released", {"value": "1847"} | {"value_low": "1847"}),
    ("nesting", "figures", "screening-outside-hubei", {"value_low": "1931", "value_high": "1931"}),
    ("restatement", "figures", "community-compounds", {"value": "151"}),
    ("restatement", "figures", "community-communities-members", {"unit": "room"}),
    ("two_units", "figures", "supply-flour-bags", {"status": "ordered"}),
    ("two_units", "figures", "supply-oil-drums", {"unit": "kg"}),
    ("conflict", "figures", "checkpoint-county-entrances", {"value_low": "5", "value_high": "5"}),
    ("conflict", "figures", "checkpoint-county-entrances", {"unit": "street"}),
    ("odd", "figures", "supply-masks-ordered", {"obs_status": ""}),
    ("value", "figures", "closure-library", {"value": "2"}),
    ("value", "figures", "date-court-gift", {"date": "2020-02-06"}),
    ("value", "figures", "funding-control", {"qualifier": "at_least"}),
    ("bounds", "figures", "funding-control", {"value_high": "2600000"}),
    ("bounds", "figures", "publicity-wechat-clicks", {"value_low": "75000"}),
    ("bounds", "figures", "donation-pears-value", {"value_low": "9000"}),
    ("rounding", "figures", "supply-masks-reserve", {"printed_step": "100"}),
    ("rounding", "figures", "supply-masks-reserve", {"printed_step": ""}),
    ("unit", "figures", "funding-procurement", {"unit": "kg"}),
    ("unit", "figures", "closure-library", {"unit": "hour"}),
    ("unit", "figures", "schedule-duty-hours", {"unit": "nothing"}),
    ("category", "figures", "closure-library", {"category": "mask"}),
    ("paragraph", "figures", "closure-library", {"paragraph": "22"}),
    ("paragraph", "figures", "closure-library", {"section": "supplies"}),
    ("span", "figures", "medical-isolation-beds", {"start": "4698"}),
    ("span", "excused_numerals", "xi-county-2020-02", {"start": "380", "end": "384"}),
    ("remark", "figures", "closure-food-lodging", {"note_zh": ""}),
    ("relation", "relations", "supply-oil-drums", {"other_id": "supply-oil-barrels"}),
    (
        "relation",
        "relations",
        "organisation-departments-plans",
        {"relation": "restates", "other_id": "organisation-departments-plans"},
    ),
]


@pytest.mark.parametrize(("kind", "table", "key", "cells"), BROKEN)
def test_a_broken_row_is_an_error_of_ours(data_copy, kind, table, key, cells):
    edit(data_copy, table, key, **cells)
    found = checks.run_all(facts_in(data_copy))
    broken = [check for check in of(kind, found) if check.verdict == record.DATA_ERROR]
    assert broken
    assert all(check.failures or check.spans for check in broken)
    assert checks.exit_code(found) == 1


BROKEN_IN_THE_TEXT = [
    ("place", "figures", "closure-library", {"start": "3015", "end": "3017"}),
    ("context", "figures", "closure-library", {"context_hash": "0123456789abcdef"}),
]


@pytest.mark.parametrize(("kind", "table", "key", "cells"), BROKEN_IN_THE_TEXT)
def test_a_row_that_the_text_refutes_is_an_error_of_ours(
    data_copy, article, kind, table, key, cells
):
    edit(data_copy, table, key, **cells)
    [check] = of(kind, checks.run_all(facts_in(data_copy), article))
    assert (check.verdict, check.failures) == (record.DATA_ERROR, (key,))


def test_a_numeral_left_out_is_an_error_of_ours(data_copy, article, facts):
    last = facts.excused[-1]
    change(
        data_copy, "excused_numerals", lambda row: row if row["start"] != str(last.start) else None
    )
    [check] = of("coverage", checks.run_all(facts_in(data_copy), article))
    assert check.verdict == record.DATA_ERROR
    assert check.spans == ((last.start, last.start + 1),)


def test_a_copy_that_lacks_a_sentence_is_no_error_of_ours(facts, article):
    figure = facts.figures["closure-library"]
    line = facts.paragraphs[figure.paragraph]
    copy = simplified(GLOSS.sub("", article[: line["start"]] + article[line["end"] :]))
    found = {check.kind: check for check in checks.run_all(facts, copy)}
    assert found["copy"].verdict == found["place"].verdict == record.DIFFERS
    assert len(found["place"].failures) == 12
    assert figure.figure_id in found["place"].failures
    assert checks.exit_code(list(found.values())) == 0


def test_a_finding_that_the_data_declare_is_one_whatever_its_numbers(data_copy):
    edit(
        data_copy,
        "figures",
        "screening-outside-screened",
        obs_status="U",
        value="1931",
        value_low="1931",
        value_high="1931",
    )
    found = verdicts(checks.run_all(facts_in(data_copy)))
    assert found["sum-screening-outside-screened"] == record.DIFFERS


def test_what_the_wording_leaves_open_cannot_be_told(data_copy):
    edit(
        data_copy,
        "figures",
        "screening-outside-released",
        qualifier="over",
        value_high="",
    )
    found = checks.run_all(facts_in(data_copy))
    told = verdicts(found)
    assert told["sum-screening-outside-screened"] == record.CANNOT_TELL
    nested = "nesting-screening-outside-released-screening-outside-screened"
    assert told[nested] == record.CANNOT_TELL
    [outside] = [c for c in found if c.key == "sum-screening-outside-screened"]
    assert outside.computed.qualifier == "at_least"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_is_explained_in_words(lang, facts, every):
    t = translator(lang)
    for check, row in zip(every, wordings.rows(t, facts, every), strict=True):
        for column in ("kind", "verdict", "about", "explanation"):
            assert row[column], (check.key, column)
        assert bool(row["formula"]) == bool(check.formula)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("kind", "table", "key", "cells"), BROKEN)
def test_every_error_is_explained_in_words(data_copy, lang, kind, table, key, cells):
    edit(data_copy, table, key, **cells)
    broken = facts_in(data_copy)
    found = [c for c in checks.run_all(broken) if c.verdict == record.DATA_ERROR]
    rows = wordings.rows(translator(lang), broken, found)
    assert all(row["explanation"] and row["about"] for row in rows)


def test_formulas_are_written_in_the_printed_numbers(facts, every):
    rows = {row["check"]: row for row in wordings.rows(translator("en"), facts, every)}
    assert rows["sum-screening-outside-screened"]["formula"] == "1,846 + 84 = 1,930"
    assert rows["list-publicity-reports"]["formula"] == "86 + 16 + 6 + 2 + 6 + 112 ∥ over 300"
    assert rows["list-publicity-reports"]["computed"] == "228 items"
    assert rows["list-publicity-reports"]["printed"] == "over 300 items"
    assert rows["list-publicity-reports"]["basis"] == "stated"
    assert rows["two_units-supply-flour-bags"]["computed"] == "25 kg a bag"
    assert (
        rows["conflict-checkpoint-border-crossings-checkpoint-county-entrances"]["formula"]
        == "5 ≠ 6"
    )


def test_a_check_on_an_inferred_relation_says_so(facts, every):
    t = translator("en")
    for check in every:
        said = "rests on a relation that is inferred" in wordings.explanation(t, facts, check)
        assert said == (check.basis == "inferred"), check.key


def test_the_finding_counts_what_rests_on_an_inference_apart(every):
    said = tally.finding(translator("en"), every)
    holding = [check for check in every if check.verdict == record.HOLDS]
    inferred = sum(check.basis == "inferred" for check in holding)
    sure = len(holding) - inferred
    assert said.startswith(f"{sure} checks passed, {inferred} more on inferred relations")
    for part in ("1 conflict (inferred)", "1 figure out of proportion (inferred)"):
        assert part in said


def test_the_report_has_a_line_a_check_and_counts_the_verdicts(facts, every):
    *lines, _, last = checks.report(translator("en"), facts, every).splitlines()
    assert sum(not line.startswith(" ") for line in lines) == len(every)
    sure, inferred = map(checks.counted, checks.by_basis(every))
    assert f"passed: {sure['holds']}" in last
    assert f"passed (inferred): {inferred['holds']}" in last


def test_an_error_of_ours_is_not_counted_to_be_read_with_care(data_copy):
    edit(data_copy, "figures", "closure-library", value="2")
    said = tally.finding(translator("en"), checks.run_all(facts_in(data_copy)))
    with_care, ours = said.split("; to be read with care: ")[1].split("; ")
    assert "conflict" in with_care
    assert "in the data" in ours

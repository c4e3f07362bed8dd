"""The Checks page: what it counts, how it narrows, and the way from a check to its figures."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import address, copyable, finding, refused, said, tables, visit
from xi_data import checks, store
from xi_data.checks import record, tally, wordings
from xi_data.locale import LANGUAGES, translator
from xi_data.ui.article import copy as copies
from xi_data.ui.state import keys

CONFLICT = "conflict-checkpoint-border-crossings-checkpoint-county-entrances"
OUTSIDE = "sum-screening-outside-screened"


@pytest.fixture(autouse=True)
def _no_article(monkeypatch):
    """A server without the article."""
    monkeypatch.setattr(copies, "hosted", lambda bulletin_id: None)


@pytest.fixture(scope="module")
def facts() -> checks.Facts:
    return checks.read_facts()[SHIPPED[0]]


@pytest.fixture(scope="module")
def every(facts) -> list[checks.Check]:
    """Every check, as it comes out without the article."""
    return checks.run_all(facts)


def listed(app: AppTest) -> list[str]:
    """Keys of the checks in the table."""
    [table] = tables(app)
    return [row[0] for row in table["rows"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_finding_is_that_of_the_checks(lang, every):
    app = visit("checks", lang=lang)
    assert list(app.exception) == []
    assert finding(app) == tally.finding(translator(lang), every)
    assert sorted(listed(app)) == sorted(check.key for check in every)


def test_what_does_not_fit_in_the_article_stands_first(every):
    found = {check.key for check in every if check.verdict in record.FINDINGS}
    assert set(listed(visit("checks"))[: len(found)]) == found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "asked",
    [
        {"verdict": ["conflict", "odd"]},
        {"verdict": ["holds"], "kind": ["sum", "two_units"]},
        {"kind": ["coverage"]},
    ],
)
def test_a_filter_in_the_link_shows_the_checks_that_meet_it(asked, lang, every):
    app = visit("checks", lang=lang, **asked)
    assert list(app.exception) == []
    assert set(listed(app)) == {
        check.key
        for check in every
        if all(getattr(check, column) in choices for column, choices in asked.items())
    }
    assert finding(app) != finding(visit("checks", lang=lang))
    assert address(app) == {"lang": [lang]} | asked


def test_a_selection_without_a_check_says_what_each_filter_would_give(every):
    app = visit("checks", verdict=["conflict"], kind=["sum"])
    [notice] = app.info
    sums = sum(check.kind == "sum" for check in every)
    assert f"{sums} checks" in notice.value
    assert "1 check" in notice.value


def test_a_check_in_the_link_is_the_one_in_full(every):
    app = visit("checks", check=OUTSIDE)
    assert "**1,846 + 84 = 1,930**" in said(app)
    assert address(app)["check"] == [OUTSIDE]
    sides = app.table[0].value
    assert "1,930 people" in sides.to_string()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_check_can_be_looked_at(lang, facts, every):
    one_of_each = {(check.kind, check.verdict): check for check in every}
    for check in one_of_each.values():
        app = visit("checks", lang=lang, check=check.key)
        assert list(app.exception) == [], check.key
        assert wordings.explanation(translator(lang), facts, check) in said(app), check.key


def test_a_figure_of_the_formula_opens_its_evidence(connection):
    app = visit("checks", check=OUTSIDE)
    app.button(key="_check_figure_screening-outside-observed").click().run()
    assert address(app)["figure"] == ["screening-outside-observed"]
    assert address(app)["check"] == [OUTSIDE], "the check stays"
    figures = store.figures(connection, SHIPPED, "en").set_index("figure_id")
    label = figures.loc["screening-outside-observed", "label"]
    assert label in [metric.label for metric in app.metric]


def test_hostile_values_are_refused():
    app = visit("checks", check="'; DROP TABLE figures", verdict="<script>", kind="nothing")
    assert [key for key in ("check", "verdict", "kind") if f"**{key}**" not in refused(app)] == []
    assert address(app) == {"lang": ["en"]}


def test_the_text_of_the_host_lets_its_checks_run(article, facts, monkeypatch):
    held = copies.verified(*SHIPPED, article, "xi.txt", own=False)
    monkeypatch.setattr(copies, "hosted", {SHIPPED[0]: held}.get)
    app = visit("checks")
    found = checks.run_all(facts, article)
    assert "not_run" not in checks.counted(found)
    assert finding(app) == tally.finding(translator("en"), found)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["sum", "two_units", "restatement"])
def test_what_a_check_computes_and_its_figures_can_be_cited(kind, lang, every):
    check = next(one for one in every if one.kind == kind and one.verdict == record.HOLDS)
    app = visit("checks", lang=lang, check=check.key)
    app.session_state[keys.CITE_CHECK] = True
    app.run()
    assert list(app.exception) == []
    texts = copyable(app)
    computed = [one for one in texts if "Σ" in one]
    assert len(computed) == (check.computed is not None)
    if computed:
        assert translator(lang).number(check.computed.value) in computed[0]
        assert check.key in computed[0]
    for figure in check.formula[::2]:
        assert [one for one in texts if f"id={figure}" in one or figure in one]

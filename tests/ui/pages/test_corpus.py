"""The page of a corpus in both languages: its parts, filters, pages of the table, what is wrong."""

import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.small_corpus import UNTITLED
from tests.ui.visiting import (
    address,
    charts,
    components,
    finding,
    in_words,
    quoted,
    refused,
    said,
    seen,
    visit,
)
from xi_data.corpora import SAID, hosted
from xi_data.locale import LANGUAGES
from xi_data.ui.state import keys

PARTS = ("overview", "figures", "documents", "compare")


@pytest.fixture
def shown(small_corpus, monkeypatch):
    """The host has the small corpus."""
    monkeypatch.setenv(hosted.VARIABLE, str(small_corpus))
    return small_corpus


def corpus_table(app):
    [table] = [one for one in components(app) if "pickable" in one]
    return table


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_each_part_opens_and_says_that_nobody_reviewed_it(shown, part, lang):
    asked = {} if part == "overview" else {"part": part}
    app = visit("corpus", lang=lang, **asked)
    assert list(app.exception) == []
    assert finding(app)
    assert refused(app) == ""
    assert {"en": "Read by machine, not reviewed", "zh": "未经"}[lang] in said(app)
    assert "CC BY" not in said(app)
    assert address(app) == {"lang": [lang]} | {key: [value] for key, value in asked.items()}


def test_without_a_corpus_the_page_says_how_to_show_one(monkeypatch):
    monkeypatch.delenv(hosted.VARIABLE, raising=False)
    app = visit("corpus", lang="en")
    assert list(app.exception) == []
    assert finding(app) == "This server has no corpus"
    assert "XI_CORPUS" in said(app)


def test_a_folder_that_is_none_is_told_and_the_rest_works(tmp_path, monkeypatch):
    monkeypatch.setenv(hosted.VARIABLE, str(tmp_path))
    app = visit("corpus", lang="en")
    assert list(app.exception) == []
    assert f"it has no file {SAID}" in seen(app.error[0].value)
    assert list(visit("figures", lang="en").exception) == []


def test_an_overview_leads_to_the_rows_behind_its_numbers(shown):
    app = visit("corpus", lang="en")
    known = json.loads((shown / SAID).read_text())
    numbers = {
        row["name"]: row["cells"][0]
        for one in components(app)
        if "heads" in one
        for row in one["rows"]
    }
    assert numbers["All figures"]["text"] == f"{known['figures']:,}"
    assert numbers["Not read"]["text"] == "2"
    for name in ("Supplies", "Documents without a date", "Not read", "is no JSON", "yuan"):
        query = parse_qsl(urlsplit(numbers[name]["address"]).query)
        there = visit("corpus", **dict(query))
        assert numbers[name]["text"] in finding(there), name
        assert refused(there) == ""


def test_filters_narrow_the_table_and_stand_in_the_address(shown):
    app = visit("corpus", lang="en", part="figures", topic="supply", unit=["piece", "box"])
    found = in_words(corpus_table(app))
    assert set(found["topic"]) == {"Supplies"}
    assert finding(app).endswith("of 2,091 figures")
    assert "Topic: Supplies" in " ".join(seen(one.label) for one in app.button)
    app.text_input(key=keys.SEARCH).set_value("口罩 储备").run()
    assert "口罩" in "".join(in_words(corpus_table(app))["mention"]) or quoted(app)
    assert address(app)["search"] == ["口罩 储备"]
    assert address(app)["unit"] == ["piece", "box"]


def test_a_heading_sorts_all_rows_and_a_page_stands_in_the_address(shown):
    app = visit("corpus", lang="en", part="figures", sort="-value", row="51")
    table = corpus_table(app)
    assert table["pages"]["said"] == "51 to 100 of 2,091"
    assert [one["sorted"] for one in table["columns"] if one["key"] == "value"] == ["down"]
    assert [one["key"] for one in table["columns"] if one["sorts"]] == ["value", "published"]
    last = visit("corpus", lang="en", part="figures", row="999999")
    assert corpus_table(last)["pages"]["said"] == "2,051 to 2,091 of 2,091"


def spreads(app):
    columns = {one["key"]: one["spread"] for one in corpus_table(app)["columns"]}
    return columns["value"], columns.get("published")


@pytest.mark.parametrize(("lang", "most"), [("en", "100,000"), ("zh", "10万")])
def test_heads_draw_the_spread_of_all_rows_that_the_filters_leave(shown, lang, most):
    values, years = spreads(visit("corpus", lang=lang, part="figures", unit="piece"))
    assert (values["first"], values["last"]) == ("10", most)
    assert len(values["shares"]) == 4
    assert max(values["shares"]) == 1
    assert years["first"].isdigit()
    assert len(years["shares"]) == int(years["last"]) - int(years["first"]) + 1
    alone, undated = spreads(visit("corpus", lang=lang, part="figures", search="约40人"))
    assert alone is undated is None


def test_a_head_draws_the_months_between_those_that_are_chosen(shown):
    chosen = ["2016-04", "2016-06"]
    _, months = spreads(visit("corpus", lang="en", part="figures", month=chosen))
    assert (months["first"], months["last"]) == tuple(chosen)
    assert months["shares"][1] == 0
    assert months["alt"].startswith("Figures by publication, from April 2016 to June 2016; most")


def test_a_figure_is_shown_in_its_sentence(shown):
    app = visit("corpus", lang="en", part="figures", search="约40人")
    [row] = corpus_table(app)["rows"]
    assert row[0].startswith("undated/")
    [words] = quoted(app)
    assert words["mention"] == "约40人"
    assert words["noun"].endswith("参加，")
    assert words["behind"] == "离开。"
    picked = visit("corpus", lang="en", part="figures", figure=row[0])
    assert quoted(picked)[0]["mention"] == "约40人"
    [details] = [one.value[""] for one in picked.table]
    assert "Unit: “人”, in the number itself" in seen(details[":gray-badge[Based on]"])
    assert address(picked)["figure"] == [row[0]]


def test_a_comparison_tells_the_documents_behind_each_median(shown):
    app = visit("corpus", lang="en", part="compare", over="month")
    found = in_words(corpus_table(app))
    assert {"documents", "exact", "median"} <= set(found.columns)
    assert found["documents"].str.isdigit().all()
    first = found[found["median"] != ""].iloc[0]
    [chart] = charts(app)
    assert f": {first['group']} {first['median']} ({first['quartiles']}); " in chart.proto.alt


def test_what_was_not_read_is_not_said_to_be(shown):
    app = visit("corpus", lang="en", part="documents", documents="failed")
    assert finding(app) == "Not read: 2"
    assert "What could not be read, and why." in said(app)
    assert "What was read by machine" not in said(app)


@pytest.mark.parametrize(
    ("lang", "problems"),
    [
        ("en", ("has the id of another document, documents.jsonl, row 1; give each its own",)),
        ("zh", ("与另一文档的编号相同：documents.jsonl, row 1；请为每份文档各设编号",)),
    ],
)
def test_why_a_document_was_not_read_is_told_in_the_language_of_the_page(shown, lang, problems):
    app = visit("corpus", lang=lang, part="documents", documents="failed")
    json_words = {"en": "is no JSON (line 92)", "zh": "不是 JSON（line 92）"}[lang]
    assert list(in_words(corpus_table(app))["problem"]) == [*problems, json_words]


def test_the_figures_of_one_document_are_shown_alone(shown):
    app = visit("corpus", lang="en", part="figures", document="undated")
    assert finding(app).startswith("3 of ")
    assert set(in_words(corpus_table(app))["document"]) == {UNTITLED}
    assert address(app)["document"] == ["undated"]
    assert f"Document: {UNTITLED}" in " ".join(seen(one.label) for one in app.button)
    unknown = visit("corpus", lang="en", part="figures", document="no-such")
    assert "document" not in address(unknown)
    assert refused(unknown)


HOSTILE = {
    "part": "figures",
    "topic": ["supply", "'; DROP VIEW figures; --"],
    "place": "\x00",
    "sort": "value; --",
    "row": "-5",
    "figure": "no/such",
    "search": "x" * 200,
    "unknown": "1",
    "documents": "<script>",
}


@pytest.mark.parametrize("part", PARTS)
def test_a_hostile_link_shows_a_usable_page(shown, part):
    app = visit("corpus", lang="en", **HOSTILE | {"part": part})
    assert list(app.exception) == []
    assert finding(app)
    assert "unknown" in refused(app)
    assert address(app)["lang"] == ["en"]

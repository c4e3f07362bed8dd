"""Citations of a figure. The figure here is invented."""

import dataclasses
import datetime
import json
import re
from dataclasses import replace

import pandas as pd
import pytest

from xi_data.locale import LANGUAGES, translator
from xi_data.publish.citation import Citation, bibtex, csl_json, of_sum, plain, source
from xi_data.record.version import version
from xi_data.sums import Share, total
from xi_data.wording import unreviewed

BULLETIN = {
    "bulletin_id": version().bulletin,
    "publisher_printed": "某新聞網",
    "title": "A county’s bulletin",
    "place": "Some county",
    "published": datetime.date(2020, 2, 13),
    "latest_date": datetime.date(2020, 2, 12),
    "language": "zh",
    "our_title": True,
}

CITED = Citation(
    figure_id="closure-ballrooms",
    value="over 12 venues",
    label="Ballrooms & baths, closed",
    mention="12余家",
    paragraph=3,
    unreviewed="",
    bulletin=BULLETIN,
    version="1.2",
    link="https://example.org/figure?id=closure-ballrooms&lang=en",
    accessed=datetime.date(2026, 11, 26),
)


def fields(entry: str) -> dict[str, str]:
    """Field to value of an entry as bibtex writes it, one field a line."""
    return dict(re.findall(r"^  (\S+) = \{(.*)\},$", entry, re.M))


def test_a_sentence_says_figure_source_version_and_address():
    t = translator("en")
    assert source(t, BULLETIN) == (
        "某新聞網: A county’s bulletin (our title), Some county, 13 February 2020"
    )
    assert plain(t, CITED) == (
        "某新聞網: A county’s bulletin (our title), Some county, 13 February 2020. over 12 venues: "
        "Ballrooms & baths, closed (given as “12余家”, paragraph 3; figure "
        "closure-ballrooms). Xi County Response Explorer, data version 1.2. "
        "https://example.org/figure?id=closure-ballrooms&lang=en (accessed 26 November 2026)"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bibtex_is_one_entry_with_balanced_braces(lang):
    entry = bibtex(translator(lang), CITED)
    assert entry.startswith("@misc{closure-ballrooms,\n")
    assert entry.endswith("\n}")
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    said = fields(entry)
    assert said["author"] == "{某新聞網}"
    assert (said["year"], said["month"]) == ("2020", "2")
    assert said["url"] == CITED.link
    assert said["urldate"] == "2026-11-26"
    assert "12余家" in said["title"]
    assert r"Ballrooms \& baths" in said["title"]
    assert CITED.version in said["note"]


def test_signs_of_bibtex_are_escaped():
    cited = dataclasses.replace(CITED, label="5% {of} $1_000 #2 ~^\\\nnext", link="http://h/{a}\\b")
    said = fields(bibtex(translator("en"), cited))
    assert r"5\% \{of\} \$1\_000 \#2 \textasciitilde{}\textasciicircum{}" in said["title"]
    assert r"\textbackslash{} next" in said["title"]
    assert said["url"] == "http://h/%7Ba%7D%5Cb"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_csl_json_is_a_list_of_one_item(lang):
    [item] = json.loads(csl_json(translator(lang), CITED))
    assert item["id"] == CITED.figure_id
    assert item["type"] == "dataset"
    assert item["author"] == [{"literal": BULLETIN["publisher_printed"]}]
    assert item["issued"] == {"date-parts": [[2020, 2, 13]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 26]]}
    assert item["URL"] == CITED.link
    assert item["version"] == CITED.version
    assert CITED.mention in item["title"]
    assert all(
        isinstance(item[key], str) for key in item if key not in ("author", "issued", "accessed")
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_of_another_bulletin_is_cited_by_both_keys(lang):
    t = translator(lang)
    other = dataclasses.replace(CITED, bulletin=BULLETIN | {"bulletin_id": "another-county"})
    key = "another-county:closure-ballrooms"
    assert bibtex(t, other).startswith(f"@misc{{{key},")
    assert json.loads(csl_json(t, other))[0]["id"] == key
    assert key in plain(t, other)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("missing", [{"publisher_printed": ""}, {"published": pd.NaT}])
def test_what_a_bulletin_does_not_print_is_not_made_up(lang, missing):
    t = translator(lang)
    cited = dataclasses.replace(CITED, bulletin=BULLETIN | missing)
    dated = "published" not in missing
    said = source(t, cited.bulletin)
    assert (t.date(BULLETIN["published"]) in said) == dated
    assert (t("undated") in said) != dated
    assert (t.date(BULLETIN["latest_date"]) in said) != dated
    assert (BULLETIN["publisher_printed"] in said) != dated
    assert ("year" in fields(bibtex(t, cited))) == dated
    [item] = json.loads(csl_json(t, cited))
    assert ("issued" in item) == dated
    assert item["author"] == [
        {"literal": BULLETIN["publisher_printed"] if not dated else BULLETIN["title"]}
    ]


def test_a_title_that_the_text_has_is_not_called_ours():
    assert "(our title)" in source(translator("en"), BULLETIN)
    assert "(our title)" not in source(translator("en"), BULLETIN | {"our_title": False})


def test_a_bulletin_without_any_date_is_undated():
    bulletin = BULLETIN | {"published": pd.NaT, "latest_date": pd.NaT}
    assert source(translator("en"), bulletin).endswith(", undated")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_no_person_has_read_is_cited_as_such(lang):
    t = translator(lang)
    mark = unreviewed(t, {"reading": "machine"})
    assert mark
    assert unreviewed(t, {"reading": "reviewed"}) == ""
    cited = replace(CITED, unreviewed=mark)
    for form in (plain, bibtex, csl_json):
        assert mark in form(t, cited)
        assert mark not in form(t, CITED)
    at = {"version": "1.2", "link": "", "accessed": CITED.accessed, "unreviewed": mark}
    assert mark in of_sum(t, BULLETIN, "Released", Share(4502, 4743, "share"), **at)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sum_is_cited_as_ours_with_what_it_adds(lang):
    t = translator(lang)
    figures = pd.DataFrame(
        {"figure_id": ["a", "b"], "value": [1930.0, 2813.0], "qualifier": ["exact", "over"]}
    )
    at = {
        "version": "1.2",
        "link": "https://example.org/screening",
        "accessed": CITED.accessed,
        "unreviewed": "",
    }
    said = of_sum(t, BULLETIN, "Screened", total(figures), **at)
    assert "Σ" in said
    assert "≥ 4,743" in said
    assert "1,930 + 2,813" in said
    assert {"en": "sum of 2 figures", "zh": "2 个数字合计"}[lang] in said
    assert at["link"] in said
    assert t.date(CITED.accessed) in said
    share = of_sum(t, BULLETIN, "Released", Share(4502, 4743, "share"), **at)
    assert "94.9%" in share
    assert "4,502 ÷ 4,743" in share

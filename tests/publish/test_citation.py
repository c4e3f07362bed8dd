"""Citations of a figure. The figure here is invented."""

import dataclasses
import datetime
import json
import re

import pytest

from xi_data.locale import LANGUAGES, translator
from xi_data.publish.citation import Citation, bibtex, csl_json, plain, source

CITED = Citation(
    figure_id="closure-ballrooms",
    value="over 12 venues",
    label="Ballrooms & baths, closed",
    mention="12余家",
    paragraph=3,
    publisher="某新聞網",
    title="A county’s bulletin",
    place="Some county",
    month=datetime.date(2020, 2, 12),
    language="zh",
    version="1.2",
    link="https://example.org/figure?id=closure-ballrooms&lang=en",
)


def fields(entry: str) -> dict[str, str]:
    """Field to value of an entry as bibtex writes it, one field a line."""
    return dict(re.findall(r"^  (\S+) = \{(.*)\},$", entry, re.M))


def test_a_sentence_says_figure_source_version_and_address():
    t = translator("en")
    assert source(t, CITED.publisher, CITED.title, CITED.place, CITED.month) == (
        "某新聞網: [A county’s bulletin], Some county, February 2020"
    )
    assert plain(t, CITED) == (
        "某新聞網: [A county’s bulletin], Some county, February 2020. over 12 venues: Ballrooms & "
        "baths, closed (printed “12余家”, paragraph 3; figure closure-ballrooms). Xi County "
        "Response Explorer, data version 1.2. "
        "https://example.org/figure?id=closure-ballrooms&lang=en"
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
    assert item["author"] == [{"literal": CITED.publisher}]
    assert item["issued"] == {"date-parts": [[2020, 2]]}
    assert item["URL"] == CITED.link
    assert item["version"] == CITED.version
    assert CITED.mention in item["title"]
    assert all(isinstance(item[key], str) for key in item if key not in ("author", "issued"))

"""A package keeps its meaning: other readers accept it, and it gives the same rows again."""

import io
import json
import re
import tomllib
import zipfile
from functools import cache
from pathlib import Path
from urllib.parse import quote

import duckdb
import frictionless
import mlcroissant
import pandas as pd
import pytest
import yaml
from markdown_it import MarkdownIt

from tests.three_bulletins import SHIPPED
from xi_data import export, store
from xi_data.publish import Download, package_bytes, view_database_bytes
from xi_data.publish.descriptors import Description, citation_cff
from xi_data.record.tables import DATA, TABLES
from xi_data.record.version import version

LINKS = {
    "figures": "everything",
    "screening": "a view with relations and sums of ours",
    "organisation": "a view with relations alone",
    "compare": "a view of several bulletins, of which there is one",
    "figure?id=closure-karaoke": "a page about one figure",
    "closures?group=leisure&group=tourism&least=2": "filters",
    "figures?search=口罩": "a search",
    "figures?search=nothing+like+it": "no figure at all",
}
"""One of each kind: views of one kind differ by their figures, titles and links alone. That every
view is answered as a package is in tests/test_addresses.py."""
IN_A_LANGUAGE = [
    *((link, "en") for link in LINKS),
    ("figures", "zh"),
    ("figures?search=口罩", "zh"),
]
"""A package has the same tables and keys in both languages; its labels and titles differ."""


@pytest.fixture(scope="module")
def packed(query):
    """The package of a link, made once."""
    return cache(lambda link, lang: package_bytes(export.linked(query, link, lang)))


@pytest.fixture
def unpacked(packed, tmp_path):
    """Write the package of a link to a folder."""

    def unpack(link: str, lang: str = "en") -> Path:
        with zipfile.ZipFile(io.BytesIO(packed(link, lang))) as package:
            assert package.testzip() is None
            package.extractall(tmp_path)
        return tmp_path

    return unpack


def figure_keys(made: Download) -> tuple[tuple[str, str], ...]:
    """Bulletin and figure of each record."""
    return tuple(zip(made.records["bulletin_id"], made.records["figure_id"], strict=True))


@pytest.mark.parametrize(("link", "lang"), IN_A_LANGUAGE)
def test_frictionless_finds_nothing_wrong(unpacked, query, link, lang):
    folder = unpacked(link, lang)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["type", "title", "note", "message"]) == []
    assert report.valid
    computed = ["computed"] if len(export.linked(query, link, lang).computed) else []
    assert sorted(task.name for task in report.tasks) == sorted([*TABLES, *computed])


def test_frictionless_would_find_a_broken_key(unpacked):
    folder = unpacked("closures")
    file = folder / "figures.csv"
    file.write_text(file.read_text("utf-8").replace("karaoke,closed", "karaok,closed"), "utf-8")
    found = frictionless.validate(str(folder / "datapackage.json")).flatten(["type"])
    assert ["foreign-key"] in found


@pytest.mark.parametrize(("link", "lang"), IN_A_LANGUAGE)
def test_croissant_reads_the_figures(unpacked, query, link, lang, monkeypatch):
    folder = unpacked(link, lang)
    monkeypatch.chdir(folder)
    dataset = mlcroissant.Dataset("croissant.json")
    assert dataset.metadata.ctx.issues.errors == set()
    assert dataset.metadata.ctx.issues.warnings == set()
    keys = [row["figures/figure_id"].decode() for row in dataset.records("figures")]
    assert keys == list(export.linked(query, link, lang).records["figure_id"])


@pytest.mark.parametrize("link", LINKS)
def test_read_as_data_it_gives_the_same_figures_and_relations(unpacked, query, link):
    made = export.linked(query, link)
    again = store.asker(store.open_database(unpacked(link), []))
    keys = figure_keys(made)
    pd.testing.assert_frame_equal(again(store.records, keys), made.records)
    assert list(again(store.figures, SHIPPED, "en")["figure_id"]) == list(
        query(store.records, keys)["figure_id"]
    )
    pd.testing.assert_frame_equal(again(store.relations_among, keys), made.context.relations)


def test_relations_are_those_with_both_ends_in_view(unpacked):
    relations = pd.read_csv(unpacked("closures") / "relations.csv")
    figures = set(pd.read_csv(DATA / TABLES["figures"]).query("topic == 'closure'")["figure_id"])
    assert set(relations["figure_id"]) | set(relations["other_id"]) <= figures
    every = pd.read_csv(DATA / TABLES["relations"])
    assert len(relations) == sum(every["figure_id"].isin(figures) & every["other_id"].isin(figures))


def test_a_package_of_everything_is_data_itself(unpacked):
    folder = unpacked("figures")
    for file in TABLES.values():
        assert (folder / file).read_bytes() == (DATA / file).read_bytes(), file


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            [
                "# Selection: Σ 62 of the Σ 351 venues shut, in 4 of 12 figures",
                "- Filters: Group: Leisure",
                "- Headline numbers: 62 · venues shut in the selection (Σ sum of 4 figures)",
                "figures.csv | 4 |",
                "computed.csv | 1 |",
            ],
        ),
        (
            "zh",
            [
                "# 筛选结果：关停场所 Σ 351 个中的 Σ 62 个，",
                "- 筛选：大类：休闲娱乐",
                "- 主要数字：62 · ",
                "figures.csv | 4 |",
                "computed.csv | 1 |",
            ],
        ),
    ],
)
def test_the_readme_says_what_the_view_is_in_its_language(unpacked, lang, words):
    link = f"https://example.org/closures?group=leisure&lang={lang}"
    folder = unpacked(link, lang)
    said = (folder / "README.md").read_text("utf-8")
    version = tomllib.loads((DATA / "version.toml").read_text("utf-8"))
    for part in [*words, link, version["version"], version["date"].isoformat(), "CC BY 4.0"]:
        assert part in said
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        rows = len(pd.read_csv(folder / resource["path"]))
        assert f"| {resource['path']} | {rows} |" in said
        for field in resource["schema"]["fields"]:
            assert f"| {field['name']} | {field['type']} |" in said
            assert field["description"]
    assert package["homepage"] == link
    assert package["version"] == version["version"]
    assert package["schemaVersion"] == version["schema"]


def test_units_are_a_foreign_key_and_required_cells_a_constraint(unpacked):
    package = json.loads((unpacked("closures") / "datapackage.json").read_text("utf-8"))
    schema = next(one["schema"] for one in package["resources"] if one["name"] == "figures")
    assert {"fields": ["unit"], "reference": {"resource": "units", "fields": ["unit"]}} in schema[
        "foreignKeys"
    ]
    required = {f["name"] for f in schema["fields"] if f.get("constraints", {}).get("required")}
    assert {"figure_id", "mention", "start", "end"} <= required
    assert "value" not in required


def test_what_we_computed_has_a_table_of_its_own(download, query):
    context = export.linked(query, "figures").context
    content = package_bytes(type(download)(**{**vars(download), "context": context}))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        computed = pd.read_csv(package.open("computed.csv"))
    assert computed.to_dict("list") == download.computed.to_dict("list")


WORDS = (
    '![x](http://a.b/i) <img src=x> [y](z:1) "www.b.c" | `c` **b** '
    "\\ $q$ # a@b.c &lt; \u2028\u0085\t: - x #"
)


@pytest.fixture
def hostile(unpacked):
    """The package of a search for WORDS, at a link that is as bad."""
    return unpacked(f"https://example.org/figures?search={quote(WORDS)}#>![i](http://c.example/)")


def test_words_of_a_search_are_no_markdown_in_the_readme(hostile):
    said = (hostile / "README.md").read_text("utf-8")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(said)
    inline = [one for token in tokens for one in token.children or ()]
    assert {one.type for one in inline} <= {"text", "link_open", "link_close"}
    addresses = [one.attrs["href"] for one in inline if one.type == "link_open"]
    assert addresses == [one for one in addresses if one.startswith("https://example.org/")]
    assert len(addresses) == 2, "the link, also in the citation"
    text = "".join(one.content for one in inline if one.type == "text")
    assert " ".join(WORDS.split()) in text
    bare = re.sub(r"\\.|<https://example.org/[^>\s]*>", "", said)
    assert not re.search(r"https?:|www\.|@", bare), "GitHub would make links of these"


def test_any_words_are_words_in_the_citation_file():
    about = Description(
        "n", WORDS, f"{WORDS}\x00\ufeff\U0001f600", version(), "", WORDS, WORDS, ours=True
    )
    said = yaml.safe_load(citation_cff(about))
    assert (said["title"], said["message"], said["url"]) == (WORDS, WORDS, WORDS)
    assert said["abstract"] == about.description
    assert said["authors"] == [{"name": "Xi County Response Explorer"}]


def test_the_citation_is_one_that_its_format_knows(unpacked):
    said = (unpacked("https://example.org/closures") / "CITATION.cff").read_text("utf-8")
    keys = [line.partition(":")[0] for line in said.splitlines() if not line.startswith(" ")]
    assert {"cff-version", "message", "title", "type", "authors", "version", "url"} <= set(keys)


def test_the_same_link_gives_the_same_bytes_in_another_process_too(query):
    link = "closures?group=leisure"
    assert package_bytes(export.linked(query, link)) == package_bytes(
        export.linked(store.asker(store.open_database()), link)
    )


@pytest.mark.parametrize("link", ["closures?group=leisure", *LINKS])
def test_the_database_of_a_view_holds_its_figures_and_opens_as_ours_does(query, link, tmp_path):
    made = export.linked(query, link)
    file = tmp_path / "view.duckdb"
    file.write_bytes(view_database_bytes(made))
    connection = duckdb.connect(file, read_only=True)
    again = store.asker(connection)
    keys = figure_keys(made)
    pd.testing.assert_frame_equal(again(store.records, keys), made.records)
    assert len(again(store.figures, SHIPPED, "en")) == len(keys)
    pd.testing.assert_frame_equal(again(store.relations_among, keys), made.context.relations)
    connection.close()

"""A file of one bulletin is the same, byte by byte, whether others are there or not."""

import io
import json
import re
import zipfile

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.scope.bulletins import COPY, EVERY, MADE_UP, SHIPPED, as_shipped
from xi_data import store
from xi_data.addresses import FORMATS, VIEW_KEYS
from xi_data.record.tables import TABLES

[COPIED], [ARTICLE] = COPY, SHIPPED
ANSWERED = [
    f"{key}.{ending}"
    for key in VIEW_KEYS
    for ending in FORMATS
    if (key, ending) != ("checks", "zip")
]
DESCRIBED = ("datapackage.json", "croissant.json")


def parts(ending: str, content: bytes) -> dict[str, str]:
    """The texts that a file is made of, by name; not what follows from their length."""
    if ending in ("zip", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = {name: package.read(name).decode() for name in package.namelist()}
        if ending == "xlsx":
            members = {name: re.sub(' width="[^"]*"', "", text) for name, text in members.items()}
        if ending == "zip":
            counted = r'"(bytes|hash|sha256|contentSize)": [^\n]*'
            members |= {name: re.sub(counted, "", members[name]) for name in DESCRIBED}
        return members
    if ending == "parquet":
        table = pq.read_table(io.BytesIO(content))
        said = {key.decode(): words.decode() for key, words in table.schema.metadata.items()}
        return {"rows": str(table.to_pylist()), "types": str(table.schema.types)} | said
    return {"": content.decode("utf-8-sig")}


@pytest.mark.parametrize("path", ANSWERED)
def test_a_file_is_the_same_alone_and_among_others(alone, among, path):
    mine = alone.answer(path, lang="en")
    assert mine.status == 200
    assert among.answer(path, lang="en") == mine

    ending = path.rpartition(".")[2]
    copied = among.answer(path, lang="en", bulletin=COPIED)
    assert copied.beside["Content-Disposition"] == mine.beside["Content-Disposition"].replace(
        "xi-county-", f"{COPIED}-"
    )
    made = {name: as_shipped(text) for name, text in parts(ending, copied.content).items()}
    assert made == parts(ending, mine.content)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("figure", ["closure-library", "supply-flour-kg"])
def test_the_address_of_a_figure_is_the_same_alone_and_among_others(alone, among, figure, lang):
    mine = alone.answer(f"figure/{figure}.json", lang=lang)
    assert mine.status == 200
    assert among.answer(f"figure/{figure}.json", lang=lang) == mine
    copied = among.answer(f"figure/{figure}.json", lang=lang, bulletin=COPIED)
    assert f"bulletin={COPIED}" in json.loads(copied.text)["link"]
    assert as_shipped(copied.text) == mine.text


def test_the_index_and_the_schema_are_the_same_alone_and_among_others(alone, among):
    for path in ("", "figures.schema.json"):
        assert among.answer(path) == alone.answer(path)


def test_the_description_of_the_tables_is_of_all_bulletins(alone, among):
    described = json.loads(among.answer("datapackage.json").text)
    for one in described["resources"]:
        table = among.answer(one["path"])
        assert one["bytes"] == len(table.content)
    before = json.loads(alone.answer("datapackage.json").text)
    assert [one["schema"] for one in described["resources"]] == [
        one["schema"] for one in before["resources"]
    ]
    assert "Linhe Township" in described["description"]
    assert "Linhe Township" not in before["description"]


@pytest.mark.parametrize("scope", [*((one,) for one in EVERY), (*COPY, *MADE_UP)])
def test_a_package_holds_its_bulletins_alone_and_reads_as_data(among, tmp_path, scope):
    packed = among.answer("figures.zip", bulletin=[*scope])
    folder = tmp_path / "package"
    with zipfile.ZipFile(io.BytesIO(packed.content)) as package:
        package.extractall(folder)
    others = [one for one in EVERY if one not in scope]
    for file in folder.rglob("*"):
        if file.is_file():
            text = file.read_text("utf-8")
            assert [one for one in others if one in text] == [], file
    with store.open_database(folder, [tmp_path]) as opened:
        assert set(store.bulletins(opened, "en")["bulletin_id"]) == set(scope)
        figures = store.figures(opened, scope, "en")
    rows = among.answer("figures.csv", bulletin=[*scope]).text.splitlines()
    assert len(figures) == len(rows) - 1


@pytest.mark.parametrize("view", ["figures", "closures"])
def test_a_database_is_the_same_alone_and_among_others(alone, among, tmp_path, view):
    def tables(explorer, name: str, *more: str) -> dict[str, list[str]]:
        file = tmp_path / f"{name}.duckdb"
        made = explorer.command("export", view, *more, "--format", "duckdb", "--output", str(file))
        assert made.status == 0
        with duckdb.connect(str(file), read_only=True) as opened:
            names = [row[0] for row in opened.sql("SHOW TABLES").fetchall()]
            rows = {one: map(str, opened.table(one).fetchall()) for one in names}
            return {one: sorted(map(as_shipped, found)) for one, found in rows.items()}

    mine = tables(alone, "alone")
    assert mine.keys() >= TABLES.keys()
    assert tables(among, "among") == mine
    assert tables(among, "copied", f"bulletin={COPIED}") == mine

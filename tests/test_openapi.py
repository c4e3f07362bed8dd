"""The description of the data addresses: whole, in both languages, and what is answered."""

import json
from dataclasses import replace

import pytest
from schemathesis.core.failures import FailureGroup

from tests.asking import asked
from tests.described import statuses
from tests.three_bulletins import SHIPPED
from xi_data import addresses, limits
from xi_data.addresses import FORMATS, VIEW_KEYS
from xi_data.addresses.corpus_files import FILES
from xi_data.corpora import hosted
from xi_data.corpora.facets import FACETS
from xi_data.locale import LANGUAGES, translator
from xi_data.record.tables import TABLES
from xi_data.ui.shell import data
from xi_data.ui.state.answers import query
from xi_data.views import VIEWS


def described(lang: str = "en") -> dict:
    return json.loads(asked(f"/data/openapi.json?lang={lang}").content)


def parameters(found: dict, path: str) -> dict[str, dict]:
    """Key to parameter of an address."""
    named = [one["$ref"].rpartition("/")[2] for one in found["paths"][path]["get"]["parameters"]]
    taken = [found["components"]["parameters"][name] for name in named]
    return {one["name"]: one for one in taken}


def test_every_address_is_described():
    paths = set(described()["paths"])
    views = {f"/data/{key}.{ending}" for key in VIEW_KEYS for ending in FORMATS}
    assert views - {"/data/checks.zip"} <= paths
    assert {f"/data/tables/{file}" for file in TABLES.values()} <= paths
    assert "/data/checks.zip" not in paths
    for path in paths - views:
        if "{" not in path and not path.startswith("/data/figure."):
            assert asked(path).status == 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_filter_is_described_with_its_choices(lang):
    found, t = described(lang), translator(lang)
    for key in VIEW_KEYS:
        taken = parameters(found, f"/data/{key}.csv")
        for one in VIEWS[key].filters(t, query, SHIPPED):
            if one.names:
                schema = taken[one.key]["schema"]
                assert schema.get("items", schema)["enum"] == list(one.names)
                assert taken[one.key]["description"] == one.label
        assert taken["limit"]["schema"]["maximum"] == limits.ROWS
        assert "limit" not in parameters(found, f"/data/{key}.xlsx")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_of_a_corpus_are_described_where_there_is_one(small_corpus, monkeypatch, lang):
    assert not any("corpus" in path for path in described(lang)["paths"])
    monkeypatch.setenv(hosted.VARIABLE, str(small_corpus))
    found, t = described(lang)["paths"], translator(lang)
    for file, media_type in FILES.items():
        address = found[f"/data/corpus/{file}"]["get"]
        named = {one.get("name"): one for one in address["parameters"]}
        assert [named[one.key]["description"] for one in FACETS] == [one.label(t) for one in FACETS]
        assert {"200", "400", "404", "429"} <= address["responses"].keys()
        assert list(address["responses"]["200"]["content"]) == [media_type]


def test_its_server_is_where_it_was_asked():
    found = json.loads(asked("/data/openapi.json", host="example.org").content)
    assert found["servers"] == [{"url": "http://example.org"}]


def test_every_address_answers_as_described():
    """A part of `python -m tests.described`."""
    found = statuses(1, lambda path: path.endswith(".json"))
    assert set(found) <= {200, 400, 404}
    assert found[200] > 10
    assert found[400] > 10


def test_files_of_a_corpus_answer_as_described(small_corpus, monkeypatch):
    monkeypatch.setenv(hosted.VARIABLE, str(small_corpus))
    found = statuses(2, lambda path: path.startswith("/data/corpus/"))
    assert set(found) <= {200, 400, 414}
    assert found[200] > 2


def test_an_answer_that_is_not_described_is_found(monkeypatch):
    """The test above proves something only because of this."""

    def teapot(query, path, *question):
        found = addresses.answer(query, path, *question)
        return found if path == "openapi.json" else replace(found, status=418)

    only = "/data/money.json".__eq__
    assert statuses(1, only)
    monkeypatch.setattr(data, "answer", teapot)
    with pytest.raises(FailureGroup, match="418"):
        statuses(1, only)

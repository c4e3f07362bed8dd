"""What the data addresses answer, and that they answer what the pages show."""

import http.client
import io
import json
import random
import shutil
import subprocess
import urllib.error
import urllib.request
import zipfile
from functools import cache
from urllib.parse import urlencode, urlsplit

import frictionless
import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.serving import ROOT, served
from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.addresses import FORMATS, VIEW_KEYS, answer
from xi_data.locale import translator
from xi_data.ui.article import copy as copies
from xi_data.ui.downloads.data_address import _snippets
from xi_data.views import VIEWS
from xi_data.views.rows import closures

BASE = "http://localhost:8501/xi"
SERVE = "xi_data/ui/shell/serve.py"


@pytest.fixture
def get(query):
    """The answer of an address below /data/ with its keys."""
    return lambda path, **asked: answer(
        query, path, {key: [value] for key, value in asked.items()}, BASE
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with served(tmp_path_factory.mktemp("serve") / "log.txt", SERVE) as running:
        yield running


def said(found) -> dict:
    assert found.media_type == "application/json"
    return json.loads(found.content)


READERS = {
    "csv": lambda content, _: pd.read_csv(io.BytesIO(content)),
    "json": lambda content, name: pd.DataFrame(json.loads(content)[name]),
    "parquet": lambda content, _: pd.read_parquet(io.BytesIO(content)),
    "xlsx": lambda content, name: pd.read_excel(io.BytesIO(content), sheet_name=name),
    "zip": lambda content, _: _from_zip(content),
}
ADDRESSES = [
    (key, ending)
    for key in VIEW_KEYS
    for ending in FORMATS
    if (key, ending) != ("checks", "zip")  # only figures have a package
]


def _from_zip(content: bytes) -> pd.DataFrame:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return pd.read_csv(package.open("figures.csv"))


@pytest.mark.parametrize(("key", "ending"), ADDRESSES)
def test_every_view_is_answered_in_every_format(get, query, key, ending):
    found = get(f"{key}.{ending}")
    assert found.status == 200
    name, column = ("checks", "check") if key == "checks" else ("figures", "figure_id")
    rows = READERS[ending](found.content, name)
    found_keys = set(rows.get(column, ()))  # JSON without rows has no columns either
    assert found_keys == set(query(VIEWS[key].rows, SHIPPED, "en")[column])
    assert found.headers["X-Total-Count"] == str(len(rows))


def test_what_a_page_shows_beside_its_filters_is_understood_and_narrows_nothing(get):
    source, checks = get("source.csv").content, get("checks.csv").content
    assert get("source.csv", copy="reading", numerals="all", view="table").content == source
    assert get("checks.csv", check="sum-of-parts").content == checks
    assert get("screening.csv", scale="shares").content == get("screening.csv").content
    assert get("about.csv").content == get("figures.csv").content


def test_a_page_about_one_figure_has_its_figure(get):
    found = READERS["csv"](get("figure.csv", id="closure-karaoke").content, "figures")
    assert list(found["figure_id"]) == ["closure-karaoke"]
    assert get("figure.csv").status == 400


def test_checks_are_narrowed_as_their_page_is(get):
    every = READERS["csv"](get("checks.csv").content, "checks")
    verdicts = every["verdict"].value_counts()
    found = READERS["csv"](get("checks.csv", verdict="holds").content, "checks")
    assert set(found["verdict"]) < set(every["verdict"])
    assert len(found) == verdicts[found["verdict"].iloc[0]]


def test_big_answers_come_in_pages_that_follow_each_other(get):
    whole = pd.read_csv(io.BytesIO(get("figures.csv").content))
    asked, pages = {"limit": "50"}, []
    total = len(whole)
    while asked:
        found = get("figures.csv", **asked)
        pages.append(pd.read_csv(io.BytesIO(found.content)))
        following = found.headers.get("Link", "")
        assert following == "" or following.endswith('>; rel="next"')
        query = urlsplit(following.partition(">")[0].lstrip("<")).query
        asked = dict(pair.split("=") for pair in query.split("&")) if query else {}
    assert [len(page) for page in pages] == [50, 50, total - 100]
    assert list(pd.concat(pages)["figure_id"]) == list(whole["figure_id"])


@pytest.mark.parametrize(
    ("path", "asked", "status", "known"),
    [
        ("closures.csv", {"grop": "leisure"}, 400, "group"),
        ("closures.csv", {"group": "sport"}, 400, "leisure"),
        ("closures.csv", {"lang": "fr"}, 400, "zh"),
        ("closures.csv", {"limit": "0"}, 400, "1 to 10000"),
        ("closures.csv", {"limit": "²"}, 400, "1 to 10000"),
        ("closures.csv", {"offset": "-1"}, 400, "0 to 12"),
        ("closures.csv", {"offset": "9" * 5000}, 400, "0 to 12"),
        ("closures.txt", {}, 404, "csv"),
        ("closures.csv", {"GROUP": "leisure"}, 400, "group"),
        ("figures.csv", {"search": "x" * 101}, 400, "at most 100 characters"),
        ("figure/closure-karaoke.json", {"group": "leisure"}, 400, "bulletin"),
        ("datapackage.json", {"group": "leisure"}, 400, "lang"),
        ("tables/figures.csv", {"limit": "5"}, 400, "lang"),
        ("", {"q": "mask"}, 400, "lang"),
        ("closure.csv", {}, 404, "closures.csv"),
        ("aboot.csv", {}, 404, "figures.csv"),
        ("checks.zip", {}, 404, "xlsx"),
        ("figures.csv", {"bulletin": "nowhere"}, 400, "xi-county-2020-02"),
        ("figure/funding.json", {}, 404, "funding-control"),
        ("figure/.json", {}, 404, "funding-control"),
        ("tables/../version.toml", {}, 404, "figures.csv"),
        ("tables//etc/passwd", {}, 404, "figures.csv"),
        ("../app.py", {}, 404, "closures.csv"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(get, path, asked, status, known):
    found = get(path, **asked)
    assert found.status == status
    assert said(found)["error"]
    assert len(found.content) < 8000
    if path != "figure/.json":
        assert known in said(found)["known"]


def test_a_package_is_whole_and_is_not_asked_for_in_parts(get):
    found = get("closures.zip", limit="5")
    assert found.status == 400
    assert said(found)["key"] == "limit"


def test_a_package_beyond_what_is_made_at_once_is_refused_with_what_is_not(get, monkeypatch):
    monkeypatch.setattr("xi_data.addresses.answering.WHOLE_ROWS", 11)
    found = get("closures.xlsx")
    assert found.status == 400
    assert said(found)["known"][0] == "closures.csv, in pages"
    assert get("closures.csv").status == 200
    assert get("closures.xlsx", group="leisure").status == 200


def test_a_figure_comes_with_its_relations_and_citation(get, query):
    found = said(get("figure/supply-flour-kg.json", lang="zh"))
    assert (
        found["figure"]["mention"]
        == query(store.records, ((*SHIPPED, "supply-flour-kg"),))["mention"].iloc[0]
    )
    assert [one["other_id"] for one in found["relations"]] == ["supply-flour-bags"]
    assert found["link"] == f"{BASE}/figure?id=supply-flour-kg&lang=zh"
    assert found["link"] in found["citation"]


def test_the_index_names_every_view_in_both_languages(get):
    for lang in ("en", "zh"):
        found = get("", lang=lang).content.decode()
        assert f'<html lang="{lang}">' in found
        for key in VIEW_KEYS:
            assert f'href="{BASE}/data/{key}.csv"' in found


def fetched(url: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_what_the_asker_has_already_is_not_sent_again(server):
    status, headers, content = fetched(f"{server.url}/data/closures.csv")
    assert (status, headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert len(content) > 1000
    again = fetched(f"{server.url}/data/closures.csv", **{"If-None-Match": headers["ETag"]})
    assert (again[0], again[2]) == (304, b"")
    other = fetched(f"{server.url}/data/money.csv", **{"If-None-Match": headers["ETag"]})
    assert other[0] == 200


def test_pages_of_other_people_may_read_the_data_and_nothing_else(server):
    _, headers, _ = fetched(f"{server.url}/data/closures.json", Origin="https://example.org")
    assert headers["Access-Control-Allow-Origin"] == "*"
    _, headers, _ = fetched(f"{server.url}/closures", Origin="https://example.org")
    assert headers["Access-Control-Allow-Origin"] is None


def test_nothing_can_be_written_there(server):
    asking = urllib.request.Request(f"{server.url}/data/closures.csv", method="POST", data=b"x")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asking)
    assert refused.value.code == 405


def test_the_explorer_is_served_beside_its_data(server):
    assert fetched(f"{server.url}/_stcore/health")[2] == b"ok"
    status, _, content = fetched(f"{server.url}/data")
    assert (status, b"closures.csv" in content) == (200, True)


def test_below_a_base_path_the_data_are_below_it_too(tmp_path):
    with served(tmp_path / "log.txt", SERVE, STREAMLIT_SERVER_BASE_URL_PATH="xi") as running:
        assert running.url.endswith("/xi")
        status, _, content = fetched(f"{running.url}/data/")
        assert (status, f'{running.url}/data/closures.csv"'.encode() in content) == (200, True)
        assert fetched(f"{running.url}/data/closures.csv")[0] == 200


def test_the_package_validates_where_it_is_served(server):
    report = frictionless.validate(f"{server.url}/data/datapackage.json")
    assert report.flatten(["type", "note", "message"]) == []
    assert report.valid


def links(number: int) -> list[tuple[str, dict[str, list[str]]]]:
    """Views with filters drawn at random, the same ones each time."""
    chance = random.Random(12)
    database = store.open_database()
    ask, t = cache(store.asker(database)), translator("en")
    found = []
    for key in chance.sample(VIEW_KEYS, number):
        filters = [one for one in VIEWS[key].filters(t, ask, SHIPPED) if one.names]
        asked = {}
        for one in chance.sample(filters, min(2, len(filters))):
            many = 1 if one.style == "least" else min(3, len(one.names))
            asked[one.key] = [str(name) for name in chance.sample(list(one.names), many)]
        found.append((key, asked))
    database.close()
    return found


@pytest.mark.parametrize(
    ("key", "asked"), links(10), ids=lambda one: one if isinstance(one, str) else ""
)
def test_an_address_reads_as_the_download_of_its_page(server, monkeypatch, key, asked):
    files = {}
    real = st.download_button

    def noted(label, data, *args, **options):
        files[options["key"]] = data
        return real(label, data, *args, **options)

    monkeypatch.setattr(st, "download_button", noted)
    monkeypatch.setattr(copies, "hosted", lambda bulletin_id: None)  # addresses have no text
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    app.switch_page(f"pages/{key}.py")
    for name, values in ({"lang": ["en"]} | asked).items():
        app.query_params[name] = values
    files.clear()  # of the page that the app begins with
    app.run()
    assert not app.exception
    address = f"{server.url}/data/{key}.csv?{urlencode(asked, doseq=True)}"
    if "_download_csv" not in files:  # the page says that no figure fits these filters
        assert pd.read_csv(address).empty
        return
    page = pd.read_csv(io.BytesIO(files["_download_csv"]()))
    pd.testing.assert_frame_equal(pd.read_csv(address), page)
    assert len(page) > 0


@pytest.mark.parametrize("program", ["pandas", "Python", "curl"])
def test_a_snippet_runs_and_reads_what_it_says(server, query, tmp_path, program):
    rows = query(closures, SHIPPED, "en", group=("leisure", "tourism"))
    address = f"{server.url}/data/closures.csv?group=leisure&group=tourism"
    if program == "Python":
        address = f"{server.url}/data/figure/funding-control.json"
    code = _snippets(address)[program]
    if program == "curl":
        assert shutil.which("curl"), "curl is not on the path"
        subprocess.run(["sh", "-c", code], cwd=tmp_path, check=True, capture_output=True)
        assert len(pd.read_csv(tmp_path / "figures.csv")) == len(rows)
        return
    known = {}
    exec(code, known)
    if program == "Python":
        assert known["figure"]["figure"]["figure_id"] == "funding-control"
    else:
        assert len(known["figures"]) == len(rows)

"""What a visitor brings is hers alone: on pages, in files, at data addresses, in what is kept."""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.parts import elements
from tests.ui.review.bringing import (
    NUMBERS,
    PLACE,
    UNIQUE,
    back,
    come,
    draft,
    go,
    here,
    paste,
    press,
)
from tests.ui.visiting import charts, finding, in_words, notice, said, tables
from xi_data import addresses, memory
from xi_data.locale import LANGUAGES
from xi_data.ui.state import keys
from xi_data.ui.state.answers import query
from xi_data.views import SCREENS

TOLD = [PLACE, json.dumps(PLACE)[1:-1], *NUMBERS, *(f"{int(one):,}" for one in NUMBERS)]
"""Her place and numbers as they may be written."""

SHARED_PAGES = ["overview", "screening", "closures", "money", "figures", "checks"]

Files = dict[str, Any]


def sent(app: AppTest) -> bytes:
    """All that the page sends to the browser."""
    drawn = chain(elements(app.main), elements(app.sidebar))
    return b"\n".join(one.proto.SerializeToString() for one in drawn if hasattr(one, "proto"))


def told(content: bytes | str) -> list[str]:
    """What of hers is in it."""
    if isinstance(content, str):
        content = content.encode(errors="replace")
    return [one for one in TOLD if one.encode() in content]


@pytest.fixture(scope="module")
def files():
    """Key of each download button of the page that ran last to what makes its file."""
    noted: Files = {}
    real = st.download_button

    def note(label, data, *args, **options):
        noted[options["key"]] = data
        return real(label, data, *args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "download_button", note)
        yield noted


@pytest.fixture(scope="module")
def hers(files):
    """The visitor with a bulletin of her own."""
    return paste(come(), UNIQUE)


@pytest.fixture(scope="module")
def key(hers) -> str:
    return draft(hers).bulletin_id


def downloaded(files: Files, app: AppTest, page: str, *bulletins: str) -> dict[str, bytes]:
    """The files of a page, made as Streamlit makes them: in another thread, after the script."""
    go(app, page, *bulletins)
    app.session_state[keys.FORMATS] = True
    files.clear()
    here(app.run())
    with ThreadPoolExecutor(1) as elsewhere:
        return {key: elsewhere.submit(made).result() for key, made in files.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_another_visitor_shows_it(hers, key, lang):
    go(hers, "figures", key)
    other = come(lang)
    for page in SCREENS:
        assert told(sent(go(other, page))) == [], page
        assert told(sent(go(other, page, key))) == [], page
        if page != "corpus":  # it speaks of none
            assert key in notice(other), "it is no bulletin of hers"
    assert keys.DRAFTS not in other.session_state


def test_her_own_pages_show_it(hers, key):
    for page in ("read", "overview", "closures", "supplies", "money", "figures", "source"):
        found = told(sent(go(hers, page, key)))
        assert PLACE in found, page
        assert len(found) > 1, page


def test_no_data_address_answers_with_it(hers, key):
    go(hers, "figures", key)
    for view in addresses.VIEW_KEYS:
        for form in ("csv", "json"):
            for asked in ({}, {"bulletin": [key]}):
                answer = addresses.answer(query, f"{view}.{form}", asked, "http://localhost")
                assert (answer.status == 400) == bool(asked)
                assert told(answer.content) == []
    for address in ("", "datapackage.json", "tables/bulletins.csv", "tables/figures.csv"):
        answer = addresses.answer(query, address, {}, "http://localhost")
        assert answer.status == 200
        assert told(answer.content) == []


def test_her_files_have_it_and_those_of_others_do_not(hers, key, files):
    own = downloaded(files, hers, "figures", key)
    assert {"73519", "61739"} <= set(told(own["_download_csv"]))
    book = openpyxl.load_workbook(io.BytesIO(own["_download_xlsx"]))
    assert 73519 in {cell.value for sheet in book for row in sheet for cell in row}
    with zipfile.ZipFile(io.BytesIO(own["_download_zip"])) as package:
        assert {"73519", "61739"} <= set(told(package.read("figures.csv")))
    pictured = downloaded(files, hers, "closures", key)
    [drawing] = [made for name, made in pictured.items() if name.endswith("_svg")]
    assert "61,739" in told(drawing)
    theirs = come()
    for page in ("figures", "closures", "about"):
        for name, content in downloaded(files, theirs, page).items():
            found = told(opened(name, content))
            if name.startswith("_picture_"):  # whose coordinates are numbers of any kind
                found = [one for one in found if "," in one or one == PLACE]
            assert found == [], (page, name)


def test_her_database_file_has_it_and_those_of_others_do_not(hers, key, files, tmp_path):
    places = {}
    for who, visitor, named in (("hers", hers, [key]), ("theirs", come(), [])):
        made = downloaded(files, visitor, "about", *named)["_download_duckdb"]
        file = tmp_path / f"{who}.duckdb"
        file.write_bytes(made)
        with duckdb.connect(str(file), read_only=True) as database:
            found = database.execute("SELECT place_zh FROM bulletins").fetchall()
        places[who] = {place for (place,) in found}
    assert PLACE in places["hers"]
    assert PLACE not in places["theirs"]


def opened(name: str, content: bytes) -> bytes:
    """A file, of a zip what is in it, of a picture its words: where it draws chance numbers are."""
    if name.endswith("_png"):
        return b""  # its words are those of the SVG
    if name.endswith("_svg"):
        words = re.findall(rb">([^<]+)<|aria-label=\"([^\"]*)\"", content)
        return b"\n".join(one or other for one, other in words)
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"\n".join(map(package.read, package.namelist()))


def test_nothing_that_all_share_holds_it(hers, key):
    for page in SCREENS:
        go(hers, page, key)
    shared, own = memory.shared().answers, hers.session_state[keys.OWN_REALM][1].answers
    assert shared
    assert told("\n".join(_words(list(own.items())))), "it is looked for where it can be found"
    assert told("\n".join(_words(list(shared.items())))) == []
    assert key not in set(_words(list(shared)))


def _words(held: Any) -> Iterable[str]:
    """All that is written in a kept answer."""
    if isinstance(held, pd.DataFrame):
        yield held.to_csv()
    elif isinstance(held, Mapping):
        yield from _words([*held.keys(), *held.values()])
    elif isinstance(held, list | tuple | set | frozenset):
        for one in held:
            yield from _words(one)
    elif is_dataclass(held) and not isinstance(held, type):
        yield from _words([getattr(held, field.name) for field in fields(held)])
    else:
        yield held.decode(errors="replace") if isinstance(held, bytes) else str(held)


def test_the_shipped_bulletin_is_for_her_what_it_is_for_others(hers, key):
    other = come()
    go(hers, "read")
    for page in SHARED_PAGES:
        views = []
        for visitor in (hers, other):
            go(visitor, page, view="both") if page != "checks" else go(visitor, page)
            views.append(
                (
                    finding(visitor),
                    [(one.label, one.value) for one in visitor.metric],
                    [in_words(one).to_csv() for one in tables(visitor)],
                    [one.proto.spec for one in charts(visitor)],
                    said(visitor),
                )
            )
        assert views[0] == views[1], page


def test_two_visitors_with_the_same_key_see_each_her_own():
    first = paste(come(), "甲县排查人员111人，关停商铺12家。")
    second = paste(come(), "乙县排查人员222人，关停商铺34家。")
    [key], [same] = first.session_state[keys.DRAFTS], second.session_state[keys.DRAFTS]
    assert key == same
    for page in ("figures", "screening", "closures", "source"):
        mine, yours = sent(go(first, page, key)), sent(go(second, page, key))
        assert "甲县".encode() in mine
        assert "甲县".encode() not in yours
        assert "乙县".encode() in yours
        assert "乙县".encode() not in mine


def test_what_she_removes_is_gone_for_her_too():
    app = paste(come(), UNIQUE)
    key = draft(app).bulletin_id
    app = go(app, "figures", key)
    app = back(go(app, "read", key))
    app = press(app, keys.on_shelf("remove", key))
    for page in SCREENS:
        assert told(sent(go(app, page))) == [], page
        assert told(sent(go(app, page, key))) == [], page

"""Every link that a page lets a reader copy or follow means the same to file, program and page."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import HOST, address, copyable, finding, links, visit
from xi_data import addresses, export
from xi_data.locale import LANGUAGES
from xi_data.publish.plain import unmarked
from xi_data.ui.article import copy as copies
from xi_data.ui.downloads import data_address

LINKS = {
    "overview": {"family": ["medical", "money"], "view": "table", "figure": "funding-control"},
    "screening": {"status": "released", "scale": "shares", "view": "table"},
    "closures": {
        "group": ["leisure", "tourism"],
        "least": "2",
        "figure": "closure-karaoke",
    },
    "supplies": {"group": "ppe", "unit": "piece", "figure": "supply-flour-bags"},
    "money": {"topic": "funding", "view": "both", "figure": "funding-control"},
    "medical": {"status": "current", "view": "table"},
    "disinfection": {"unit": ["place", "street"]},
    "organisation": {"section": "command", "topic": ["organisation", "checkpoint"]},
    "publicity": {"group": "reach", "figure": "publicity-douyin-clicks"},
    "timeline": {"day": "2020-02-09", "view": "both"},
    "figures": {"search": "mask 口罩", "family": ["medical", "supplies"]},
    "figure": {"id": "closure-library"},
    "source": {"copy": "reading", "numerals": "all", "figure": "closure-library"},
    "checks": {
        "verdict": "holds",
        "kind": ["sum", "two_units"],
        "check": "sum-screening-outside-screened",
        "figure": "screening-outside-observed",
    },
    "about": {"figure": "closure-library"},
}
"""Page to what a reader may have chosen on it: filters, switches, a mark, a figure, a check."""

BY_TURNS = [(key, list(LANGUAGES)[place % len(LANGUAGES)]) for place, key in enumerate(LINKS)]
"""Each page in one language: it offers the link of the other one too."""


@pytest.fixture(autouse=True)
def _server(monkeypatch):
    """A server that answers data addresses and has no article, whatever the environment says."""
    monkeypatch.setattr(copies, "hosted", lambda bulletin_id: None)
    monkeypatch.setattr(data_address, "_offered", data_address.Event())
    data_address.offer()


@pytest.fixture
def hosted(monkeypatch) -> None:
    """A server with a text of the bulletin, whatever it holds."""
    text = copies.verified(*SHIPPED, "疫情防控共8人。", "text.txt", own=False)
    monkeypatch.setattr(copies, "hosted", {SHIPPED[0]: text}.get)


class Frame(HTMLParser):
    """Where the one frame of a snippet leads."""

    def handle_starttag(self, tag, attrs):
        self.src = dict(attrs)["src"]


def frame_src(snippet: str) -> str:
    frame = Frame()
    frame.feed(snippet)
    return frame.src


def addresses_in(app: AppTest) -> list[str]:
    """Every address of ours in what the page lets a reader copy."""
    texts = [frame_src(one) if one.startswith("<iframe") else one for one in copyable(app)]
    return [link for one in texts for link in re.findall(rf"{HOST}[!-~]*", one)]


def opened(key: str, lang: str) -> AppTest:
    """A page with what a reader has chosen on it, its panels of links and of the citation open."""
    app = visit(key, opened=["_share", "_cite_figure"], lang=lang, **LINKS[key])
    assert list(app.exception) == []
    chosen = {name: [v] if isinstance(v, str) else v for name, v in LINKS[key].items()}
    assert address(app) == {"lang": [lang]} | chosen
    return app


def told(query, app: AppTest) -> dict[str, str]:
    """Each link to a view that the page lets copy, to the title of a file of it.

    Data addresses are answered too.
    """
    found = addresses_in(app)
    data = [one for one in found if urlsplit(one).path.startswith("/data/")]
    views = [one for one in found if one not in data]
    assert len(data) == 1
    assert len(views) >= 4, "the view, its other language, its citation, its frame"
    for one in data:
        parts = urlsplit(one)
        path = parts.path.removeprefix("/data/")
        answer = addresses.answer(query, path, parse_qs(parts.query), HOST)
        assert (answer.status, one) == (200, one)
    return {one: export.linked(query, one).about["title"] for one in views}


@pytest.mark.parametrize(("key", "lang"), BY_TURNS)
def test_a_link_that_a_page_lets_copy_says_what_the_page_says(key, lang, query):
    app = opened(key, lang)
    titles = told(query, app)
    [view] = {one for one in titles if parse_qs(urlsplit(one).query) == address(app)}
    assert titles[view] == unmarked(finding(app))
    for page, asked in links(app):
        if page != "figure" or "id=" in asked:  # without a key it is a box to choose one from
            export.linked(query, f"{HOST}/{page}?{asked}")


@pytest.mark.parametrize(("key", "lang"), [("source", "en"), ("checks", "zh")])
def test_it_is_understood_also_where_the_page_speaks_of_a_text(key, lang, query, hosted):
    assert all(told(query, opened(key, lang)).values())

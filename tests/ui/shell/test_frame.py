"""A view in a frame: what is left of the page, the way out of it, and its snippet."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import (
    FIRST,
    HOST,
    PAGES,
    ROOT,
    WITH_FIGURES,
    address,
    charts,
    copyable,
    finding,
    html_lang,
    printed,
    seen,
    tables,
    turn_to,
    visit,
)
from xi_data.locale import LANGUAGES
from xi_data.ui.shell.frame import snippet
from xi_data.views import rows as rows_of

BY_TURNS = [(key, list(LANGUAGES)[place % len(LANGUAGES)]) for place, key in enumerate(PAGES)]
EN_OR_ZH = [("closures", lang) for lang in LANGUAGES]


def embed(key: str, **query: str | list[str]) -> AppTest:
    """The page as a frame shows it: Streamlit keeps embed=true from the query to the context."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params = query
    app.context = {"locale": "en-GB", "is_embedded": True}
    return turn_to(app, key)


def framed_finding(app: AppTest) -> str:
    """What a frame says first, without marks."""
    assert list(app.title) == []
    return seen(app.header[0].value)


def way_out(app: AppTest) -> str:
    """The address in the first line."""
    return re.search(r"\]\((.*)\)\]\]$", app.markdown[0].value)[1]


@pytest.mark.parametrize(("key", "lang"), [*BY_TURNS, *EN_OR_ZH])
def test_a_frame_has_the_view_and_a_way_out_and_no_furniture(key, lang):
    both = {"view": "both"} if key in WITH_FIGURES and key != "figures" else {}
    app = embed(key, lang=lang, **both)
    whole = visit(key, lang=lang, **both)
    assert list(app.exception) == []
    assert framed_finding(app) == finding(whole)
    assert [one.proto.alt for one in charts(app)] == [one.proto.alt for one in charts(whole)]
    assert len(tables(app)) == len(tables(whole))
    if key in WITH_FIGURES:
        assert charts(app)
        assert tables(app)
    assert [one.key for one in app.button_group] == []
    assert [one.key for one in app.button if one.key.startswith("_step")] == []
    own = [one for one in app.get("download_button") if "duckdb" not in one.proto.id]
    assert own == []
    assert len(app.markdown[0].value.splitlines()) == 1
    assert "CC BY 4.0" in app.markdown[0].value
    wanted = {"lang": [lang], **{name: [value] for name, value in both.items()}}
    assert parse_qs(urlsplit(way_out(app)).query) == wanted
    assert urlsplit(way_out(app)).path.strip("/") == ("" if key == FIRST else key)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_frame_is_narrowed_by_its_link_and_has_no_control_of_its_own(lang, connection):
    wanted = {"lang": [lang], "group": ["leisure"], "least": ["10"], "view": ["table"]}
    app = embed("closures", **wanted)
    rows = rows_of.closures(connection, SHIPPED, lang, group=("leisure",), least=10)
    assert list(printed(app)["mention"]) == list(rows["mention"])
    assert address(app) == wanted
    assert parse_qs(urlsplit(way_out(app)).query) == wanted
    assert finding(visit("closures", **wanted)) == framed_finding(app)
    assert html_lang(app) == {"en": "en", "zh": "zh-CN"}[lang]


def test_a_view_without_figures_has_its_way_out_too():
    app = embed("closures", lang="en", group="tourism", least="100")
    assert list(app.exception) == []
    assert tables(app) == []
    assert parse_qs(urlsplit(way_out(app)).query)["least"] == ["100"]


class Frame(HTMLParser):
    """The attributes of the one frame of a snippet."""

    def handle_starttag(self, tag, attrs):
        assert tag == "iframe"
        self.attributes = dict(attrs)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_snippet_embeds_the_view_in_this_language(lang):
    app = visit("closures", opened=["_share"], lang=lang, group="leisure")
    [copied] = [text for text in copyable(app) if text.startswith("<iframe")]
    frame = Frame()
    frame.feed(copied)
    src = urlsplit(frame.attributes["src"])
    assert f"{src.scheme}://{src.netloc}{src.path}" == f"{HOST}/closures"
    assert parse_qs(src.query) == {"lang": [lang], "group": ["leisure"], "embed": ["true"]}
    assert frame.attributes["title"] == finding(app)
    assert frame.attributes["width"] == "100%"
    assert int(frame.attributes["height"]) > 0
    assert frame.attributes["loading"] == "lazy"


def test_a_snippet_holds_any_title():
    hostile = "\"><script>alert(1)</script> & 'more'"
    frame = Frame()
    frame.feed(snippet("https://example.org/?a=1&lang=zh", hostile))
    assert frame.attributes["title"] == hostile
    assert frame.attributes["src"] == "https://example.org/?a=1&lang=zh&embed=true"

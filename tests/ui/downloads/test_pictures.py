"""Pictures of the charts of every page, made as a click on their buttons makes them."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.publish.test_chart_file import draws
from tests.three_bulletins import SHIPPED
from tests.ui.visiting import (
    FIRST,
    HOST,
    PAGES,
    WITH_FIGURES,
    charts,
    finding,
    seen,
    turn_to,
    visit,
)
from xi_data import store
from xi_data.locale import LANGUAGES
from xi_data.publish import chart_file
from xi_data.publish.chart_file import SCALE, WIDTH
from xi_data.ui.downloads import pictures
from xi_data.ui.state import keys
from xi_data.views import rows as rows_of

SVG = "{http://www.w3.org/2000/svg}"
BY_TURNS = [
    (key, list(LANGUAGES)[place % len(LANGUAGES)]) for place, key in enumerate(WITH_FIGURES)
]

Files = dict[str, Callable[[], bytes]]


@pytest.fixture
def offered(monkeypatch) -> Callable[..., tuple[AppTest, Files]]:
    """offered("closures", lang="zh"): the page with its panel open, and its pictures by name."""
    files: Files = {}
    real = st.download_button

    def noted(label, data, file_name, *args, **options):
        if options["key"].startswith("_picture_"):
            files[file_name] = data
        return real(label, data, file_name, *args, **options)

    monkeypatch.setattr(st, "download_button", noted)

    def opened(key: str, **query: str | list[str]) -> tuple[AppTest, Files]:
        files.clear()
        app = visit(key, opened=[keys.FORMATS], **query)
        assert list(app.exception) == []
        return app, dict(files)

    return opened


def words(content: bytes) -> list[str]:
    """Every text of an SVG in one piece, the spaces left out that its lines are broken at."""
    texts = ElementTree.fromstring(content).iter(f"{SVG}text")
    return ["".join(text.itertext()).replace(" ", "") for text in texts]


def joined(text: str) -> str:
    return text.replace(" ", "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", WITH_FIGURES)
def test_every_chart_of_a_page_is_offered_and_says_where_it_is_from(offered, connection, key, lang):
    app, files = offered(key, lang=lang, view="both")
    svgs = {name: made() for name, made in files.items() if name.endswith(".svg")}
    assert len(svgs) == len(charts(app)) > 0
    bulletin = store.bulletin(connection, SHIPPED, lang)
    link = f"{HOST}{'' if key == FIRST else f'/{key}'}?lang={lang}"
    for name, content in svgs.items():
        assert name.startswith(f"xi-county-{key}-")
        said = words(content)
        assert joined(finding(app)) in said
        whole = "".join(said)
        for part in (bulletin["title"], bulletin["publisher_printed"], "CC BY 4.0", link):
            assert joined(part) in whole
        chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in whole)
        assert chinese > 60 if lang == "zh" else chinese < 60
        assert "**" not in whole
        assert "[" not in whole.replace(joined(f"[{bulletin['title']}]"), "")


@pytest.mark.parametrize(("key", "lang"), BY_TURNS)
def test_every_letter_of_a_png_has_a_font(offered, key, lang):
    _, files = offered(key, lang=lang)
    png, svg = list(files)[:2]
    letters = {letter for letter in "".join(words(files[svg]())) if letter > "~"}
    assert [letter for letter in letters if not draws(letter)] == []
    content = files[png]()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(content[16:20]) == SCALE * WIDTH
    assert len(content) > 50_000


@pytest.mark.parametrize("key", sorted(set(PAGES) - set(WITH_FIGURES)))
def test_a_page_without_charts_offers_no_pictures(offered, key):
    query = {"id": "closure-library"} if key == "figure" else {}
    _, files = offered(key, **query)
    assert files == {}


def test_a_hidden_chart_is_not_offered(offered):
    _, files = offered("closures", view="table")
    assert files == {}


def test_what_the_reader_asked_for_stands_in_the_picture(offered, connection):
    rows = rows_of.closures(connection, SHIPPED, "en", group=("leisure",))
    picked = rows.iloc[-1]
    app, files = offered("closures", lang="en", group="leisure", figure=picked["figure_id"])
    [name] = [name for name in files if name.endswith(".svg")]
    said = "".join(words(files[name]()))
    assert joined(f"Filters: Group: {rows['group_label'].iloc[0]}") in said
    assert joined(f"Selected: {picked['label']}") in said
    assert joined(f"figure={picked['figure_id']}&group=leisure&lang=en") in said
    assert [one for one in rows["category_label"] if joined(one) not in said] == []


def test_the_figure_shown_by_default_is_not_marked(offered):
    """The evidence card that it belongs to is not in the picture."""
    _, files = offered("closures", lang="en")
    _, picked = offered("closures", lang="en", figure="closure-food-lodging")
    [name] = [name for name in files if name.endswith(".svg")]
    plain, marked = files[name](), picked[name]()
    track = b"#e9edf1"
    assert track not in plain
    assert track in marked


def test_charts_are_named_in_the_words_of_the_page(offered):
    app, _ = offered("supplies", lang="zh")
    labels = [one.label for one in app.get("download_button") if "SVG" in one.label]
    assert len(labels) == len(set(labels)) == len(charts(app))
    headings = " ".join(seen(one.value) for one in (*app.header, *app.markdown))
    assert all(label.split(" · ")[0].split("：")[0] in headings for label in labels)


def test_nothing_is_made_before_a_click(offered, monkeypatch):
    def refuse(picture):
        raise AssertionError("made without a click")

    writers = {name: (refuse, mime) for name, (_, mime) in chart_file.CHART_FORMATS.items()}
    monkeypatch.setattr(pictures, "CHART_FORMATS", writers)
    app, files = offered("supplies")
    assert len(files) == 2 * len(charts(app))
    app = visit("supplies")
    app.session_state[keys.FORMATS] = True  # opened by a click, and not from the first
    closed = turn_to(app.run(), "closures")
    assert not [one for one in closed.get("download_button") if "PNG" in one.label]

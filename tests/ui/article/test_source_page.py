"""The Source page: the map without the text; with it, every figure in its words."""

import os

import pytest
from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import (
    address,
    charts,
    components,
    finding,
    in_words,
    links,
    said,
    seen,
    turn_to,
    visit,
)
from xi_data import memory, store
from xi_data.locale import LANGUAGES, translator
from xi_data.matching.copies import MOST_BYTES, MOST_CHARACTERS
from xi_data.reading.text import GLOSS, simplified
from xi_data.ui.article import copy as copies
from xi_data.ui.state import keys

HOSTILE = (
    "<script>window.hit = 1</script><img src=x onerror=alert(1)> **bold** [a](javascript:x) $x$\n"
    "\u202eabc\u2066def 共8人\n"
)


@pytest.fixture(autouse=True)
def _no_article(monkeypatch):
    """A server without the article, whatever the environment says."""
    monkeypatch.setattr(copies, "hosted", lambda bulletin_id: None)


@pytest.fixture
def hosted(article, monkeypatch) -> str:
    """A server with the article."""
    copy = copies.verified(*SHIPPED, article, "xi.txt", own=False)
    monkeypatch.setattr(copies, "hosted", {SHIPPED[0]: copy}.get)
    return article


def passage(app: AppTest) -> dict | None:
    """What the component with the text is given."""
    return next((one for one in components(app) if "lines" in one), None)


def words(run: str | list) -> str:
    return run if isinstance(run, str) else run[0]


def told(app: AppTest) -> str:
    """The text as the page shows it."""
    return "\n".join("".join(map(words, line)) for line in passage(app)["lines"])


def highlighted(app: AppTest, kind: str = "figure") -> list[list[str]]:
    return [
        run
        for line in passage(app)["lines"]
        for run in line
        if not isinstance(run, str) and run[1] == kind
    ]


def open_way(app: AppTest, way: str) -> None:
    """Open the panel with one way to bring a text."""
    app.session_state[keys.bring(app.session_state[keys.TEXT_ROUND], way)] = True
    app.run()


def paste(text: str, **query: str) -> AppTest:
    """A visitor who pasted a text."""
    app = visit("source", **query)
    open_way(app, "paste")
    app.text_area(key="_pasted").set_value(text)
    [send] = [b for b in app.button if b.form_id]
    return send.click().run()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_the_text_there_is_the_map_and_how_to_bring_it(lang, connection):
    app = visit("source", lang=lang)
    assert passage(app) is None
    assert len(charts(app)) == 1
    assert str(len(store.figures(connection, SHIPPED, lang))) in finding(app)
    assert len([p for p in app.get("popover") if p.proto.popover.icon]) >= 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_with_the_article_every_figure_stands_in_its_words(lang, hosted, connection):
    figures = store.figures(connection, SHIPPED, lang)
    app = visit("source", lang=lang)
    assert list(app.exception) == []
    assert told(app) == hosted.replace("\r\n", "\n")
    runs = highlighted(app)
    assert [run[2] for run in runs] == list(figures["figure_id"])
    assert [run[0] for run in runs] == list(figures["mention"])
    assert [run[3] for run in runs] == list(figures["colour"])
    assert [metric.value for metric in app.metric][:4] == [str(len(figures)), "0", "0", "0"]
    assert highlighted(app, "excused") == []


def test_filters_leave_the_others_plain(hosted, connection):
    some = store.figures(connection, SHIPPED, "en", family=("medical",), status=("current",))
    app = visit("source", family="medical", status="current")
    assert [run[2] for run in highlighted(app) if run[3]] == list(some["figure_id"])
    assert len(highlighted(app)) == len(store.figures(connection, SHIPPED, "en"))


def test_the_reading_copy_has_no_glosses_and_is_simplified(hosted, connection):
    app = visit("source", copy="reading")
    shown = told(app)
    assert GLOSS.search(shown) is None
    assert simplified(shown) == shown
    mentions = store.figures(connection, SHIPPED, "en")["mention"]
    assert [run[0] for run in highlighted(app)] == [simplified(m) for m in mentions]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_excused_numerals_come_with_their_reasons(lang, hosted, connection):
    app = visit("source", lang=lang, numerals="all")
    reasons = store.excuses(connection, SHIPPED, lang).set_index("reason")
    runs = highlighted(app, "excused")
    assert len(runs) == reasons["numerals"].sum()
    for run in runs:
        assert passage(app)["said"][run[2]] == reasons.loc[run[2], "label"]


def test_the_figure_in_the_link_is_selected_and_steps_walk_from_it(hosted, connection):
    order = list(store.figures(connection, SHIPPED, "en")["figure_id"])
    app = visit("source", lang="en", figure=order[5])
    assert passage(app)["selected"] == order[5]
    app.button(key="_words_after").click().run()
    assert passage(app)["selected"] == order[6]
    assert address(app) == {"lang": ["en"], "figure": [order[6]]}
    app.button(key="_words_before").click().run()
    app.button(key="_words_before").click().run()
    assert passage(app)["selected"] == order[4]


def test_steps_begin_at_the_first_and_end_at_the_last(hosted, connection):
    order = list(store.figures(connection, SHIPPED, "en", family=("closures",))["figure_id"])
    app = visit("source", family="closures")
    assert passage(app)["selected"] is None
    assert app.button(key="_words_before").disabled
    app.button(key="_words_after").click().run()
    assert passage(app)["selected"] == order[0]
    last = visit("source", family="closures", figure=order[-1])
    assert last.button(key="_words_after").disabled


def test_a_clean_copy_in_simplified_characters_does_as_well(article, connection):
    clean = simplified(GLOSS.sub("", article)).replace(",", "， ").replace("\r", "")
    app = paste(clean)
    assert list(app.exception) == []
    assert told(app) == clean
    figures = store.figures(connection, SHIPPED, "en")
    assert [run[2] for run in highlighted(app)] == list(figures["figure_id"])
    assert app.metric[1].value == str(len(figures)), "all moved"
    assert highlighted(app, "uncovered") == []


def test_what_is_missing_and_what_is_left_over_is_listed(article, connection):
    figure = store.figures(connection, SHIPPED, "en").set_index("figure_id").loc["funding-control"]
    cut = f"{article[: figure['start']]}若干{article[figure['end'] :]}\n又有7777777人"
    app = paste(cut, figure="funding-control")
    assert app.metric[2].value == "1"
    assert ("figure", "id=funding-control&lang=en") in links(app)
    assert any(figure["label"] in seen(one.value) for one in app.warning)
    assert [run[0] for run in highlighted(app, "uncovered")] == ["7777777"]
    [left_over] = [in_words(one) for one in components(app) if one.get("pickable") is False]
    assert list(left_over["numeral"]) == ["7777777"]
    assert list(left_over["paragraph"]) == [str(article.count("\n") + 2)]


def test_a_hostile_text_is_text_within_its_bounds(article):
    text = (article + HOSTILE * 4000)[:MOST_CHARACTERS].replace("\r", "")
    app = paste(text)
    assert list(app.exception) == []
    shown = told(app)
    assert len(shown) == len(text)
    assert "<script>window.hit = 1</script>" in shown
    assert "\u202e" not in shown
    assert "\u2066" not in shown
    assert len(highlighted(app, "uncovered")) == copies.SHOWN
    everything_else = [*app.markdown, *app.caption, *app.info, *app.warning, *app.title]
    assert not any("<script>" in one.value for one in everything_else)
    assert address(app) == {"lang": ["en"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_text_is_told_apart_and_not_laid_beside_the_bulletin(lang):
    app = paste(HOSTILE, lang=lang)
    t = translator(lang)
    assert list(app.exception) == []
    assert finding(app) == t("This is not the text of this bulletin")
    assert passage(app) is None
    assert (charts(app), list(app.metric)) == ([], [])
    assert "<script>window.hit = 1</script>" in said(app)
    assert not any("<script>" in one.value for one in app.markdown)
    [table] = [in_words(one) for one in components(app) if one.get("pickable") is False]
    assert list(table["numeral"]) == ["8人"]
    assert "extract" in app.code[0].value
    turn_to(app, "checks")
    assert list(app.exception) == [], "there it proves nothing"
    turn_to(app, "source")
    app.button(key="_put_away").click().run()
    assert len(charts(app)) == 1


def test_a_part_of_the_bulletin_is_no_other_text(article):
    assert passage(paste(article[:600]))
    assert finding(paste("今天天气很好。")) == "This is not the text of this bulletin"


def test_an_empty_box_says_so():
    app = paste("  \n ")
    assert len(app.error) == 1
    assert passage(app) is None


def test_a_text_that_is_too_long_is_refused_and_stays_in_its_box():
    app = paste("报" * 300_000)
    [error] = app.error
    assert error.value == "The text is too long: 300,000 characters; the limit is 200,000."
    assert len(app.text_area(key="_pasted").value) == 300_000
    assert app.text_area(key="_pasted").max_chars == 0, "Streamlit would cut or refuse in silence"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("large.txt", b"a" * (MOST_BYTES + 1)),
        ("long.txt", b"a" * (MOST_CHARACTERS + 1)),
        ("binary.txt", b"\xff\xff\x81"),
    ],
)
def test_a_file_that_is_no_text_within_bounds_is_refused(name, content):
    app = upload(name, content)
    [error] = app.error
    assert name in error.value or name == "long.txt"
    assert passage(app) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_file_is_read_in_its_encoding(encoding, article):
    part = article[:600].replace("\r", "")
    app = upload("copy.txt", part.encode(encoding))
    assert list(app.error) == []
    assert told(app) == part


def upload(name: str, content: bytes) -> AppTest:
    app = visit("source")
    open_way(app, "file")
    return app.get("file_uploader")[0].set_value((name, content, "text/plain")).run()


def test_ones_own_copy_comes_before_the_hosts_until_it_is_put_away(hosted):
    part = hosted[:600].replace("\r", "")
    app = paste(part)
    assert told(app) == part
    app.button(key="_put_away").click().run()
    assert told(app) == hosted.replace("\r\n", "\n")


def test_the_text_stays_in_its_session(article):
    """On other pages it is still there; another visitor sees nothing of it."""
    part = article[:600].replace("\r", "")
    app = paste(part)
    turn_to(app, "closures")
    turn_to(app, "source")
    assert told(app) == part
    assert passage(visit("source")) is None


def test_the_hosts_folder_is_read(article, monkeypatch):
    monkeypatch.undo()
    memory.forget()
    assert copies.held(*SHIPPED).text == article
    monkeypatch.delenv(copies.FOLDER)
    memory.forget()
    assert copies.held(*SHIPPED) is None
    memory.forget()
    assert copies.FOLDER not in os.environ

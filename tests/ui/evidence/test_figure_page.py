"""The Figure page: one figure in full, or what an unknown key may have meant."""

import json
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import (
    HOST,
    address,
    copyable,
    finding,
    links,
    quoted,
    refused,
    seen,
    turn_to,
    visit,
)
from xi_data import store
from xi_data.locale import LANGUAGES, translator
from xi_data.record.tables import DATA, TABLES
from xi_data.ui.widgets.markdown import plain
from xi_data.wording import measure_word


def in_form(app: AppTest, form: str) -> str:
    """The citation in the form that a tab names."""
    app.session_state["_form"] = form
    _, words = copyable(app.run())
    return words


def cells(app: AppTest) -> dict[str, str]:
    """Name to words in all tables of the page, as they are seen."""
    found = (pair for table in app.table for pair in table.value[""].items())
    return {name: seen(words) for name, words in found}


@pytest.fixture(scope="module")
def every(connection):
    return {
        lang: store.figures(connection, SHIPPED, lang).set_index("figure_id") for lang in LANGUAGES
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "figure_id", ["closure-food-lodging", "date-screening-status", "publicity-douyin-clicks"]
)
def test_a_figure_is_told_in_full(figure_id, lang, every):
    t = translator(lang)
    one = every[lang].loc[figure_id]
    app = visit("figure", lang=lang, id=figure_id)
    assert list(app.exception) == []
    assert one["label"] in finding(app)
    said = cells(app)
    assert figure_id in said.values()
    assert one["context_hash"] in said.values()
    words = " ".join([*said.values(), *(seen(m.value) for m in app.markdown)])
    assert [one["mention"]] == [words["mention"] for words in quoted(app)]
    assert one["section_label"] in words
    assert t.number(one["start"] + 1) in words, "counted from 1"
    assert one["topic_label"] in words
    assert one["note"] in words
    if one["kind"] != "date":
        assert measure_word(t, one) in words
        assert t.compact(one["value"]) in finding(app)
    assert address(app) == {"lang": [lang], "id": [figure_id]}


def test_what_the_words_leave_open_is_said_to_be_open(every):
    over = every["en"].loc[every["en"]["qualifier"] == "over"].index[0]
    said = cells(visit("figure", id=over))
    assert said["Upper limit"] == "not given"
    assert said["Lower limit"] != "not given"


@pytest.mark.parametrize(
    ("figure_id", "said"),
    [
        ("screening-outside-hubei", {"part of (stated)", "part of (inferred)"}),
        ("screening-outside-released", {"part of (stated)", "contains (inferred)"}),
        (
            "checkpoint-county-entrances",
            {"conflicts with (inferred)", "place, or one of the places, of (stated)"},
        ),
        ("supply-masks-reserve", {"out of proportion to this figure (inferred)"}),
    ],
)
def test_every_relation_says_its_basis_on_the_page_and_on_the_card(figure_id, said):
    app = visit("figure", id=figure_id)
    for phrase in said:
        assert any(f":gray[{plain(phrase)}]" in link.label for link in app.get("page_link")), phrase
    card = visit("figures", figure=figure_id)
    for phrase in said:
        assert any(f":gray[{plain(phrase)}]" in button.label for button in card.button), phrase


@pytest.mark.parametrize("lang", LANGUAGES)
def test_relations_are_links_in_both_directions(lang, connection):
    frame = store.figures(connection, SHIPPED, lang)
    for figure_id in frame["figure_id"].iloc[::17]:
        related = store.relations(connection, SHIPPED, lang, figure_id=figure_id)["figure_id"]
        app = visit("figure", lang=lang, id=figure_id)
        linked = links(app)
        for other in related:
            assert ("figure", f"id={other}&lang={lang}") in linked
    there = store.relations(connection, SHIPPED, lang, "supply-flour-bags")
    back = store.relations(connection, SHIPPED, lang, there["figure_id"].iloc[0])
    assert "supply-flour-bags" in list(back["figure_id"])
    for figure_id in ("supply-flour-bags", there["figure_id"].iloc[0]):
        [other] = {"supply-flour-bags", there["figure_id"].iloc[0]} - {figure_id}
        app = visit("figure", lang=lang, id=figure_id)
        assert ("figure", f"id={other}&lang={lang}") in links(app)


def test_previous_and_next_walk_through_the_text(every):
    order = list(every["en"].index)
    for place in (0, 40, len(order) - 1):
        found = links(visit("figure", lang="en", id=order[place]))
        for step in (-1, 1):
            inside = 0 <= place + step < len(order)
            link = ("figure", f"id={order[(place + step) % len(order)]}&lang=en")
            assert (link in found) == inside


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_cited_as_a_sentence_as_bibtex_and_as_csl_json(lang, every):
    figure_id = "closure-food-lodging"
    app = visit("figure", lang=lang, id=figure_id)
    link, sentence = copyable(app)
    bibtex, csl = (in_form(app, form) for form in ("BibTeX", "CSL-JSON"))
    assert link == f"{HOST}/figure?id={figure_id}&lang={lang}"
    mention = every[lang].loc[figure_id, "mention"]
    for words in (sentence, bibtex, csl):
        assert link in words
        assert mention in words
    assert bibtex.startswith(f"@misc{{{figure_id},")
    assert json.loads(csl)[0]["id"] == figure_id


def test_the_forms_of_a_citation_outlive_a_change_of_language():
    app = visit("figure", lang="en", id="closure-library")
    sentence = in_form(app, translator("en")("Citation"))
    app.session_state["lang"] = "zh"
    _, words = copyable(app.run())
    assert list(app.exception) == []
    assert words not in ("", sentence)


def test_the_card_cites_in_the_same_words():
    figure_id = "closure-library"
    _, sentence = copyable(visit("figure", id=figure_id))
    app = visit("closures", figure=figure_id)
    app.session_state["_cite_figure"] = True
    assert sentence in copyable(app.run())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("figure_id", ["closure-libary", "Library", "图书馆"])
def test_an_unknown_key_suggests_the_nearest(figure_id, lang):
    app = visit("figure", lang=lang, id=figure_id)
    assert list(app.exception) == []
    assert ("figure", f"id=closure-library&lang={lang}") in links(app)
    assert app.info[0].value.replace("\\", "").count(figure_id) == 1


@pytest.mark.parametrize(
    "figure_id", ["<script>alert(1)</script>", "x" * 100, "\x00\u202e", "'; DROP TABLE figures"]
)
def test_a_hostile_key_is_words_like_any_other(figure_id):
    app = visit("figure", id=figure_id)
    assert list(app.exception) == []
    assert len(app.info[0].value) < 300
    assert "\u202e" not in app.info[0].value
    assert len([page for page, _ in links(app) if page == "figure"]) == 5


def test_a_key_that_is_too_long_is_refused_with_words_and_not_cut():
    app = visit("figure", id="x" * 5000, lang="en")
    assert "**id**: 5,000 characters are too many; it takes 100 at most" in refused(app)
    assert address(app) == {"lang": ["en"]}


def test_without_a_key_one_is_chosen(every):
    app = visit("figure")
    assert [page for page, _ in links(app) if page == "figure"] == []
    assert list(app.selectbox(key="_choose").options)
    figure_id = every["en"].index[7]
    app.selectbox(key="_choose").select(figure_id).run()
    assert address(app)["id"] == [figure_id]
    assert every["en"].loc[figure_id, "label"] in finding(app)
    app.button_group(key="lang").set_value("zh").run()
    assert address(app) == {"lang": ["zh"], "id": [figure_id]}
    assert every["zh"].loc[figure_id, "label"] in finding(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_card_leads_to_the_page_and_to_the_words(lang):
    found = links(visit("closures", lang=lang, figure="closure-library"))
    assert ("figure", f"id=closure-library&lang={lang}") in found
    assert ("source", f"figure=closure-library&lang={lang}") in found


def test_the_way_back_is_the_view_that_the_reader_left():
    app = visit("closures", lang="en", group=["leisure"], least="10", figure="closure-mahjong")
    app.query_params = {"id": "closure-mahjong", "lang": "en"}
    turn_to(app, "figure")
    query = {"group": ["leisure"], "least": ["10"], "figure": ["closure-mahjong"], "lang": ["en"]}
    assert query in [parse_qs(asked) for page, asked in links(app) if page == "closures"]


@pytest.mark.parametrize(
    ("figure_id", "page"),
    [("screening-outside-screened", "screening"), ("closure-library", "closures")],
)
def test_without_one_it_is_the_page_of_the_topic(figure_id, page):
    assert (page, f"figure={figure_id}&lang=en") in links(visit("figure", lang="en", id=figure_id))


def test_every_figure_has_a_page():
    """Not each opened, which takes long: every tenth."""
    keys = [line.split(",")[0] for line in (DATA / TABLES["figures"]).read_text().splitlines()[1:]]
    for key in keys[::10]:
        app = visit("figure", id=key)
        assert list(app.exception) == []
        assert [page for page, _ in links(app) if page == "source"] == ["source"]

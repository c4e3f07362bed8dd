"""The evidence card: its words, and its citation."""

import pytest
import streamlit as st

from tests.ui.parts import drawn
from tests.ui.visiting import HOST, copyable, pictures, quoted, said, visit
from xi_data.ui.evidence.account import account
from xi_data.ui.evidence.card import figure_card


def test_a_citation_names_article_county_month_figure_version_and_link():
    app = visit("closures", figure="closure-library")
    app.session_state["_cite_figure"] = True
    app.run()
    [*_, citation] = copyable(app)
    for part in ("Xi County", "February 2020", "figure closure-library", "data version"):
        assert part in citation
    assert "closure-library" in citation.partition(HOST)[2], "the link leads to the figure"


def test_the_evidence_quotes_noun_and_mention_apart():
    [words] = quoted(visit("closures", figure="closure-karaoke"))
    assert words["noun"] == "KTV"
    assert words["mention"].startswith("11")


@pytest.mark.parametrize(
    ("key", "bounded"), [("closure-karaoke", False), ("funding-control", True)]
)
def test_only_a_hedged_number_says_what_its_words_bound(key, bounded):
    app = drawn(lambda page: account(page, key))
    [*bounds, place] = pictures(app)
    assert "paragraph" in place
    assert bool(bounds) == bounded
    assert all(words in said(app) for words in bounds)


def steps(app) -> list[bool]:
    """Whether the step back and the step on are open."""
    icons = ("arrow_back", "arrow_forward")
    return [not app.button(key=f"_step_:material/{icon}:").disabled for icon in icons]


def card_of(key: str):
    order = ["closure-karaoke", "closure-library", "closure-mahjong"]

    def part(page) -> None:
        shown = st.session_state.setdefault("figure", key)
        figure_card(page, shown, order, "the first one")

    return drawn(part)


def test_the_steps_end_with_the_order():
    assert steps(card_of("closure-karaoke")) == [False, True]
    assert steps(card_of("closure-library")) == [True, True]
    assert steps(card_of("closure-mahjong")) == [True, False]
    assert steps(card_of("funding-control")) == [False, False], "it is none of them"


def test_a_step_shows_the_next_figure():
    app = card_of("closure-karaoke")
    before = app.metric[0].value
    app.button(key="_step_:material/arrow_forward:").click().run()
    assert app.session_state["figure"] == "closure-library"
    assert app.metric[0].value != before


def test_a_figure_that_was_picked_can_be_let_go_in_its_card():
    def part(page) -> None:
        shown = st.session_state.setdefault("figure", "closure-karaoke")
        figure_card(page, shown or "closure-library", [], "" if shown else "the first one")

    app = drawn(part)
    app.button(key="_chip_figure").click().run()
    assert app.session_state["figure"] is None
    assert "_chip_figure" not in [button.key for button in app.button]

"""Small parts: a popover that is cheap while closed, texts to copy, pills of figures."""

import streamlit as st

from tests.ui.parts import drawn
from tests.ui.visiting import components
from xi_data.ui.state import keys
from xi_data.ui.widgets.copy_button import copyable
from xi_data.ui.widgets.evidence_lines import evidence_lines
from xi_data.ui.widgets.evidence_pills import evidence_pills
from xi_data.ui.widgets.popover import popover


def test_the_contents_of_a_popover_are_made_only_while_it_is_open():
    made = []

    def contents() -> None:
        made.append("once")
        st.caption("inside")

    app = drawn(lambda page: popover("More", "_more", contents, icon=":material/link:"))
    [button] = app.get("popover")
    assert button.proto.popover.label == "More"
    assert made == []
    app.session_state["_more"] = True
    app.run()
    assert made == ["once"]
    assert [one.value for one in app.caption] == ["inside"]


def test_a_text_to_copy_is_handed_over_as_it_is_with_words_for_its_button():
    hostile = "<b>**x**</b> [a](b) $y$\n"

    def part(page) -> None:
        copyable(page.t, hostile, "one")
        copyable(page.t, "another", "two")

    assert components(drawn(part)) == [
        {"text": text, "copy": "Copy to clipboard", "copied": "Copied", "lang": "en"}
        for text in (hostile, "another")
    ]


def test_a_pill_shows_the_evidence_of_its_figure():
    numbers = {"closure-karaoke": "11 venues", "closure-library": "1 venue"}

    def part(page) -> None:
        st.session_state.setdefault(keys.FIGURE, "closure-library")
        evidence_pills(page.t, numbers, st.session_state[keys.FIGURE], "_pills")

    app = drawn(part)
    assert app.button_group(key="_pills").value == "closure-library"
    app.button_group(key="_pills").set_value("closure-karaoke").run()
    assert app.session_state[keys.FIGURE] == "closure-karaoke"


def test_a_line_shows_the_evidence_of_its_figure():
    said = {"closure-karaoke": "**11** venues", "closure-library": "1 venue"}

    def part(page) -> None:
        st.session_state.setdefault(keys.FIGURE, "closure-library")
        evidence_lines("Venues", said, st.session_state[keys.FIGURE], "_lines")

    app = drawn(part)
    assert app.radio(key="_lines").options == list(said.values())
    assert app.radio(key="_lines").value == "closure-library"
    app.radio(key="_lines").set_value("closure-karaoke").run()
    assert app.session_state[keys.FIGURE] == "closure-karaoke"


def test_no_pill_is_chosen_where_the_figure_shown_is_none_of_them():
    def part(page) -> None:
        evidence_pills(page.t, {"closure-karaoke": "11"}, "closure-library", "_pills")

    assert drawn(part).button_group(key="_pills").value is None

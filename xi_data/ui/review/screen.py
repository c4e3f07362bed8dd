"""Reviewing one bulletin: progress and steps, the text beside the card, sums, description, keep."""

from collections.abc import Collection
from functools import partial

import streamlit as st

from xi_data.locale import Translator
from xi_data.review.deciding import figures
from xi_data.review.doubts import doubts, progress, sure
from xi_data.review.draft import Draft
from xi_data.review.folding import OPEN, REJECTED
from xi_data.review.parts import part_with, parts
from xi_data.review.sums import relations
from xi_data.ui.review import on_server, shelf, steps
from xi_data.ui.review.card import card
from xi_data.ui.review.description import description
from xi_data.ui.review.quiet_button import quiet_button
from xi_data.ui.review.reasons import relation_words
from xi_data.ui.review.text import text
from xi_data.ui.review.text_again import text_again
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.markdown import plain


def screen(page: Page, draft: Draft) -> None:
    """The whole review of a draft."""
    t = page.t
    decided, every, _ = progress(draft)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        quiet_button(t("All my bulletins"), "arrow_back", "back", steps.begin, "")
        shelf.explore(page, draft)
        shelf.keep(t, [draft], draft.bulletin_id)
        on_server.keep(t, draft)
    if error := st.session_state.pop(keys.REVIEW_ERROR, None):
        st.error(plain(error), icon=":material/error:")
    description(t, draft)
    if draft.text is None:
        text_again(t)
    if not every:
        st.info(t("The reading program finds no figure in this text."), icon=":material/info:")
    else:
        st.progress(decided / every, shelf.progress_words(t, draft))
    among = _filtered(t, draft)
    shown = steps.shown(draft)
    _steps(t, draft, shown)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        text(t, draft, shown, among, partial(steps.acted, t, among))
    with right:
        if shown:
            card(t, draft, shown, among)
    # Below both: on a phone the card comes next to the text that it is about.
    aside(
        t(
            "Keys in the text: arrows walk, A accepts, R rejects, O reopens, N goes to the next "
            "doubtful one, U undoes, Y redoes."
        )
    )
    _add(t, draft)
    _sums(t, draft, shown)


def _filtered(t: Translator, draft: Draft) -> Collection[str]:
    """Keys of the figures that the filter leaves."""
    doubtful = doubts(draft)
    tests = {
        "all": lambda one: True,
        "open": lambda one: one.verdict == OPEN,
        "doubtful": lambda one: one.verdict == OPEN and one.figure.figure_id in doubtful,
        "changed": lambda one: bool(one.changed) or one.proposed is None,
        "rejected": lambda one: one.verdict == REJECTED,
    }
    names = {
        "all": t("All"),
        "open": t("Open"),
        "doubtful": t("Doubtful"),
        "changed": t("Changed"),
        "rejected": t("Rejected"),
    }
    found = {
        key: {one.figure.figure_id for one in figures(draft) if test(one)}
        for key, test in tests.items()
    }
    chosen = st.segmented_control(
        t("Show"),
        list(names),
        format_func=lambda key: f"{names[key]} :gray[{len(found[key])}]",
        key=keys.decide("filter"),
        default="all",
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    return found[chosen or "all"]


def _steps(t: Translator, draft: Draft, shown: str | None) -> None:
    ready = len(sure(draft))
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            t.plural("Accept {number} sure one", "Accept all {number} sure ones", ready),
            icon=":material/done_all:",
            key=keys.decide("all_sure"),
            disabled=not ready,
            on_click=steps.accept_sure,
            args=(t,),
        )
        st.button(
            t("Next doubtful"),
            icon=":material/help:",
            key=keys.decide("next"),
            disabled=not progress(draft).doubtful_left,
            on_click=steps.to_doubtful,
            args=(shown,),
        )
        for name, words, those in (
            ("undo", t("Undo"), draft.decisions),
            ("redo", t("Redo"), draft.undone),
        ):
            quiet_button(words, name, name, steps.back_or_forth, t, name, possible=bool(those))


def _add(t: Translator, draft: Draft) -> None:
    """A figure that the reading program did not find, by its words."""
    if draft.text is None:
        return

    def add() -> None:
        words = st.session_state[keys.MISSED].strip()
        if words:
            steps.take(t, partial(steps.add_mention, mention=words))
        st.session_state[keys.MISSED] = ""

    st.text_input(
        t("A figure is missing? Mark its words in the text, or write them here"),
        key=keys.MISSED,
        on_change=add,
    )


def _sums(t: Translator, draft: Draft, shown: str | None) -> None:
    """What belongs together by its numbers, and whether it holds; in a long text, in this part."""
    found = relations(draft)
    if not found:
        return
    failing = sum(not one.holds for one in found)
    header(
        t("Numbers that belong together")
        + f" :gray[· {t('{number} found, {failing} fail', number=len(found), failing=failing)}]"
    )
    part, places = parts(draft)[part_with(draft, shown)], draft.state.numbers
    near = [one for one in found if part.first <= places[one.whole] < part.last]
    if len(near) < len(found):
        aside(t("Below are those in this part of the text."))
    for one in sorted(near, key=lambda one: one.holds):
        words = plain(relation_words(t, draft.state.by_id, one))
        name = f"sum_{one.relation}_{one.whole}_{one.parts[0]}"
        quiet_button(words, "check_circle" if one.holds else "error", name, steps.show, one.whole)

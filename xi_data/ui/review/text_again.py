"""The text of a package that came without it, brought again: it stays in the session."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from xi_data.locale import Translator
from xi_data.matching.copies import MOST_BYTES, MOST_CHARACTERS
from xi_data.opening.opened import CannotOpenError
from xi_data.review.draft import Draft, with_text
from xi_data.ui.review import steps
from xi_data.ui.review.bring import MOST_MEGABYTES, TEXTS, opened, require_room
from xi_data.ui.state import keys, uploaded
from xi_data.ui.widgets.popover import popover


def text_again(t: Translator) -> None:
    """What cannot be done without the text, and two ways to bring it."""
    st.info(
        t(
            "The package came without its text: below are the words of its figures alone. They "
            "can be accepted, corrected and rejected. To split, merge or add figures, and to see "
            "them in their sentences, bring the text that it was made of."
        ),
        icon=":material/info:",
    )
    with st.container(horizontal=True, gap="xsmall"):
        for way, label, icon, contents in (
            ("paste", t("Paste the text"), "content_paste", _paste),
            ("file", t("Upload the text"), "upload_file", _upload),
        ):
            key = keys.decide(f"text_{way}")
            popover(label, key, partial(contents, t), icon=f":material/{icon}:")


def _paste(t: Translator) -> None:
    with st.form(keys.decide("text_form"), border=False):
        st.text_area(
            t("A bulletin’s text, {number} characters at most", number=t.number(MOST_CHARACTERS)),
            key=keys.TEXT_AGAIN,
            height=200,
        )
        st.form_submit_button(t("Show it with its figures"), on_click=_pasted, args=(t,))


def _pasted(t: Translator) -> None:
    text = st.session_state[keys.TEXT_AGAIN]
    _take(t, lambda: text)


def _upload(t: Translator) -> None:
    st.file_uploader(
        t("Text, HTML, .docx or PDF of {number} kB at most", number=t.number(MOST_BYTES // 1000)),
        type=TEXTS,
        key=keys.decide("text_upload"),
        on_change=_uploaded,
        args=(t,),
        max_upload_size=MOST_MEGABYTES,
    )


def _uploaded(t: Translator) -> None:
    for name, content in uploaded.files(keys.decide("text_upload")):
        _take(t, partial(_text_of, t, content, name))


def _text_of(t: Translator, content: bytes, name: str) -> str:
    try:
        return opened(t, content, name).text
    except CannotOpenError as error:
        why = error.in_words(t)
        raise CannotOpenError("{name}: {why}", name=name, why=why) from None


def _take(t: Translator, read: Callable[[], str]) -> None:
    """Keep the text that is read, where the session has room for it; else say why not."""

    def step(draft: Draft) -> Draft:
        new = with_text(draft, read())
        require_room(t, new)
        return new

    try:
        steps.take(t, step)
    except CannotOpenError as error:
        st.session_state[keys.REVIEW_ERROR] = error.in_words(t)

"""Ways to bring a copy of a bulletin's text, and to put it away."""

import streamlit as st

from xi_data.locale import Translator
from xi_data.matching.copies import MOST_BYTES, MOST_CHARACTERS
from xi_data.opening.encodings import UndecodableError, decoded
from xi_data.ui.article.copy import FOLDER, Article, keep, put_away
from xi_data.ui.state import keys, uploaded
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover


def bring(page: Page, article: Article | None) -> None:
    """Ways to bring a copy: pasted, uploaded, or a folder; and to put one's own away."""
    t = page.t
    if article and article.only:
        if article.own:
            st.markdown(t("The text that you brought. It stays in this session."))
        return
    round_ = st.session_state.setdefault(keys.TEXT_ROUND, 0)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.markdown(_where_from(t, article))
        for way, label, icon, contents in (
            ("paste", t("Paste the text"), "content_paste", lambda: _paste(page)),
            ("file", t("Upload a file"), "upload_file", lambda: _upload(page)),
            *([("host", t("Host it"), "folder_open", lambda: _host(t))] if not article else []),
        ):
            popover(label, keys.bring(round_, way), contents, icon=f":material/{icon}:")
        if article and article.own:
            st.button(
                t("Remove this text"),
                icon=":material/close:",
                key=keys.PUT_AWAY,
                on_click=put_away,
                args=page.bulletins,
            )
    if error := st.session_state.pop(keys.TEXT_ERROR, None):
        st.error(error, icon=":material/error:")


def _where_from(t: Translator, article: Article | None) -> str:
    if article is None:
        return t("**See the figures in the article:** paste or upload its text.")
    if article.own:
        return t("Your text. It stays in this session: nothing is stored or sent on.")
    return t("Text supplied by this server: {name}.", name=plain(article.name))


def _paste(page: Page) -> None:
    t = page.t
    with st.form(keys.PASTE_FORM, border=False):
        st.text_area(
            t("The article’s text, {number} characters at most", number=t.number(MOST_CHARACTERS)),
            key=keys.PASTED,
            height=200,  # and no max_chars: Streamlit would cut off the rest without a word
        )
        st.form_submit_button(t("Show it with its figures"), on_click=_pasted, args=(page,))


def _upload(page: Page) -> None:
    t = page.t
    st.file_uploader(
        t("A text file (.txt) of {number} kB at most", number=t.number(MOST_BYTES // 1000)),
        type=["txt"],
        key=keys.UPLOADED,
        on_change=_uploaded,
        args=(page,),
        max_upload_size=MOST_BYTES // 1_000_000,
    )


def _host(t: Translator) -> None:
    st.markdown(
        t(
            "Whoever hosts the app can start it with the article’s text in a folder. The "
            "file with the SHA-256 of the text that positions refer to is preferred, else "
            "the one in which most figures are found."
        )
    )
    st.code(f"{FOLDER}=bulletins make run", language="bash")


def _pasted(page: Page) -> None:
    text = st.session_state[keys.PASTED]
    if text.strip():
        _keep(page, text, "")
    else:
        _refuse(page.t("There is no text in the box."))


def _uploaded(page: Page) -> None:
    for name, content in uploaded.files(keys.UPLOADED):
        _open(page, content, name)


def _open(page: Page, content: bytes, name: str) -> None:
    t = page.t
    if len(content) > MOST_BYTES:
        _refuse(
            t(
                "“{name}” is too large: {size} kB; the limit is {most} kB.",
                name=plain(name),
                size=t.number(-(-len(content) // 1000)),
                most=t.number(MOST_BYTES // 1000),
            )
        )
        return
    try:
        _keep(page, decoded(content), name)
    except UndecodableError:
        _refuse(
            t(
                "“{name}” could not be read as {encodings}. Save it as {best} and try again.",
                name=plain(name),
                encodings=t.listed(["UTF-8", "UTF-16", "GB18030", "Big5"], "or"),
                best="UTF-8",
            )
        )


def _keep(page: Page, text: str, name: str) -> None:
    t = page.t
    if len(text) > MOST_CHARACTERS:
        _refuse(
            t(
                "The text is too long: {number} characters; the limit is {most}.",
                number=t.number(len(text)),
                most=t.number(MOST_CHARACTERS),
            )
        )
        return
    keep(page.bulletins[0], text, name)


def _refuse(why: str) -> None:
    st.session_state[keys.TEXT_ERROR] = why

"""The article's text: brought by a visitor and kept in that session alone, or by whoever hosts."""

import os
import zlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import streamlit as st

from xi_data import store
from xi_data.locale import Translator
from xi_data.matching.align import Verification, verify
from xi_data.matching.copies import MOST_BYTES, MOST_CHARACTERS, best_copy
from xi_data.matching.highlight import UNCOVERED, Run, in_copy, lines, marks, visible
from xi_data.reading.files import UndecodableError, decoded
from xi_data.reading.text import ReadingCopy
from xi_data.record.figures import read_excused, read_figures
from xi_data.ui.data import ask
from xi_data.ui.markdown import plain
from xi_data.ui.panel import panel

FOLDER = "XI_BULLETINS"
"""Environment variable that names the folder with the article."""

SHOWN = 2000
"""Uncovered numerals that are marked and listed at most: a text full of them stays quick."""

_TEXT = "_article"  # key of session state; no widget has it


@dataclass(frozen=True)
class Article:
    """A copy of the article with what was found in it. own: a visitor brought it."""

    text: str
    name: str
    own: bool
    verification: Verification

    @cached_property
    def number(self) -> int:
        """A number that tells this copy from others."""
        return zlib.crc32(self.text.encode("utf-8", "surrogatepass"))

    @cached_property
    def published(self) -> list[list[Run]]:
        """Runs of each line as the copy prints them."""
        return lines(visible(self.text), self._marks)

    @cached_property
    def reading(self) -> list[list[Run]]:
        """Runs of each line without glosses, in Simplified characters."""
        copy = ReadingCopy(self.text)
        return lines(visible(copy.words), in_copy(copy, self._marks))

    @cached_property
    def _marks(self):
        found = marks(self.verification)
        uncovered = [mark for mark in found if mark.kind == UNCOVERED]
        left_out = set(uncovered[SHOWN:])
        return [mark for mark in found if mark not in left_out]


def held() -> Article | None:
    """The copy that this visitor brought, else the host's, else none."""
    return st.session_state.get(_TEXT) or _hosts()


def bring(t: Translator, article: Article | None) -> None:
    """Ways to bring a copy: pasted, uploaded, or a folder; and to put one's own away."""
    # Another key after each copy: the panels close.
    key = f"{_TEXT}_{st.session_state.setdefault('_article_round', 0)}"
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.markdown(_where_from(t, article))
        panel(
            t("Paste the text"), f"{key}_paste", lambda: _paste(t), icon=":material/content_paste:"
        )
        panel(t("Upload a file"), f"{key}_file", lambda: _upload(t), icon=":material/upload_file:")
        if article is None:
            panel(t("Host it"), f"{key}_host", lambda: _host(t), icon=":material/folder_open:")
        elif article.own:
            st.button(
                t("Put it away"), icon=":material/close:", key="_put_away", on_click=_put_away
            )
    if error := st.session_state.pop("_article_error", None):
        st.error(error, icon=":material/error:")


def _where_from(t: Translator, article: Article | None) -> str:
    if article is None:
        return t("**Read the figures in the article itself:** bring its text.")
    if article.own:
        return t("Your copy. It stays in this session: nothing is stored or sent on.")
    return t("The copy of this server’s host: {name}.", name=plain(article.name))


def _paste(t: Translator) -> None:
    with st.form("_paste", border=False):
        st.text_area(
            t("The article’s text, {number} characters at most", number=t.number(MOST_CHARACTERS)),
            key="_pasted",
            height=200,
            max_chars=MOST_CHARACTERS,
        )
        st.form_submit_button(t("Show it with its figures"), on_click=_pasted, args=(t,))


def _upload(t: Translator) -> None:
    st.file_uploader(
        t("A text file (.txt) of {number} kB at most", number=t.number(MOST_BYTES // 1000)),
        type=["txt"],
        key="_uploaded",
        on_change=_uploaded,
        args=(t,),
        max_upload_size=MOST_BYTES // 1_000_000,
    )


def _host(t: Translator) -> None:
    st.markdown(
        t(
            "Whoever runs the app can start it with the article in a folder. The file with the "
            "SHA-256 of the copy that positions were made on is taken, else the one in which most "
            "figures are found."
        )
    )
    st.code(f"{FOLDER}=bulletins make run", language="bash")


def _pasted(t: Translator) -> None:
    text = st.session_state["_pasted"]
    if text.strip():
        _keep(t, text, "")
    else:
        _refuse(t("There is no text in the box."))


def _uploaded(t: Translator) -> None:
    file = st.session_state["_uploaded"]
    if file is None:
        return
    content = file.getvalue()
    if len(content) > MOST_BYTES:
        _refuse(
            t(
                "“{name}” is too large: {size} kB of at most {most}.",
                name=plain(file.name),
                size=t.number(-(-len(content) // 1000)),
                most=t.number(MOST_BYTES // 1000),
            )
        )
        return
    try:
        _keep(t, decoded(content), file.name)
    except UndecodableError:
        _refuse(
            t(
                "“{name}” is no text in any of {encodings}. Save it as {best} and try again.",
                name=plain(file.name),
                encodings=t.listed(["UTF-8", "UTF-16", "GB18030"], "or"),
                best="UTF-8",
            )
        )


def _keep(t: Translator, text: str, name: str) -> None:
    if len(text) > MOST_CHARACTERS:
        _refuse(
            t(
                "The text is too long: {number} characters of at most {most}.",
                number=t.number(len(text)),
                most=t.number(MOST_CHARACTERS),
            )
        )
        return
    st.session_state[_TEXT] = _verified(text, name, own=True)
    st.session_state["_article_round"] += 1


def _refuse(why: str) -> None:
    st.session_state["_article_error"] = why


def _put_away() -> None:
    del st.session_state[_TEXT]
    st.session_state["_article_round"] += 1


def _verified(text: str, name: str, own: bool) -> Article:
    return Article(text, name, own, verify(text, *_facts()))


@cache
def _facts():
    return read_figures(), read_excused()


@cache
def _hosts() -> Article | None:
    folder = os.environ.get(FOLDER)
    if not folder:
        return None
    found = best_copy(Path(folder), ask(store.bulletin, "en")["sha256"], *_facts())
    return found and _verified(found[1], found[0].name, own=False)

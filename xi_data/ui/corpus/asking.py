"""What the parts of the corpus share: the corpus itself, its part of the address, its answers."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.corpora import hosted
from xi_data.corpora.facets import FACET
from xi_data.corpora.folder import UnreadableCorpusError
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.locale import Translator
from xi_data.ui.filters.drawing import draw
from xi_data.ui.filters.refused_notice import refused_notice
from xi_data.ui.shell.page import title
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import answered
from xi_data.ui.state.page import Page, end
from xi_data.ui.state.selection import let_go
from xi_data.ui.widgets.markdown import plain
from xi_data.views import Question
from xi_data.views.filters import Filter, switch
from xi_data.views.params import Param, UnknownValueError, choice

PAGE = 50
"""Rows of a table that are asked for and sent at a time."""

_LONGEST = 9  # digits of a row's number


def opened(page: Page) -> Corpus:
    """The corpus; where there is none to show, the page says why and ends."""
    t = page.t
    address.pull([parts(t).param])
    if hosted.folder() is None:
        title(
            t("This server has no corpus"),
            t(
                "Whoever runs it can show one: a folder made by the command extract --format "
                "dataset, named by XI_CORPUS when the explorer is started."
            ),
        )
        share(page, [])
        end()
    with readable(page):
        return hosted.corpus()


@contextmanager
def readable(page: Page) -> Iterator[None]:
    """What is asked of the corpus within; where a file of it cannot be read, the page says so."""
    try:
        yield
    except UnreadableCorpusError as error:
        title(page.t("The corpus cannot be shown"), "")
        st.error(plain(error.in_words(page.t)), icon=":material/error:")
        share(page, [])
        end()


def parts(t: Translator) -> Filter:
    """The switch between the parts of the page."""
    names = {
        "overview": t("Overview"),
        "figures": t("All figures"),
        "documents": t("Documents"),
        "compare": t("Compare"),
    }
    return switch(keys.PART, t("View"), names, "overview")


def read(page: Page, params: Sequence[Param], narrowing: Sequence[str] = ()) -> None:
    """Session state from the address; a notice of what was not recognised there.

    params: those of the part. narrowing: keys that narrow what it shows.
    """
    address.pull(params)
    known = {keys.PART, keys.BULLETIN, *(param.key for param in params)}
    refused_notice(page.t, address.refused(known), narrowing)


def share(page: Page, params: Sequence[Param]) -> None:
    """The address from session state, once the widgets are drawn."""
    language = choice(keys.LANG, (page.t.lang,), page.t.lang, always=True)
    address.push([parts(page.t).param, *params, language])


def remembered(
    within: Corpus, narrowing: Narrowing, what: Hashable, compute: Callable[[], Any]
) -> Any:
    """An answer about the figures of a narrowing, computed once; see answers.answered."""
    chosen = tuple((key, narrowing.chosen[key]) for key in narrowing.narrowed_by())
    values = (*chosen, ("search", narrowing.search), ("document", narrowing.document))
    return answered(Question("corpus", "", (within.edition,), values), what, compute)


def day(t: Translator, row: Any) -> str:
    """When a document was published, as far as that is known."""
    partial = row.published_partial
    return (
        ("" if pd.isna(partial) else partial) if pd.isna(row.published) else t.date(row.published)
    )


def place(source: str, row: float | None) -> str:
    """The name of a document's file, and the row in it; its folders are nobody's business."""
    name = PurePath(source).name
    return name if row is None or pd.isna(row) else f"{name}:{int(row)}"


def part(page: Page) -> str:
    """The part on show; the switch between all of them."""
    draw(page, [parts(page.t)], {})
    return st.session_state[keys.PART]


def first_row() -> Param:
    """The row that a table begins with, from 1."""

    def decode(values: list[str]) -> int:
        found = values[-1]
        if not (found.isascii() and found.isdigit() and len(found) <= _LONGEST and int(found)):
            raise UnknownValueError(values[-1:], 1)
        return int(found)

    return Param(keys.FIRST_ROW, 1, decode, lambda value: [str(value)])


def lead_to_figures(**chosen: str) -> None:
    """Callback: all figures under these filters, of facets or of a document, and no other."""
    every = {key: [] for key in (*FACET, keys.OF_DOCUMENT)} | {keys.SEARCH: ""}
    filters = {key: [choice] for key, choice in chosen.items()}
    st.session_state.update(every | filters | {keys.PART: "figures"})
    let_go()


def turn(order: str, first: int) -> None:
    """Callback: the table in this order from this row on, counted from 0."""
    address.touch()
    st.session_state[keys.SORT] = order
    st.session_state[keys.FIRST_ROW] = first + 1


def beginning(number: int) -> int:
    """The row, from 0, that a table of so many rows begins with: of the page asked for, or the
    last one."""
    first = min(st.session_state[keys.FIRST_ROW] - 1, max(0, number - 1))
    return first - first % PAGE

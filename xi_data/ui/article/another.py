"""A text that a visitor brought and that is none of the bulletin: what it seems to be."""

import streamlit as st

from xi_data import store
from xi_data.export import titled
from xi_data.memory import realm
from xi_data.record.bulletins import read_bulletins
from xi_data.ui.article.copy import Article, verified
from xi_data.ui.article.text import numerals
from xi_data.ui.navigation.router import pages
from xi_data.ui.shell.page import title
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import plain

_BEGINS = 60  # characters of its first line that the page repeats
_TRIED = 50  # other bulletins that it is held against


def heading(page: Page, text: Article) -> None:
    """Title and what speaks for it: the figures found, the numerals that are none."""
    t = page.t
    name = titled(t, page.answer(store.bulletin))
    title(
        t("This is not the text of this bulletin"),
        t(
            "It has {found} of the {figures} figures of {name}, and {others} other numbers, "
            "so it is not compared with that bulletin.",
            found=t.number(text.found),
            figures=t.number(len(text.verification.verdicts)),
            name=name,
            others=t.number(len(text.verification.uncovered)),
        ),
    )


def another(page: Page, text: Article) -> None:
    """What it seems to be, and what can be done with it."""
    t = page.t
    lines = [line.strip() for line in text.text.splitlines() if line.strip()]
    header(t("What it seems to be"))
    if lines:
        begins = lines[0] if len(lines[0]) <= _BEGINS else f"{lines[0][:_BEGINS]}…"
        st.markdown(t("It begins “{words}”.", words=plain(begins)))
    if copied := _bulletin(page, text):
        st.markdown(t("It is the text of another bulletin in this explorer:"))
        label = plain(titled(t, Page(page.view, t, (copied,)).answer(store.bulletin)))
        way, query = pages(t)["source"], page.address(copied)
        st.page_link(way, label=label, icon=":material/menu_book:", query_params=query)
        return
    found = text.candidates
    st.markdown(
        t.plural(
            "The reading program finds {number} figure in it, not reviewed.",
            "The reading program finds {number} figures in it, not reviewed.",
            len(found),
        )
    )
    numerals(
        t, text.text, [(one.start, one.end) for one in found], t("What the reading program finds")
    )
    header(t("What can be done with it"))
    st.markdown(
        t(
            "To get all of them as a table with value, limits, unit and position, save the text "
            "as a file and run:"
        )
    )
    st.code("python -m xi_data extract bulletin.txt --format csv --output figures.csv")
    st.markdown(t("Or remove it, and provide the text of this bulletin instead."))


def _bulletin(page: Page, text: Article) -> str:
    """The key of another bulletin that it is a copy of, "" where there is none."""
    others = [one for one in read_bulletins(realm().data) if one not in page.bulletins][:_TRIED]
    copies = (one for one in others if verified(one, text.text, "", own=True).is_copy)
    return next(copies, "")

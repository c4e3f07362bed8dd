"""The bulletins that a visitor brought: how far each is reviewed, and what can be done with it."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import streamlit as st

from xi_data.locale import Translator
from xi_data.review.doubts import progress
from xi_data.review.draft import Draft
from xi_data.review.promote import promote
from xi_data.ui.navigation.router import FIRST, pages
from xi_data.ui.review import kept, steps
from xi_data.ui.state import brought, keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.markdown import plain


def shelf(page: Page) -> None:
    """A row for each bulletin, and the package of all of them."""
    t, held = page.t, brought.drafts()
    if not held:
        return
    number = t.plural("{number} bulletin", "{number} bulletins", len(held))
    header(f"{t('What you brought')} :gray[· {number}]")
    for draft in held.values():
        _row(page, draft)
    if len(held) > 1:
        keep(t, held.values(), "every")


def _row(page: Page, draft: Draft) -> None:
    t, key = page.t, draft.bulletin_id
    with st.container(horizontal=True, gap="small", vertical_alignment="center", border=True):
        with st.container(gap=None, width=460):
            st.markdown(f"**{plain(draft.title(t.lang))}**")
            aside(progress_words(t, draft))
        st.button(
            t("Review"),
            icon=":material/rate_review:",
            key=keys.on_shelf("review", key),
            on_click=steps.begin,
            args=(key,),
        )
        explore(page, draft)
        st.button(
            t("Remove"),
            icon=":material/delete:",
            key=keys.on_shelf("remove", key),
            type="tertiary",
            on_click=brought.let_go,
            args=(key,),
        )


def explore(page: Page, draft: Draft) -> None:
    """A link to the bulletin's overview."""
    st.page_link(
        pages(page.t)[FIRST],
        label=page.t("Explore"),
        icon=":material/map:",
        query_params=page.address(draft.bulletin_id),
    )


def progress_words(t: Translator, draft: Draft) -> str:
    """How far the review has come."""
    decided, every, doubtful = progress(draft)
    if not every:
        return t("no figures found")
    return t(
        "{decided} of {all} decided, {doubtful} doubtful left",
        decided=t.number(decided),
        all=t.number(every),
        doubtful=t.number(doubtful),
    )


def _package(drafts: Sequence[Draft], with_text: bool, note: Callable[[], None]) -> bytes:
    """The package of drafts, which are safe once it is made."""
    made = promote(*drafts, with_text=with_text)
    note()
    return made


def keep(t: Translator, drafts: Iterable[Draft], of: str) -> None:
    """A download of the package, with the texts where the box is ticked."""
    drafts = list(drafts)
    ticked = keys.on_shelf("text", of)
    today = datetime.date.today().isoformat()
    name = drafts[0].bulletin_id if len(drafts) == 1 else "bulletins"
    row = st.container(horizontal=True, gap="small", vertical_alignment="center", width="content")
    with row:  # as a whole into the next line of a phone
        with_text = any(draft.text is not None for draft in drafts) and st.checkbox(
            t("with the text") if len(drafts) == 1 else t("with the texts"),
            key=ticked,
            persist_state="session",
            help=t(
                "The text belongs to its publisher. Without it, the package has the figures with "
                "their words and positions, and can be split, merged and added to only where the "
                "text is brought again."
            ),
        )
        st.download_button(
            t("Download the package"),
            partial(_package, drafts, with_text, brought.saving(*drafts)),
            f"{name}-{today}.zip",
            "application/zip",
            icon=":material/download:",
            key=keys.whole(of) if len(drafts) == len(brought.drafts()) else keys.part(of),
            on_click="ignore",  # a run at the same time could throw the file away before it is sent
        )
    if left := kept.too_large():
        aside(
            t(
                "Too large to be kept in this tab: {what}. Download the package before you leave.",
                what=plain(t.listed(left)),
            )
        )

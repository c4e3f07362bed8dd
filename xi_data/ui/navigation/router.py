"""Streamlit's pages, made from the register of views; the way in for a link to a cold server."""

from pathlib import Path

import streamlit as st

from xi_data.corpora import hosted
from xi_data.locale import LANGUAGES, Translator
from xi_data.memory import memoised
from xi_data.own_query import switched_on
from xi_data.ui.navigation import browser
from xi_data.ui.shell.bulletin import several_known
from xi_data.ui.state import keys
from xi_data.ui.state.answers import query
from xi_data.views import CORPUS, SCREENS, SQL, VIEWS

PAGES = Path(__file__).resolve().parents[3] / "pages"

FIRST = next(iter(VIEWS))
"""Key of the page that lives at the root."""

WAY = "way"
"""Key, among the pages, of what leads from the first page's stem, /overview, to the root."""


def pages(t: Translator) -> dict[str, st.Page]:
    """Page key to Streamlit page, made once a session for each set of them: links ask often.

    Addresses equal file stems: a cold deep link needs that. The first page lives at the root; under
    WAY is the way there from its stem. No icons: Streamlit would fetch a page's icon for the
    browser tab from outside. Out of sight are those with nothing to show of the bulletin at hand,
    while there is no other those that compare, where the host has none that of a corpus, and where
    it does not let visitors ask in SQL the one that would.
    """
    made = st.session_state.setdefault(keys.PAGES, {})
    hidden = _without_rows(*st.session_state.get(keys.BULLETIN, [])[:1])
    if not several_known():
        hidden |= {key for key, view in VIEWS.items() if view.compares}
    if not hosted.folder():
        hidden |= {CORPUS.key}
    if not switched_on():
        hidden |= {SQL.key}
    if (t.lang, hidden) not in made:
        every = {
            key: st.Page(
                PAGES / f"{key}.py",
                title=view.title(t),
                url_path="home" if key == FIRST else key,
                default=key == FIRST,
                visibility="hidden" if view.hidden or key in hidden else "visible",
            )
            for key, view in SCREENS.items()
        }
        title = every[FIRST].title
        way = st.Page(browser.to_the_root, title=title, url_path=FIRST, visibility="hidden")
        made[t.lang, hidden] = every | {WAY: way}
    return made[t.lang, hidden]


@memoised
def _without_rows(bulletin_id: str = "") -> frozenset[str]:
    """The topic pages that have nothing to show of a bulletin; none before one is known."""
    return frozenset(
        key
        for key, view in VIEWS.items()
        if bulletin_id
        and view.group == "topics"
        and query(view.rows, (bulletin_id,), next(iter(LANGUAGES))).empty
    )


def navigation(t: Translator) -> dict[str, list[st.Page]]:
    """Heading to pages; out of sight the way from the first page's stem, /overview, to the root.

    Pages under the empty heading stand in the row by themselves, the others in its drop-downs.
    """
    every = pages(t)
    headings = {"": "", "topics": t("Topics"), "evidence": t("Evidence")}
    headings |= {"bulletins": t("Your bulletins")}
    grouped = {
        heading: [every[key] for key, view in SCREENS.items() if view.group == group]
        for group, heading in headings.items()
    }
    grouped[""].append(every[WAY])
    return grouped


def through_app(t: Translator) -> None:
    """First call of every page: back through app.py where the server ran the page file by itself.

    While a folder pages/ exists, Streamlit does that on a deep link until st.navigation has run
    once in the process.
    """
    if not st.session_state.pop(keys.ROUTED, False):
        st.navigation(navigation(t))
        st.rerun()

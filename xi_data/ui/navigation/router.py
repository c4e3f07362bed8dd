"""Streamlit's pages, made from the register of views; the way in for a link to a cold server."""

from pathlib import Path

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.navigation import browser
from xi_data.ui.shell.bulletin import several_known
from xi_data.ui.state import keys
from xi_data.views import VIEWS

PAGES = Path(__file__).resolve().parents[3] / "pages"

FIRST = next(iter(VIEWS))
"""Key of the page that lives at the root."""

WAY = "way"
"""Key, among the pages, of what leads from the first page's stem, /overview, to the root."""


def pages(t: Translator) -> dict[str, st.Page]:
    """Page key to Streamlit page, made once a session and language: links ask for them often.

    A page that compares leaves the navigation while there is one bulletin.

    Addresses equal file stems: a cold deep link needs that. The first page lives at the root; under
    WAY is the way there from its stem. No icons: Streamlit would fetch a page's icon for the
    browser tab from outside.
    """
    several = several_known()
    made = st.session_state.setdefault(keys.PAGES, {})
    if (t.lang, several) not in made:
        every = {
            key: st.Page(
                PAGES / f"{key}.py",
                title=view.title(t),
                url_path="home" if key == FIRST else key,
                default=key == FIRST,
                visibility="visible" if view.shown(several) else "hidden",
            )
            for key, view in VIEWS.items()
        }
        title = every[FIRST].title
        way = st.Page(browser.to_the_root, title=title, url_path=FIRST, visibility="hidden")
        made[t.lang, several] = every | {WAY: way}
    return made[t.lang, several]


def navigation(t: Translator) -> dict[str, list[st.Page]]:
    """Heading to pages; out of sight the way from the first page's stem, /overview, to the root.

    Pages under the empty heading stand in the row by themselves, the others in its drop-downs.
    """
    every = pages(t)
    headings = {
        "": "",
        "topics": t("Topics"),
        "evidence": t("Evidence"),
        "bulletins": t("Your bulletins"),
    }
    grouped = {
        heading: [every[key] for key, view in VIEWS.items() if view.group == group]
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

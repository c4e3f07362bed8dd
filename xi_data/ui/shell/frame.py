"""A view inside a page of somebody else's: a line with source and way out, finding, chart or table.

No navigation, filters, card, notes or files: those are where the way out leads.
"""

import html

import streamlit as st

from xi_data.export import titled
from xi_data.locale import Translator
from xi_data.record.licence import is_ours
from xi_data.ui.shell import bulletin
from xi_data.ui.state import address, keys
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import plain

HEIGHT = 900
"""Pixels of the frame that a snippet asks for; what does not fit in it scrolls."""


def snippet(link: str, title: str) -> str:
    """HTML that shows the view of this link in a page as wide as that page allows.

    link: with a query. title: what a reader who cannot see the frame is told that it holds.
    """
    source, words = html.escape(f"{link}&embed=true"), html.escape(title)
    return (
        f'<iframe src="{source}" width="100%" height="{HEIGHT}" title="{words}" '
        'loading="lazy"></iframe>'
    )


def way_out(t: Translator) -> None:
    """In a frame, the first line: the source, and a link to the whole view at its address of now.

    The first call of a run sets its place, so that a page which stops early has it too; calls once
    the address has changed write it anew.
    """
    if not address.embedded():
        return
    if keys.WAY_OUT not in st.session_state:
        st.session_state[keys.WAY_OUT] = st.empty()
    with st.session_state[keys.WAY_OUT]:
        rows, link = bulletin.rows(t), address.link()
        title = plain(t.chain(titled(t, one) for one in rows))
        aside(
            t(
                "Source: {title}. Data CC BY 4.0. [Open in the explorer]({link})",
                title=title,
                link=link,
            )
            if is_ours([one["bulletin_id"] for one in rows])
            else t("Source: {title}. [Open in the explorer]({link})", title=title, link=link)
        )


def begin() -> None:
    """First call of a run: the last line has no place yet."""
    st.session_state.pop(keys.WAY_OUT, None)

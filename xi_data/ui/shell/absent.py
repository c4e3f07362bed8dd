"""Instead of any page: the link names only bulletins that are not here."""

import streamlit as st

from xi_data.locale import Translator
from xi_data.record.errors import shortened
from xi_data.ui.navigation.router import FIRST, pages
from xi_data.ui.shell import bulletin
from xi_data.ui.widgets.markdown import plain
from xi_data.views import READ

_SHOWN = 60  # characters of the keys that the page repeats


def absent(t: Translator) -> None:
    """What the link names, why it may be missing, and the two ways on."""
    named = " ".join(bulletin.absent())
    st.info(
        t.sentences(
            t("The link names “{key}”.", key=plain(shortened(named, _SHOWN))),
            t(
                "What a visitor brings stays in that visitor’s browser. Ask whoever sent the link "
                "for the package, and bring it: then the link works here too."
            ),
        ),
        icon=":material/link_off:",
    )
    to = pages(t)
    asked = {"lang": t.lang}
    with st.container(horizontal=True, gap="small"):
        st.page_link(
            to[READ.key],
            label=t("Bring a package"),
            icon=":material/upload_file:",
            query_params=asked,
        )
        st.page_link(
            to[FIRST],
            label=t("Explore the article"),
            icon=":material/map:",
            query_params=asked,
        )

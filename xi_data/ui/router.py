"""The pages: their order, names and icons; and the way in for a link to a cold server."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from xi_data.locale import Translator

PAGES = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True)
class View:
    """A page: its file's stem, which is also its address, and its icon."""

    key: str
    icon: str

    @property
    def symbol(self) -> str:
        """The icon as Streamlit writes it."""
        return f":material/{self.icon}:"


VIEWS = (
    View("overview", "map"),
    View("screening", "groups"),
    View("closures", "storefront"),
    View("supplies", "inventory_2"),
    View("figures", "table_rows"),
    View("about", "info"),
)


def names(t: Translator) -> dict[str, str]:
    """Page key to its short name."""
    return {
        "overview": t("Overview"),
        "screening": t("Screening"),
        "closures": t("Closures"),
        "supplies": t("Supplies"),
        "figures": t("All figures"),
        "about": t("About"),
    }


def pages(t: Translator) -> dict[str, st.Page]:
    """Page key to Streamlit page. Addresses equal file stems: a cold deep link needs that.

    No icons: Streamlit would fetch a page's icon for the browser tab from outside.
    """
    made = st.session_state.setdefault("_pages", {})
    if t.lang not in made:
        made[t.lang] = _made(t)
    return made[t.lang]


def _made(t: Translator) -> dict[str, st.Page]:
    titles = names(t)
    return {
        view.key: st.Page(
            PAGES / f"{view.key}.py",
            title=titles[view.key],
            url_path=view.key,
            default=view is VIEWS[0],
        )
        for view in VIEWS
    }


def through_app(t: Translator) -> None:
    """First call of every page: back through app.py where the server ran the page file by itself.

    While a folder pages/ exists, Streamlit does that on a deep link until st.navigation has run
    once in the process.
    """
    if not st.session_state.pop("_routed", False):
        st.navigation(list(pages(t).values()))
        st.rerun()

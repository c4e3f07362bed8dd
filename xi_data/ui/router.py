"""The pages: their order, names and icons; and the way in for a link to a cold server."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from xi_data import views
from xi_data.locale import Translator

PAGES = Path(__file__).resolve().parents[2] / "pages"

WAY = "way"
"""Key, among the pages, of what leads from the first page's stem, /overview, to the root."""


@dataclass(frozen=True)
class View:
    """A page: its file's stem, which is also its address, and its icon.

    hidden: whether the navigation leaves it out, because it is about one thing that a link names.
    """

    key: str
    icon: str
    hidden: bool = False
    group: str = ""  # of the navigation: "", topics or evidence

    @property
    def symbol(self) -> str:
        """The icon as Streamlit writes it."""
        return f":material/{self.icon}:"


VIEWS = (
    View("overview", "map"),
    View("screening", "groups", group="topics"),
    View("closures", "storefront", group="topics"),
    View("supplies", "inventory_2", group="topics"),
    View("money", "payments", group="topics"),
    View("medical", "local_hospital", group="topics"),
    View("disinfection", "sanitizer", group="topics"),
    View("organisation", "account_tree", group="topics"),
    View("publicity", "campaign", group="topics"),
    View("timeline", "event", group="topics"),
    View("figures", "table_rows"),
    View("figure", "tag", hidden=True),
    View("source", "menu_book", group="evidence"),
    View("checks", "fact_check", group="evidence"),
    View("about", "info"),
)


def names(t: Translator) -> dict[str, str]:
    """Page key to its short name."""
    return views.names(t) | {"checks": t("Checks")}


def pages(t: Translator) -> dict[str, st.Page]:
    """Page key to Streamlit page, made once a session and language: links ask for them often.

    Addresses equal file stems: a cold deep link needs that. The first page lives at the root; under
    WAY is the way there from its stem. No icons: Streamlit would fetch a page's icon for the
    browser tab from outside.
    """
    made = st.session_state.setdefault("_pages", {})
    if t.lang not in made:
        titles = names(t)
        every = {
            view.key: st.Page(
                PAGES / f"{view.key}.py",
                title=titles[view.key],
                url_path="home" if view is VIEWS[0] else view.key,
                default=view is VIEWS[0],
                visibility="hidden" if view.hidden else "visible",
            )
            for view in VIEWS
        }
        made[t.lang] = every | {WAY: _way_to(every[VIEWS[0].key])}
    return made[t.lang]


def _way_to(first: st.Page) -> st.Page:
    def to_the_root() -> None:
        query = {key: st.query_params.get_all(key) for key in st.query_params}
        st.switch_page(first, query_params=query)

    return st.Page(to_the_root, title=first.title, url_path=VIEWS[0].key, visibility="hidden")


def home(family: str) -> str:
    """Key of the page that a family of topics has, else of the page with all figures."""
    key = {"people": "screening"}.get(family, family)
    return key if any(view.key == key for view in VIEWS) else "figures"


def navigation(t: Translator) -> dict[str, list[st.Page]]:
    """Heading to pages; out of sight the way from the first page's stem, /overview, to the root.

    Pages under the empty heading stand in the row by themselves, the others in its drop-downs.
    """
    every = pages(t)
    headings = {"": "", "topics": t("Topics"), "evidence": t("Evidence")}
    grouped = {
        heading: [every[view.key] for view in VIEWS if view.group == group]
        for group, heading in headings.items()
    }
    grouped[""].append(every[WAY])
    return grouped


def through_app(t: Translator) -> None:
    """First call of every page: back through app.py where the server ran the page file by itself.

    While a folder pages/ exists, Streamlit does that on a deep link until st.navigation has run
    once in the process.
    """
    if not st.session_state.pop("_routed", False):
        st.navigation(navigation(t))
        st.rerun()

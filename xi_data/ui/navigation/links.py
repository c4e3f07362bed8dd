"""Ways from a figure to its page and to its words, and back to the view that the reader left."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from xi_data.findings.overview import home
from xi_data.own_query import switched_on
from xi_data.ui.navigation.router import FIRST, pages
from xi_data.ui.state import address, asked_sql, keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.markdown import lines, plain
from xi_data.views import SCREENS
from xi_data.views.request import located

_LINE = 40  # letters that fit in a line of a link on a phone


def here() -> str:
    """Key of the page on show; the first one lives at the root, wherever that is."""
    stem = urlsplit(st.context.url or "").path.rpartition("/")[2]
    return stem if stem in SCREENS else FIRST


def root() -> str:
    """Address of the explorer without a slash at the end."""
    url = (st.context.url or "").rstrip("/")
    stem = url.rpartition("/")[2]
    return url.removesuffix(f"/{stem}") if stem in SCREENS else url


def wrapped(label: str) -> str:
    """Words as a link's label, in lines that fit a phone: a link does not wrap by itself."""
    return "  \n".join(plain(line) for line in lines(label, _LINE))


def figure_address(page: Page, key: str = "") -> str:
    """The address of one figure's page in the page's language; of any figure without a key."""
    bulletin_id, figure_id = located(page.bulletins, key) if key else (page.bulletins[0], "")
    query = page.address(bulletin_id)
    named = {"id": figure_id} | query if figure_id else query
    return f"{root()}/figure?{urlencode(named, doseq=True)}"


def to_figure(page: Page, key: str, label: str, icon: str = "tag", **options) -> None:
    """A link to the figure's page. options: as st.page_link takes them."""
    bulletin_id, figure_id = located(page.bulletins, key)
    query = page.address(bulletin_id, id=figure_id)
    icon = f":material/{icon}:"
    st.page_link(pages(page.t)["figure"], label=label, icon=icon, query_params=query, **options)


def to_words(page: Page, key: str) -> None:
    """A link to the figure's words in the article."""
    bulletin_id, figure_id = located(page.bulletins, key)
    st.page_link(
        pages(page.t)["source"],
        label=page.t("See in the article"),
        icon=":material/menu_book:",
        query_params=page.address(bulletin_id, figure=figure_id),
    )


def to_sql(page: Page, sql: str) -> None:
    """A link to the page that asks this SQL; nothing where the host lets nobody ask."""
    if not switched_on():
        return
    if not asked_sql.fits_in_link(sql):
        st.markdown(page.t("It is too long for a link: paste it into the page Own query."))
        return
    st.page_link(
        pages(page.t)["sql"],
        label=page.t("Open in Own query"),
        icon=":material/terminal:",
        query_params=page.address(sql=sql),
    )


def remember(key: str) -> None:
    """Note the view on show, for a way back to it with this figure."""
    if here() != "source":
        st.session_state[keys.LAST_VIEW] = (here(), address.query() | {keys.FIGURE: [key]})


def back(page: Page, key: str | None) -> None:
    """A link to the view that the reader came from, else to one that shows the figure."""
    t = page.t
    left, query = st.session_state.get(keys.LAST_VIEW, ("", {}))
    if not left:
        left = home(page.figure(key)["family"] if key else "")
        query = page.address(**({keys.FIGURE: [key]} if key else {}))
    st.page_link(
        pages(t)[left],
        label=t("Back to {page}", page=SCREENS[left].title(t)),
        icon=":material/arrow_back:",
        query_params=query | {keys.LANG: t.lang},
    )

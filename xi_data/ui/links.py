"""Ways from a figure to its page and to its words, and back to the view that the reader left."""

from urllib.parse import urlsplit

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui import router
from xi_data.ui.data import described
from xi_data.ui.markdown import lines

_LINE = 40  # letters that fit in a line of a link on a phone


def here() -> str:
    """Key of the page on show; the first one lives at the root, wherever that is."""
    stem = urlsplit(st.context.url or "").path.rpartition("/")[2]
    return stem if any(view.key == stem for view in router.VIEWS) else router.VIEWS[0].key


def root() -> str:
    """Address of the explorer without a slash at the end."""
    address = (st.context.url or "").rstrip("/")
    stem = address.rpartition("/")[2]
    known = any(view.key == stem for view in router.VIEWS)
    return address.removesuffix(f"/{stem}") if known else address


def wrapped(label: str) -> str:
    """A link's label in lines that fit a phone: a link does not wrap by itself."""
    return "  \n".join(lines(label, _LINE))


def to_figure(t: Translator, figure_id: str, label: str, icon: str = "tag", **options) -> None:
    """A link to the figure's page. options: as st.page_link takes them."""
    query = {"id": figure_id, "lang": t.lang}
    icon = f":material/{icon}:"
    st.page_link(router.pages(t)["figure"], label=label, icon=icon, query_params=query, **options)


def to_words(t: Translator, figure_id: str) -> None:
    """A link to the figure's words in the article."""
    st.page_link(
        router.pages(t)["source"],
        label=t("Its words in the article"),
        icon=":material/menu_book:",
        query_params={"figure": figure_id, "lang": t.lang},
    )


def remember(figure_id: str) -> None:
    """Note the view on show, for a way back to it with this figure."""
    if here() != "source":
        query = {key: st.query_params.get_all(key) for key in st.query_params}
        st.session_state["_view"] = (here(), query | {"figure": [figure_id]})


def back(t: Translator, figure_id: str | None) -> None:
    """A link to the view that the reader came from, else to one that shows the figure."""
    left, query = st.session_state.get("_view", ("", {}))
    if not left:
        left = router.home(described(t.lang)[figure_id]["family"] if figure_id else "")
        query = {"figure": [figure_id]} if figure_id else {}
    st.page_link(
        router.pages(t)[left],
        label=t("Back to {page}", page=router.names(t)[left]),
        icon=":material/arrow_back:",
        query_params=query | {"lang": t.lang},
    )

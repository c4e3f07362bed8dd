"""The data address of a view, and how to read it from other programs."""

from threading import Event
from urllib.parse import urlencode, urlsplit

import streamlit as st

from xi_data.ui.navigation import links
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import filters_of
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.copy_button import copyable
from xi_data.views import Request

_offered = Event()


def offer() -> None:
    """This process answers data addresses: from now on, pages show them."""
    _offered.set()


def offered() -> bool:
    """Whether this process answers data addresses."""
    return _offered.is_set()


def data_address(page: Page, request: Request) -> None:
    """The view's address and a few lines for each program; nothing where none is answered."""
    if not offered():
        return
    t, found = page.t, _address(page, request)
    st.markdown(t("As data, with the same filters:"))
    copyable(t, found, "view_data")
    snippets = _snippets(found)
    for tab, code in zip(st.tabs(list(snippets)), snippets.values(), strict=True):
        with tab:
            st.code(code, language=None)


def _address(page: Page, request: Request) -> str:
    """Only keys that narrow rows: others in the page's address are no business of a program's."""
    base = f"{links.root()}/data"
    narrowing = {one.key for one in filters_of(page.view.key, page.t.lang, page.bulletins)}
    narrowing |= {keys.BULLETIN}
    query = {key: values for key, values in address.query().items() if key in narrowing}
    asked = f"?{urlencode(query, doseq=True)}" if query else ""
    if page.view.thing == "id":
        return f"{base}/figure/{request.thing}.json{asked}"
    return f"{base}/{page.view.key}.csv{asked}"


def _snippets(found: str) -> dict[str, str]:
    """Program to the lines that read the address."""
    if urlsplit(found).path.endswith(".json"):
        return {
            "Python": f"import json, urllib.request\n\n"
            f'figure = json.load(urllib.request.urlopen("{found}"))',
            "R": f'figure <- jsonlite::fromJSON("{found}")',
            "curl": f'curl "{found}"',
        }
    return {
        "pandas": f'import pandas as pd\n\nfigures = pd.read_csv("{found}")',
        "R": f'figures <- read.csv("{found}", fileEncoding = "UTF-8-BOM")',
        "DuckDB": f"INSTALL httpfs; LOAD httpfs;\nSELECT * FROM read_csv('{found}');",
        "curl": f'curl --output figures.csv "{found}"',
    }

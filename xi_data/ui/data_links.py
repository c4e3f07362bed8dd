"""The data address of a view, and how to read it from other programs."""

from threading import Event
from urllib.parse import urlencode

import streamlit as st

from xi_data.addresses import VIEW_KEYS
from xi_data.locale import Translator
from xi_data.ui import links
from xi_data.ui.copying import copyable
from xi_data.ui.filters import Filters

_offered = Event()


def offer() -> None:
    """This process answers data addresses: from now on, pages show them."""
    _offered.set()


def data_links(t: Translator, view: str, asked: Filters) -> None:
    """The view's address and a few lines for each program; nothing where none is answered."""
    if not _offered.is_set():
        return
    address = _address(view, asked)
    st.markdown(t("As data, for programs; the same filters, and current when they ask:"))
    copyable(t, address, "view_data")
    snippets = _snippets(address)
    for tab, code in zip(st.tabs(list(snippets)), snippets.values(), strict=True):
        with tab:
            st.code(code, language=None)


def _address(view: str, asked: Filters) -> str:
    """Only keys that narrow rows: others in the page's address are no business of a program's."""
    base = f"{links.root()}/data"
    if view == "figure":
        return f"{base}/figure/{st.session_state['id']}.json"
    kept = {one.param.key for one in asked.wanted if one.style != "switch"} | {"bar"}
    query = {key: st.query_params.get_all(key) for key in st.query_params if key in kept}
    key = view if view in VIEW_KEYS else "figures"
    return f"{base}/{key}.csv" + (f"?{urlencode(query, doseq=True)}" if query else "")


def _snippets(address: str) -> dict[str, str]:
    """Program to the lines that read the address."""
    if address.endswith(".json"):
        return {
            "Python": f"import json, urllib.request\n\n"
            f'figure = json.load(urllib.request.urlopen("{address}"))',
            "R": f'figure <- jsonlite::fromJSON("{address}")',
            "curl": f'curl "{address}"',
        }
    return {
        "pandas": f'import pandas as pd\n\nfigures = pd.read_csv("{address}")',
        "R": f'figures <- read.csv("{address}", fileEncoding = "UTF-8-BOM")',
        "DuckDB": f"INSTALL httpfs; LOAD httpfs;\nSELECT * FROM read_csv('{address}');",
        "curl": f'curl --output figures.csv "{address}"',
    }

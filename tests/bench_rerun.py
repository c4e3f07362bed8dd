"""Server time of a warm rerun of each page, beside a bare page that replays its charts and tables.

The bare page is one script with the same settings: it hands the chart specs and rows of our
page, made beforehand, to Streamlit, and does nothing else. The data of its charts are values, as
Altair writes them; that ours are Arrow, made once, is a part of what is compared. Both are asked in
turn over a WebSocket, as a browser asks, from the request until the script has finished.

Where BEFORE names the folder of another checkout, the page there is asked in turn as well, on the
same libraries: was it slower before?

Exits with 1 where a page that has a chart or a table of rows takes more than LIMIT times as long as
its bare twin, or any more than SLOWER times as long as before.
"""

import logging
import os
import pickle
import shutil
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa

from tests.handed import handed
from tests.serving import ROOT, Server, served
from tests.visitors import visitor
from xi_data.views import VIEWS

LIMIT = 4.0  # pages with a chart take up to 2.5, those of words around a table up to 3.7
SLOWER = 1.1  # what two runs of the same page differ by
ABOUT = {"figure": {"id": "funding-control"}}
"""Page about one thing to what its address must say: else it shows nothing."""

WARM, ROUNDS = 10, 60  # reruns that do not count, and that do, of each page

BARE = """
import pickle

import streamlit as st


@st.cache_resource(show_spinner=False)
def shown(page):
    with open(f"{page}.pickle", "rb") as file:
        return pickle.load(file)


for name, data in shown(st.query_params["page"]):
    if name == "chart":
        st.vega_lite_chart(None, data, theme=None)
    elif name == "table":
        st.table(data, hide_header=True, hide_index=False)
    else:
        st.dataframe(data)
"""


def main() -> int:
    logging.disable(logging.WARNING)  # of pages that run without a browser
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        main_parts = {}
        for view in VIEWS.values():
            shown = _as_values(handed(view.key, ABOUT.get(view.key, {})))
            (folder / f"{view.key}.pickle").write_bytes(pickle.dumps(shown))
            main_parts[view.key] = [name for name, _ in shown if name in ("chart", "row_table")]
        addresses = {
            "ours": servers.enter_context(served(folder / "ours.log")),
            "bare": servers.enter_context(served(folder / "bare.log", "bare.py", folder)),
        }
        if before := os.environ.get("BEFORE"):
            addresses["before"] = servers.enter_context(
                served(folder / "before.log", folder=Path(before), XDG_CACHE_HOME=name)
            )
        measured = {view.key: _compared(addresses, view.key) for view in VIEWS.values()}
    others = [name for name in addresses if name != "ours"]
    print("page".ljust(14), "ours ms", *(f"{name} ms   ratio" for name in others), sep="   ")
    for key, took in measured.items():
        beside = (f"{took[name]:7.1f}{took['ours'] / took[name]:8.2f}" for name in others)
        print(f"{key:14}", f"{took['ours']:7.1f}", *beside, sep="   ")
    print(f"Median of {ROUNDS} warm reruns each, in turn.")
    allowed = {"bare": LIMIT, "before": SLOWER}
    alike = {"bare": [key for key in measured if main_parts[key]], "before": list(measured)}
    worst = {
        name: max(measured[key]["ours"] / measured[key][name] for key in alike[name])
        for name in others
    }
    for name in others:
        print(f"Worst beside {name}: {worst[name]:.2f}, allowed {allowed[name]}.")
    return int(any(worst[name] > allowed[name] for name in others))


def _as_values(shown: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """The same with the data of charts as lists of rows."""
    return [
        (name, data | {"datasets": {of: _rows(one) for of, one in data["datasets"].items()}})
        if name == "chart"
        else (name, data)
        for name, data in shown
    ]


def _rows(arrow: bytes) -> list[dict[str, Any]]:
    return pa.ipc.open_stream(arrow).read_all().to_pylist()


def _compared(servers: dict[str, Server], key: str) -> dict[str, float]:
    """Median milliseconds of a page at each of the servers."""
    times: dict[str, list[float]] = {name: [] for name in servers}
    at = "" if key == next(iter(VIEWS)) else key  # the first page lives at the root
    query = urlencode({"lang": "en"} | ABOUT.get(key, {}))
    with ExitStack() as visitors:
        pages = {
            name: visitors.enter_context(
                visitor(server, "", f"page={key}") if name == "bare" else visitor(server, at, query)
            )
            for name, server in servers.items()
        }
        for turn in range(WARM + ROUNDS):
            for name, page in pages.items():
                took = page.rerun()
                if turn >= WARM:
                    times[name].append(took)
    return {name: statistics.median(each) for name, each in times.items()}


if __name__ == "__main__":
    sys.exit(main())

"""Server time of a warm rerun of each page, beside a bare page that replays its charts and tables.

The bare page is one script with the same settings: it hands the chart specs and rows of our
page, made beforehand, to Streamlit, and does nothing else. Both are asked in turn over a WebSocket,
as a browser asks, from the request until the script has finished.

Where BEFORE names the folder of another checkout, the page there is asked in turn as well, on the
same libraries: was it slower before?

Exits with 1 where a page takes more than LIMIT times as long as its bare twin, or more than SLOWER
times as long as before.
"""

import os
import pickle
import shutil
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from tests.handed import handed
from tests.serving import ROOT, Server, served
from tests.visitors import visitor
from xi_data.views import VIEWS

LIMIT = 2.5
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


rows = st.components.v2.component("bare_rows", js="export default () => {}\\n")
for place, (name, data) in enumerate(shown(st.query_params["page"])):
    if name == "chart":
        st.vega_lite_chart(None, data, theme=None)
    elif name == "table":
        st.table(data, hide_header=True, hide_index=False)
    else:
        rows(data=data, key=f"rows_{place}")
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        for view in VIEWS.values():
            shown = handed(view.key, ABOUT.get(view.key, {}))
            (folder / f"{view.key}.pickle").write_bytes(pickle.dumps(shown))
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
    worst = {name: max(took["ours"] / took[name] for took in measured.values()) for name in others}
    for name in others:
        print(f"Worst beside {name}: {worst[name]:.2f}, allowed {allowed[name]}.")
    return int(any(worst[name] > allowed[name] for name in others))


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

"""Server time of a warm rerun of each page, beside a bare page that replays its charts and tables.

The bare page is one script with the same settings: it hands the chart specs and data frames of our
page, made beforehand, to Streamlit, and does nothing else. Both are asked in turn over a WebSocket,
as a browser asks, from the request until the script has finished.

Exits with 1 where a page takes more than LIMIT times as long as its bare twin.
"""

import pickle
import shutil
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.serving import ROOT, Server, served
from tests.visitors import visitor
from xi_data.views import VIEWS

LIMIT = 2.5
ABOUT = {"figure": "funding-control"}
"""Page about one thing to the thing that it is asked about: without one it shows nothing."""

WARM, ROUNDS = 10, 60  # reruns that do not count, and that do, of each page

BARE = """
import pickle

import streamlit as st


@st.cache_resource(show_spinner=False)
def shown(page):
    with open(f"{page}.pickle", "rb") as file:
        return pickle.load(file)


for name, data in shown(st.query_params["page"]):
    if name == "vega_lite_chart":
        st.vega_lite_chart(None, data, theme=None)
    elif name == "table":
        st.table(data, hide_header=True, hide_index=False)
    else:
        st.dataframe(data, hide_index=True)
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        for view in VIEWS.values():
            (folder / f"{view.key}.pickle").write_bytes(pickle.dumps(_shown(view.key)))
        ours = servers.enter_context(served(folder / "ours.log"))
        bare = servers.enter_context(served(folder / "bare.log", "bare.py", folder))
        measured = {view.key: _compared(ours, bare, view.key) for view in VIEWS.values()}
    print(f"{'page':12}{'ratio':>7}{'ours ms':>10}{'bare ms':>10}")
    for key, (mine, plain) in measured.items():
        print(f"{key:12}{mine / plain:7.2f}{mine:10.1f}{plain:10.1f}")
    worst = max(mine / plain for mine, plain in measured.values())
    print(f"Median of {ROUNDS} warm reruns each, in turn. Worst {worst:.2f}, allowed {LIMIT}.")
    return int(worst > LIMIT)


def _shown(key: str) -> list[tuple[str, Any]]:
    """What the page hands to Streamlit, in order: chart specs and data frames."""
    handed: list[tuple[str, Any]] = []

    def noting(name: str, place: int) -> Any:
        real = getattr(st, name)

        def noted(*args: Any, **options: Any) -> Any:
            handed.append((name, args[place]))
            return real(*args, **options)

        return mock.patch.object(st, name, noted)

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.switch_page(f"pages/{key}.py")
    if key in ABOUT:
        app.query_params["id"] = ABOUT[key]
    with noting("vega_lite_chart", 1), noting("dataframe", 0), noting("table", 0):
        app.run()
    return handed


def _compared(ours: Server, bare: Server, key: str) -> tuple[float, float]:
    """Median milliseconds of our page and of its bare twin."""
    mine, plain = [], []
    root = key == next(iter(VIEWS))
    at = "" if root else key  # the first page lives at the root
    asked = f"id={ABOUT[key]}&lang=en" if key in ABOUT else "lang=en"
    with visitor(ours, at, asked) as our_page, visitor(bare, "", f"page={key}") as bare_page:
        for turn in range(WARM + ROUNDS):
            for page, times in ((our_page, mine), (bare_page, plain)):
                took = page.rerun()
                if turn >= WARM:
                    times.append(took)
    return statistics.median(mine), statistics.median(plain)


if __name__ == "__main__":
    sys.exit(main())

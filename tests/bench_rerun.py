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
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import streamlit as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from websockets.sync.client import ClientConnection, connect

from tests.serving import ROOT, Server, served
from xi_data.ui import router

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
        for view in router.VIEWS:
            (folder / f"{view.key}.pickle").write_bytes(pickle.dumps(_shown(view.key)))
        ours = servers.enter_context(served(folder / "ours.log"))
        bare = servers.enter_context(served(folder / "bare.log", "bare.py", folder))
        measured = {view.key: _compared(ours, bare, view.key) for view in router.VIEWS}
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
    root = key == router.VIEWS[0].key
    at = "" if root else key  # the first page lives at the root
    asked = f"id={ABOUT[key]}&lang=en" if key in ABOUT else "lang=en"
    with _visitor(ours, at, asked) as our_page, _visitor(bare, "", f"page={key}") as bare_page:
        for turn in range(WARM + ROUNDS):
            for page, times in ((our_page, mine), (bare_page, plain)):
                took = page.rerun()
                if turn >= WARM:
                    times.append(took)
    return statistics.median(mine), statistics.median(plain)


class _Page:
    """One visitor on one page: keeps what a browser would send back with the next request."""

    def __init__(self, socket: ClientConnection, url: str, query: str):
        self.socket = socket
        self.asking = BackMsg()
        state = self.asking.rerun_script
        state.query_string = query
        state.page_name = url.rsplit("/", 1)[1]
        state.context_info.url = url
        state.context_info.locale = "en-GB"
        self.cached: dict[str, None] = {}

    def rerun(self) -> float:
        """Milliseconds from the request until the script has finished."""
        request = self.asking.SerializeToString()
        start = time.perf_counter()
        self.socket.send(request)
        messages = list(self._until_finished())
        took = (time.perf_counter() - start) * 1000
        for message in messages:
            self._keep(message)
        return took

    def _until_finished(self) -> Iterator[ForwardMsg]:
        while True:
            message = ForwardMsg.FromString(self.socket.recv(timeout=60))
            yield message
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    raise RuntimeError(f"{self.asking.rerun_script.context_info.url} failed")

    def _keep(self, message: ForwardMsg) -> None:
        state = self.asking.rerun_script
        kind = message.WhichOneof("type")
        if kind == "navigation":  # as the browser: the page that st.navigation chose
            state.page_script_hash = message.navigation.page_script_hash
        if kind == "page_info_changed":
            state.query_string = message.page_info_changed.query_string
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "exception":
                raise RuntimeError(element.exception.message)
        if message.metadata.cacheable and message.hash not in self.cached:
            self.cached[message.hash] = None
            state.cached_message_hashes.append(message.hash)


@contextmanager
def _visitor(server: Server, key: str, query: str) -> Iterator[_Page]:
    address = f"ws://{server.host}/_stcore/stream"
    with connect(
        address, subprotocols=["streamlit"], max_size=None, proxy=None, compression=None
    ) as socket:
        yield _Page(socket, f"{server.url}/{key}", query)


if __name__ == "__main__":
    sys.exit(main())

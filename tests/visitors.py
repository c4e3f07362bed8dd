"""Visitors of a server: what a browser says and hears over its WebSocket, without a browser."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.serving import Server
from tests.ui.visiting import FIRST

PATIENCE = 120
"""Seconds that a visitor waits for the next word of the server."""


class Page:
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
        self.pages: dict[str, str] = {}
        self.buttons: list[ButtonGroup] = []

    def rerun(self) -> float:
        """Milliseconds from the request until the script has finished.

        Raises RuntimeError where the script fails or the page shows an exception.
        """
        request = self.asking.SerializeToString()
        start = time.perf_counter()
        self.socket.send(request)
        messages = list(self._until_finished())
        took = (time.perf_counter() - start) * 1000
        self.buttons = []
        for message in messages:
            self._keep(message)
        return took

    def go(self, key: str) -> float:
        """Follow the navigation to a page; milliseconds as of rerun."""
        state = self.asking.rerun_script
        state.page_script_hash = self.pages[key]
        state.query_string = ""
        state.ClearField("widget_states")
        return self.rerun()

    def click(self, number: int) -> float:
        """Choose in a row of buttons on the page, another one for another number."""
        row = self.buttons[number % len(self.buttons)]
        state = self.asking.rerun_script
        state.ClearField("widget_states")
        chosen = state.widget_states.widgets.add(id=row.id)
        chosen.string_array_value.data.append(row.options[number % len(row.options)].content)
        return self.rerun()

    def _until_finished(self) -> Iterator[ForwardMsg]:
        while True:
            message = ForwardMsg.FromString(self.socket.recv(timeout=PATIENCE))
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
            self.pages = {
                FIRST if page.is_default else page.url_pathname: page.page_script_hash
                for page in sorted(message.navigation.app_pages, key=lambda page: page.is_default)
            }
        if kind == "page_info_changed":
            state.query_string = message.page_info_changed.query_string
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "exception":
                raise RuntimeError(element.exception.message)
            if element.WhichOneof("type") == "button_group":
                self.buttons.append(element.button_group)
        if message.metadata.cacheable and message.hash not in self.cached:
            self.cached[message.hash] = None
            state.cached_message_hashes.append(message.hash)


@contextmanager
def visitor(server: Server, key: str, query: str, cookie: str = "") -> Iterator[Page]:
    """A visitor who has typed the address of a page, and asks for nothing yet.

    cookie: what her browser sends with each request, NAME=VALUE, if it has one.
    """
    address = f"ws://{server.host}/_stcore/stream"
    with connect(
        address,
        subprotocols=["streamlit"],
        additional_headers={"Cookie": cookie} if cookie else {},
        max_size=None,
        proxy=None,
        compression=None,
    ) as socket:
        yield Page(socket, f"{server.url}/{key}", query)

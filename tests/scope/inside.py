"""Runs inside an explorer's folder: opens pages, files and commands, one JSON line for each.

Started by explorer.py with the folder as working directory and import path, so that data/ is that
folder's wherever the software looks for it.
"""

import base64
import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from tests.ui import packages_once, visiting
from xi_data import __main__, addresses
from xi_data.ui.downloads.data_address import offer
from xi_data.ui.state import keys
from xi_data.ui.state.answers import query
from xi_data.views import VIEWS

packages_once.remember()

HOST = "http://localhost:8501"
FIRST = next(iter(VIEWS))
NO_MATTER = {
    *("id", "formId", "elementId", "page", "url", "deferredFileId", "key", "selectionMode"),
    *("cssContent", "jsContent", "htmlContent"),
}
"""What Streamlit counts or hashes anew in each place, and where the folder is."""


def visit(page: str, query: dict[str, Any], steps: list[list[Any]]) -> dict[str, Any]:
    """What a visitor sees who comes by a link and takes these steps: name and arguments of each.

    Files, share, citation and query are open, for what is closed is not drawn.
    """
    app = AppTest.from_file(str(Path("app.py").resolve()), default_timeout=60)
    app.query_params = query
    app.context = {"locale": "en-GB"}
    for opened in (keys.FORMATS, keys.SHARE, keys.CITE, keys.SQL):
        app.session_state[opened] = True
    turn_to(app, page)
    for name, *arguments in steps:
        STEPS[name](app, *arguments)
    shown = [_told(one) for one in _elements(app._tree) if not _tells_browser(one)]
    return {"shown": [one for one in shown if one], "address": visiting.address(app)}


def turn_to(app: AppTest, page: str) -> None:
    """The same visitor on another page."""
    if page == FIRST:
        app.context = {**app.context, "url": f"{HOST}/"}
        app.run()
        return
    app.context = {**app.context, "url": f"{HOST}/{page}"}
    app.switch_page(f"pages/{page}.py").run()


def navigate(app: AppTest, page: str) -> None:
    """A click in the row of pages, which drops every key from the address."""
    app.query_params = {}
    turn_to(app, page)


def choose(app: AppTest, key: str, value: Any) -> None:
    """Change a widget by its key, as a visitor does."""
    [widget] = [one for one in _elements(app._tree) if getattr(one, "key", None) == key]
    widget.set_value(value).run()


def click(app: AppTest, key: str) -> None:
    """Click a button."""
    app.button(key=key).click().run()


STEPS = {"navigate": navigate, "choose": choose, "click": click}


def _tells_browser(node: Node) -> bool:
    """Whether nobody sees it: what it asks of the browser has a name of its own each time."""
    return node.type == "bidi_component" and "mend" in json.loads(node.proto.json or "{}")


def _elements(node: Node) -> list[Node]:
    if not isinstance(node, Block):
        return [node]
    within = [one for child in node.children.values() for one in _elements(child)]
    return [node, *within]


def _told(node: Node) -> list[Any]:
    """Kind and content of an element; nothing for a container without words."""
    if node.type == "vega_lite_chart":
        return [node.type, _chart(node.proto)]
    proto = getattr(node, "proto", None)
    said = _plain(MessageToDict(proto)) if proto is not None else {}
    if node.type == "table":
        said |= {"arrowData": node.value.astype(str).to_dict("split")}
    return [node.type, said] if said else []


def _chart(proto: Any) -> dict[str, Any]:
    """Alternative text, specification and rows of a chart."""
    sent = [one.data.data for one in proto.datasets] + [proto.data.data]
    rows = [pa.ipc.open_stream(one).read_all().to_pydict() for one in sent if one]
    return {"alt": proto.alt, "spec": _unnamed(json.loads(proto.spec)), "rows": str(rows)}


def _unnamed(spec: Any) -> Any:
    """A specification without the names that Altair counts."""
    if isinstance(spec, dict):
        return {k: _unnamed(v) for k, v in spec.items() if k != "name" or not isinstance(v, str)}
    return [_unnamed(one) for one in spec] if isinstance(spec, list) else spec


def _plain(said: Any) -> Any:
    if isinstance(said, dict):
        return {k: _plain(v) for k, v in said.items() if k not in NO_MATTER and v not in ({}, [])}
    return [_plain(one) for one in said] if isinstance(said, list) else said


def answer(path: str, asked: dict[str, list[str]]) -> dict[str, Any]:
    """A data address: status, headers and content."""
    found = addresses.answer(query, path, asked, HOST)
    return {
        "status": found.status,
        "headers": found.headers,
        "content": base64.b64encode(found.content).decode(),
    }


def command(*arguments: str) -> dict[str, Any]:
    """The command line: exit code, what it wrote, what it said."""
    written, said = io.BytesIO(), io.StringIO()
    with (
        io.TextIOWrapper(written, "utf-8", write_through=True) as out,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(said),
    ):
        code = __main__.main(list(arguments))
        content = written.getvalue()
    return {
        "code": code,
        "content": base64.b64encode(content).decode(),
        "said": said.getvalue(),
    }


def main() -> None:
    """Answer each line of standard input with one of standard output."""
    out, sys.stdout = sys.stdout, sys.stderr
    offer()
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        made = {"visit": visit, "answer": answer, "command": command}[name](*arguments)
        print(json.dumps(made, ensure_ascii=False), file=out, flush=True)


if __name__ == "__main__":
    main()

"""What every answer of the server tells the browser not to do."""

import base64
import hashlib
import re
from functools import cache

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xi_data.ui.shell.before import INDEX
from xi_data.ui.shell.conditional import packed
from xi_data.ui.shell.host import ROOT, is_host
from xi_data.ui.shell.uploads import Uploads

STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""Content-Security-Policy of what is no page of Streamlit's: it runs, loads and frames nothing."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def middleware() -> list[Middleware]:
    """What st.App puts around all of its answers."""
    return [Middleware(_SecurityHeaders), Middleware(Uploads)]


class _SecurityHeaders:
    """Adds them to every answer, and to the tag of a compressed one that it is compressed."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(scope, MutableHeaders(raw=message.setdefault("headers", [])))
            await send(message)

        return await self._app(scope, receive, send_with_headers)


def _add(scope: Scope, headers: MutableHeaders) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    if headers.get("content-type", "").startswith("text/html"):
        host = Headers(scope=scope).get("host", "")
        headers.setdefault("Content-Security-Policy", _of_pages(host if is_host(host) else ""))
    elif scope["path"].startswith(f"{ROOT}/media/"):
        headers["Content-Security-Policy"] = STRICT
    if headers.get("content-encoding") == "gzip" and "etag" in headers:
        headers["ETag"] = packed(headers["ETag"])


@cache
def _inline() -> str:
    """The script that stands in Streamlit's page, by its hash: no other inline one is run."""
    scripts = _SCRIPT.findall(INDEX.read_text(encoding="utf-8"))
    digests = (base64.b64encode(hashlib.sha256(one.encode()).digest()) for one in scripts)
    return " ".join(f"'sha256-{digest.decode()}'" for digest in digests)


def _of_pages(host: str) -> str:
    """The policy of Streamlit's page. host: that the websocket goes to, "" where unknown.

    Components bring their scripts as blobs, and styles are written by scripts. A page may be framed
    by anybody: a view can be embedded.
    """
    sockets = f" ws://{host} wss://{host}" if host else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {_inline()} blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{sockets}",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )

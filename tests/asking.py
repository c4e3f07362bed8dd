"""Requests to the routes of the server, without a server: what an ASGI server hands to them."""

import asyncio
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from xi_data.ui.shell import headers, routes

APP = Starlette(
    routes=routes.with_data(),
    middleware=[*headers.middleware(), Middleware(GZipMiddleware, minimum_size=1000)],
)
"""What st.App makes of our routes and headers, with the compression that it puts between them."""


@dataclass(frozen=True)
class Response:
    """Status, headers by their names in small letters, and content."""

    status: int
    headers: dict[str, str]
    content: bytes


def asked(
    address: str, method: str = "GET", client: str = "192.0.2.1", app=APP, **headers: str
) -> Response:
    """The answer to one request. headers: with _ for -."""
    return asyncio.run(_asked(app, address, method, client, headers))


async def _asked(app, address: str, method: str, client: str, headers: dict[str, str]) -> Response:
    parts = urlsplit(address)
    named = {"host": "localhost:8501"} | {key.replace("_", "-"): headers[key] for key in headers}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(parts.path),
        "root_path": "",
        "query_string": parts.query.encode("utf-8", "surrogateescape"),
        "headers": [(key.encode(), value.encode("latin-1")) for key, value in named.items()],
        "client": (client, 1),
        "server": ("localhost", 8501),
    }
    sent = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start, *bodies = sent
    found = {key.decode(): value.decode("latin-1") for key, value in start["headers"]}
    return Response(start["status"], found, b"".join(one.get("body", b"") for one in bodies))

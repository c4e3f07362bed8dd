"""Addresses of the server that are no page: data below /data/, and what lives nowhere.

Streamlit answers every address with the page that starts it; below a path that page stays white.
"""

import html
import json
from collections.abc import Awaitable, Callable

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from xi_data.addresses import answer
from xi_data.locale import LANGUAGES, translator
from xi_data.ui.shell.uploads import Uploads
from xi_data.ui.state.answers import query

_BASE = st.get_option("server.baseUrlPath").strip("/")
_ROOT = f"/{_BASE}" if _BASE else ""


class _Foreign(Convertor[str]):
    """A first part of a path that is none of Streamlit's own, with something below it."""

    regex = "(?!(?:_stcore|media|component|static|app)/)[^/]+/.+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("foreign", _Foreign())


MIDDLEWARE = [Middleware(Uploads)]
"""What every request passes through, on either server."""


def with_data() -> list[BaseRoute]:
    """The data addresses, and the answer to what lives nowhere."""
    cross_origin = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        expose_headers=["ETag", "Link", "X-Total-Count"],
    )
    return [
        Route(f"{_ROOT}/data", _to_index),
        _below_data(_data, middleware=[cross_origin]),
        *nowhere(),
    ]


def without_data() -> list[BaseRoute]:
    """The answer to data addresses that nobody answers here, and to what lives nowhere."""
    return [Route(f"{_ROOT}/data", _no_data), _below_data(_no_data), *nowhere()]


def nowhere() -> list[BaseRoute]:
    """The answer to a path below a page."""
    return [Route(f"{_ROOT}/{{path:foreign}}", _not_found)]


def _below_data(endpoint: Callable[[Request], Awaitable[Response]], **options) -> Mount:
    return Mount(f"{_ROOT}/data", routes=[Route("/{path:path}", endpoint)], **options)


async def _data(request: Request) -> Response:
    """Answer an address below /data/, or say that what the asker has is still right."""
    asked: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        asked.setdefault(key, []).append(value)
    scheme = request.headers.get("x-forwarded-proto", request.url.scheme)
    base = f"{scheme}://{request.url.netloc}{_ROOT}"
    found = await run_in_threadpool(answer, query, request.path_params["path"], asked, base)
    headers = found.headers | {"ETag": found.etag, "Cache-Control": "no-cache"}
    known = request.headers.get("if-none-match", "")
    if found.status == 200 and (known == "*" or found.etag in known):
        return Response(status_code=304, headers=headers)
    return Response(found.content, found.status, headers, found.media_type)


async def _to_index(request: Request) -> Response:
    return RedirectResponse(f"{_ROOT}/data/")


async def _no_data(request: Request) -> Response:
    why = "this server answers no data addresses; start it with make serve, or use the command line"
    said = json.dumps({"error": why, "known": ["make serve", "python -m xi_data export"]})
    return Response(said, 404, media_type="application/json")


async def _not_found(request: Request) -> Response:
    """A page in the reader's language, with a way to the explorer."""
    spoken = request.query_params.get("lang") or request.headers.get("accept-language", "")[:2]
    t = translator(spoken if spoken in LANGUAGES else next(iter(LANGUAGES)))
    title, words = t("Page not found"), t("There is nothing at this address.")
    way = t("Open the explorer")
    return HTMLResponse(
        f'<!doctype html><html lang="{t.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{html.escape(title)}</title></head><body><h1>{html.escape(title)}</h1>"
        f'<p>{html.escape(words)} <a href="{_ROOT}/?lang={t.lang}">{html.escape(way)}</a></p>'
        "</body></html>",
        404,
    )

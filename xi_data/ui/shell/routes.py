"""Addresses of the server that are no page: data below /data/, and what lives nowhere.

Streamlit answers every address with the page that starts it; below a path that page stays white.
"""

import html
from collections.abc import Awaitable, Callable

from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Mount, Route

from xi_data.addresses import refused
from xi_data.addresses.own_query import CUT
from xi_data.ui.shell import before
from xi_data.ui.shell.conditional import reply
from xi_data.ui.shell.corpus_data import corpus_data
from xi_data.ui.shell.data import data, unwell, within_allowance
from xi_data.ui.shell.headers import STRICT
from xi_data.ui.shell.host import ROOT


class _Foreign(Convertor[str]):
    """A first part of a path that is none of Streamlit's own, with something below it."""

    regex = "(?!(?:_stcore|media|component|static|app)/)[^/]+/.+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("foreign", _Foreign())


def with_data() -> list[BaseRoute]:
    """The data addresses, and all others that Streamlit does not answer as we would."""
    cross_origin = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["If-Modified-Since", "If-None-Match", "If-Range", "Range"],
        expose_headers=[
            *("Accept-Ranges", "Content-Disposition", "Content-Range", "ETag", "Link"),
            *("Retry-After", CUT, "X-Total-Count"),
        ],
    )
    return [
        Route(f"{ROOT}/data", _to_index),
        Mount(
            f"{ROOT}/data/corpus",
            routes=[Route("/{file}", corpus_data)],
            middleware=[cross_origin],
        ),
        _below_data(data, middleware=[cross_origin]),
        *_others(),
    ]


def without_data() -> list[BaseRoute]:
    """The answer to data addresses that nobody answers here, and the other addresses."""
    return [Route(f"{ROOT}/data", _no_data), _below_data(_no_data), *_others()]


def _others() -> list[BaseRoute]:
    """Pages, whether all is well, what crawlers may fetch, and what lives below no page."""
    return [
        *before.pages(),
        Route(f"{ROOT}/health", _health),
        Route(f"{ROOT}/robots.txt", _robots),
        Route(f"{ROOT}/{{path:foreign}}", _not_found),
    ]


def _below_data(endpoint: Callable[[Request], Awaitable[Response]], **options) -> Mount:
    return Mount(f"{ROOT}/data", routes=[Route("/{path:path}", endpoint)], **options)


async def _to_index(request: Request) -> Response:
    asked = request.scope["query_string"].decode("latin-1")
    return RedirectResponse(f"{ROOT}/data/{'?' if asked else ''}{asked}")


async def _no_data(request: Request) -> Response:
    why = "this server answers no data addresses; start it with make serve, or use the command line"
    return reply(request, refused(404, why, ["make serve", "python -m xi_data export"]), None)


async def _health(request: Request) -> Response:
    """200 where the server reads its figures, else 503; never from memory."""
    if limited := within_allowance(request):
        return limited
    problem = await unwell()
    status = 503 if problem else 200
    said = {"status": problem or "ok"}
    return JSONResponse(said, status, {"Cache-Control": "no-store"})


async def _robots(request: Request) -> Response:
    """Pages and the list of data addresses are for crawlers; not every filter in every format."""
    said = f"User-agent: *\nAllow: {ROOT}/data/$\nDisallow: {ROOT}/data/\n"
    return PlainTextResponse(said)


async def _not_found(request: Request) -> Response:
    """A page in the reader's language, with a way to the explorer."""
    t = before.spoken(request)
    title, words = t("Page not found"), t("There is nothing at this address.")
    way = t("Open the explorer")
    return HTMLResponse(
        f'<!doctype html><html lang="{t.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{html.escape(title)}</title></head><body><h1>{html.escape(title)}</h1>"
        f'<p>{html.escape(words)} <a href="{ROOT}/?lang={t.lang}">{html.escape(way)}</a></p>'
        "</body></html>",
        404,
        {"Content-Security-Policy": STRICT},
    )

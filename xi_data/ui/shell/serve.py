"""The explorer and its data addresses in one process: `streamlit run xi_data/ui/shell/serve.py`.

`streamlit run app.py` serves the explorer alone.
"""

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from xi_data.addresses import answer
from xi_data.record.tables import DATA
from xi_data.ui.downloads import data_address
from xi_data.ui.state.answers import query

_BASE = st.get_option("server.baseUrlPath").strip("/")
_ROOT = f"/{_BASE}" if _BASE else ""


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


app = st.App(
    DATA.parent / "app.py",
    routes=[
        Route(f"{_ROOT}/data", _to_index),
        Mount(
            f"{_ROOT}/data",
            routes=[Route("/{path:path}", _data)],
            middleware=[
                Middleware(
                    CORSMiddleware,
                    allow_origins=["*"],
                    allow_methods=["GET", "HEAD"],
                    expose_headers=["ETag", "Link", "X-Total-Count"],
                )
            ],
        ),
    ],
)
data_address.offer()

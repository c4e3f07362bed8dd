"""A limit for what one session may leave on the server: Streamlit has one for each file alone.

It keeps whatever is sent under any name until the session ends, also where no box asked for it.
"""

import re

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

MOST = 30_000_000
"""Bytes of uploaded files that one session may hold at a time: six of the largest."""

_UPLOAD = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/(?P<file>[^/]+)$")


class Uploads:
    """ASGI middleware: refuses a file that would take its session beyond MOST."""

    def __init__(self, app: ASGIApp):
        self.app = app
        self._arriving: dict[str, int] = {}  # session to the bytes that are still being sent

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = scope["type"] == "http" and scope["method"] == "PUT"
        found = found and _UPLOAD.search(scope["path"])
        if not found:
            await self.app(scope, receive, send)
            return
        session, most = found["session"], st.get_option("server.maxUploadSize") * 2**20
        said = Request(scope).headers.get("content-length", "")
        size = min(int(said), most) if said.isdecimal() else most  # not said: as large as may be
        if _held(session) + self._arriving.get(session, 0) + size > MOST:
            words = "this session holds too many files; reload the page to begin anew"
            await PlainTextResponse(words, 413)(scope, receive, send)
            return
        self._arriving[session] = self._arriving.get(session, 0) + size
        try:
            await self.app(scope, receive, send)
        finally:
            self._arriving[session] -= size
            if not self._arriving[session]:
                del self._arriving[session]


def _held(session: str) -> int:
    """Bytes of the files of a session."""
    manager = Runtime.instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return 0
    return sum(len(one.data) for one in list(manager.file_storage.get(session, {}).values()))

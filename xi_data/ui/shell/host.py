"""Under which address the explorer is asked for, as the request says and no further."""

import re

import streamlit as st
from starlette.requests import Request

_BASE = st.get_option("server.baseUrlPath").strip("/")
ROOT = f"/{_BASE}" if _BASE else ""
"""The path that the explorer lives below, without a slash at the end."""

_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")


def is_host(host: str) -> bool:
    """Whether a Host header is a host's name or number, with or without a port, and only that."""
    return bool(_HOST.fullmatch(host))


def address_of(request: Request) -> str | None:
    """The explorer's address without a slash at the end; None where Host is no host.

    X-Forwarded-Proto may be a list, whose first is the visitor's.
    """
    host = request.headers.get("host", "")
    forwarded = request.headers.get("x-forwarded-proto", "").partition(",")[0].strip().lower()
    scheme = forwarded if forwarded in ("http", "https") else request.scope["scheme"]
    return f"{scheme}://{host}{ROOT}" if is_host(host) else None

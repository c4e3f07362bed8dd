"""The view's state in the URL: language-neutral keys, defaults left out, bad values refused.

Session state holds the values under the same keys, as widgets do; the URL is the copy that a reader
can share. The URL wins when it is not the one we wrote last: first visit, Back and Forward, links.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st


@dataclass(frozen=True)
class Param:
    """One key of the URL. decode raises ValueError for a value that the view does not know."""

    key: str
    default: Any
    decode: Callable[[list[str]], Any]
    encode: Callable[[Any], list[str]]
    always: bool = False  # written even where it is the default


def choice(key: str, options: Iterable[str], default: str | None, always: bool = False) -> Param:
    """One of the options, or the default."""
    allowed = frozenset(options)

    def decode(values: list[str]) -> str:
        if values[-1] not in allowed:
            raise ValueError(values[-1])
        return values[-1]

    return Param(key, default, decode, lambda value: [] if value is None else [value], always)


def choices(key: str, options: Iterable[str]) -> Param:
    """Any number of the options, in the options' order; none by default."""
    ordered = list(options)

    def decode(values: list[str]) -> list[str]:
        if unknown := [value for value in values if value not in ordered]:
            raise ValueError(unknown[0])
        return [option for option in ordered if option in values]

    return Param(key, [], decode, list)


def number(key: str, allowed: Sequence[int]) -> Param:
    """One of the allowed whole numbers; the first by default."""

    def decode(values: list[str]) -> int:
        value = int(values[-1][:9])
        if value not in allowed:
            raise ValueError(values[-1])
        return value

    return Param(key, allowed[0], decode, lambda value: [str(value)])


def text(key: str, limit: int = 100) -> Param:
    """Any text up to the limit, in characters; empty by default."""
    return Param(key, "", lambda values: values[-1][:limit], lambda value: [value])


def pull(params: Sequence[Param]) -> list[str]:
    """Before the widgets: session state from the URL where it is news. Returns refused keys.

    It is news unless it says what push wrote last; after a click in the navigation, which drops
    every key from the URL, it is not.
    """
    written = st.session_state.setdefault("_url_written", {})
    seen = {p.key: values for p in params if (values := st.query_params.get_all(p.key))}
    known = {p.key: written[p.key] for p in params if p.key in written}
    moved = st.session_state["_url_moved"]
    refused = []
    if seen != known and (seen or not moved):
        for param in params:
            value = param.default
            if param.key in seen:
                try:
                    value = param.decode(seen[param.key])
                except ValueError:
                    refused.append(param.key)
            st.session_state[param.key] = value
    for param in params:
        st.session_state[param.key] = _still_valid(param)
    return refused


def push(params: Sequence[Param]) -> None:
    """After the widgets: the URL from session state, in one message, only where it changed."""
    mine = {param.key for param in params}
    want = {
        param.key: param.encode(st.session_state[param.key])
        for param in params
        if param.always or st.session_state[param.key] != param.default
    }
    now = {key: st.query_params.get_all(key) for key in st.query_params}
    if want != {key: values for key, values in now.items() if key in mine}:
        st.query_params.from_dict({k: v for k, v in now.items() if k not in mine} | want)
    others = {k: v for k, v in st.session_state["_url_written"].items() if k not in mine}
    st.session_state["_url_written"] = others | want
    st.session_state["_url_moved"] = False


def begin() -> None:
    """First call of a run: note that the session came to another page, until push has written."""
    before = st.session_state.get("_url_page", st.context.url)
    moved = st.session_state.get("_url_moved", False)
    st.session_state["_url_moved"] = moved or before != st.context.url
    st.session_state["_url_page"] = st.context.url


def link(**changed: str) -> str:
    """The address of the view on show, with some keys changed."""
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    query |= {key: [value] for key, value in changed.items()}
    return f"{st.context.url or ''}?{urlencode(sorted(query.items()), doseq=True)}"


def _still_valid(param: Param) -> Any:
    """The value in session state, or the default where another page left one unknown here.

    Written back on every run: it keeps a widget's value when its labels change language.
    """
    value = st.session_state.get(param.key, param.default)
    if value == param.default:
        return param.default
    try:
        return param.decode(param.encode(value))
    except (ValueError, IndexError, TypeError):
        return param.default

"""The view's state in the URL: language-neutral keys, defaults left out, bad values refused.

Session state holds the values under the same keys, as widgets do; the URL is the copy that a reader
can share. The URL wins when it is not the one we wrote last: first visit, Back and Forward, links.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from xi_data.ui.state import keys
from xi_data.views.params import Param


def pull(params: Sequence[Param]) -> dict[str, str]:
    """Before the widgets: session state from the URL where it is news. Returns what was refused.

    It is news unless it says what push wrote last. It is not after a click in the navigation, which
    drops every key from the URL, nor while the reader changes a widget: with two quick changes the
    second one comes with the URL of before the first. Refused: keys with values unknown here.
    """
    written = st.session_state[keys.URL_WRITTEN]
    seen = {p.key: values for p in params if (values := _in_url(p))}
    known = {p.key: written[p.key] for p in params if p.key in written}
    moved = st.session_state[keys.URL_MOVED]
    refused = {}
    touched = st.session_state[keys.URL_TOUCHED]
    if seen != known and (seen or not moved) and not touched:
        for param in params:
            value = param.default
            if param.key in seen:
                try:
                    value = param.decode(seen[param.key])
                except ValueError:
                    refused[param.key] = " ".join(seen[param.key])
            st.session_state[param.key] = value
    for param in params:
        _renew(param)
    return refused


def refuse(refused: dict[str, str]) -> None:
    """Keep what was refused before the page begins, for its notice."""
    st.session_state[keys.REFUSED] |= refused


def refused() -> dict[str, str]:
    """What was kept by refuse, once."""
    found, st.session_state[keys.REFUSED] = st.session_state[keys.REFUSED], {}
    return found


def push(params: Sequence[Param]) -> None:
    """After the widgets: the URL from session state, in one message, only where it changed."""
    mine = {name for param in params for name in (param.key, param.was) if name}
    want = {
        param.key: param.encode(st.session_state[param.key])
        for param in params
        if param.always or st.session_state[param.key] != param.default
    }
    now = {key: st.query_params.get_all(key) for key in st.query_params}
    if want != {key: values for key, values in now.items() if key in mine}:
        st.query_params.from_dict({k: v for k, v in now.items() if k not in mine} | want)
    others = {k: v for k, v in st.session_state[keys.URL_WRITTEN].items() if k not in mine}
    st.session_state[keys.URL_WRITTEN] = others | want
    st.session_state[keys.URL_MOVED] = False
    st.session_state[keys.URL_TOUCHED] = False


def touch() -> None:
    """Callback of every widget that changes the view: until push, session state is right."""
    st.session_state[keys.URL_TOUCHED] = True


def begin() -> None:
    """First call of a run: note that the session came to another page, until push has written."""
    url = st.context.url
    if keys.URL_PAGE not in st.session_state:
        # All at once: to look for a key that is not there costs as much as a widget.
        st.session_state.update(
            {
                keys.URL_PAGE: url,
                keys.URL_MOVED: False,
                keys.URL_TOUCHED: False,
                keys.URL_WRITTEN: {},
                keys.URL_LABELS: {},
                keys.REFUSED: {},
                keys.CHART_ROUND: 0,
                keys.CHART_PICKED: None,
                keys.REVEALED: (0, ""),
            }
        )
    if st.session_state[keys.URL_PAGE] != url:
        st.session_state[keys.URL_MOVED] = True
        st.session_state[keys.URL_PAGE] = url


def link(**changed: str) -> str:
    """The address of the view on show, with some keys changed."""
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    query |= {key: [value] for key, value in changed.items()}
    return f"{st.context.url or ''}?{urlencode(sorted(query.items()), doseq=True)}"


def _in_url(param: Param) -> list[str]:
    """The values that the URL has for a key, or for its older name."""
    found = st.query_params.get_all(param.key)
    return found or (st.query_params.get_all(param.was) if param.was else [])


def _renew(param: Param) -> None:
    """Put right a value unknown here; write it on a new page and in a new language.

    A new page has new widgets, and one whose labels change language keeps its value only if it is
    written again. To write it on every run would undo what the reader does meanwhile, such as the
    next step of a slider.
    """
    value = _still_valid(param)
    lang = st.session_state.get(keys.LANG)
    written_in = st.session_state[keys.URL_LABELS]
    key = param.key
    if (
        key not in st.session_state
        or st.session_state[key] != value
        or written_in.get(key) != lang
        or st.session_state[keys.URL_MOVED]
    ):
        st.session_state[key] = value
        written_in[key] = lang


def _still_valid(param: Param) -> Any:
    """The value in session state, or the default where another page left one unknown here."""
    value = st.session_state.get(param.key, param.default)
    if value == param.default:
        return param.default
    try:
        return param.decode(param.encode(value))
    except (ValueError, IndexError, TypeError):
        return param.default

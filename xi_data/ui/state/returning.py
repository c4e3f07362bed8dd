"""A page that is still open in a browser while its session is gone: its next click counts.

A session ends two minutes after its connection was cut, and with its server. The page that comes
back then has a new session, and the first run of that finds what the browser holds of its widgets,
the click among it, before any widget is there: no callback would be called, and what the address
says would be put over it. So the first run is that of a fresh visit by the page's address, and what
the browser holds is given to a second one, where a click is what it was: a change, with a callback.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import NoReturn

import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx
from streamlit.runtime.state.query_params import sanitize_query_string

from xi_data.ui.state import address, keys


def begin() -> None:
    """First call of a run: begin anew without what the browser holds, if the session is new."""
    if keys.SETTLED in st.session_state:
        return
    states = get_script_run_ctx().session_state.get_widget_states()
    held = {one.id: one for one in states if one.WhichOneof("value")}
    if keys.HELD not in st.session_state:
        st.session_state[keys.HELD] = held
        if held:  # without values: as in a fresh visit
            _again([WidgetState(id=one) for one in held], _search(held.values()))
    elif before := st.session_state[keys.HELD]:
        # Another click has cut that run short, whose callback may have been called: not yet.
        st.session_state.clear()
        st.session_state[keys.HELD] = before | held


def end() -> None:
    """After the page, before anything is said of its address: what the browser holds, once."""
    if keys.SETTLED in st.session_state:
        return
    st.session_state[keys.SETTLED] = True
    if held := st.session_state.pop(keys.HELD):
        address.resume()
        _again(held.values())


def _search(held: Iterable[WidgetState]) -> str | None:
    """The query of the browser's address, as our part of the page tells it.

    What Streamlit's own sends may be older: it does not know what the page has put right in place.
    """
    for one in held:
        if f"-{keys.TAB}__" in one.id:
            with suppress(ValueError, TypeError, KeyError, IndexError):  # a browser sends anything
                search = str(json.loads(one.json_trigger_value)[-1]["value"]["search"])
                return sanitize_query_string(search[1:].encode(errors="replace").decode())
    return None


def _again(states: Iterable[WidgetState], query: str | None = None) -> NoReturn:
    """Run again as if the browser had sent these states and query; st.rerun cannot be told any."""
    context = get_script_run_ctx()
    raise RerunException(
        RerunData(
            query_string=context.query_string if query is None else query,
            widget_states=WidgetStates(widgets=states),
            page_script_hash=context.page_script_hash,
            cached_message_hashes=context.cached_message_hashes,
            context_info=context.context_info,
        )
    )

"""A page that is still open in a browser while its session is gone: its next click counts.

A session ends two minutes after its connection was cut, and with its server. The page that comes
back then has a new session, and the first run of that finds what the browser holds of its widgets,
the click among it, before any widget is there: no callback would be called, and what the address
says would be put over it. So the first run is that of a fresh visit by the page's address, and what
the browser holds is given to a second one, where a click is what it was: a change, with a callback.
"""

from collections.abc import Iterable
from typing import NoReturn

import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx

from xi_data.ui.state import keys


def begin() -> None:
    """First call of a run: begin anew without what the browser holds, if the session is new."""
    if keys.SETTLED in st.session_state:
        return
    states = get_script_run_ctx().session_state.get_widget_states()
    held = {one.id: one for one in states if one.WhichOneof("value")}
    if keys.HELD not in st.session_state:
        st.session_state[keys.HELD] = held
        if held:
            _again(WidgetState(id=one) for one in held)  # without values: as in a fresh visit
    elif st.session_state[keys.HELD]:
        # Another click has cut that run short. A button's callback has been called by now.
        kept = {key: one for key, one in held.items() if not _is_trigger(one)}
        st.session_state[keys.HELD] |= kept


def end() -> None:
    """After the page, before anything is said of its address: what the browser holds, once."""
    if keys.SETTLED in st.session_state:
        return
    st.session_state[keys.SETTLED] = True
    if held := st.session_state.pop(keys.HELD):
        _again(held.values())


def _is_trigger(state: WidgetState) -> bool:
    return state.WhichOneof("value").endswith("trigger_value")


def _again(states: Iterable[WidgetState]) -> NoReturn:
    """Run again as if the browser had sent these states; st.rerun cannot be told any."""
    context = get_script_run_ctx()
    raise RerunException(
        RerunData(
            query_string=context.query_string,
            widget_states=WidgetStates(widgets=states),
            page_script_hash=context.page_script_hash,
            cached_message_hashes=context.cached_message_hashes,
            context_info=context.context_info,
        )
    )

"""What takes back a filter or a pick."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from xi_data.ui.state import keys
from xi_data.ui.state.selection import let_go
from xi_data.ui.widgets.markdown import plain
from xi_data.views.params import Param


def reset(params: Sequence[Param]) -> None:
    """Callback: these filters filter nothing any more."""
    for param in params:
        st.session_state[param.key] = param.default
    let_go()


def chip(label: str, key: str, on_click: Callable[..., None], argument: Any) -> None:
    """A button that takes back one thing the reader asked for. label: words."""
    st.button(
        plain(label),
        icon=":material/close:",
        icon_position="right",
        key=keys.chip(key),
        on_click=on_click,
        args=(argument,),
    )

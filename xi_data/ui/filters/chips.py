"""What takes back a filter or a pick, and what says that a part of a link was left out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.state import keys
from xi_data.ui.state.selection import let_go
from xi_data.ui.widgets.markdown import plain
from xi_data.views.params import Param

_SHOWN = 24  # characters of a refused value that the notice repeats


def reset(params: Sequence[Param]) -> None:
    """Callback: these filters filter nothing any more."""
    for param in params:
        st.session_state[param.key] = param.default
    let_go()


def chip(label: str, key: str, on_click: Callable[..., None], argument: Any) -> None:
    """A button that takes back one thing the reader asked for."""
    st.button(
        label,
        icon=":material/close:",
        icon_position="right",
        key=keys.chip(key),
        on_click=on_click,
        args=(argument,),
    )


def refused_notice(t: Translator, refused: Mapping[str, str]) -> None:
    """Which parts of the link were ignored, with the value that each had."""
    if not refused:
        return
    said = []
    for key, value in refused.items():
        short = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        said.append(t("**{key}** with “{value}”", key=key, value=plain(short)))
    st.info(
        t(
            "Parts of the link were not recognised and were ignored: {parts}.",
            parts=t.listed(said),
        ),
        icon=":material/link_off:",
    )

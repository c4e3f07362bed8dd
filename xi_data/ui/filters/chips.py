"""What takes back a filter or a pick, and what says that a part of a link was left out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.state import keys
from xi_data.ui.state.address import Refused
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
    """A button that takes back one thing the reader asked for. label: words."""
    st.button(
        plain(label),
        icon=":material/close:",
        icon_position="right",
        key=keys.chip(key),
        on_click=on_click,
        args=(argument,),
    )


def refused_notice(t: Translator, refused: Mapping[str, Refused], known: Sequence[str]) -> None:
    """Which parts of the link or of what was typed were left out. known: keys that narrow."""
    if not refused:
        return
    left_out = {key: one for key, one in refused.items() if not one.most}
    sentences = [
        t(
            "{key}: {number} characters are too many; it takes {most} at most. It was ignored.",
            key=f"**{plain(key)}**",
            number=t.number(len(one.values[-1])),
            most=t.number(one.most),
        )
        for key, one in refused.items()
        if one.most
    ]
    if left_out:
        said = t.listed(_part(t, key, one) for key, one in left_out.items())
        sentences.append(
            t(
                "Parts of the link were not recognised and were ignored: {parts}.",
                parts=said,
            )
        )
        if known:
            sentences.append(
                t(
                    "Filters that this page knows: {keys}.",
                    keys=t.listed(f"**{plain(key)}**" for key in known),
                )
            )
    st.info(t.sentences(*sentences), icon=":material/link_off:")


def _part(t: Translator, key: str, refused: Refused) -> str:
    value = " ".join(refused.values)
    short = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return t("**{key}** with “{value}”", key=plain(key[:_SHOWN]), value=plain(short))

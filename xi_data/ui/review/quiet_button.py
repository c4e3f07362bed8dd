"""The buttons of the review that only lead somewhere, or back."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from xi_data.ui.state import keys


def quiet_button(
    label: str,
    icon: str,
    key: str,
    on_click: Callable[..., None],
    *args: Any,
    possible: bool = True,
) -> None:
    """A button without a frame. label: Markdown. icon: a Material symbol. key: its own name."""
    st.button(
        label,
        icon=f":material/{icon}:",
        key=keys.decide(key),
        type="tertiary",
        disabled=not possible,
        on_click=on_click,
        args=args,
    )

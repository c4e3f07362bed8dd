"""A popover whose contents are made only while it is open: closed, it costs one element a run."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def popover(label: str, key: str, contents: Callable[[], None], **options: Any) -> None:
    """A button that opens a popover; contents draws it. options: as st.popover takes them."""
    opened = st.popover(label, key=key, on_change="rerun", **options)
    if opened.open:
        with opened:
            contents()

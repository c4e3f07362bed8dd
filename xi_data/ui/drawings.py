"""The charts of a run, noted as they are drawn: what a picture of each is made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st


@dataclass(frozen=True)
class Drawing:
    """One chart of the page, and what stands around it there.

    title: what it shows. draw, rows and options: as ui.chart takes them. words: its alternative
    text. keys: sentences that say how to read it. coloured: the rows whose families its colours
    tell apart, None where colours tell nothing of families.
    """

    key: str
    title: str
    draw: Callable[..., Any]
    rows: pd.DataFrame
    options: Mapping[str, Any]
    words: str
    keys: Sequence[str]
    coloured: pd.DataFrame | None


@dataclass
class Page:
    """The page of this run: the definition below its title, and its charts in their order."""

    definition: str = ""
    drawings: list[Drawing] = field(default_factory=list)


def begin() -> None:
    """Forget what the run before has drawn."""
    st.session_state["_drawn_page"] = Page()


def page() -> Page:
    """What this run has drawn so far. Raises KeyError before begin."""
    return st.session_state["_drawn_page"]

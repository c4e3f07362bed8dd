"""The charts of a page, noted as they are drawn: what a picture of each is made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.ui.state import keys


@dataclass(frozen=True)
class DrawnChart:
    """One chart of the page, and what stands around it there.

    title: what it shows. draw, rows and options: as ui.chart takes them. alt: its alternative
    text. how_to_read: sentences. coloured: the rows whose families its colours
    tell apart, None where colours tell nothing of families.
    """

    key: str
    title: str
    draw: Callable[..., Any]
    rows: pd.DataFrame
    options: Mapping[str, Any]
    alt: str
    how_to_read: Sequence[str]
    coloured: pd.DataFrame | None


@dataclass
class DrawnPage:
    """The page of this run: its charts in their order."""

    charts: list[DrawnChart] = field(default_factory=list)


def begin() -> None:
    """Forget what the run before has drawn."""
    st.session_state[keys.DRAWN_PAGE] = DrawnPage()


def page() -> DrawnPage:
    """What this run has drawn so far. Raises KeyError before begin."""
    return st.session_state[keys.DRAWN_PAGE]

"""One figure: what it is called, how much it is, and which one of how many."""

import pandas as pd

from xi_data.findings.story import Material, Story
from xi_data.locale import Translator
from xi_data.publish import citation
from xi_data.wording import with_unit


def story(of: Material) -> Story:
    """What a page about one figure says before one is chosen; see named and placed."""
    return of.told(
        finding=of.t("One of {figures} figures", figures=len(of.every)),
        definition=source_of(of),
    )


def named(t: Translator, figure: pd.Series) -> str:
    """A figure's name and number."""
    return t.pair(figure["label"], with_unit(t, figure))


def placed(t: Translator, figure: pd.Series, figures: int, source: str) -> str:
    """Which figure of how many it is, and of which text."""
    return t(
        "Figure {position} of {figures} · {source}",
        position=figure["position"],
        figures=figures,
        source=source,
    )


def source_of(of: Material) -> str:
    """The text as a reader would cite it."""
    return citation.source(of.t, of.bulletin)

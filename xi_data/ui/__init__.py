"""The Streamlit parts that pages share; the only place below xi_data that imports streamlit."""

from xi_data.ui.cards import family_icons, figure_card, sum_card, way_in
from xi_data.ui.data import ask, kept, largest, only
from xi_data.ui.downloads import downloads
from xi_data.ui.evidence import evidence
from xi_data.ui.facets import facets
from xi_data.ui.filters import Filters, at_least, choices, filters, search, switch
from xi_data.ui.page import page, title
from xi_data.ui.reference import dictionary, excuses
from xi_data.ui.view import (
    SIGMA,
    badge_column,
    bar_column,
    chart,
    computed,
    headline,
    names,
    notes,
    nothing_fits,
    places,
    table,
)

__all__ = [
    "SIGMA",
    "Filters",
    "ask",
    "at_least",
    "badge_column",
    "bar_column",
    "chart",
    "choices",
    "computed",
    "dictionary",
    "downloads",
    "evidence",
    "excuses",
    "facets",
    "family_icons",
    "figure_card",
    "filters",
    "headline",
    "kept",
    "largest",
    "names",
    "notes",
    "nothing_fits",
    "only",
    "page",
    "places",
    "search",
    "sum_card",
    "switch",
    "table",
    "title",
    "way_in",
]

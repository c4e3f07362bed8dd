"""The Streamlit parts that pages share; the only place below xi_data that imports streamlit."""

from xi_data.ui.cards import family_icons, figure_card, sum_card, way_in
from xi_data.ui.computed import SIGMA, computed
from xi_data.ui.controls import filters
from xi_data.ui.data import ask, ids, kept, largest, only, tuples
from xi_data.ui.downloads import downloads
from xi_data.ui.evidence import evidence
from xi_data.ui.facets import facets
from xi_data.ui.filters import Filters, at_least, choices, search, switch
from xi_data.ui.page import page, title
from xi_data.ui.reference import dictionary, excuses
from xi_data.ui.table import badge_column, bar_column, columns, table
from xi_data.ui.view import chart, headline, names, notes, nothing_fits, places

__all__ = [
    "SIGMA",
    "Filters",
    "ask",
    "at_least",
    "badge_column",
    "bar_column",
    "chart",
    "choices",
    "columns",
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
    "ids",
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
    "tuples",
    "way_in",
]

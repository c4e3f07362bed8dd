"""The Streamlit parts that pages share; the only place below xi_data that imports streamlit."""

from xi_data.ui.cards import figure_card, sum_card, way_in
from xi_data.ui.computed import SIGMA, computed
from xi_data.ui.controls import filters
from xi_data.ui.data import ask, ids, kept, largest, only, tuples
from xi_data.ui.downloads import downloads
from xi_data.ui.evidence import evidence
from xi_data.ui.facets import beside, facets
from xi_data.ui.filters import Filters
from xi_data.ui.page import page, title
from xi_data.ui.reference import dictionary, excuses
from xi_data.ui.table import badge_column, bar_column, columns, table
from xi_data.ui.view import chart, headline, notes, nothing_fits, places
from xi_data.views.filters import choices, switch

__all__ = [
    "SIGMA",
    "Filters",
    "ask",
    "badge_column",
    "bar_column",
    "beside",
    "chart",
    "choices",
    "columns",
    "computed",
    "dictionary",
    "downloads",
    "evidence",
    "excuses",
    "facets",
    "figure_card",
    "filters",
    "headline",
    "ids",
    "kept",
    "largest",
    "notes",
    "nothing_fits",
    "only",
    "page",
    "places",
    "sum_card",
    "switch",
    "table",
    "title",
    "tuples",
    "way_in",
]

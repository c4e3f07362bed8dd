"""The screen, room by room; the only place below xi_data that imports Streamlit."""

from xi_data.ui.downloads.buttons import downloads
from xi_data.ui.evidence.card import evidence
from xi_data.ui.filters.controls import filters
from xi_data.ui.shell.page import page, title
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import end
from xi_data.ui.view.chart import chart
from xi_data.ui.view.layout import headline, layout, notes
from xi_data.ui.view.story import open_view, story, told
from xi_data.ui.view.sums import computed
from xi_data.ui.view.table import badge_column, bar_column, columns, table
from xi_data.ui.widgets.row_table import Column

__all__ = [
    "Column",
    "badge_column",
    "bar_column",
    "chart",
    "columns",
    "computed",
    "downloads",
    "end",
    "evidence",
    "filters",
    "headline",
    "layout",
    "notes",
    "open_view",
    "page",
    "query",
    "story",
    "table",
    "title",
    "told",
]

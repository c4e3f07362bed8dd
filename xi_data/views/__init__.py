"""Views of the figures: their filters, the same in every address, and the rows these ask for."""

from xi_data.views.catalogue import VIEWS, Ask, View, names
from xi_data.views.request import RequestError, Selection, read_link, select

__all__ = ["VIEWS", "Ask", "RequestError", "Selection", "View", "names", "read_link", "select"]

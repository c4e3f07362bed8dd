"""Views of the figures: one register of them, their filters, and addresses read as questions."""

from xi_data.views.question import Query, Question
from xi_data.views.register import CORPUS, READ, SCREENS, SQL, VIEWS, View, names
from xi_data.views.request import Request, RequestError, active_filters, read_link, read_request

__all__ = [
    "CORPUS",
    "READ",
    "SCREENS",
    "SQL",
    "VIEWS",
    "Query",
    "Question",
    "Request",
    "RequestError",
    "View",
    "active_filters",
    "names",
    "read_link",
    "read_request",
]

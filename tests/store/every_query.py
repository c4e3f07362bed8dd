"""Every query of the store with what a page asks of it."""

import inspect
from collections.abc import Callable
from functools import partial
from typing import Any

from xi_data import store
from xi_data.store import comparing, queries

SHIPPED = ("xi-county-2020-02",)
ASKED = {
    "bulletins": SHIPPED,
    "lang": "en",
    "topics": ("supply",),
    "figure_id": "supply-flour-kg",
    "figures": tuple((*SHIPPED, key) for key in ("supply-flour-kg", "supply-flour-bags")),
    "view": "screening",
    "place": "note",
}
FUNCTIONS = {
    name: function
    for module in (queries, comparing)
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
}


def required(query: str) -> dict[str, Any]:
    """What a query must be asked, after the database."""
    parameters = inspect.signature(FUNCTIONS[query]).parameters
    asked = {
        name: ASKED[name]
        for name, each in parameters.items()
        if name != "database" and each.default is each.empty and each.kind is not each.VAR_KEYWORD
    }
    # Of one bulletin nothing is compared: every figure says why.
    return asked | ({"compared": False} if "compared" in parameters else {})


def questions(database: store.Database) -> dict[str, Callable[[], Any]]:
    """A question in words to what asks it: of every query, and of those with filters in force."""
    topic = partial(store.topic, database, SHIPPED, "en", ("closure",))
    organisation = partial(store.organisation, database, SHIPPED, "en")
    figures = partial(store.figures, database, SHIPPED, "en")
    filtered = {
        "topic, filtered": partial(topic, group=("leisure", "tourism"), least=5),
        "organisation, filtered": partial(organisation, topic=("community",)),
        "figures, searched": partial(figures, search="mask 1.5"),
        "figures, by facets": partial(figures, family=("money",), dated=("none",)),
        "counts, searched": partial(store.counts, database, SHIPPED, search="mask"),
    }
    every = {name: partial(FUNCTIONS[name], database, **required(name)) for name in FUNCTIONS}
    return every | filtered

"""Which addresses there are below /data/, and which keys each of them takes."""

from collections.abc import Mapping, Sequence

from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.publish import HEAVY
from xi_data.record.tables import TABLES
from xi_data.views import VIEWS, RequestError

Parameters = Mapping[str, Sequence[str]]

VIEW_KEYS = tuple(key for key, view in VIEWS.items() if view.thing != "id")
"""Views that have an address of their own; that of one figure needs its key."""

FORMATS = ("csv", "json", "parquet", "xlsx", "zip")
PAGED = ("csv", "json", "parquet")
"""Formats of which a part can be asked for, with limit and offset."""

SCHEMA = "figures.schema.json"
FILES = (SCHEMA, *(f"tables/{file}" for file in TABLES.values()))
"""Addresses of files of data/, answered as they are on the disk."""

SQL = "query"
"""The address at which a reader's own SQL is answered."""

KEYS = dict.fromkeys(("", "datapackage.json", "openapi.json", SCHEMA, "tables"), ("lang",))
KEYS |= {"figure": ("lang", "bulletin"), SQL: ("sql", "format", "lang")}
"""By the first part of an address that is no view's, the keys that it takes."""


def formats(view: str) -> tuple[str, ...]:
    """Endings of a view's addresses: only figures have a package."""
    return FORMATS if view != "checks" else tuple(one for one in FORMATS if one != "zip")


def is_heavy(path: str) -> bool:
    """Whether the answer of an address takes long to make."""
    return path == SQL or path.rpartition(".")[2] in HEAVY


def translator_of(parameters: Parameters) -> Translator:
    """In the language that is asked for, else English. Raises RequestError for another."""
    lang = parameters.get("lang", [next(iter(LANGUAGES))])[-1]
    if lang not in LANGUAGES:
        raise RequestError("lang", lang, list(LANGUAGES))
    return translator(lang)

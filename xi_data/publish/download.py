"""What a visitor takes home: the rows of a view, what we computed from them, and about both."""

import datetime
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from xi_data.record.version import Version


@dataclass(frozen=True)
class Context:
    """What figures need to be understood elsewhere; a package carries it with them.

    source, citation: as a reader would cite the article and the view.
    relations: those between two of the figures. dictionary and keys: as store's queries of these
    names return them. query: SQL that gives the view's rows.
    """

    title: str
    link: str
    source: str
    citation: str
    version: Version
    relations: pd.DataFrame
    dictionary: pd.DataFrame
    keys: pd.DataFrame
    query: str


@dataclass(frozen=True)
class Download:
    """One view at one moment; every format is made from this alone.

    view: key of the view, such as "closures". bulletins: that the view speaks of.
    records: printed figures, columns of data/figures.csv, as store.records() returns them.
    computed: columns label, formula, value, sign, unit; no rows where we computed nothing.
    about: what the file says of itself, in the words of lang, by the keys of about_names: title,
    filters, link, licence ... readable: a row for each record as its page words it, in
    the order of the page; no columns where the records are words themselves. filters: those in
    force, key to value.
    name: what a record is: figures, or checks with columns of their own.
    context: of figures; None for others.
    """

    view: str
    bulletins: tuple[str, ...]
    date: datetime.date
    records: pd.DataFrame
    computed: pd.DataFrame
    about: dict[str, str]
    lang: str = "en"
    readable: pd.DataFrame = field(default_factory=pd.DataFrame)
    filters: tuple[tuple[str, Any], ...] = ()
    name: str = "figures"
    context: Context | None = None

"""What a visitor takes home: the rows of a view, what we computed from them, and about both."""

import datetime
from dataclasses import dataclass

import pandas as pd

from xi_data.record.version import Version


@dataclass(frozen=True)
class Context:
    """What figures need to be understood elsewhere; a package carries it with them.

    lang: of the words below. source, citation: as a reader would cite the article and the view.
    relations: those between two of the figures. dictionary and keys: as store's queries of these
    names return them, its words in that language. query: SQL that gives the view's rows.
    """

    lang: str
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
    about: words for the reader in the language of the page: title, filters, link, licence ...
    name: what a record is: figures, or checks with columns of their own.
    context: of figures; None for others.
    """

    view: str
    bulletins: tuple[str, ...]
    date: datetime.date
    records: pd.DataFrame
    computed: pd.DataFrame
    about: dict[str, str]
    name: str = "figures"
    context: Context | None = None

"""What a visitor takes home: the rows of a view, what we computed from them, and about both."""

import datetime
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Download:
    """One view at one moment; every format is made from this alone.

    view: key of the view, such as "closures".
    records: printed figures, columns of data/figures.csv, as store.records() returns them.
    computed: columns label, formula, value, sign, unit; no rows where we computed nothing.
    about: words for the reader in the language of the page: title, filters, link, licence ...
    name: what a record is: figures, or checks with columns of their own.
    """

    view: str
    date: datetime.date
    records: pd.DataFrame
    computed: pd.DataFrame
    about: dict[str, str]
    name: str = "figures"

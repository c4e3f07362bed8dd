"""The figures in DuckDB: built from data/, opened read-only; a .sql file and a function a query."""

from xi_data.store.database import database_file, open_database
from xi_data.store.queries import (
    bulletin,
    closures,
    counts,
    dictionary,
    excuses,
    figures,
    gifts_in_kind,
    options,
    other_populations,
    packs,
    paragraphs,
    records,
    relations,
    screening,
    supplies,
)

__all__ = [
    "bulletin",
    "closures",
    "counts",
    "database_file",
    "dictionary",
    "excuses",
    "figures",
    "gifts_in_kind",
    "open_database",
    "options",
    "other_populations",
    "packs",
    "paragraphs",
    "records",
    "relations",
    "screening",
    "supplies",
]

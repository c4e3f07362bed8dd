"""The record of a figure, as data/figures.csv holds it: the one schema that everything speaks."""

import datetime
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from xi_data.record.tables import DATA, read_table

_SQL_TYPES = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", datetime.date: "DATE"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure; what each column means stands in DESIGN's terms in store/schema.sql.

    start and end are code points of the text as published, half-open; empty cells are None. The
    last five are columns that a file may lack: see tables.ADDED.
    """

    figure_id: str
    bulletin_id: str
    start: int
    end: int
    mention: str
    context_hash: str
    section: str
    paragraph: int
    kind: str
    value: float | None
    date: datetime.date | None
    value_low: float | None
    value_high: float | None
    printed_step: float | None
    qualifier: str
    unit: str
    unit_printed: str | None
    topic: str
    category: str | None
    status: str | None
    subject: str | None
    label_en: str
    label_zh: str
    as_of: datetime.date | None
    as_of_basis: str | None
    obs_status: str | None
    note_en: str | None
    note_zh: str | None
    date_partial: str | None = None
    range_id: str | None = None
    reading: str | None = None
    reasons: str | None = None
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class Excused:
    """A numeral of a bulletin that counts nothing, and why."""

    bulletin_id: str
    start: int
    end: int
    mention: str
    reason: str


_Record = TypeVar("_Record", Figure, Excused)


def columns(record: type) -> dict[str, str]:
    """Column names of a record with their SQL types, in the order of the file."""
    return {
        field.name: next(
            name for kind, name in _SQL_TYPES.items() if field.type in (kind, kind | None)
        )
        for field in fields(record)
    }


def row_of(record: Figure | Excused) -> tuple[Any, ...]:
    """The cells of a record in the order of the file. dataclasses.astuple copies each of them."""
    return _CELLS[type(record)](record)


_CELLS = {
    record: attrgetter(*(field.name for field in fields(record))) for record in (Figure, Excused)
}


def read_figures(data: Path = DATA, bulletin_id: str | None = None) -> list[Figure]:
    """Figures of a data folder, or of one of its bulletins, in the order of the file.

    Raises errors.DataError.
    """
    return _records(Figure, "figures", data, bulletin_id)


def read_excused(data: Path = DATA, bulletin_id: str | None = None) -> list[Excused]:
    """Excused numerals of a data folder, or of one of its bulletins, in the order of the file.

    Raises errors.DataError.
    """
    return _records(Excused, "excused_numerals", data, bulletin_id)


def _records(
    record: type[_Record], table: str, data: Path, bulletin_id: str | None
) -> list[_Record]:
    return [
        record(**row)
        for _, row in read_table(data, table, columns(record))
        if bulletin_id in (None, row["bulletin_id"])
    ]

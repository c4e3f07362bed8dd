"""The rows of data/ that the checks of one bulletin compare."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from xi_data.record.bulletins import read_bulletins
from xi_data.record.figures import Excused, Figure, columns, read_excused, read_figures
from xi_data.record.tables import DATA, TABLES, read_table

_WHOLE_NUMBERS = {"start", "end", "paragraph"}
_VOCABULARIES = {
    "categories": "category",
    "kinds": "kind",
    "units": "unit",
    "qualifiers": "qualifier",
}
"""Tables that all bulletins share, with the column of their key."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A row of relations.csv: how one figure stands to another of its bulletin."""

    bulletin_id: str
    figure_id: str
    relation: str
    other_id: str
    basis: str


_Row = TypeVar("_Row", Figure, Relation, Excused)


class Pair(NamedTuple):
    """Two figures that stand in a relation, and its basis: printed or inferred."""

    figure: Figure
    other: Figure
    basis: str


@dataclass(frozen=True, eq=False)  # one is itself: dictionaries have no hash
class Facts:
    """What data/ say of one bulletin, and the vocabularies by key.

    bulletin: its row of bulletins.csv. figures: by figure_id in the order of the text. paragraphs:
    by number.
    """

    bulletin: dict[str, Any]
    figures: dict[str, Figure]
    relations: list[Relation]
    excused: list[Excused]
    paragraphs: dict[int, dict[str, Any]]
    categories: dict[str, dict[str, Any]]
    kinds: dict[str, dict[str, Any]]
    units: dict[str, dict[str, Any]]
    qualifiers: dict[str, dict[str, Any]]

    def pairs(self, relation: str) -> Iterator[Pair]:
        """Figures that stand in a relation; a relation of unknown figures is left out."""
        for one in self.relations:
            pair = self.figures.get(one.figure_id), self.figures.get(one.other_id)
            if one.relation == relation and None not in pair:
                yield Pair(*pair, one.basis)


def read_facts(data: Path = DATA) -> dict[str, Facts]:
    """Bulletin id to the facts of that bulletin alone, in the order of bulletins.csv.

    Raises errors.DataError for a cell that cannot be read.
    """
    figures = _by_bulletin(read_figures(data))
    related = _by_bulletin(
        Relation(**row) for _, row in read_table(data, "relations", columns(Relation))
    )
    excused = _by_bulletin(read_excused(data))
    paragraphs = defaultdict(dict)
    for row in _rows(data, "paragraphs"):
        paragraphs[row["bulletin_id"]][row["paragraph"]] = row
    vocabularies = {
        table: {row[key]: row for row in _rows(data, table)} for table, key in _VOCABULARIES.items()
    }
    return {
        bulletin_id: Facts(
            bulletin=bulletin,
            figures={one.figure_id: one for one in figures[bulletin_id]},
            relations=related[bulletin_id],
            excused=excused[bulletin_id],
            paragraphs=paragraphs[bulletin_id],
            **vocabularies,
        )
        for bulletin_id, bulletin in read_bulletins(data).items()
    }


def _by_bulletin(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    found = defaultdict(list)
    for row in rows:
        found[row.bulletin_id].append(row)
    return found


def _rows(data: Path, table: str) -> list[dict[str, Any]]:
    """Rows of a table by its own header: the store holds headers to the schema, checks do not."""
    file = data / TABLES[table]
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.exists() else []
    types = {
        name: "INTEGER" if name in _WHOLE_NUMBERS else "VARCHAR"
        for name in (lines[0].split(",") if lines else ())
    }
    return [row for _, row in read_table(data, table, types)]

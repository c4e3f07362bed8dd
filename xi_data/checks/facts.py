"""The tables of data/ that the checks compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xi_data.record.figures import Excused, Figure, columns, read_excused, read_figures
from xi_data.record.tables import DATA, TABLES, read_table

_WHOLE_NUMBERS = {"start", "end", "paragraph", "paragraphs", "code_points"}


@dataclass(frozen=True, slots=True)
class Relation:
    """A row of relations.csv: how one figure stands to another."""

    figure_id: str
    relation: str
    other_id: str
    basis: str


@dataclass(frozen=True, eq=False)  # one is itself: dictionaries have no hash
class Facts:
    """Figures by id in the order of the text, what relates them, and the vocabularies by key."""

    figures: dict[str, Figure]
    relations: list[Relation]
    excused: list[Excused]
    paragraphs: dict[tuple[str, int], dict[str, Any]]
    bulletins: dict[str, dict[str, Any]]
    categories: dict[str, dict[str, Any]]
    kinds: dict[str, dict[str, Any]]
    units: dict[str, dict[str, Any]]
    qualifiers: dict[str, dict[str, Any]]

    def pairs(self, relation: str) -> Iterator[tuple[Figure, Figure]]:
        """Figures that stand in a relation; a relation of unknown figures is left out."""
        for one in self.relations:
            pair = self.figures.get(one.figure_id), self.figures.get(one.other_id)
            if one.relation == relation and None not in pair:
                yield pair

    def same_as(self, figure_id: str) -> set[str]:
        """Ids of the figure and of all that restate it or are restated by it."""
        found, left = set(), {figure_id}
        while left:
            found |= left
            left = {
                one.figure_id
                for pair in self.pairs("restates")
                for one in pair
                if found & {pair[0].figure_id, pair[1].figure_id}
            } - found
        return found


def read_facts(data: Path = DATA) -> Facts:
    """The tables of a data folder. Raises errors.DataError for a cell that cannot be read."""
    return Facts(
        figures={one.figure_id: one for one in read_figures(data)},
        relations=[Relation(**row) for _, row in read_table(data, "relations", columns(Relation))],
        excused=read_excused(data),
        paragraphs={
            (row["bulletin_id"], row["paragraph"]): row for row in _rows(data, "paragraphs")
        },
        bulletins={row["bulletin_id"]: row for row in _rows(data, "bulletins")},
        categories={row["category"]: row for row in _rows(data, "categories")},
        kinds={row["kind"]: row for row in _rows(data, "kinds")},
        units={row["unit"]: row for row in _rows(data, "units")},
        qualifiers={row["qualifier"]: row for row in _rows(data, "qualifiers")},
    )


def _rows(data: Path, table: str) -> list[dict[str, Any]]:
    """Rows of a table by its own header: the store holds headers to the schema, checks do not."""
    file = data / TABLES[table]
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.exists() else []
    types = {
        name: "INTEGER" if name in _WHOLE_NUMBERS else "VARCHAR"
        for name in (lines[0].split(",") if lines else ())
    }
    return [row for _, row in read_table(data, table, types)]

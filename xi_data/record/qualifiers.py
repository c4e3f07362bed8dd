"""Which side of a number its wording leaves open, as the vocabulary of qualifiers says."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from xi_data.record.tables import DATA, read_table

_COLUMNS = {
    "qualifier": "VARCHAR",
    "sign": "VARCHAR",
    "open_below": "BOOLEAN",
    "open_above": "BOOLEAN",
    "label_en": "VARCHAR",
    "label_zh": "VARCHAR",
    "definition_en": "VARCHAR",
    "definition_zh": "VARCHAR",
}


@cache
def open_sides() -> Mapping[str, tuple[bool, bool]]:
    """Qualifier to whether its words state no lower bound, and whether they state no upper one.

    Raises errors.DataError where vocabularies/qualifiers.csv cannot be read.
    """
    return MappingProxyType(
        {
            row["qualifier"]: (row["open_below"], row["open_above"])
            for _, row in read_table(DATA, "qualifiers", _COLUMNS)
        }
    )

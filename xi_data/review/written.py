"""Cells as a person gives them: typed or written, each checked against what its column holds."""

import datetime
import math
import re
from collections.abc import Callable
from typing import Any

from xi_data.nearest import nearest
from xi_data.reading.rule_tables import Vocabularies, vocabulary
from xi_data.record.errors import ExplainedError, Message
from xi_data.record.tables import TABLES

VOCABULARIES = {
    "kind": "kinds",
    "qualifier": "qualifiers",
    "unit": "units",
    "topic": "topics",
    "category": "categories",
    "status": "statuses",
    "as_of_basis": "as_of_bases",
}
"""Column to the vocabulary that its cells are keys of."""

CHANGEABLE = (
    *("value", "value_low", "value_high", "date", "subject", "as_of", "label_en", "label_zh"),
    *VOCABULARIES,
)
"""Columns that a person can change; date takes a whole or a partial one."""

_MAY_BE_EMPTY = ("value", "value_low", "value_high", "date", "subject", "as_of", "as_of_basis")
_MAY_BE_EMPTY += ("category", "status")
_LONGEST = 300
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2})?|XXXX(?:-(?:[0-9]{2}|XX)){1,2}")


class RefusedError(ExplainedError, ValueError):
    """A decision that cannot be made, and why."""


class WrongValueError(ValueError):
    """A value that a column cannot have: column, value and what is expected, as in DataError."""

    def __init__(self, column: str, value: object, expected: str):
        super().__init__(f"{column} = {value!r}: expected {expected}")
        self.column, self.value, self.expected = column, value, expected


def written(column: str, value: Any, vocabularies: Vocabularies = vocabulary) -> Any:
    """What a cell of a column of CHANGEABLE says, None for "" and None. Raises WrongValueError."""
    if column not in CHANGEABLE:
        raise WrongValueError(
            "column", column, Message("one of {keys}", keys=", ".join(CHANGEABLE))
        )
    if isinstance(value, str):
        value = " ".join(value.encode(errors="replace").decode().split())
    if value in (None, ""):
        if column in _MAY_BE_EMPTY or column.startswith("label_"):
            return None
        raise WrongValueError(
            column, value, Message("a key of {file}", file=TABLES[VOCABULARIES[column]])
        )
    if column in VOCABULARIES:
        return _key(column, value, vocabularies)
    return _PARSERS.get(column, _text)(column, value)


def _key(column: str, value: Any, vocabularies: Vocabularies) -> str:
    table = VOCABULARIES[column]
    known = vocabularies(table)
    if value in known:
        return value
    names = {key: (row["label_en"], row["label_zh"]) for key, row in known.items()}
    alike = ", ".join(nearest(str(value), names, 3))
    raise WrongValueError(
        column, value, Message("a key of {file}, such as {keys}", file=TABLES[table], keys=alike)
    )


def _number(column: str, value: Any) -> float:
    if isinstance(value, str) and _NUMBER.fullmatch(value.replace(",", "")):
        value = float(value.replace(",", ""))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not math.isfinite(value):
        raise WrongValueError(column, value, Message("a number in digits"))
    return value


def _date(column: str, value: Any) -> datetime.date | str:
    """A whole date as a date, a partial one (of the column date alone) as its text."""
    if isinstance(value, datetime.date):
        return value
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    if column == "date" and _PARTIAL.fullmatch(str(value)):
        return value
    expected = Message("a date as YYYY-MM-DD")
    if column == "date":
        expected = Message("a date as YYYY-MM-DD, YYYY-MM or YYYY, with X for what is not known")
    raise WrongValueError(column, value, expected)


def _text(column: str, value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise WrongValueError(
            column, value, Message("text of at most {most} characters", most=_LONGEST)
        )
    return value


_PARSERS: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(("value", "value_low", "value_high"), _number),
    **dict.fromkeys(("date", "as_of"), _date),
}

"""A reviewed workbook to the drafts that it was made of: what differs becomes decisions."""

import datetime
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl

from xi_data.opening.office import require_sound
from xi_data.opening.opened import MOST_BYTES, CannotOpenError
from xi_data.record.errors import DataError, Say
from xi_data.record.figures import Figure
from xi_data.review.deciding import accept, change, reject, reopen
from xi_data.review.draft import Draft
from xi_data.review.folding import REJECTED
from xi_data.review.spreadsheet import (
    ABOUT,
    CHANGED,
    FIGURES,
    KEYS,
    STATE,
    VERDICTS,
    cell_of,
    state_key,
)
from xi_data.review.written import WrongValueError, written

_MOST_ROWS = 200_000


def decided_in(
    content: bytes, name: str, drafts: Sequence[Draft]
) -> tuple[list[Draft], list[DataError]]:
    """The drafts with what a workbook decides, and every cell that is wrong in it, if any is.

    Changes come first, row by row, then what is accepted, in one step a bulletin. name: of the
    file, for messages. Raises CannotOpenError for no workbook, and DataError for one that is
    another's, or of an earlier state.
    """
    rows, state = _read(content, name)
    if state != state_key(drafts):
        expected = "the package as it was exported: export it again, or name the one it is of"
        raise DataError(name, 1, "", "", expected)
    by_id = {draft.bulletin_id: draft for draft in drafts}
    wrong: list[DataError] = []
    accepted: dict[str, list[str]] = defaultdict(list)
    seen: set[tuple[Any, ...]] = set()
    for number, row in rows:
        key = tuple(row.get(one) for one in KEYS)
        try:
            if key in seen:
                raise WrongValueError("figure_id", key[1], "one row a figure")
            seen.add(key)
            _refuse_formulas(row)
            by_id[key[0]] = _decided(_draft(by_id, key), key[1], row, accepted[key[0]])
        except WrongValueError as error:
            wrong.append(_cell_error(name, number, error))
    return [accept(by_id[key], *accepted[key]) for key in by_id], wrong


def _cell_error(name: str, number: int, error: WrongValueError) -> DataError:
    value = "" if error.value is None else str(error.value)
    return CellError(f"{name}, sheet {FIGURES}", number, error.column, value, error.expected)


def _refuse_formulas(row: dict[str, Any]) -> None:
    for column, cell in row.items():
        if isinstance(cell, _Formula):
            raise WrongValueError(column, cell, "a value, and no formula")


def _draft(by_id: dict[str, Draft], key: tuple[Any, ...]) -> Draft:
    if key[0] not in by_id:
        raise WrongValueError("bulletin_id", key[0], f"one of {', '.join(by_id)}")
    if key[1] not in by_id[key[0]].state.by_id:
        raise WrongValueError("figure_id", key[1], f"a figure of {key[0]}")
    return by_id[key[0]]


def _decided(draft: Draft, key: str, row: dict[str, Any], accepted: list[str]) -> Draft:
    """The draft with what one row decides; a figure to be accepted is added to accepted."""
    one = draft.state.by_id[key]
    wanted = row.get("decision", VERDICTS[one.verdict])
    if wanted not in VERDICTS.values():
        raise WrongValueError("decision", wanted, "accept, reject or nothing")
    reason = str(row.get("reason", one.reason) or "")
    told = _differing(draft, one.figure, row)
    if one.verdict == REJECTED and wanted != "reject":
        draft = _reopened(draft, key)
    elif told and one.verdict == REJECTED:
        raise WrongValueError(next(iter(told)), "", "no change of a figure that is rejected")
    elif wanted is None:
        draft = reopen(draft, key)
    if told:
        draft = change(draft, key, told)
    if wanted == "reject":
        return reject(draft, key, reason)
    if wanted == "accept":
        accepted.append(key)
    return draft


def _reopened(draft: Draft, key: str) -> Draft:
    try:
        return reopen(draft, key)
    except ValueError as error:
        raise WrongValueError("decision", "", f"reject: {error}") from None


def _differing(draft: Draft, figure: Figure, row: dict[str, Any]) -> dict[str, Any]:
    """Cells that say something else than the figure does, as a person wrote them."""
    return {
        column: row[column]
        for column in CHANGED
        if column in row
        and written(column, row[column], draft.vocabulary)
        != written(column, cell_of(figure, column), draft.vocabulary)
    }


def _read(content: bytes, name: str) -> tuple[list[tuple[int, dict[str, Any]]], str | None]:
    """Rows of the sheet of figures with their numbers, and the state that the workbook is of."""
    if len(content) > MOST_BYTES:
        raise CannotOpenError("is larger than {most} MB; split it", most=MOST_BYTES // 1_000_000)
    require_sound(content, ".xlsx")
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        sheets = {sheet.title: list(_cells(sheet)) for sheet in workbook.worksheets}
    except CannotOpenError:
        raise
    except Exception as error:  # of the parsers beneath, which say no more of a broken file
        raise CannotOpenError(
            "is a {kind} that is broken ({why})", kind=".xlsx", why=type(error).__name__
        ) from error
    if FIGURES not in sheets or ABOUT not in sheets or not sheets[FIGURES]:
        raise DataError(name, 1, "", "", f"a workbook of review export: {FIGURES}, {ABOUT}")
    (_, header), *rows = sheets[FIGURES]
    missing = [one for one in KEYS if one not in header]
    if missing:
        raise DataError(f"{name}, sheet {FIGURES}", 1, "header", "", f"a column {missing[0]}")
    state = {cells[0]: cells[1] for _, cells in sheets[ABOUT] if len(cells) > 1}.get(STATE)
    return [(number, dict(zip(header, cells, strict=False))) for number, cells in rows], state


class CellError(DataError):
    """A cell of a workbook that cannot be: file and sheet, row, column, value, what is expected."""

    def in_words(self, t: Say) -> str:
        """The sentence as t says it."""
        return t(
            "{file}, row {line}, column {column}: {value}: expected {expected}", **self._details(t)
        )


class _Formula(str):
    """What a cell computes, which is not known here."""


def _cells(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Rows that hold anything, with their numbers, from 1."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if number > _MOST_ROWS:
            raise CannotOpenError("has more than {most} rows", most=f"{_MOST_ROWS:,}")
        cells = [_cell(cell) for cell in row]
        if any(cell is not None for cell in cells):
            yield number, cells


def _cell(cell: Any) -> Any:
    value = cell.value
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if cell.data_type == "f":
        return _Formula(value)
    return None if value == "" else value

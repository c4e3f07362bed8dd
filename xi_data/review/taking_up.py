"""A package to the drafts that it was made of: each as it was left, with every decision."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from xi_data.corpus.package import DECISION_COLUMNS, text_name
from xi_data.reading.rule_tables import vocabulary
from xi_data.record.bulletins import COLUMNS
from xi_data.record.errors import DataError, Message
from xi_data.record.figures import Excused, Figure, columns, read_excused
from xi_data.record.packages import package_folder
from xi_data.record.tables import DECISIONS_FILE, TABLES, read_cells, read_file, read_table
from xi_data.record.version import read_version
from xi_data.review.bounds import bulletins_of, require_short
from xi_data.review.draft import MOST_FIGURES, Decision, Draft, Row
from xi_data.review.folding import excused_rows_of, unfolded
from xi_data.review.own_words import key_of, own_words_of
from xi_data.review.promote import rejected_rows, related_rows, standing, state_notes
from xi_data.review.written import VOCABULARIES

_LINES = {
    "bulletin_id": "VARCHAR",
    "paragraph": "INTEGER",
    "start": "INTEGER",
    "end": "INTEGER",
    "section": "VARCHAR",
    "role": "VARCHAR",
    "label_en": "VARCHAR",
    "label_zh": "VARCHAR",
}
_CARRIED = {
    "relations": ("bulletin_id", "figure_id", "relation", "other_id", "basis"),
    "highlights": ("bulletin_id", "figure_id", "part"),
    "remarks": ("bulletin_id", "view", "place", "icon", "text_en", "text_zh"),
}
"""Tables with what an editor knows, which a draft carries from one package to the next."""

_DECISIONS = frozenset(("accept", "reject", "change", "add", "split", "merge", "reopen"))


def taken_up(package: bytes | Path) -> list[Draft]:
    """The drafts of a package, a zip or its content or a folder, in the order of bulletins.csv.

    Without decisions.csv every figure is a proposal; what people have read comes accepted. Raises
    DataError for what is no package, is damaged, of another schema, or holds what cannot be.
    """
    with package_folder(package) as folder:
        read_version(folder)
        return list(_drafts(folder))


def _drafts(folder: Path) -> Iterator[Draft]:
    known = bulletins_of(folder)
    own_words = own_words_of(folder)
    figures = _figures(folder, known, own_words)
    decisions = _decisions(folder, known)
    lines = _by_bulletin(
        (tuple(row.values()) for _, row in read_table(folder, "paragraphs", _LINES)), known
    )
    carried = {table: _by_bulletin(_cells(folder, table), known) for table in _CARRIED}
    for key, row in known.items():
        yield _draft(
            row=row,
            lines=tuple(lines[key]),
            text=_text(folder, row),
            figures=figures[key],
            excused=read_excused(folder, key),
            decisions=decisions[key],
            carried=own_words
            | {table: tuple(rows[key]) for table, rows in carried.items() if rows[key]},
        )


def _draft(
    row: dict[str, Any],
    lines: tuple[Row, ...],
    text: str | None,
    figures: list[tuple[int, Figure]],
    excused: list[Excused],
    decisions: list[tuple[int, Decision]],
    carried: dict[str, tuple[Row, ...]],
) -> Draft:
    """The draft as it was, of the rows that it was written as."""
    notes = state_notes()
    row = dict(zip(COLUMNS, row.values(), strict=True)) | {"latest_date": None}
    if (row["script_note_en"], row["script_note_zh"]) in notes:
        row |= {"script_note_en": notes[0][0], "script_note_zh": notes[0][1]}
    steps = tuple(decision for _, decision in decisions)
    left_standing = [one for _, one in figures]
    try:
        proposals = tuple(unfolded(left_standing, steps))
        draft = Draft(row, lines, text, proposals, (), steps, carried=carried)
        holds = standing(draft) == sorted(left_standing, key=lambda one: (one.start, one.figure_id))
        given_way = [one for step in steps for one in _given_way(step)]
    except (KeyError, ValueError, TypeError, AttributeError):
        holds = False
    if not holds:
        line = decisions[-1][0] if decisions else 1
        expected = Message("decisions that lead to the figures of {file}", file=TABLES["figures"])
        raise DataError(DECISIONS_FILE, line, "", "", expected)
    _check_places(draft, figures)
    rejected = set(rejected_rows(draft))
    left = [one for one in excused if one not in rejected]
    related = set(related_rows(draft))
    own = tuple(one for one in carried.get("relations", ()) if one not in related)
    carried = {**carried, "relations": own} if own else _without(carried, "relations")
    return Draft(
        row=row,
        lines=lines,
        text=text,
        proposals=proposals,
        excused=tuple(sorted({*left, *given_way}, key=lambda one: (one.start, one.end))),
        decisions=steps,
        carried=carried,
    )


def _without(tables: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {table: rows for table, rows in tables.items() if table != name}


def _given_way(step: Decision) -> list[Excused]:
    """Numerals that counted nothing until a figure took them."""
    return excused_rows_of(step.before) if step.decision in ("add", "split", "merge") else []


def _figures(
    folder: Path, known: Mapping[str, Any], own_words: Mapping[str, tuple[Row, ...]]
) -> dict[str, list[tuple[int, Figure]]]:
    """Bulletin to its figures with their lines. Raises DataError for a cell that cannot be."""
    file = TABLES["figures"]
    found: dict[str, list[tuple[int, Figure]]] = {key: [] for key in known}
    taken: set[tuple[str, str]] = set()
    keys = {
        column: {*vocabulary(table), *(row[0] for row in own_words.get(table, ()))}
        for column, table in VOCABULARIES.items()
    }
    for line, row in read_table(folder, "figures", columns(Figure)):
        for column, table in VOCABULARIES.items():
            if row[column] is not None and row[column] not in keys[column]:
                raise DataError(file, line, column, row[column], key_of(table))
        require_short(file, line, row)
        missing = [name for name in _NEEDED if row[name] is None]
        if missing:
            raise DataError(file, line, missing[0], "", Message("a cell that is not empty"))
        key = row["bulletin_id"]
        if key not in known:
            raise DataError(
                file, line, "bulletin_id", key, Message("a key of {file}", file=TABLES["bulletins"])
            )
        if (key, row["figure_id"]) in taken or " " in row["figure_id"]:
            raise DataError(file, line, "figure_id", row["figure_id"], Message("a key of its own"))
        taken.add((key, row["figure_id"]))
        found[key].append((line, Figure(**row)))
        if len(found[key]) > MOST_FIGURES:
            expected = Message("at most {most} figures of one bulletin", most=f"{MOST_FIGURES:,}")
            raise DataError(file, line, "bulletin_id", key, expected)
    return found


_NEEDED = ("figure_id", "bulletin_id", "start", "end", "mention", "context_hash", "paragraph")
_NEEDED += ("kind", "qualifier", "unit", "topic", "label_en", "label_zh")


def _check_places(draft: Draft, rows: list[tuple[int, Figure]]) -> None:
    """Raise DataError for a mention that is not what stands at its place."""
    for line, one in rows:
        there = one.mention if draft.text is None else draft.text[one.start : one.end]
        if not 0 <= one.start < one.end or len(one.mention) != one.end - one.start:
            expected = Message("end minus start to be the number of characters of the mention")
            raise DataError(TABLES["figures"], line, "end", str(one.end), expected)
        if there != one.mention:
            expected = Message(
                "what stands at its place in {file}", file=text_name(draft.bulletin_id)
            )
            raise DataError(TABLES["figures"], line, "mention", one.mention, expected)


def _decisions(folder: Path, known: Mapping[str, Any]) -> dict[str, list[tuple[int, Decision]]]:
    """Bulletin to its decisions with their lines, none where the package has none."""
    found: dict[str, list[tuple[int, Decision]]] = {key: [] for key in known}
    if not (folder / DECISIONS_FILE).exists():
        return found
    types = dict.fromkeys(DECISION_COLUMNS, "VARCHAR")
    for line, row in read_file(folder, DECISIONS_FILE, types):
        key, *told = (cell or "" for cell in row.values())
        decision = Decision(*told)
        if key not in known:
            raise DataError(
                DECISIONS_FILE, line, "bulletin_id", key, Message("a bulletin of the package")
            )
        if decision.decision not in _DECISIONS:
            expected = Message("one of {keys}", keys=", ".join(sorted(_DECISIONS)))
            raise DataError(DECISIONS_FILE, line, "decision", decision.decision, expected)
        found[key].append((line, decision))
    return found


def _cells(folder: Path, table: str) -> Iterator[Row]:
    for _, cells in read_cells(folder, TABLES[table], _CARRIED[table]):
        yield tuple(cells)


def _by_bulletin(rows: Iterator[Row], known: Mapping[str, Any]) -> dict[str, list[Row]]:
    """Bulletin to its rows, whose first cell is its key."""
    found: dict[str, list[Row]] = {key: [] for key in known}
    for row in rows:
        if row[0] in found:
            found[row[0]].append(row)
    return found


def _text(folder: Path, row: Mapping[str, Any]) -> str | None:
    """The text of a bulletin. Raises DataError for another one than its row says; None for none."""
    name = text_name(row["bulletin_id"])
    try:
        content = (folder / name).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        expected = Message("a readable file ({why})", why=error.strerror)
        raise DataError(name, 1, "", "", expected) from None
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        expected = Message("the text whose sha256 {file} gives", file=TABLES["bulletins"])
        raise DataError(name, 1, "", "", expected)
    return content.decode(errors="replace")

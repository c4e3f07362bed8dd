"""Drafts to a package in the shape of data/, half reviewed or whole, with every decision in it."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import Any

from xi_data.corpus.package import DECISION_COLUMNS, Rows, csv_bytes, package_bytes, text_file
from xi_data.locale import LANGUAGES, translator
from xi_data.record.figures import Excused, Figure, row_of
from xi_data.record.remarks import figures_named
from xi_data.record.tables import DECISIONS_FILE
from xi_data.review.deciding import figures
from xi_data.review.doubts import progress
from xi_data.review.draft import Draft, Row
from xi_data.review.folding import REJECTED
from xi_data.review.marking import excused
from xi_data.review.relation import OTHER_UNIT, PART_OF, Relation
from xi_data.review.sums import relations

EDITED = ("relations", "highlights", "remarks")
"""Tables with what an editor said of figures, which a package may bring; not its words."""

UNTOLD = "rejected"
"""The reason of excuse_reasons.csv for a figure that was rejected for one in other words."""


def promote(*drafts: Draft, with_text: bool = False) -> bytes:
    """The package of these drafts as a zip; the same drafts give the same bytes.

    What was undone is left out. with_text: whether it holds the texts, where they are at hand.
    Raises ValueError for none, and for two with one key.
    """
    keys = [draft.bulletin_id for draft in drafts]
    if not keys or len(set(keys)) < len(keys):
        raise ValueError(
            f"bulletins {', '.join(keys)}: expected at least one, each with its own key"
        )
    rows: Rows = {}
    for draft in drafts:
        for table, own in _rows(draft).items():
            rows.setdefault(table, []).extend(own)
    told = [
        (draft.bulletin_id, *astuple(decision)) for draft in drafts for decision in draft.decisions
    ]
    others = {DECISIONS_FILE: csv_bytes(DECISION_COLUMNS, told)}
    for draft in drafts:
        if with_text and draft.text is not None:
            others |= text_file(draft.bulletin_id, draft.text)
    t = translator("en")
    titles = {
        True: t("Figures read by machine and reviewed by a person"),
        False: t("Figures read by machine, reviewed in part"),
    }
    return package_bytes(rows, keys, titles[all(map(_is_reviewed, drafts))], others)


def standing(draft: Draft) -> list[Figure]:
    """The figures that are not rejected, in the order of the text."""
    return [one.figure for one in figures(draft) if one.verdict != REJECTED]


def rejected_rows(draft: Draft) -> list[Excused]:
    """The words of rejected figures, as numerals that count nothing where no figure has them."""
    taken = [*standing(draft), *excused(draft)]
    reasons = draft.vocabulary("excuse_reasons")
    return [
        Excused(
            draft.bulletin_id,
            one.figure.start,
            one.figure.end,
            one.figure.mention,
            one.reason if one.reason in reasons else UNTOLD,
        )
        for one in figures(draft)
        if one.verdict == REJECTED
        and not any(
            other.start < one.figure.end and one.figure.start < other.end for other in taken
        )
    ]


def related_rows(draft: Draft) -> list[Row]:
    """Rows of relations.csv that the rules find, that hold, and that the record allows."""
    by_id = draft.state.by_id
    return [
        (draft.bulletin_id, part, one.relation, one.whole, one.basis)
        for one in _once_a_whole(relations(draft))
        for part in one.parts
        if _alike(one, by_id[one.whole].figure, by_id[part].figure)
    ]


def _once_a_whole(found: Sequence[Relation]) -> Iterator[Relation]:
    """Relations that hold. The record has all parts of a whole in one list: of a total of a table
    that adds up by rows and by columns, those of its column."""
    added: set[str] = set()
    for one in found:
        if one.holds and one.whole not in added:
            yield one
            added |= {one.whole} if one.relation == PART_OF else set()


def _alike(relation: Relation, whole: Figure, part: Figure) -> bool:
    """Whether one thing in two units is one thing in the record too, or it is another relation."""
    return relation.relation != OTHER_UNIT or all(
        len({getattr(whole, column), getattr(part, column)} - {None}) < 2
        for column in ("category", "status")
    )


def state_note(draft: Draft) -> dict[str, str]:
    """The columns of bulletins.csv that say how far a bulletin is reviewed."""
    return dict(zip(_NOTES, state_notes()[_how_far(draft)], strict=True))


def state_notes() -> list[tuple[str, str]]:
    """What may be said of it, in both languages: not at all, in part, whole."""
    english, chinese = (
        (
            t("Read by machine, not reviewed."),
            t("Read by machine, reviewed in part."),
            t("Read by machine, reviewed by a person."),
        )
        for t in map(translator, LANGUAGES)
    )
    return list(zip(english, chinese, strict=True))


_NOTES = ("script_note_en", "script_note_zh")


def _how_far(draft: Draft) -> int:
    decided, every, _ = progress(draft)
    if decided == every:
        return 2
    return 1 if decided else 0


def _is_reviewed(draft: Draft) -> bool:
    return _how_far(draft) == 2


def _rows(draft: Draft) -> dict[str, list[Sequence[Any]]]:
    """Rows of one bulletin, table by table."""
    kept = standing(draft)
    row = draft.row | {"latest_date": max((one.date for one in kept if one.date), default=None)}
    if (row["script_note_en"], row["script_note_zh"]) == state_notes()[0]:
        row |= state_note(draft)
    left_out = [*excused(draft), *rejected_rows(draft)]
    keys = {one.figure_id for one in kept}
    carried = {table: list(_in(own, table, keys)) for table, own in draft.carried.items()}
    # What an editor said of two figures, or the text that is no longer there, goes before a rule.
    told = {row[:4]: row for row in carried.get("relations", ())}
    found = {row[:4]: row for row in related_rows(draft)}
    carried["relations"] = list({**told, **found, **told}.values())
    return carried | {
        "bulletins": [tuple(row.values())],
        "paragraphs": list(draft.lines),
        "figures": [row_of(one) for one in kept],
        "excused_numerals": [
            row_of(one) for one in sorted(left_out, key=lambda one: (one.start, one.end))
        ],
    }


def _in(rows: Sequence[Row], table: str, keys: set[str]) -> Iterator[Row]:
    """The rows of a table that name no other figures."""
    for row in rows:
        if table not in EDITED:
            yield row
            continue
        named = {
            "relations": lambda row: {row[1], row[3]},
            "highlights": lambda row: {row[1]},
            "remarks": lambda row: {*figures_named(row[4]), *figures_named(row[5])},
        }[table](row)
        if named <= keys:
            yield row

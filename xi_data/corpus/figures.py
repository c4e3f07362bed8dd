"""Figures of the record from what the reader proposes; what only an editor knows stays empty."""

from bisect import bisect_right
from decimal import Decimal

from xi_data.corpus.bulletin import Bulletin
from xi_data.corpus.labels import UNKNOWN_UNIT, labels
from xi_data.locale import translator
from xi_data.opening.opened import Origin
from xi_data.reading.candidate import Candidate
from xi_data.reading.rule_tables import vocabulary
from xi_data.reading.text import context_hash, paragraphs
from xi_data.record.figures import Excused, Figure, columns
from xi_data.record.topics import TOPIC_DIMENSIONS

_SHARED = tuple(name for name in columns(Figure) if name in Candidate._fields)
_VAGUE = "about"  # what a count without a number leaves open: both sides


def figures_of(bulletin: Bulletin, bulletin_id: str) -> list[Figure]:
    """The figures of a bulletin, read by machine, in the order of the text.

    A key is made of the place, which does not change when the rules of the reader do.
    """
    opened, text = bulletin.opened, bulletin.opened.text
    starts = [start for start, _ in paragraphs(text)]
    return [
        figure_of(one, text, bulletin_id, bisect_right(starts, one.start), opened.origin(one.start))
        for one in bulletin.candidates
    ]


def excused_of(bulletin: Bulletin, bulletin_id: str) -> list[Excused]:
    """The numerals of a bulletin that count nothing, where no figure begins."""
    begun = {one.start for one in bulletin.candidates}
    return [
        Excused(bulletin_id, one.start, one.end, one.mention, one.reason)
        for one in bulletin.refusals
        if one.start not in begun
    ]


def figure_of(
    read_as: Candidate, text: str, bulletin_id: str, paragraph: int, origin: Origin | None = None
) -> Figure:
    """The figure of a candidate of this text; origin: where in its file it stands."""
    one = read_as if _fits(read_as) else read_as._replace(topic="other", category=None)
    label_en, label_zh = labels(one)
    note_en, note_zh = _notes(origin)
    shared = {name: getattr(one, name) for name in _SHARED}
    return Figure(
        **shared
        | {
            "figure_id": f"at-{one.start}",
            "bulletin_id": bulletin_id,
            "context_hash": context_hash(text, one.start, one.end),
            "section": None,
            "paragraph": paragraph,
            "printed_step": printed_step(one.value),
            "qualifier": one.qualifier or _VAGUE,
            "unit": one.unit or UNKNOWN_UNIT,
            "label_en": label_en,
            "label_zh": label_zh,
            "obs_status": None,
            "note_en": note_en,
            "note_zh": note_zh,
            "reading": "machine",
        }
    )


def _fits(candidate: Candidate) -> bool:
    """Whether the topic can be measured in the unit: twelve projects are no funding."""
    dimension = vocabulary("units").get(candidate.unit or UNKNOWN_UNIT, {}).get("dimension")
    return dimension in TOPIC_DIMENSIONS.get(candidate.topic, (dimension,))


def _notes(origin: Origin | None) -> tuple[str | None, str | None]:
    """Where in its file a figure stands, in both languages."""
    if origin is None:
        return None, None
    english, chinese = (
        t("Page {page} of the file.", page=origin.page)
        if origin.page
        else t(
            "Table {table} of the file, row {row}, column {column}.",
            table=origin.table,
            row=origin.row,
            column=origin.column,
        )
        for t in (translator("en"), translator("zh"))
    )
    return english, chinese


def printed_step(value: float | None) -> float | None:
    """The place of the last digit that is not zero; None for no value, 1 for zero."""
    if value is None:
        return None
    if not value:
        return 1
    return float(Decimal(10) ** Decimal(str(value)).normalize().as_tuple().exponent)

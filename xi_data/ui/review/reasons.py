"""Why the reading program proposes what it proposes, and why a proposal is doubtful, in words."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from xi_data.locale import Translator
from xi_data.review.folding import Reviewed
from xi_data.review.relation import OTHER_UNIT, RESTATES, Relation

_REASON = re.compile(r"(?P<column>\w+)=(?P<word>.*)@(?P<start>\d+):(?P<end>\d+)/(?P<near>\w+)")


class Reason(NamedTuple):
    """The word that decided a column, its half-open place in the text, and how near it stands."""

    column: str
    word: str
    start: int
    end: int
    near: str


def reasons(recorded: str | None) -> list[Reason]:
    """What decided topic, category, status and unit of a figure, as far as words did.

    recorded: its column reasons.
    """
    parts = (recorded or "").split("; ")
    found = filter(None, map(_REASON.fullmatch, parts))
    return [
        Reason(one["column"], one["word"], int(one["start"]), int(one["end"]), one["near"])
        for one in found
    ]


def reason_words(t: Translator, reason: Reason) -> str:
    """Which word decided, and how near it stands."""
    near = {
        "mention": t("in the number itself"),
        "noun": t("with the counted noun"),
        "clause": t("in the same clause"),
        "sentence": t("in the same sentence"),
        "paragraph": t("in the same paragraph"),
        "title": t("in the title"),
    }
    return t("“{word}”, {near}", word=reason.word, near=near.get(reason.near, reason.near))


@cache
def doubt_words(t: Translator) -> dict[str, str]:
    """Key of a reason to doubt a figure to its words."""
    return {
        "unsure_unit": t("unit not certain"),
        "unsure_topic": t("topic not certain"),
        "unsure_category": t("category not certain"),
        "unsure_status": t("status not certain"),
        "two_readings": t("can be read in two ways"),
        "vague": t("no exact number"),
        "bounds_crossed": t("lower limit above the upper one"),
        "unit_unknown": t("unit not known"),
        "topic_unknown": t("topic not known"),
        "year_unknown": t("year not known"),
        "sum_fails": t("does not add up"),
    }


def relation_words(t: Translator, by_id: Mapping[str, Reviewed], found: Relation) -> str:
    """A relation inside the bulletin in words, and by how much it fails."""
    whole = by_id[found.whole].figure.mention
    parts = [by_id[key].figure.mention for key in found.parts]
    if found.relation == RESTATES:
        return t("{parts} repeats {whole}", parts=t.listed(parts), whole=whole)
    if found.relation == OTHER_UNIT:
        return t("{parts} and {whole}: one thing in two units", parts=t.listed(parts), whole=whole)
    added = " + ".join(parts)
    if found.holds:
        return f"{whole} = {added}"
    difference = t.number(abs(found.difference))
    if found.difference > 0:
        return t(
            "{whole} ≠ {parts}: {number} missing from the parts",
            whole=whole,
            parts=added,
            number=difference,
        )
    return t(
        "{whole} ≠ {parts}: the parts are {number} too many",
        whole=whole,
        parts=added,
        number=difference,
    )

"""What a figure that nobody has named is called: category and status, else what it counts."""

from functools import cache
from typing import Any

from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.reading.candidate import Candidate
from xi_data.record.figures import Figure
from xi_data.record.tables import DATA, TABLES, read_cells, read_text

UNKNOWN_UNIT = "unspecified"
"""The unit of what is counted in none that is known."""


def labels(candidate: Candidate | Figure) -> tuple[str, str]:
    """The label in English and in Chinese: Face masks in reserve, or “梨”, baskets."""
    english, chinese = (_label(translator(lang), candidate) for lang in LANGUAGES)
    return english, chinese


def _label(t: Translator, candidate: Candidate | Figure) -> str:
    category = _named("categories", candidate.category, t.lang)
    status = _named("statuses", candidate.status, t.lang)
    if category and status:
        return t("{category} {status}", category=category, status=status)
    if category:
        return category
    known = None if candidate.unit == UNKNOWN_UNIT else candidate.unit
    unit = _named("units", known, t.lang) or candidate.unit_printed or ""
    if candidate.subject:
        return t("“{subject}”, {unit}", subject=candidate.subject, unit=t.inside(unit))
    return unit[:1].upper() + unit[1:] or candidate.mention


def _named(table: str, key: str | None, lang: str) -> str | None:
    return _vocabulary(table, lang).get(key) if key else None


@cache
def _vocabulary(table: str, lang: str) -> dict[str, Any]:
    """Key to name; of units that of several, for a label stands beside a number."""
    file = TABLES[table]
    header = read_text(DATA, file).split("\n", 1)[0].rstrip("\r").split(",")
    column = "plural_en" if (table, lang) == ("units", "en") else f"label_{lang}"
    at = header.index(column)
    return {cells[0]: cells[at] for _, cells in read_cells(DATA, file, header)}

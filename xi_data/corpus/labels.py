"""What a figure that nobody has named is called: category and status, else what it counts."""

from collections.abc import Mapping

from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.reading.candidate import Candidate
from xi_data.reading.rule_tables import Vocabularies, vocabulary
from xi_data.record.figures import Figure

UNKNOWN_UNIT = "unspecified"
"""The unit of what is counted in none that is known."""


def labels(
    candidate: Candidate | Figure, vocabularies: Vocabularies = vocabulary
) -> tuple[str, str]:
    """The label in English and in Chinese: Face masks in reserve, or “梨”, baskets."""
    english, chinese = (_label(translator(lang), candidate, vocabularies) for lang in LANGUAGES)
    return english, chinese


def _label(t: Translator, candidate: Candidate | Figure, vocabularies: Vocabularies) -> str:
    category = _named(vocabularies("categories"), candidate.category, f"label_{t.lang}")
    status = _named(vocabularies("statuses"), candidate.status, f"label_{t.lang}")
    if category and status and not _repeats(candidate, vocabularies):
        return t("{category} {status}", category=category, status=status)
    if category:
        return category
    known = None if candidate.unit == UNKNOWN_UNIT else candidate.unit
    several = "plural_en" if t.lang == "en" else "label_zh"  # it stands beside a number
    unit = _named(vocabularies("units"), known, several) or candidate.unit_printed or ""
    if candidate.subject:
        return t("“{subject}”, {unit}", subject=candidate.subject, unit=t.inside(unit))
    return unit[:1].upper() + unit[1:] or candidate.mention


def _repeats(candidate: Candidate | Figure, vocabularies: Vocabularies) -> bool:
    """Whether the category says what was done as well: road checks are checked."""
    category, status = (
        vocabularies(table)[key]["label_en"].lower().split()
        for table, key in (("categories", candidate.category), ("statuses", candidate.status))
    )
    done = status[-1].removesuffix("ed")
    return done != status[-1] and any(word.startswith(done) for word in category)


def _named(rows: Mapping[str, Mapping[str, str]], key: str | None, column: str) -> str | None:
    return rows[key][column] if key in rows else None

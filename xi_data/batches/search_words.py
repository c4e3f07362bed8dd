"""What a figure of a corpus is found by: figures that are called alike are found by the same."""

import re
from functools import lru_cache

from xi_data.locale import LANGUAGES
from xi_data.reading.pinyin import spelt
from xi_data.reading.rule_tables import vocabulary
from xi_data.reading.search import NAME_END, searchable
from xi_data.record.figures import Figure

_DIGITS = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_CODES = ("topics", "categories", "units", "statuses")
_REMEMBERED = 20_000  # texts of some hundred characters


def found_by(figure: Figure) -> str:
    """Every token that it is found by, see reading.search: mention, counted noun, label, codes.

    Digits of a value are left out of its mention: a number is looked for among the values.
    """
    mention = figure.mention if figure.value is None else _DIGITS.sub(" ", figure.mention)
    texts = (mention, figure.subject, figure.label_en, figure.label_zh)
    return _joined(texts, (figure.topic, figure.category, figure.unit, figure.status))


@lru_cache(_REMEMBERED)
def _joined(texts: tuple[str | None, ...], codes: tuple[str | None, ...]) -> str:
    named = dict.fromkeys(filter(None, texts))
    return "".join((*map(_tokens, named), *map(_named, _CODES, codes)))


@lru_cache(_REMEMBERED)
def _named(table: str, code: str | None) -> str:
    if not code:
        return ""
    row = vocabulary(table).get(code, {})
    names = (row.get(one) for one in (*(f"label_{lang}" for lang in LANGUAGES), "plural_en"))
    return "".join(map(_tokens, dict.fromkeys((code, *filter(None, names)))))


@lru_cache(_REMEMBERED)
def _tokens(text: str) -> str:
    """In a form to be searched, Chinese in pinyin too."""
    return f"{searchable(text)}{NAME_END}{spelt(text)}{NAME_END}"

"""What each figure is found by: the words of figure_search."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from operator import itemgetter
from typing import Any

import duckdb
import pyarrow as pa

from xi_data.locale import LANGUAGES, translator
from xi_data.reading.pinyin import spelt
from xi_data.reading.search import NAME_END, name, searchable
from xi_data.wording import as_of

_BATCH = 8192

_NAMES = ("category_label_en", "category_label_zh", "subject")
_IN_PINYIN = ("label_zh", "category_label_zh", "subject")
_OWN = ("figure_id", "label_en", "label_zh", "mention", "subject", "date", "as_of")
_OF_VOCABULARIES = (
    *("sign", "qualifier_label_en", "qualifier_label_zh", "basis_label_en", "basis_label_zh"),
    *("unit", "unit_printed", "unit_label_en", "unit_label_zh", "plural_en"),
    *("topic_label_en", "topic_label_zh", "family_label_en", "family_label_zh"),
    *("group_label_en", "group_label_zh", "category_label_en", "category_label_zh"),
    *("status_label_en", "status_label_zh", "origin_label_en", "origin_label_zh"),
)
"""What a page draws of a figure: its own words, and those that many share."""

_ROWS = """
SELECT described_figures.*, plural_en, origin_label_en, origin_label_zh
FROM described_figures
JOIN units USING (unit)
LEFT JOIN (
    SELECT
        bulletin_id,
        figure_id,
        any_value(origin_label_en) AS origin_label_en,
        any_value(origin_label_zh) AS origin_label_zh
    FROM screened_wholes
    GROUP BY ALL
) USING (bulletin_id, figure_id)
ORDER BY bulletin_id, "start"
"""

_UNDATED = tuple(as_of(translator(lang), {}) for lang in LANGUAGES)
"""What a page draws in place of a date that the text does not give."""


def found_by(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """The words of every figure, in the order of described_figures: name_text and search_text."""
    indexed, named, spelled = (cache(partial(_joined, form)) for form in (searchable, name, spelt))
    rows = connection.execute(_ROWS)
    header = [column for column, *_ in rows.description]
    own, shared, names, pinyin = (
        itemgetter(*map(header.index, columns))
        for columns in (_OWN, _OF_VOCABULARIES, _NAMES, _IN_PINYIN)
    )
    number = itemgetter(*map(header.index, ("value", "unit_label_en")))
    key = itemgetter(*map(header.index, ("bulletin_id", "figure_id")))
    undated = itemgetter(*map(header.index, ("date", "basis_label_en")))
    lines = []
    while some := rows.fetchmany(_BATCH):
        lines += [
            (
                *key(row),
                named(names(row)),
                indexed(own(row))
                + indexed(shared(row))
                + indexed(_number(*number(row)))
                + indexed(_UNDATED if undated(row) == (None, None) else ())
                + spelled(pinyin(row)),
            )
            for row in some
        ]
    columns = ("bulletin_id", "figure_id", "name_text", "search_text")
    cells = zip(*lines, strict=True) if lines else [()] * len(columns)
    return pa.table([pa.array(column, pa.string()) for column in cells], columns)


def _joined(form: Callable[[str], str], texts: tuple[Any, ...]) -> str:
    """Each of the texts in a form, apart from the next; nothing for one that is missing."""
    return "".join(f"{form(str(text))}{NAME_END}" for text in dict.fromkeys(texts) if text)


def _number(value: float | None, unit: str) -> tuple[str, ...]:
    """The value in digits with its unit behind it; nothing of a figure without a value."""
    return () if value is None else (f"{Decimal(str(value)):f} {unit}",)

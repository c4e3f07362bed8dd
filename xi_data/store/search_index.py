"""What each figure is found by: the words of figure_search."""

from decimal import Decimal
from functools import cache
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
_WORDS = (
    *("figure_id", "label_en", "label_zh", "mention", "subject", "date", "as_of"),
    *("sign", "qualifier_label_en", "qualifier_label_zh", "basis_label_en", "basis_label_zh"),
    *("unit", "unit_printed", "unit_label_en", "unit_label_zh", "plural_en"),
    *("topic_label_en", "topic_label_zh", "family_label_en", "family_label_zh"),
    *("group_label_en", "group_label_zh", "category_label_en", "category_label_zh"),
    *("status_label_en", "status_label_zh", "origin_label_en", "origin_label_zh"),
)
"""What a page draws of a figure, in the columns of _ROWS."""

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


def found_by(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """The words of every figure, in the order of figures: name_text and search_text."""
    index, names, pinyin = cache(searchable), cache(name), cache(spelt)
    undated = [searchable(as_of(translator(lang), {})) for lang in LANGUAGES]
    rows = connection.execute(_ROWS)
    header = [column for column, *_ in rows.description]
    found = {"bulletin_id": [], "figure_id": [], "name_text": [], "search_text": []}
    while some := rows.fetchmany(_BATCH):
        for row in some:
            figure = dict(zip(header, row, strict=True))
            texts = [index(str(figure[column])) for column in _WORDS if figure[column]]
            texts += [pinyin(figure[column]) for column in _IN_PINYIN if figure[column]]
            if not figure["date"] and not figure["basis_label_en"]:
                texts += undated
            found["bulletin_id"].append(figure["bulletin_id"])
            found["figure_id"].append(figure["figure_id"])
            found["name_text"].append("".join(names(figure[c]) for c in _NAMES if figure[c]))
            found["search_text"].append(
                NAME_END.join(dict.fromkeys([*texts, index(_value_and_unit(figure))]))
            )
    return pa.table(found, pa.schema([(name, pa.string()) for name in found]))


def _value_and_unit(figure: dict[str, Any]) -> str:
    """The value in digits with its unit behind it; nothing of a figure without a value."""
    if figure["value"] is None:
        return ""
    return f"{Decimal(str(figure['value'])):f} {figure['unit_label_en']}"

"""One typed function a query: the figures as data frames, labels in one language.

Every function takes the connection first and opens a cursor of its own: DuckDB connections must not
be shared between threads. `lang` is "en" or "zh": columns that end in _en and _zh come back as one
column without the ending, and missing words as "". Filters are tuples of keys; an empty tuple
filters nothing.
"""

from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from xi_data.reading.text import searchable

_SQL = Path(__file__).parent / "sql"
Keys = tuple[str, ...]


def closures(
    connection: duckdb.DuckDBPyConnection,
    lang: str,
    group: Keys = (),
    type: Keys = (),
    least: int = 0,
) -> pd.DataFrame:
    """Venues shut: one row a printed figure, with group_value (sum) and group_figures (count)."""
    return _rows(connection, "closures", lang, group=group, type=type, least=least)


def screening(
    connection: duckdb.DuckDBPyConnection, lang: str, origin: Keys = (), stage: Keys = ()
) -> pd.DataFrame:
    """Returnees by origin and stage, with whole (the denominator), share (0 to 1) and inset."""
    return _rows(connection, "screening", lang, origin=origin, stage=stage)


def other_populations(connection: duckdb.DuckDBPyConnection, lang: str) -> pd.DataFrame:
    """Residents registered, people and vehicles checked, and entrances printed in two numbers."""
    return _rows(connection, "other_populations", lang)


def supplies(
    connection: duckdb.DuckDBPyConnection,
    lang: str,
    group: Keys = (),
    status: Keys = (),
    unit: Keys = (),
) -> pd.DataFrame:
    """Supplies, with scale: the largest value among the rows of the same dimension."""
    return _rows(connection, "supplies", lang, group=group, status=status, unit=unit)


def packs(connection: duckdb.DuckDBPyConnection, lang: str) -> pd.DataFrame:
    """Stocks printed in kilograms and in packs, with weight_of_pack (computed, kg)."""
    return _rows(connection, "packs", lang)


def gifts_in_kind(connection: duckdb.DuckDBPyConnection, lang: str) -> pd.DataFrame:
    """Goods given, with scale: the largest value among the rows of the same unit."""
    return _rows(connection, "gifts_in_kind", lang)


def figures(
    connection: duckdb.DuckDBPyConnection,
    lang: str,
    family: Keys = (),
    wording: Keys = (),
    status: Keys = (),
    unit: Keys = (),
    section: Keys = (),
    dated: Keys = (),
    search: str = "",
) -> pd.DataFrame:
    """Figures that meet every filter, in the order of the text.

    search: words that must all stand in the labels (either language), the mention, the noun as
    printed, the key or the value; script, width and digit grouping do not matter. What is called
    by these words comes before what only has to do with them: masks before bins for masks.
    """
    facets = dict(
        family=family, wording=wording, status=status, unit=unit, section=section, dated=dated
    )
    return _rows(connection, "figures", lang, **facets, terms=_terms(search))


def counts(
    connection: duckdb.DuckDBPyConnection,
    family: Keys = (),
    wording: Keys = (),
    status: Keys = (),
    unit: Keys = (),
    section: Keys = (),
    dated: Keys = (),
    search: str = "",
) -> dict[tuple[str, str], int]:
    """(facet, choice) to the number of figures it would give with the other facets in force."""
    facets = dict(
        family=family, wording=wording, status=status, unit=unit, section=section, dated=dated
    )
    rows = _rows(connection, "counts", "en", **facets, terms=_terms(search))
    return {(row.facet, row.choice): int(row.figures) for row in rows.itertuples()}


def options(connection: duckdb.DuckDBPyConnection, lang: str) -> dict[str, dict[str, str]]:
    """Facet to its choices: key to name, in the order of the vocabulary."""
    rows = _rows(connection, "options", lang)
    return {
        facet: dict(zip(choices["choice"], choices["label"], strict=True))
        for facet, choices in rows.groupby("facet", sort=False)
    }


def relations(connection: duckdb.DuckDBPyConnection, lang: str, figure_id: str) -> pd.DataFrame:
    """Relations of one figure: relation, basis, forward, and the other figure described."""
    return _rows(connection, "relations", lang, figure_id=figure_id)


def paragraphs(connection: duckdb.DuckDBPyConnection, lang: str) -> pd.DataFrame:
    """Paragraphs of the article: place (code points), section, role, name, number of figures."""
    return _rows(connection, "paragraphs", lang)


def bulletin(connection: duckdb.DuckDBPyConnection, lang: str) -> dict[str, Any]:
    """The bulletin that the figures were read from."""
    return _rows(connection, "bulletin", lang).iloc[0].to_dict()


def records(connection: duckdb.DuckDBPyConnection, figure_ids: Keys) -> pd.DataFrame:
    """Figures with exactly the columns of data/figures.csv, in the order of the text."""
    return _frame(connection, "records", figure_ids=figure_ids)


def relations_among(connection: duckdb.DuckDBPyConnection, figure_ids: Keys) -> pd.DataFrame:
    """Relations between these figures, with exactly the columns of data/relations.csv."""
    return _frame(connection, "relations_among", figure_ids=figure_ids)


def keys(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Primary and foreign keys: table_name, constraint_type, columns, and what they refer to."""
    return _frame(connection, "keys")


def dictionary(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Every table and column with its type and its meaning in English."""
    return _frame(connection, "dictionary")


def excuses(connection: duckdb.DuckDBPyConnection, lang: str) -> pd.DataFrame:
    """Reasons for which numerals count nothing, with their number and their words."""
    return _rows(connection, "excuses", lang)


def organisation(
    connection: duckdb.DuckDBPyConnection,
    lang: str,
    topic: Keys = (),
    unit: Keys = (),
    section: Keys = (),
) -> pd.DataFrame:
    """Bodies, communities, control points and rules of time.

    first_id: the figure that prints the count first; repeats: whether that is another one;
    printings: how often the text prints the count; stands: whether the row stands for its count
    among the rows; conflict_id: the figure that cannot hold beside it, or "".
    """
    return _rows(connection, "organisation", lang, topic=topic, unit=unit, section=section)


def publicity(
    connection: duckdb.DuckDBPyConnection, lang: str, group: Keys = (), unit: Keys = ()
) -> pd.DataFrame:
    """Output and clicks, with whole_id (part of it) and same_as_id (other unit), "" without one."""
    return _rows(connection, "publicity", lang, group=group, unit=unit)


def timeline(
    connection: duckdb.DuckDBPyConnection, lang: str, day: Keys = (), story: Keys = ()
) -> pd.DataFrame:
    """Printed dates and the figures of that day, with day, day_key (ISO) and story_label.

    story: numbers of paragraphs.
    """
    return _rows(connection, "timeline", lang, day=day, story=story)


def undated(connection: duckdb.DuckDBPyConnection, lang: str) -> pd.DataFrame:
    """Number of figures without a printed date: dated (undated or none), topic, figures."""
    return _rows(connection, "undated", lang)


def money(
    connection: duckdb.DuckDBPyConnection,
    lang: str,
    topic: Keys = (),
    group: Keys = (),
    unit: Keys = (),
) -> pd.DataFrame:
    """Public money, then gifts in cash and in kind with their givers."""
    return _rows(connection, "money", lang, topic=topic, group=group, unit=unit)


def gift_steps(connection: duckdb.DuckDBPyConnection, lang: str) -> pd.DataFrame:
    """The dates of a gift reported at several, each with the gift's key, value and label."""
    return _rows(connection, "gift_steps", lang)


def medical(
    connection: duckdb.DuckDBPyConnection,
    lang: str,
    group: Keys = (),
    status: Keys = (),
    unit: Keys = (),
) -> pd.DataFrame:
    """Beds, rooms, staff and facilities, the rows of a unit together."""
    return _rows(connection, "medical", lang, group=group, status=status, unit=unit)


def disinfection(
    connection: duckdb.DuckDBPyConnection,
    lang: str,
    group: Keys = (),
    status: Keys = (),
    unit: Keys = (),
) -> pd.DataFrame:
    """Areas, places, rounds, bins and refuse, and the days from one round to the next."""
    return _rows(connection, "disinfection", lang, group=group, status=status, unit=unit)


def _rows(
    connection: duckdb.DuckDBPyConnection, query: str, lang: str, **parameters: Any
) -> pd.DataFrame:
    frame = _frame(connection, query, **parameters)
    other = {"en": "_zh", "zh": "_en"}[lang]
    kept = frame[[name for name in frame.columns if not name.endswith(other)]]
    words = kept.select_dtypes(["object", "str"]).columns
    # As Python objects: wide frames of a hundred rows filter several times faster than as Arrow.
    plain = kept.astype(dict.fromkeys(words, object)).fillna(dict.fromkeys(words, ""))
    return plain.rename(columns=lambda name: name.removesuffix(f"_{lang}")).copy()


def _frame(connection: duckdb.DuckDBPyConnection, query: str, **parameters: Any) -> pd.DataFrame:
    values = {
        key: list(value) if isinstance(value, tuple) else value for key, value in parameters.items()
    }
    with connection.cursor() as cursor:
        return cursor.execute(_sql(query), values or None).df()


def _terms(search: str) -> Keys:
    return tuple(searchable(search).split())


@cache
def _sql(query: str) -> str:
    return (_SQL / f"{query}.sql").read_text(encoding="utf-8")

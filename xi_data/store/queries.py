"""One typed function a query: the figures as data frames, labels in one language.

Every function takes the database first: anything whose cursor() is a context manager of a cursor
of its own, for DuckDB connections must not be shared between threads. `bulletins`: the keys of the
bulletins that the question is about; rows come bulletin by bulletin, and what is counted, ranked or
related is so within one. `lang` is "en" or "zh": columns that end in _en and _zh come back as one
column without the ending, and missing words as "". Filters are tuples of keys; an empty tuple
filters nothing.
"""

from typing import Any

import pandas as pd

from xi_data.each_row import each_row
from xi_data.reading.search import NAME_END, terms
from xi_data.store.facets import chosen_of
from xi_data.store.frames import Database, frame, rows

Keys = tuple[str, ...]


def bulletins(database: Database, lang: str) -> pd.DataFrame:
    """Every bulletin, with figures (their number): the default one first, the rest by title.

    name: the title, with the key where another bulletin has the same one. short_name: the place,
    with the day of publication where another bulletin is about the same place; else the key.
    """
    return rows(database, "bulletins", lang)


def bulletin(database: Database, bulletins: Keys, lang: str) -> dict[str, Any]:
    """The one bulletin in scope. Raises ValueError where it is not one known bulletin."""
    found = rows(database, "bulletin", lang, bulletins=bulletins)
    if len(found) != 1 or len(bulletins) != 1:
        raise ValueError(f"not one known bulletin: {', '.join(bulletins) or 'none'}")
    return found.iloc[0].to_dict()


def topic(
    database: Database,
    bulletins: Keys,
    lang: str,
    topics: Keys,
    categories: Keys = (),
    *,
    topic: Keys = (),
    group: Keys = (),
    category: Keys = (),
    status: Keys = (),
    unit: Keys = (),
    section: Keys = (),
    least: float = 0,
) -> pd.DataFrame:
    """Figures of these topics or of these categories, in the order of the text.

    group: groups of categories. category: categories. least: the least value; 0 asks for nothing.
    """
    subject = dict(topics=topics, categories=categories, section=section, least=least)
    filters = dict(topic=topic, group=group, category=category, status=status, unit=unit)
    return rows(database, "topic", lang, bulletins=bulletins, **subject, **filters)


def screening(database: Database, bulletins: Keys, lang: str, **chosen: Keys) -> pd.DataFrame:
    """Returnees by origin and status: whole (the denominator), share (0 to 1), inset, its basis.

    Of a bulletin without any its other figures on screening. chosen: origin, group, status, unit.
    """
    filters = dict.fromkeys(("origin", "group", "status", "unit"), ()) | chosen
    return rows(database, "screening", lang, bulletins=bulletins, **filters)


def other_populations(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Residents registered, people and vehicles checked, and entrances printed in two numbers."""
    return rows(database, "other_populations", lang, bulletins=bulletins)


def packs(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Stocks printed in kilograms and in packs, with weight_of_pack (computed, kg)."""
    return rows(database, "packs", lang, bulletins=bulletins)


def gifts_in_kind(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Goods given, with scale: the largest value among the rows of the same unit."""
    return rows(database, "gifts_in_kind", lang, bulletins=bulletins)


def gift_steps(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """The dates of a gift reported at several, each with the gift's key, value and label."""
    return rows(database, "gift_steps", lang, bulletins=bulletins)


def organisation(
    database: Database,
    bulletins: Keys,
    lang: str,
    topic: Keys = (),
    unit: Keys = (),
    section: Keys = (),
) -> pd.DataFrame:
    """Bodies, communities, control points and rules of time.

    first_id: the figure that prints the count first; repeats: whether that is another one;
    printings: how often the text prints the count; stands: whether the row stands for its count
    among the rows; conflict_id: the figure that gives another number of one thing, or "".
    """
    filters = dict(topic=topic, unit=unit, section=section)
    return rows(database, "organisation", lang, bulletins=bulletins, **filters)


def publicity(
    database: Database, bulletins: Keys, lang: str, group: Keys = (), unit: Keys = ()
) -> pd.DataFrame:
    """Output and clicks, with whole_id (part of it or listed after it) and same_as_id, or ""."""
    return rows(database, "publicity", lang, bulletins=bulletins, group=group, unit=unit)


def timeline(
    database: Database, bulletins: Keys, lang: str, day: Keys = (), story: Keys = ()
) -> pd.DataFrame:
    """Printed dates and figures of that day: day, day_key (ISO); story: paragraphs."""
    return rows(database, "timeline", lang, bulletins=bulletins, day=day, story=story)


def undated(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Number of figures without a printed date: dated (undated or none), topic, figures."""
    return rows(database, "undated", lang, bulletins=bulletins)


def figures(
    database: Database, bulletins: Keys, lang: str, *, search: str = "", **chosen: Keys
) -> pd.DataFrame:
    """Figures that meet every filter, in the order of the text.

    chosen, search: as found takes them. Raises TypeError for a facet that is none of FACETS.
    """
    if terms(search) or chosen_of(chosen):
        return found(database, bulletins, lang, search=search, **chosen)
    return rows(database, "figures", lang, bulletins=bulletins)


def found(
    database: Database, bulletins: Keys, lang: str, *, search: str = "", **chosen: Keys
) -> pd.DataFrame:
    """Figures searched for or narrowed by facets. chosen: key of a facet to choices.

    search: what must all be drawn of a figure, as reading.search reads it. What is called so comes
    before what has to do with it: masks before bins for masks. Raises as figures does.
    """
    parameters = dict(bulletins=bulletins, chosen=chosen_of(chosen), **_sought(search))
    return rows(database, "found", lang, **parameters)


def counts(
    database: Database, bulletins: Keys, *, search: str = "", **chosen: Keys
) -> dict[tuple[str, str], int]:
    """(facet, choice) to the number of figures it would give with the other facets in force.

    chosen, search: as found takes them. Raises as figures does.
    """
    parameters = dict(bulletins=bulletins, chosen=chosen_of(chosen), **_sought(search))
    counted = frame(database, "counts", **parameters)
    return {(row.facet, row.choice): int(row.figures) for row in each_row(counted)}


def options(database: Database, lang: str) -> dict[str, dict[str, str]]:
    """Facet to its choices: key to name, in the order of the vocabulary; also of category."""
    names = rows(database, "options", lang)
    return {
        facet: dict(zip(choices["choice"], choices["label"], strict=True))
        for facet, choices in names.groupby("facet", sort=False)
    }


def highlights(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Figures that stand for a bulletin, with part: headline, leading or example.

    Of a bulletin that highlights.csv does not know, headlines are the largest exact quantity of
    each of the three families with most figures, leading the first two values of each family, and
    the example is the first headline, else the first figure.
    """
    return rows(database, "highlights", lang, bulletins=bulletins)


def relations(database: Database, bulletins: Keys, lang: str, figure_id: str) -> pd.DataFrame:
    """Relations of one figure: relation, its icon and label, basis, forward; of the other figure
    its key, name and what its value is worded of.
    """
    return rows(database, "relations", lang, bulletins=bulletins, figure_id=figure_id)


def paragraphs(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Paragraphs of a text: place (code points), section, role, name, number of figures."""
    return rows(database, "paragraphs", lang, bulletins=bulletins)


def excuses(database: Database, bulletins: Keys, lang: str) -> pd.DataFrame:
    """Reasons for which numerals count nothing, with their number and their words."""
    return rows(database, "excuses", lang, bulletins=bulletins)


def records(database: Database, figures: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """Figures with exactly the columns of data/figures.csv, in the order of the text.

    figures: (bulletin_id, figure_id) of each.
    """
    return frame(database, "records", **_pairs(figures))


def relations_among(database: Database, figures: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """Relations between these figures (as records), with the columns of data/relations.csv."""
    return frame(database, "relations_among", **_pairs(figures))


def keys(database: Database) -> pd.DataFrame:
    """Primary and foreign keys: table_name, constraint_type, columns, and what they refer to."""
    return frame(database, "keys")


def dictionary(database: Database, derived: bool = False) -> pd.DataFrame:
    """Every table of data/, or derived from these, and its columns: type, meaning in English."""
    return frame(database, "dictionary", derived=derived)


def remarks(database: Database, bulletins: Keys, lang: str, view: str, place: str) -> pd.DataFrame:
    """What the data say of a view, at a place of it: icon and text. place: as in remarks.csv."""
    return rows(database, "remarks", lang, bulletins=bulletins, view=view, place=place)


def families(database: Database, lang: str) -> pd.DataFrame:
    """Families of topics in the order of the vocabulary: colour, icon, label."""
    return rows(database, "families", lang)


def _sought(search: str) -> dict[str, tuple]:
    """Terms of one form, variants of those that have several, and all forms as ends of names."""
    found = terms(search)
    return dict(
        terms=tuple(forms[0] for forms in found if len(forms) == 1),
        variants=tuple(forms for forms in found if len(forms) > 1),
        names=tuple(f"{form}{NAME_END}" for forms in found for form in forms),
    )


def _pairs(figures: tuple[tuple[str, str], ...]) -> dict[str, Keys]:
    return {
        "bulletin_ids": tuple(bulletin_id for bulletin_id, _ in figures),
        "figure_ids": tuple(figure_id for _, figure_id in figures),
    }

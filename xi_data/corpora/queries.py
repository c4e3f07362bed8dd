"""One typed function a question: figures of a corpus counted, in pages, compared; its documents.

Every function takes the corpus first and raises UnreadableCorpusError. Rows are dictionaries.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from xi_data.corpora.facets import FACETS
from xi_data.corpora.index import sql
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus

ORDERED: Mapping[str, tuple[str, bool]] = {
    f"{sign}{by}": (by, bool(sign)) for by in ("value", "published") for sign in ("", "-")
}
"""Orders of figures: column of the index, and whether it descends; what has none comes last."""

ORDERS = ("", *ORDERED)
"""The same with that of the files, which costs nothing."""

_FAR = 10_000
"""Rows before a page from which on they are counted and not sorted."""


class Counts(NamedTuple):
    """figures: how many there are. of: (facet, choice) to how many it would give."""

    figures: int
    of: Mapping[tuple[str, str], int]


def counts(corpus: Corpus, narrowing: Narrowing) -> Counts:
    """Figures of each choice of each facet, the choices of the other facets in force."""
    narrowed = narrowing.narrowed_by()
    free = [facet.key for facet in FACETS if facet.key not in narrowed]
    found = _counted(corpus, free, *narrowing.condition())
    figures = found.pop(_ALL)
    for key in narrowed:
        found |= _counted(corpus, [key], *narrowing.condition(without=key))
    found.pop(_ALL, None)
    return Counts(figures, found)


_ALL = ("", "")
"""In place of facet and choice: all rows."""


def _counted(
    corpus: Corpus, keys: list[str], condition: str, values: Mapping[str, Any]
) -> dict[tuple[str, str], int]:
    """Rows of each choice of these facets, counted in one scan, and of all."""
    columns = ", ".join(f'"{key}"' for key in keys)
    sets = ", ".join(["()", *(f'("{key}")' for key in keys)])
    asked = filled("counts", condition=condition, columns=columns, sets=sets)
    rows = corpus.tuples(asked, values)
    found = {}
    for *choices, apart, figures in rows:
        # A bit is set for each facet that the row is not grouped by; the first is the highest.
        of = [at for at in range(len(keys)) if not apart >> (len(keys) - 1 - at) & 1]
        if not of:
            found[_ALL] = figures
        elif choices[of[0]] is not None:
            found[keys[of[0]], choices[of[0]]] = figures
    return found


def positions_of(
    corpus: Corpus, narrowing: Narrowing, order: str, first: int, most: int
) -> list[tuple[int, int]]:
    """File and row of the figures on one page. order: one of ORDERS.

    Far into an order, what stands before the page is counted and not sorted: of ten million
    figures that takes a tenth of the time.
    """
    condition, values = narrowing.condition()
    if order and first > _FAR:
        by, descends = ORDERED[order]
        ranks = filled("ranks", condition=condition, by=by, order=_order(by, descends))
        [start] = corpus.rows(ranks, values | {"first": first}) or [None]
        if start is None:
            return []
        first -= start["before"]
        if start["from"] is None:
            condition += f' AND "{by}" IS NULL'
        else:
            condition += f' AND ("{by}" IS NULL OR "{by}" {"<=" if descends else ">="} $from)'
            values = values | {"from": start["from"]}
    ordered = f'ORDER BY {_order(*ORDERED[order])}, file, "row"' if order else ""
    asked = filled("positions_of", condition=condition, order=ordered)
    return corpus.tuples(asked, values | {"first": first, "most": most})


def _order(by: str, descends: bool) -> str:
    return f'"{by}" {"DESC" if descends else "ASC"} NULLS LAST'


def decades(corpus: Corpus, narrowing: Narrowing) -> dict[int, int]:
    """Figures above zero by the power of ten that their value begins at, in whatever unit."""
    condition, values = narrowing.condition()
    return dict(corpus.tuples(filled("decades", condition=condition), values))


def figures(corpus: Corpus, positions: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Figures at these positions, in their order, with what is known of their document."""
    if not positions:
        return []
    found = corpus.rows(
        sql("figures"),
        {
            "paths": sorted({corpus.files[file] for file, _ in positions}),
            "rows": sorted({row for _, row in positions}),
        },
    )
    at = {(corpus.files.index(one.pop("path")), one.pop("row")): one for one in found}
    return [at[position] for position in positions]


def figure(corpus: Corpus, bulletin_id: str, figure_id: str) -> dict[str, Any] | None:
    """One figure in full with what is known of its document; None where there is none."""
    found = corpus.rows(sql("figure"), {"bulletin_id": bulletin_id, "figure_id": figure_id})
    return found[0] if found else None


def passage(corpus: Corpus, bulletin_id: str, start: int, end: int) -> tuple[str, str] | None:
    """The words around a place in a text, before and behind; None where there is no text."""
    if not corpus.with_texts:
        return None
    found = corpus.rows(sql("passage"), {"bulletin_id": bulletin_id, "start": start, "end": end})
    return (found[0]["before"], found[0]["behind"]) if found else None


def overview(corpus: Corpus) -> dict[str, Any]:
    """Documents, places, publishers, days, and what is doubtful about them, in numbers."""
    return corpus.rows(sql("overview"), {})[0]


def problems(corpus: Corpus) -> list[dict[str, Any]]:
    """Kinds of failures with their number, the most frequent first: kind, documents. A kind is the
    message of a problem, without what stands in its braces."""
    return corpus.rows(sql("problems"), {})


DOCUMENTS: Mapping[str, str] = {
    "all": "TRUE",
    "undated": "published IS NULL AND published_partial IS NULL",
    "doubtful": "unsure > 0",
    "remarked": "remarks IS NOT NULL",
    "empty": "figures = 0",
}
"""Kinds of documents to the condition in SQL that a row of documents meets."""


class Indicator(NamedTuple):
    """What several documents give alike. exact: figures without a hedge; documents: of these."""

    topic: str
    category: str
    status: str | None
    unit: str
    documents: int
    exact: int

    @property
    def key(self) -> str:
        """In an address."""
        return ".".join((self.topic, self.category, self.status or "", self.unit))


def indicators(corpus: Corpus) -> list[Indicator]:
    """What can be compared: first what most documents give, two at least."""
    return [Indicator(**row) for row in corpus.rows(sql("indicators"), {})]


def spread(corpus: Corpus, indicator: Indicator, by: str) -> list[dict[str, Any]]:
    """An indicator for each place or month: group, documents, exact, hedged (numbers of figures),
    and of the exact ones median, lower and upper quartile, low, high; months in their order, places
    with most documents first. by: "place" or "month".
    """
    order = {"place": 'documents DESC, "group"', "month": '"group"'}[by]
    names = {"topic", "category", "status", "unit"}
    values = {name: value for name, value in indicator._asdict().items() if name in names}
    return corpus.rows(filled("spread", by=by, order=order), values)


def documents(corpus: Corpus, kind: str, first: int, most: int) -> list[dict[str, Any]]:
    """A page of the documents of a kind, in their order. kind: one of DOCUMENTS."""
    return corpus.rows(
        filled("documents", condition=DOCUMENTS[kind]), {"first": first, "most": most}
    )


def title_of(corpus: Corpus, bulletin_id: str) -> str | None:
    """The title of a document; None where there is no such document."""
    found = corpus.rows(sql("title"), {"bulletin_id": bulletin_id})
    return found[0]["title"] if found else None


def failures(corpus: Corpus, kind: str, first: int, most: int) -> list[dict[str, Any]]:
    """A page of what could not be read. kind: as problems gives it, "" for all."""
    return corpus.rows(sql("failures"), {"kind": kind, "first": first, "most": most})


def filled(query: str, **parts: str) -> str:
    """A query with these parts, all of which are words of our own: never what a visitor typed."""
    text = sql(query)
    for name, part in parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text

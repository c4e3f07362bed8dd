"""All figures of a corpus: facets counted over every row, search, a table in pages, a card."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from xi_data.corpora import queries
from xi_data.corpora.facets import FACET, FACETS, Facet
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.corpora.queries import Counts
from xi_data.locale import Translator
from xi_data.ui.corpus import asking
from xi_data.ui.corpus.card import card, figure_of, in_words
from xi_data.ui.corpus.facet_names import counted, names_of
from xi_data.ui.corpus.heads import of_months, of_values
from xi_data.ui.downloads.data_address import offered
from xi_data.ui.filters.drawing import chips, draw
from xi_data.ui.navigation.links import root
from xi_data.ui.shell.page import title
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import pick_row
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.row_table import Column, Distribution, Window, badge, row_table
from xi_data.views.filters import Filter, box, popover, search
from xi_data.views.params import Param, UnknownValueError, choice, choices
from xi_data.wording import with_unit

_IN_SIGHT = 24
"""Choices of a facet that are buttons; of more, those with most figures stand in a list."""

_OFFERED = 1_000
"""Choices of a list: it is searched by typing, and sent to the browser as a whole."""


def draw_figures(page: Page, corpus: Corpus) -> None:
    """The part with all figures."""
    t = page.t
    heading = st.container()
    with asking.readable(page), st.spinner(t("Counting …")):
        every = counted(corpus, Narrowing())
    words = search(keys.SEARCH, t("Search"), t("a word or a number, English or Chinese"))
    names = {facet.key: names_of(t, facet, every) for facet in FACETS}
    narrowing_params = [words.param, *(choices(key, names[key]) for key in names if names[key])]
    order = choice(keys.SORT, queries.ORDERS, "")
    narrowing_params.append(_document_param(corpus))
    params = [*narrowing_params, order, asking.first_row(), _figure_param(corpus)]
    asking.read(page, params, [one.key for one in narrowing_params])
    document = _document(t, corpus)
    narrowing = Narrowing(
        {key: tuple(st.session_state[key]) for key in names if names[key]},
        st.session_state[keys.SEARCH],
        "".join(document.names),
    )
    with asking.readable(page), st.spinner(t("Counting …")):
        found = counted(corpus, narrowing)
    wanted = [words, *(_filter(t, FACET[key], names[key]) for key in names if names[key])]
    draw(page, wanted, found.of)
    wanted.append(document)
    chips(page, wanted, {one.key: st.session_state[one.key] for one in wanted})
    with heading:
        _title(t, corpus, found.figures)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        shown = _table(page, corpus, narrowing, found)
    if shown:
        with right:
            card(page, corpus, shown)
        _files(t, narrowing)
    asking.share(page, params)


def _filter(t: Translator, facet: Facet, names: Mapping[str, str]) -> Filter:
    """A facet's choices as the page offers them; all that are chosen are among them."""
    if len(names) <= _IN_SIGHT:
        return popover(facet.key, facet.label(t), names, facet.icon, counted=True)
    offered = [*list(names)[:_OFFERED], *st.session_state[facet.key]]
    return box(facet.key, facet.label(t), {one: names[one] for one in offered}, facet.icon)


def _title(t: Translator, corpus: Corpus, number: int) -> None:
    if number == corpus.figures:
        said = t("{number} figures of a corpus", number=t.number(number))
    else:
        said = t("{number} of {all} figures", number=t.number(number), all=t.number(corpus.figures))
    title(
        said,
        t(
            "Read by machine from {number} documents; nobody has reviewed them.",
            number=t.number(corpus.documents),
        ),
    )


def _table(page: Page, corpus: Corpus, narrowing: Narrowing, counts: Counts) -> str:
    """A page of the table; key of the figure whose card is shown, "" for none."""
    t, order, number = page.t, st.session_state[keys.SORT], counts.figures
    first = asking.beginning(number)

    def rows() -> list[dict[str, Any]]:
        positions = queries.positions_of(corpus, narrowing, order, first, asking.PAGE)
        return queries.figures(corpus, positions)

    with asking.readable(page), st.spinner(t("Looking up …")):
        found = asking.remembered(corpus, narrowing, ("rows", order, first), rows)
        values = of_values(t, corpus, narrowing)
    if not found:
        st.info(t("No figure meets all of these filters. Clear one of them."))
        return ""
    frame = pd.DataFrame([in_words(t, row) for row in found])
    names = list(frame["key"])
    picked = st.session_state[keys.FIGURE]
    shown = picked or names[0]
    row_table(
        t,
        "corpus",
        t("Table of the figures"),
        frame,
        _columns(t, values, of_months(t, narrowing, counts)),
        names,
        shown=shown,
        picked=picked or "",
        on_pick=pick_row,
        window=Window(order, first, number, asking.PAGE, asking.turn),
    )
    return shown


def _files(t: Translator, narrowing: Narrowing) -> None:
    """Where all figures that the filters leave are to be had as a file."""
    if not offered():
        aside(t("Started with make serve, the explorer also offers these figures as files."))
        return
    asked = {key: narrowing.chosen[key] for key in narrowing.narrowed_by()}
    typed = {keys.SEARCH: narrowing.search, keys.OF_DOCUMENT: narrowing.document}
    asked |= {key: value for key, value in typed.items() if value}
    query = f"?{urlencode(asked, doseq=True)}" if asked else ""
    with st.container(horizontal=True, gap="small"):
        for name, ending in (("CSV", "csv"), ("Parquet", "parquet")):
            address = f"{root()}/data/corpus/figures.{ending}{query}"
            st.link_button(name, address, icon=":material/download:")


def _columns(
    t: Translator, values: Distribution | None, months: Distribution | None
) -> dict[str, Column]:
    return {
        "label": Column(t("What is counted"), "label", sorts=False),
        "value": Column(
            t("Value"),
            "value",
            lambda row: with_unit(t, row),
            number=True,
            distribution=values,
        ),
        "mention": Column(t("Original wording"), "mention", sorts=False),
        "published": Column(t("Published"), "day", distribution=months),
        "place": Column(t("Place"), "place", sorts=False),
        "topic": Column(t("Topic"), "topic_label", sorts=False),
        "document": Column(t("Document"), "title", sorts=False),
        "guesses": Column(
            t("Guesses"), "doubt", lambda row: badge(row.doubt, "orange"), sorts=False
        ),
    }


def _document(t: Translator, corpus: Corpus) -> Filter:
    """The document that all figures are of, which the part Documents leads to; none, as a rule."""
    names = {one: queries.title_of(corpus, one) for one in st.session_state[keys.OF_DOCUMENT]}
    return Filter(_document_param(corpus), t("Document"), "box", names)


def _document_param(corpus: Corpus) -> Param:
    """A document that the corpus has, or none."""

    def decode(values: list[str]) -> list[str]:
        if queries.title_of(corpus, values[-1]) is None:
            raise UnknownValueError(values[-1:], [])
        return values[-1:]

    return Param(keys.OF_DOCUMENT, [], decode, list)


def _figure_param(corpus: Corpus) -> Param:
    """The figure that is looked at, one that the corpus has, or none."""

    def decode(values: list[str]) -> str:
        if not figure_of(corpus, values[-1]):
            raise UnknownValueError(values[-1:], None)
        return values[-1]

    return Param(keys.FIGURE, None, decode, lambda value: [] if value is None else [value])

"""The documents of a corpus, all or those of which something is doubtful; and what was not read."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.corpora import queries
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.locale import Translator
from xi_data.ui.corpus import asking
from xi_data.ui.corpus.problems import kind_in_words, problem_in_words
from xi_data.ui.filters.drawing import draw
from xi_data.ui.shell.page import title
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.row_table import Column, Window, row_table
from xi_data.views.filters import select

_FAILED = "failed"
_ANY = "any"  # problem


def draw_documents(page: Page, corpus: Corpus) -> None:
    """The part with the documents."""
    t = page.t
    heading = st.container()
    with asking.readable(page):
        held = asking.remembered(corpus, Narrowing(), "overview", lambda: queries.overview(corpus))
        problems = {one["kind"]: one["documents"] for one in queries.problems(corpus)}
    kind = select(keys.KIND, t("Documents"), _kinds(t))
    why = select(
        keys.PROBLEM,
        t("Problem"),
        {_ANY: t("any problem")} | {one: kind_in_words(t, one) for one in problems},
    )
    asking.read(page, [kind.param, why.param, asking.first_row()], [keys.KIND, keys.PROBLEM])
    chosen, problem = st.session_state[keys.KIND], st.session_state[keys.PROBLEM]
    if chosen == _FAILED:
        drawn, number = [kind, why], problems.get(problem, corpus.failures)
    else:
        drawn, number = [kind], held["documents"] if chosen == "all" else held[chosen]
    draw(page, drawn, {})
    with heading:
        read = t("What was read by machine, in the order in which it was named.")
        unread = t("What could not be read, and why.")
        title(t.pair(kind.names[chosen], t.number(number)), unread if chosen == _FAILED else read)
    first = asking.beginning(number)
    with asking.readable(page), st.spinner(t("Looking up …")):
        if chosen == _FAILED:
            only = "" if problem == _ANY else problem
            rows, columns = queries.failures(corpus, only, first, asking.PAGE), _of_failures(t)
        else:
            rows, columns = queries.documents(corpus, chosen, first, asking.PAGE), _of_documents(t)
    if rows:
        frame = pd.DataFrame(rows)
        window = Window("", first, number, asking.PAGE, asking.turn)
        row_table(
            t,
            "documents",
            t("Documents"),
            frame,
            columns,
            [row.get("bulletin_id") or str(at) for at, row in enumerate(rows)],
            on_pick=None if chosen == _FAILED else _lead,
            window=window,
        )
        if chosen != _FAILED:
            aside(t("A row leads to its figures."))
    asking.share(page, [*(one.param for one in drawn), asking.first_row()])


def _lead(bulletin_id: str) -> None:
    asking.lead_to_figures(**{keys.OF_DOCUMENT: bulletin_id})


def _kinds(t: Translator) -> dict[str, str]:
    return {
        "all": t("All documents"),
        "undated": t("Documents without a date"),
        "doubtful": t("Documents with doubtful figures"),
        "remarked": t("Documents with a remark of the reading program"),
        "empty": t("Documents without figures"),
        _FAILED: t("Not read"),
    }


def _of_documents(t: Translator) -> dict[str, Column]:
    return {
        "title": Column(t("Document"), "title", sorts=False),
        "place": Column(t("Place"), "place", sorts=False),
        "publisher": Column(t("Publisher"), "publisher", sorts=False),
        "published": Column(
            t("Published"), "published", lambda row: asking.day(t, row), sorts=False
        ),
        "figures": Column(
            t("Number of figures"), "figures", _number(t, "figures"), number=True, sorts=False
        ),
        "unsure": Column(t("Doubtful"), "unsure", _number(t, "unsure"), number=True, sorts=False),
        "remarks": Column(t("Remark"), "remarks", sorts=False),
        "source": Column(
            t("File of the document"),
            "source",
            lambda row: asking.place(row.source, row.row),
            sorts=False,
        ),
    }


def _of_failures(t: Translator) -> dict[str, Column]:
    return {
        "source": Column(
            t("File of the document"),
            "source",
            lambda row: asking.place(row.source, row.row),
            sorts=False,
        ),
        "problem": Column(t("Problem"), "kind", lambda row: problem_in_words(t, row), sorts=False),
    }


def _number(t: Translator, column: str) -> Callable[[Any], str]:
    return lambda row: t.number(getattr(row, column))

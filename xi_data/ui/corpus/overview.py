"""What a corpus holds, in numbers; each leads to the rows behind it."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from xi_data.corpora import queries
from xi_data.corpora.facets import FACET, Facet
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.corpora.queries import Counts
from xi_data.locale import Translator
from xi_data.ui.corpus import asking
from xi_data.ui.corpus.facet_names import counted, names_of
from xi_data.ui.corpus.problems import kind_in_words
from xi_data.ui.navigation.links import root
from xi_data.ui.shell.page import title
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.link_table import link_table

_MOST = 12
"""Rows of a list, those with most figures."""


def draw_overview(page: Page, corpus: Corpus) -> None:
    """The part with the overview."""
    t = page.t
    asking.read(page, [])
    with asking.readable(page), st.spinner(t("Counting …")):
        held = asking.remembered(corpus, Narrowing(), "overview", lambda: queries.overview(corpus))
        every = counted(corpus, Narrowing())
        problems = queries.problems(corpus)
    title(
        t(
            "{figures} figures from {documents} documents",
            figures=t.number(corpus.figures),
            documents=t.number(corpus.documents),
        ),
        _definition(t, held),
    )
    _numbers(t, held, corpus)
    left, right = st.columns(2, gap="medium")
    for key, column in (("topic", left), ("place", right), ("month", left), ("unit", right)):
        with column:
            _list(t, FACET[key], every)
    if problems:
        _problems(t, problems)
    asking.share(page, [])


def address_of(t: Translator, part: str, **narrowing: str) -> str:
    """The address of a part of this page with these filters."""
    asked = {keys.PART: part, **narrowing, keys.LANG: t.lang}
    return f"{root()}/corpus?{urlencode(asked)}"


def _definition(t: Translator, held: Mapping[str, Any]) -> str:
    read = t("Read by machine; nobody has reviewed them.")
    if held["first"] is None:
        return read
    days = t(
        "Published from {first} to {last}, in {places} places.",
        first=t.date(held["first"]),
        last=t.date(held["last"]),
        places=t.number(held["places"]),
    )
    return t.sentences(days, read)


def _numbers(t: Translator, held: Mapping[str, Any], corpus: Corpus) -> None:
    """How many there are, and of how many something is doubtful."""
    numbers = {
        t("Documents"): (held["documents"], address_of(t, "documents")),
        t("Documents without a date"): _documents(t, held, "undated"),
        t("Documents with doubtful figures"): _documents(t, held, "doubtful"),
        t("Documents with a remark of the reading program"): _documents(t, held, "remarked"),
        t("Documents without figures"): _documents(t, held, "empty"),
        t("Not read"): (corpus.failures, address_of(t, "documents", documents="failed")),
        t("All figures"): (corpus.figures, address_of(t, "figures")),
        t("Figures with a doubtful guess"): (
            held["unsure"],
            address_of(t, "figures", guesses="unsure"),
        ),
    }
    _table(t, "numbers", t("What is in the corpus"), t("Number"), numbers)


def _documents(t: Translator, held: Mapping[str, Any], kind: str) -> tuple[int, str]:
    return held[kind], address_of(t, "documents", documents=kind)


def _list(t: Translator, facet: Facet, every: Counts) -> None:
    """The choices of a facet with most figures; of months the latest."""
    named = names_of(t, facet, every)
    if not named:
        return
    header(facet.label(t))
    shown = list(named)[:_MOST]
    numbers = {
        named[one]: (every.of[facet.key, one], address_of(t, "figures", **{facet.key: one}))
        for one in shown
    }
    _table(t, facet.key, facet.label(t), t("Number of figures"), numbers)
    if len(named) > len(shown):
        aside(
            t(
                "{shown} of {number}; all are among the filters of All figures.",
                shown=t.number(len(shown)),
                number=t.number(len(named)),
            )
        )


def _problems(t: Translator, problems: Sequence[Mapping[str, Any]]) -> None:
    header(t("Not read"))
    numbers = {
        kind_in_words(t, one["kind"]): (
            one["documents"],
            address_of(t, "documents", documents="failed", problem=one["kind"]),
        )
        for one in problems
    }
    _table(t, "problems", t("Not read"), t("Documents"), numbers)


def _table(
    t: Translator, of: str, name: str, counted: str, numbers: Mapping[str, tuple[int, str]]
) -> None:
    """A name and a number in each row; a number leads to what it counts, if that is anything."""
    rows = [
        {
            "name": label,
            "cells": [
                {
                    "text": t.number(number),
                    "address": address if number else "",
                    "words": t.pair(label, t.number(number)),
                }
            ],
        }
        for label, (number, address) in numbers.items()
    ]
    link_table(keys.table(f"corpus_{of}"), name, ["", counted], rows)

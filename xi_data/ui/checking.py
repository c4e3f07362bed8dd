"""Parts of the Checks page: the checks, the filters' choices, the finding, and the table."""

import hashlib
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import checks
from xi_data.checks import words
from xi_data.checks.record import FINDINGS, VERDICTS, Check
from xi_data.locale import Translator
from xi_data.ui import state
from xi_data.ui.data import kept
from xi_data.ui.filters import Filters
from xi_data.ui.markdown import plain
from xi_data.ui.picks import show_figure
from xi_data.views.params import Param, choice

Checks = tuple[Check, ...]

COLOURS = {
    "data_error": "red",
    "conflict": "orange",
    "differs": "orange",
    "odd": "orange",
    "cannot_tell": "gray",
    "not_run": "blue",
    "holds": "green",
}
"""Verdict to its colour."""

CARD = "check"
"""Anchor of the card: a link to it leads there on a phone."""

_WHOLE = 12  # rows up to which the table is shown without a scroll bar of its own


@cache
def facts() -> checks.Facts:
    """The tables of data/, read once."""
    return checks.read_facts()


def run(text: str | None) -> Checks:
    """Every check, what needs attention first. A visitor's text stays in the visitor's session."""
    if text is None:
        return _without_text()
    key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if st.session_state.get("_checks", ("",))[0] != key:
        st.session_state["_checks"] = (key, _sorted(checks.run_all(facts(), text)))
    return st.session_state["_checks"][1]


def selection(every: Checks, values: Mapping[str, Sequence[str]]) -> Checks:
    """The checks that meet the filters; a filter without a choice asks for nothing."""
    return tuple(
        check
        for check in every
        if all(not chosen or getattr(check, column) in chosen for column, chosen in values.items())
    )


def live(every: Checks, column: str) -> Callable[[dict[str, Any]], Mapping[str, int]]:
    """How many checks each choice of a filter would give with the other filter in force."""

    def counts(values: dict[str, Any]) -> Mapping[str, int]:
        others = {key: chosen for key, chosen in values.items() if key != column}
        found = [getattr(check, column) for check in selection(every, others)]
        return {choice: found.count(choice) for choice in found}

    return counts


def names(every: Checks, column: str, known: Mapping[str, str]) -> dict[str, str]:
    """The choices of a filter that some check has, in the order of their names."""
    found = {getattr(check, column) for check in every}
    return {key: name for key, name in known.items() if key in found}


def finding(t: Translator, every: Checks, rows: Checks, active: bool) -> str:
    """What holds and what does not fit; of a selection, its part of all checks."""
    if active:
        return t("Selection: {rows} of {all} checks", rows=len(rows), all=len(every))
    return words.finding(t, every)


def headline_cells(t: Translator, rows: Checks) -> list[tuple[str, str, str]]:
    """How many hold, do not fit, and are left open, as ui.headline takes them."""
    numbers = checks.counted(rows)
    said = words.verdict_names(t)
    found = sum(numbers.get(verdict, 0) for verdict in FINDINGS)
    ours, left_open = numbers.get("data_error", 0), ("cannot_tell", "not_run")
    why = t.listed(
        f"{t.number(numbers[verdict])} {said[verdict]}"
        for verdict in left_open
        if verdict in numbers
    )
    cells = [
        (
            numbers.get("holds", 0),
            t("hold"),
            t.plural("of {number} check", "of {number} checks", len(rows)),
        ),
        (found, t("findings in the article"), t("kept and shown, not resolved")),
        (sum(numbers.get(verdict, 0) for verdict in left_open), t("left open"), why),
    ]
    if ours:
        cells[2] = (ours, t("errors in our data"), t("ours to mend"))
    return [(t.number(number), name, source) for number, name, source in cells]


def nothing_fits(t: Translator, every: Checks, asked: Filters) -> None:
    """No check meets both filters: what each would give without the other."""
    said = [
        t.plural(
            "without “{words}” {number} check",
            "without “{words}” {number} checks",
            len(selection(every, asked.without(key))),
            words=plain(phrase),
        )
        for key, phrase in asked.active.items()
    ]
    st.info(
        t("No check fits all of these filters: {said}.", said=t.listed(said)),
        icon=":material/filter_alt_off:",
    )


def chosen(every: Checks) -> Param:
    """Read from the link which check is looked at, before the filters are."""
    param = choice("check", [check.key for check in every], None)
    state.refuse(state.pull([param]))
    return param


def table(t: Translator, rows: Checks, shown: Check) -> None:
    """The checks; the one looked at is ticked, and ticking another shows that one."""
    number = t.plural("{number} check", "{number} checks", len(rows))
    st.markdown(f"#### {t('What was checked')} :gray[· {number}]")
    widget = f"_checks_{zlib.crc32(' '.join(check.key for check in rows).encode())}"

    def ticked() -> None:
        if found := st.session_state[widget]["selection"]["rows"]:
            look_at(rows[found[0]].key)

    ticks = [rows.index(shown)] if shown in rows else []
    st.session_state[widget] = {"selection": {"rows": ticks, "columns": [], "cells": []}}
    verdicts = [words.verdict_names(t)[verdict] for verdict in VERDICTS]
    st.dataframe(
        frame(t, rows),
        column_order=["verdict", "kind", "formula", "about", "computed", "printed", "explanation"],
        column_config={
            "verdict": st.column_config.MultiselectColumn(
                t("Verdict"), options=verdicts, color=list(COLOURS.values()), width=150
            ),
            "kind": st.column_config.TextColumn(t("Kind of check"), width=165),
            "formula": st.column_config.TextColumn(t("Formula"), width=190),
            "about": st.column_config.TextColumn(t("What it is about"), width=260),
            "computed": st.column_config.TextColumn(t("Computed by us"), width=130),
            "printed": st.column_config.TextColumn(t("Printed"), width=190),
            "explanation": st.column_config.TextColumn(t("Explanation"), width=520),
        },
        hide_index=True,
        key=widget,
        on_select=ticked,
        selection_mode="single-row",
        height="content" if len(rows) <= _WHOLE else 700,
        placeholder="",
        alt=t("Table of the checks, {number}", number=number),
    )
    st.markdown(f":small[[{t('See this check in full')}](#{CARD})]")


@kept
def frame(t: Translator, rows: Checks) -> pd.DataFrame:
    """The checks as one row each, in words: the table on the page and in the files."""
    return pd.DataFrame(words.rows(t, facts(), rows))


def look_at(key: str) -> None:
    """Callback: show another check; its own first figure is the one in evidence."""
    show_figure(None)
    st.session_state["check"] = key


@cache
def _without_text() -> Checks:
    return _sorted(checks.run_all(facts()))


def _sorted(found: Sequence[Check]) -> Checks:
    return tuple(sorted(found, key=lambda check: VERDICTS.index(check.verdict)))

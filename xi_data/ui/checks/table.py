"""The table of checks, those of a visitor's text among them, and which one is looked at."""

import hashlib
import zlib
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import checks
from xi_data.checks import Check, wordings
from xi_data.findings import Story
from xi_data.findings import checks as of_checks
from xi_data.findings.story import gathered
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import filters_of, query
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import show_figure
from xi_data.ui.view.story import told
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import plain
from xi_data.views import Request
from xi_data.views.filters import Filter
from xi_data.views.params import Param, choice
from xi_data.views.rows import by_verdict, check_frame, checks_of, chosen_checks, facts_of

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
"""Key of the check that is looked at, and anchor of its card: a link leads there on a phone."""

_WHOLE = 12  # rows up to which the table is shown without a scroll bar of its own


def run(bulletin_id: str, text: str | None) -> Checks:
    """Every check, what needs attention first. A visitor's text stays in the visitor's session."""
    if text is None:
        return checks_of(bulletin_id)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    asked = (bulletin_id, digest)
    if st.session_state.get(keys.OWN_CHECKS, ("",))[0] != asked:
        found = by_verdict(checks.run_all(facts_of(bulletin_id), text))
        st.session_state[keys.OWN_CHECKS] = (asked, found)
    return st.session_state[keys.OWN_CHECKS][1]


def filters_among(page: Page, every: Checks, with_text: bool) -> tuple[Filter, ...]:
    """The view's filters, with the choices that these checks have."""
    if not with_text:
        return filters_of(page.view.key, page.t.lang, page.bulletins)
    frame = check_frame(page.t.lang, facts_of(page.bulletins[0]), every)
    return page.view.filters(page.t, lambda *_: frame, page.bulletins)


def live(every: Checks, values: dict[str, Any]) -> dict[tuple[str, str], int]:
    """How many checks each choice of a filter would give with the other filter in force."""
    counts: dict[tuple[str, str], int] = {}
    for key in values:
        others = {name: chosen for name, chosen in values.items() if name != key}
        for check in chosen_checks(every, **others):
            choice_ = (key, getattr(check, key))
            counts[choice_] = counts.get(choice_, 0) + 1
    return counts


def story(request: Request, every: Checks, with_text: bool) -> Story:
    """What the page says of these checks; those of a text are this visitor's alone."""
    if not with_text:
        return told(request.question)
    of = gathered(query, request.question, request.view.rows)
    return of_checks.of_checks(of, every)


def nothing_fits(page: Page, every: Checks, found: Story) -> None:
    """No check meets both filters: what each would give without the other."""
    t, arguments = page.t, found.question.arguments
    said = [
        t.plural(
            "without “{words}” {number} check",
            "without “{words}” {number} checks",
            len(chosen_checks(every, **{k: v for k, v in arguments.items() if k != key})),
            words=plain(phrase),
        )
        for key, phrase in found.active.items()
    ]
    st.info(
        t("No check fits all of these filters: {said}.", said=t.listed(said)),
        icon=":material/filter_alt_off:",
    )


def chosen(page: Page, every: Checks) -> Param:
    """Read from the link which check is looked at, before the filters are."""
    param = choice(page.view.thing, [check.key for check in every], None)
    address.refuse(address.pull([param]))
    return param


def table(page: Page, rows: Checks, frame: pd.DataFrame, shown: Check) -> None:
    """The checks; the one looked at is ticked, and ticking another shows that one."""
    t = page.t
    number = t.plural("{number} check", "{number} checks", len(rows))
    header(f"{t('What was checked')} :gray[· {number}]")
    widget = keys.table("checks", zlib.crc32(" ".join(check.key for check in rows).encode()))

    def ticked() -> None:
        if found := st.session_state[widget]["selection"]["rows"]:
            look_at(rows[found[0]].key)

    ticks = [rows.index(shown)] if shown in rows else []
    st.session_state[widget] = {"selection": {"rows": ticks, "columns": [], "cells": []}}
    verdicts = [wordings.verdict_names(t)[verdict] for verdict in checks.VERDICTS]
    st.dataframe(
        frame,
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


def look_at(key: str) -> None:
    """Callback: show another check; its own first figure is the one in evidence."""
    show_figure(None)
    st.session_state[CARD] = key

"""The table of checks, those of a visitor's text among them, and which one is looked at."""

import hashlib
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import checks
from xi_data.checks import Check
from xi_data.findings import Story
from xi_data.findings import checks as of_checks
from xi_data.findings.story import gathered
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import filters_of, query
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import let_go, reveal
from xi_data.ui.view.story import told
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.row_table import Column, badge, row_table
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
"""Key of the check that is looked at, and name of the place where it is shown in full."""


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
            "remove “{words}”: {number} check",
            "remove “{words}”: {number} checks",
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
    address.pull([param])
    return param


def table(page: Page, rows: Checks, frame: pd.DataFrame, shown: Check) -> None:
    """The checks; picking one shows it in full, and picking it again the first one."""
    t = page.t
    number = t.plural("{number} check", "{number} checks", len(rows))
    header(f"{t('What was checked')} :gray[· {number}]")
    row_table(
        t,
        page.view.key,
        t("Table of the checks, {number}", number=number),
        frame,
        {
            "about": Column(t("What it is about"), "about"),
            "verdict": Column(
                t("Verdict"), "verdict", lambda row: badge(row.verdict, COLOURS[row.verdict_key])
            ),
            "formula": Column(t("Formula"), "formula"),
            "printed": Column(t("In the article"), "printed"),
            "computed": Column(t("Computed by us"), "computed"),
            "basis": Column(t("Relation"), "basis"),
            "kind": Column(t("Kind of check"), "kind"),
        },
        [check.key for check in rows],
        shown=shown.key,
        picked=st.session_state[CARD] or "",
        on_pick=look_at,
    )


def look_at(key: str) -> None:
    """Callback: show another check in full; its own first figure is the one in evidence."""
    let_go()
    if st.session_state[CARD] == key:
        st.session_state[CARD] = None
    else:
        st.session_state[CARD] = key
        reveal(CARD)

"""Filters of a view on its page: read from the address, drawn, written back."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from xi_data import store
from xi_data.ui.filters.drawing import Counts, chips, draw
from xi_data.ui.filters.refused_notice import refused_notice
from xi_data.ui.shell.bulletin import param as bulletin_param
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import filters_of, query
from xi_data.ui.state.page import Page
from xi_data.views import Question, Request
from xi_data.views.filters import Filter
from xi_data.views.params import Param, UnknownValueError, choice


def filters(
    page: Page,
    *,
    switches: Sequence[Filter] | None = None,
    wanted: Sequence[Filter] | None = None,
    counts: Callable[[dict[str, Any]], Counts] | None = None,
    undrawn: Sequence[str] = (),
) -> Request:
    """Read the URL, draw the filters and the chips of the active ones, write the URL.

    switches and wanted: instead of those that the register has for the view. counts: of each
    choice, from the filters' values; else the number of figures. undrawn: filters that a link or
    another page may bring and that have no control here, only a chip.
    """
    t, view = page.t, page.view
    if wanted is None:
        wanted = filters_of(view.key, t.lang, page.bulletins)
    shown = view.switches(t) if switches is None else switches
    picked = [_figure_param(page)] if view.picks else []
    params = [*(one.param for one in (*wanted, *shown)), *picked]
    address.pull(params)
    narrowing = [one.key for one in filters_of(view.key, t.lang, page.bulletins)]
    narrowing += [view.thing] * bool(view.thing)
    switching = [one.key for one in view.switches(t)]
    known = {*narrowing, *switching, *(param.key for param in picked), keys.BULLETIN}
    with st.container():
        refused_notice(t, address.refused(known), narrowing)
    now = {one.key: st.session_state[one.key] for one in (*wanted, *shown)}
    values = {one.key: one.argument(now[one.key]) for one in wanted}
    found = _counted(page, wanted, values, counts)
    drawn = [one for one in (*wanted, *shown) if one.key not in undrawn]
    draw(page, drawn, found, icons=switches is None)
    chips(page, wanted, now)
    language = choice(keys.LANG, (t.lang,), t.lang, always=True)
    address.keep(set(switching) - {one.key for one in shown} if switches else ())
    address.push([*params, language, bulletin_param(t)])
    return Request(
        question=Question(view.key, t.lang, page.bulletins, tuple(values.items())),
        switches={one.key: now[one.key] for one in shown},
        figure=(st.session_state[keys.FIGURE] or "") if view.picks else "",
    )


def _figure_param(page: Page) -> Param:
    """The selected figure, one that the page's bulletins have, or none."""

    def decode(values: list[str]) -> str:
        found = values[-1]
        if len(page.bulletins) == 1:  # also where a page of several named it with its bulletin
            found = found.removeprefix(f"{page.bulletins[0]}/")
        if not page.knows(found):
            raise UnknownValueError(values[-1:], None)
        return found

    return Param(
        keys.FIGURE,
        None,
        decode,
        lambda value: [] if value is None else [value],
    )


def _counted(
    page: Page,
    wanted: Sequence[Filter],
    values: dict[str, Any],
    counts: Callable[[dict[str, Any]], Counts] | None,
) -> Counts:
    if not any(one.counted for one in wanted):
        return {}
    if counts:
        return counts(values)
    return query(store.counts, page.bulletins, **values)

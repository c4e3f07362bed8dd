"""Which bulletins a page speaks of: from the link, from the chooser, else the default one."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import streamlit as st

from xi_data import store
from xi_data.locale import Translator
from xi_data.matching.highlight import visible
from xi_data.memory import memoised
from xi_data.record.errors import DataError
from xi_data.record.version import version
from xi_data.ui.state import address, keys, selection
from xi_data.ui.state.address import Refused
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover
from xi_data.views import View
from xi_data.views.params import Param, UnknownValueError
from xi_data.views.request import located


def param(t: Translator) -> Param:
    """The bulletins in an address: any that are known, in the order they are named; one or more."""
    known = _known(t.lang)

    def decode(values: list[str]) -> list[str]:
        found = [value for value in dict.fromkeys(values) if value in known]
        if unknown := [value for value in values if value not in known]:
            raise UnknownValueError(unknown, found or [version().bulletin])
        return found

    return Param(keys.BULLETIN, [version().bulletin], decode, list)


@memoised
def _known(lang: str) -> dict[str, Mapping[str, Any]]:
    """Every bulletin by its key, the default one first."""
    return {row["bulletin_id"]: row for row in query(store.bulletins, lang).to_dict("records")}


def read(t: Translator) -> None:
    """Before the navigation: the bulletins from the address."""
    address.pull([param(t)])


def narrow(view: View) -> None:
    """Before the page: more bulletins than the view may have are refused.

    Of several, a view of one speaks of the one whose figure is looked at, else of the first.
    """
    named = st.session_state[keys.BULLETIN]
    if len(named) > 1 and not view.several:
        looked_at, _ = located(named, address.query().get(keys.FIGURE, [""])[-1])
        kept = looked_at if looked_at in named else named[0]
        if keys.BULLETIN in address.query():
            others = tuple(one for one in named if one != kept)
            address.refuse({keys.BULLETIN: Refused(others)})
        st.session_state[keys.BULLETIN] = [kept]


def absent() -> list[str]:
    """The bulletins that the address names, where it names some and none of them is known."""
    named = [one for one in address.query().get(keys.BULLETIN, []) if one]
    return named if not any(one in _known("en") for one in named) else []


def several_known() -> bool:
    """Whether there is more than one bulletin; not where the data cannot be read."""
    with suppress(DataError):
        return len(_known("en")) > 1
    return False


def in_address() -> tuple[str, ...]:
    """The bulletins that this run speaks of."""
    return tuple(st.session_state[keys.BULLETIN])


def rows(t: Translator) -> list[Mapping[str, Any]]:
    """The rows of these bulletins."""
    known = _known(t.lang)
    return [known[key] for key in in_address()]


def choose(bulletins: list[str]) -> None:
    """Callback: speak of these from now on, of the default one where there is none."""
    st.session_state[keys.BULLETIN] = bulletins or [version().bulletin]
    selection.let_go()


def facet(page: Page, counts: Mapping[str, int]) -> None:
    """The bulletins of the page, each with a number of figures: what is chosen of them stays.

    counts: key of a bulletin to the figures that it has in view.
    """
    t, known = page.t, _known(page.t.lang)

    def choices() -> None:
        st.pills(
            t("Bulletin"),
            list(page.bulletins),
            selection_mode="multi",
            format_func=lambda one: (
                f"{plain(known[one]['short_name'])} :gray[{counts.get(one, 0)}]"
            ),
            key=keys.NARROW,
            on_change=lambda: choose(st.session_state[keys.NARROW]),
            wrap=True,
        )

    popover(t("Bulletin"), keys.popover(keys.BULLETIN), choices, icon=":material/newspaper:")


def compare_all(page: Page) -> None:
    """A button that speaks of every bulletin there is; nothing for one."""
    known = list(_known(page.t.lang))
    if len(known) > 1:
        st.button(
            page.t("Compare all {number} bulletins", number=page.t.number(len(known))),
            key=keys.COMPARE_ALL,
            on_click=choose,
            args=(known,),
        )


def chooser(page: Page) -> None:
    """A box to choose a bulletin, or several where the view may have them; nothing for one."""
    names = {key: visible(row["name"]) for key, row in _known(page.t.lang).items()}
    if len(names) < 2:
        return
    several = page.view.several
    widget = keys.choose_bulletin(several)  # one box for one bulletin, another one for several

    def chosen() -> None:
        found = st.session_state[widget]
        choose([found] if isinstance(found, str) else list(found))

    now = list(page.bulletins)
    st.session_state[widget] = now if several else now[0]
    options = dict(format_func=names.get, key=widget, on_change=chosen, width=560)
    if several:
        st.multiselect(page.t("Bulletins"), list(names), placeholder="", **options)
    else:
        st.selectbox(page.t("Bulletin"), list(names), **options)

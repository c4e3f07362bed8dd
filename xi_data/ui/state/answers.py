"""What the screen asks: answers that visitors share, and those that are a visitor's own."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import streamlit as st

from xi_data import memory, store
from xi_data.locale import translator
from xi_data.memory import memoised
from xi_data.record.merged import in_memory
from xi_data.ui.state import keys
from xi_data.views import SCREENS, Question
from xi_data.views.filters import Filter


def database() -> store.Database:
    """The database of whoever asks. Raises what opening it raises."""
    return memory.realm().database(_opened)


def _opened(realm: memory.Realm, last: store.Database | None) -> store.Database:
    """The last one where it can be asked, else a new one of the same data: those that were there
    when the first was opened, also for whoever reads the realm's tables themselves."""
    if last and not last.is_lost:
        return last
    if last:
        last.retire()
    data = in_memory(realm.data)
    found = store.open_database(data, [] if realm.own else None)
    realm.data = data
    return found


def query(store_query: Callable[..., Any], *args: Any, **parameters: Any) -> Any:
    """The answer of one of store's queries, shared between visitors: read it, never change it.

    What a visitor typed is asked anew each time. Raises what opening the database raises.
    """
    if parameters.get("search"):
        return fresh(store_query, *args, **parameters)
    return _shared(store_query, *args, **parameters)


@memoised
def _shared(store_query: Callable[..., Any], *args: Any, **parameters: Any) -> Any:
    return fresh(store_query, *args, **parameters)


def fresh(store_query: Callable[..., Any], *args: Any, **parameters: Any) -> Any:
    """The answer, not from memory. Asked once more where the database is lost, perhaps over another
    question. Raises what opening the database raises."""
    try:
        return store_query(database(), *args, **parameters)
    except store.LostDatabaseError:
        return store_query(database(), *args, **parameters)


def answered(question: Question, part: Hashable, compute: Callable[[], Any]) -> Any:
    """A part of what a view shows for a question, computed once: for all visitors, or for this one.

    Where a visitor typed words, only the last question's answers stay, in that visitor's session.
    """
    if not question.typed:
        return memory.answer((question, part), compute)
    last, own = st.session_state.get(keys.OWN_ANSWERS, (None, {}))
    if last != question:
        own = {}
        st.session_state[keys.OWN_ANSWERS] = (question, own)
    if part not in own:
        own[part] = compute()
    return own[part]


@memoised
def filters_of(view: str, lang: str, bulletins: tuple[str, ...]) -> tuple[Filter, ...]:
    """A view's filters with the choices that these bulletins have."""
    return SCREENS[view].filters(translator(lang), query, bulletins)


@memoised
def figures_by_id(bulletin_id: str, lang: str) -> Mapping[str, Mapping[str, Any]]:
    """Every figure of a bulletin by its key, as store.figures describes it."""
    rows = query(store.figures, (bulletin_id,), lang)
    return {row["figure_id"]: row for row in rows.to_dict("records")}
